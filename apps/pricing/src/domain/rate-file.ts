import type { LocalDay, PostalIndex } from '@reprise/kernel';
import { localDayOf } from '@reprise/kernel';
import type { LocalRate, LocalTaxLevel } from './local-tax-area.js';

/** Files of local sales tax rates that can be imported. The Streamlined Sales Tax states publish two: who taxes where, and how much. */
export const rateFileFormats = ['avalara-zip5', 'sst-rates', 'sst-boundaries'] as const;

export type RateFileFormat = (typeof rateFileFormats)[number];

/** What a file claims to be, and what its rows are checked against. */
export interface RateFile {
  readonly format: RateFileFormat;
  readonly country: string;
  readonly state: string;
  readonly stateName: string;
  /** Two digits by which the file names its state. */
  readonly fips: string;
  readonly period: string;
  /** First day of the period. */
  readonly effectiveFrom: LocalDay;
  /** States a ZIP code may lie in. */
  readonly statesOfZip: PostalIndex<readonly string[]>;
}

export interface RowError {
  /** Column as the file's layout calls it. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A place: one ZIP code, or a range of the ZIP+4 codes in it, and who taxes there. */
export interface AreaRow {
  readonly kind: 'area';
  readonly zip5: string;
  readonly plus4?: { readonly from: number; readonly to: number };
  readonly validFrom: string;
  readonly validTo: string;
  /** Rates where the file has them, else keys of jurisdictions whose rates are in another file. */
  readonly taxedBy: readonly LocalRate[] | readonly string[];
}

export interface JurisdictionRateRow {
  readonly kind: 'rate';
  readonly jurisdiction: string;
  readonly rate: LocalRate;
  readonly validFrom: string;
  readonly validTo: string;
}

/** What a line of a file is. `areas` is plural because a line may name a range of ZIP codes. */
export type RateFileRow =
  | { readonly kind: 'areas'; readonly areas: readonly AreaRow[] }
  | JurisdictionRateRow
  | { readonly kind: 'skipped' }
  | { readonly kind: 'header' }
  | { readonly kind: 'refused'; readonly errors: readonly RowError[] };

/** Reads the records of one file, in order. */
export type ReadRateRow = (record: readonly string[]) => RateFileRow;

/** Day of a row that holds for ever. */
export const endless = '9999-12-31';

/** The highest rate that state and localities together charge anywhere is below 14 %: above this a file is in percent, or broken. */
export const maxCombinedPpm = 200_000;

/** The first day of `2026-11` or `2026Q4`, or undefined where the format does not write its periods so. */
export function periodStart(format: RateFileFormat, period: string): LocalDay | undefined {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (format === 'avalara-zip5') return month === null ? undefined : localDayOf(`${period}-01`);
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  if (quarter === null) return undefined;
  return localDayOf(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`);
}

/** A decimal fraction as parts per million, exactly: `0.08875` is 88 750. Says why it is none. */
export function readRate(field: string, text: string): number | RowError {
  const match = /^(-?)(\d{0,3})(?:\.(\d+))?$/.exec(text);
  if (match === null || text === '' || text === '-')
    return { field, code: 'notARate', message: `"${text}" is not a decimal fraction such as 0.0625` };
  const [, sign, whole = '', decimals = ''] = match;
  if (sign === '-') return { field, code: 'negativeRate', message: `a rate is not negative: ${text}` };
  if (/[1-9]/.test(decimals.slice(6)))
    return { field, code: 'tooManyDecimals', message: `${text} is finer than a millionth` };
  const ppm = Number(whole || '0') * 1_000_000 + Number(decimals.slice(0, 6).padEnd(6, '0'));
  if (ppm > maxCombinedPpm)
    return {
      field,
      code: 'rateTooHigh',
      message: `${text} is ${ppm / 10_000} %: no state and its localities take that`,
    };
  return ppm;
}

/** Dates as rate files write them, `20260701`. A day that does not exist is an error of that column. */
export function readWindow(
  fields: readonly [from: string, to: string],
  texts: readonly [from: string, to: string],
): { readonly validFrom: string; readonly validTo: string } | RowError[] {
  const days = texts.map((text) => localDayOf(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')));
  const errors = fields.flatMap((field, i) =>
    days[i] === undefined ? [{ field, code: 'notADay', message: `"${texts[i]}" is not a day such as 20260701` }] : [],
  );
  const [validFrom, validTo] = days;
  if (validFrom === undefined || validTo === undefined) return errors;
  if (validTo < validFrom)
    return [
      { field: fields[1], code: 'endsBeforeStart', message: `ends on ${validTo}, before it starts on ${validFrom}` },
    ];
  return { validFrom, validTo };
}

/** A ZIP code of the file's state, or why it is none. */
export function readZipOf(file: RateFile, field: string, text: string): string | RowError {
  if (!/^\d{5}$/.test(text)) return { field, code: 'notAZip', message: `"${text}" is not five digits` };
  const states = file.statesOfZip(text);
  if (states !== undefined && !states.includes(file.state))
    return { field, code: 'zipOfOtherState', message: `${text} is in ${states.join(' or ')}, not in ${file.state}` };
  return text;
}

/** Name and code of a jurisdiction that its file calls by a number only. */
export function numberedRate(file: RateFile, level: LocalTaxLevel, code: string, ratePpm: number): LocalRate {
  if (level === 'state') return { level, code: `${file.country}-${file.state}`, name: file.stateName, ratePpm };
  return {
    level,
    code: `${file.country}-${file.state}-${level.toUpperCase()}-${code}`,
    name: `${file.stateName} ${level === 'special' ? 'special district' : level} ${code}`,
    ratePpm,
  };
}

export function refused(...errors: readonly RowError[]): RateFileRow {
  return { kind: 'refused', errors };
}
