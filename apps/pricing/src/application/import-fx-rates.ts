import type { Clock, LocalDay, Outcome, Rejection } from '@reprise/kernel';
import { addDays, currencyOf, localDayAt, localDayOf, reject } from '@reprise/kernel';
import { parseFxQuote } from '../domain/fx-rate.js';
import type { FxRate, FxSourceName } from '../domain/fx-rate.js';
import { planFxImport } from '../domain/plan-fx-import.js';
import type { StatedRate } from '../domain/plan-fx-import.js';
import type { FxRates } from './fx-ports.js';

/** One quote as the file has it, unread; `at` names where it stands, for people: `row 17, USD`. */
export interface FxCell {
  readonly at: string;
  readonly date: string;
  readonly currency: string;
  readonly rate: string;
}

/** What is wrong with a file: the place and the reason. */
export interface FxCellError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The file cannot be read on: what follows the fault has no meaning. */
export class FxFileMalformed extends Error {
  override readonly name = 'FxFileMalformed';
  constructor(readonly error: FxCellError) {
    super(error.message);
  }
}

export interface FxImportReport {
  readonly source: FxSourceName;
  readonly rates: number;
  readonly stored: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Days on which a currency was not quoted. */
  readonly notQuoted: number;
  /** Codes that are no currency any more: the source's history holds them, nothing can be priced in them. */
  readonly ignoredCurrencies: readonly string[];
  readonly firstDate: LocalDay;
  readonly lastDate: LocalDay;
  readonly jumps: readonly FxRate[];
}

export type FxImportRejection = Rejection<'FxRatesRejected'> & { readonly errors: readonly FxCellError[] };

/** Quotes a file may hold: all of the ECB's history is a third of it. */
const cellsMax = 1_000_000;
/** A file that is wrong in a thousand places is told of the first few. */
const errorsMax = 50;

/** Takes a file of reference rates: every quote of it, or none when one of them cannot be read. */
export class ImportFxRates {
  constructor(
    private readonly rates: FxRates,
    private readonly clock: Clock,
    private readonly settings: { readonly jumpPpm: number; readonly onJump: (rate: FxRate) => void },
  ) {}

  async run(
    source: FxSourceName,
    cells: AsyncIterable<FxCell>,
    storedBy: string,
  ): Promise<Outcome<FxImportReport, FxImportRejection>> {
    const now = this.clock.now();
    const read = await readCells(cells, addDays(localDayAt(now, 'UTC'), 1));
    if ('code' in read) return read;
    const { stated, notQuoted, ignoredCurrencies } = read;
    const days = stated.map(({ date }) => date).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined)
      return refused([{ field: '', code: 'noRates', message: 'The file holds no rate.' }]);
    const plan = await this.rates.add({ source, first, last, storedBy, now }, (known) =>
      planFxImport(stated, known, this.settings.jumpPpm),
    );
    const jumps = plan.stored.filter(({ jump }) => jump);
    jumps.forEach(this.settings.onJump);
    return {
      source,
      rates: stated.length,
      stored: plan.stored.length,
      corrected: plan.corrected,
      unchanged: plan.unchanged,
      notQuoted,
      ignoredCurrencies,
      firstDate: first,
      lastDate: last,
      jumps,
    };
  }
}

interface ReadFile {
  readonly stated: readonly StatedRate[];
  readonly notQuoted: number;
  readonly ignoredCurrencies: readonly string[];
}

/** Reads every cell before anything is stored. `notAfter` lets the clocks of two continents differ by a day. */
async function readCells(cells: AsyncIterable<FxCell>, notAfter: LocalDay): Promise<ReadFile | FxImportRejection> {
  const stated: StatedRate[] = [];
  const errors: FxCellError[] = [];
  const ignored = new Set<string>();
  let notQuoted = 0;
  try {
    for await (const cell of cells) {
      const read = readCell(cell, notAfter);
      if (read === 'notQuoted') notQuoted += 1;
      else if (read === 'unknownCurrency') ignored.add(cell.currency);
      else if ('message' in read) errors.push(read);
      else stated.push(read);
      if (errors.length >= errorsMax) break;
      if (stated.length > cellsMax)
        return refused([{ field: cell.at, code: 'tooManyRates', message: `A file holds at most ${cellsMax} rates.` }]);
    }
  } catch (error) {
    if (!(error instanceof FxFileMalformed)) throw error;
    errors.push(error.error);
  }
  return errors.length > 0 ? refused(errors) : { stated, notQuoted, ignoredCurrencies: [...ignored].sort() };
}

function readCell(
  { at, date, currency: code, rate }: FxCell,
  notAfter: LocalDay,
): StatedRate | FxCellError | 'notQuoted' | 'unknownCurrency' {
  const day = localDayOf(date);
  if (day === undefined) return { field: at, code: 'dateMalformed', message: `${shown(date)} is not a calendar day.` };
  if (day > notAfter) return { field: at, code: 'dateInFuture', message: `${day} has not come yet.` };
  if (!/^[A-Z]{3}$/.test(code))
    return { field: at, code: 'currencyMalformed', message: `${shown(code)} is not a currency code.` };
  if (rate === 'N/A' || rate === '') return 'notQuoted';
  const quote = parseFxQuote(rate);
  if (quote === undefined)
    return {
      field: at,
      code: 'rateMalformed',
      message: `${shown(rate)} is not a decimal above zero of at most 10 digits.`,
    };
  const currency = currencyOf(code);
  return currency === undefined ? 'unknownCurrency' : { date: day, currency, quote };
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function refused(errors: readonly FxCellError[]): FxImportRejection {
  const [first] = errors;
  const message = `Nothing was stored. ${first?.field === '' ? '' : `${first?.field}: `}${first?.message ?? ''}`;
  return { ...reject('FxRatesRejected', message), errors };
}
