import type { Clock, Instant, Outcome, Rejection } from '@reprise/kernel';
import { Bug, isRejection, localDayAt, newId, plusMs, reject } from '@reprise/kernel';
import { missingColumns, nameCells } from '../../domain/settlement/cell-reader.js';
import { adyenColumns, readAdyenRow } from '../../domain/settlement/read-adyen-row.js';
import type { CamtEntry } from '../../domain/settlement/read-camt-entry.js';
import { readCamtEntry } from '../../domain/settlement/read-camt-entry.js';
import { readStripeRow, stripeColumns } from '../../domain/settlement/read-stripe-row.js';
import type { SettlementAccount, SettlementAccounts } from '../../domain/settlement/settlement-account.js';
import type {
  FileProblem,
  FileTally,
  SettlementFile,
  SettlementFormat,
} from '../../domain/settlement/settlement-file.js';
import type { BankEntry, LineProblem, LineRead, SettlementLine } from '../../domain/settlement/settlement-line.js';
import type { SettlementFiles, StagedEntry, StagedLine } from './settlement-files.js';

/** What a file is cut into: a record of cells, an entry of a statement, or what is wrong with the text itself. */
export type FileRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly error?: undefined }
  | { readonly line: number; readonly entry: CamtEntry; readonly error?: undefined }
  | { readonly line: number; readonly error: string };

/** The records of a file, and the digest of its bytes once they have all been read. */
export interface RecordStream extends AsyncIterable<FileRecord> {
  sha256(): string;
}

export interface SettlementUpload {
  readonly account: string;
  readonly format: SettlementFormat;
  readonly name: string;
  /** Lines before this moment are refused: a report of last year sent again by mistake. A year ago when left out. */
  readonly oldest: Instant | undefined;
  readonly importedBy: string;
  readonly bytes: AsyncIterable<Buffer>;
}

export type SettlementRejection = Rejection<'SettlementFileRejected'>;

/** Rows a statement: enough to make statements cheap, few enough to hold. */
const batchSize = 5_000;

/** Wrong lines kept for whoever has to ask for another file. */
const problemsKept = 1_000;

const dayMs = 86_400_000;

/** Which accounts a format is of, and how its rows are read. */
const rowFormats: Readonly<
  Partial<Record<SettlementFormat, { provider: string; columns: readonly string[]; read: typeof readStripeRow }>>
> = {
  'stripe-payout-reconciliation': {
    provider: 'stripe',
    columns: [...stripeColumns, 'automatic_payout_id'],
    read: readStripeRow,
  },
  'stripe-balance': { provider: 'stripe', columns: stripeColumns, read: readStripeRow },
  'adyen-settlement-details': { provider: 'adyen', columns: adyenColumns, read: readAdyenRow },
};

/**
 * Takes a settlement file or bank statement from a stream, in constant memory. Every line is read even after a wrong one, so that one look finds
 * all that is wrong; when the last one is in and every one is sound, all of them begin to count in one transaction. One wrong line, and none does.
 */
export class ImportSettlement {
  constructor(
    private readonly parts: {
      readonly files: SettlementFiles;
      readonly accounts: SettlementAccounts;
      readonly cut: (format: SettlementFormat, bytes: AsyncIterable<Buffer>) => RecordStream;
      readonly clock: Clock;
    },
  ) {}

  async run(upload: SettlementUpload): Promise<Outcome<SettlementFile, SettlementRejection>> {
    const { files, cut, clock } = this.parts;
    const account = this.identify(upload);
    if (isRejection(account)) return account;
    const fileId = newId();
    const { format, name, importedBy } = upload;
    await files.begin({ fileId, account: account.id, format, name, importedBy, now: clock.now() });
    try {
      const stream = cut(format, upload.bytes);
      const read = await this.stage(fileId, account, upload, stream);
      const { rejected } = read.tally;
      if (rejected > 0)
        await files.refuse(fileId, { status: 'rejected', problems: read.problems, rejected, now: clock.now() });
      else await files.conclude(fileId, { sha256: stream.sha256(), problemsKept, now: clock.now() });
    } catch (error) {
      // The stream broke, or the database did: what was staged counts for nobody, and saying so must not hide the cause.
      const failed = { status: 'failed', problems: [], rejected: 0, now: clock.now() } as const;
      await files.refuse(fileId, failed).catch(() => undefined);
      throw error;
    }
    const file = await files.find(fileId);
    if (file === undefined) throw new Bug(`the import ${fileId} is gone`);
    return file;
  }

  private identify({ account: id, format }: SettlementUpload): Outcome<SettlementAccount, SettlementRejection> {
    const { accounts } = this.parts;
    const account = accounts.find(id);
    const known = accounts.all.map((each) => each.id).join(', ');
    if (account === undefined)
      return reject('SettlementFileRejected', `There is no account "${id}"; there are ${known}.`, {
        field: 'query.account',
      });
    const of = account.kind === 'bank' ? 'bank' : account.provider;
    if (of === (rowFormats[format]?.provider ?? 'bank')) return account;
    return reject('SettlementFileRejected', `${id} is an account at ${of}, which does not write ${format}.`, {
      field: 'query.format',
    });
  }

  private async stage(
    fileId: string,
    account: SettlementAccount,
    upload: SettlementUpload,
    stream: RecordStream,
  ): Promise<FileRead> {
    const { files, accounts, clock } = this.parts;
    const reader = recordReader(account, upload, clock.now());
    const read = new FileRead();
    let batch: Batch = { lines: [], entries: [] };
    const flush = async (): Promise<void> => {
      await files.stage(fileId, { ...batch, tally: read.tally, now: clock.now() });
      batch = { lines: [], entries: [] };
    };
    for await (const record of stream) {
      const taken = reader(record);
      read.count(record.line, taken);
      if (taken.kind === 'line') {
        const { value } = taken;
        if ('provider' in value) batch.lines.push({ ...value, line: record.line });
        else batch.entries.push({ ...value, line: record.line, paidOut: accounts.payoutIn(value.text, account.id) });
      }
      if (batch.lines.length + batch.entries.length >= batchSize) await flush();
    }
    if (read.tally.lines === 0) read.count(0, refused('file', 'malformedFile', 'There is no line in the file.'));
    await flush();
    return read;
  }
}

type Taken = LineRead<SettlementLine | BankEntry>;

interface Batch {
  readonly lines: StagedLine[];
  readonly entries: StagedEntry[];
}

/** What became of the lines so far. */
class FileRead {
  readonly tally: { -readonly [K in keyof FileTally]: FileTally[K] } = {
    ...{ lines: 0, accepted: 0, known: 0, skipped: 0, rejected: 0 },
  };
  readonly problems: FileProblem[] = [];

  count(line: number, taken: Taken | { readonly kind: 'header' }): void {
    if (taken.kind === 'header') return;
    this.tally.lines += 1;
    if (taken.kind === 'line') this.tally.accepted += 1;
    else if (taken.kind === 'skipped') this.tally.skipped += 1;
    else {
      this.tally.rejected += 1;
      for (const problem of taken.problems)
        if (this.problems.length < problemsKept) this.problems.push({ line, ...problem });
    }
  }
}

/** Reads one record after the other; the first one of a table is its header. */
function recordReader(
  account: SettlementAccount,
  upload: SettlementUpload,
  now: Instant,
): (record: FileRecord) => Taken | { readonly kind: 'header' } {
  const format = rowFormats[upload.format];
  const oldest = upload.oldest ?? plusMs(now, -366 * dayMs);
  let cellsOf: ReturnType<typeof nameCells> | undefined;
  return (record) => {
    if (record.error !== undefined) return refused('file', 'malformedFile', record.error);
    if ('entry' in record)
      return check(readCamtEntry(record.entry), (entry) => foreignEntry(entry, account, oldest, now));
    if (format === undefined) throw new Bug(`${upload.format} is not read by rows`);
    if (cellsOf === undefined) {
      const missing = missingColumns(record.cells, format.columns);
      cellsOf = nameCells(record.cells);
      if (missing.length === 0) return { kind: 'header' };
      return {
        kind: 'refused',
        problems: missing.map((field) => ({ field, code: 'missing', message: `The file has no column ${field}.` })),
      };
    }
    return check(format.read(cellsOf(record.cells)), (line) => foreignLine(line, account, oldest, now));
  };
}

/** What a line says is well written; whether it belongs here is another question. */
function check<Value extends SettlementLine | BankEntry>(
  read: LineRead<Value>,
  problemsOf: (value: Value) => readonly LineProblem[],
): LineRead<Value> {
  if (read.kind !== 'line') return read;
  const problems = problemsOf(read.value);
  return problems.length === 0 ? read : { kind: 'refused', problems };
}

function foreignLine(line: SettlementLine, account: SettlementAccount, oldest: Instant, now: Instant): LineProblem[] {
  const { currency } = line.gross;
  return [...wrongCurrency('currency', currency, account), ...wrongTime('created', line.occurredAt, oldest, now)];
}

function foreignEntry(entry: BankEntry, account: SettlementAccount, oldest: Instant, now: Instant): LineProblem[] {
  const problems = [...wrongCurrency('Amt', entry.amount.currency, account)];
  if (account.kind === 'bank' && account.number !== entry.account)
    problems.push({
      field: 'Acct/Id',
      code: 'wrongAccount',
      message: `${entry.account} is not the account ${account.id}.`,
    });
  const [first, last] = [localDayAt(oldest, 'UTC'), localDayAt(plusMs(now, dayMs), 'UTC')];
  if (entry.bookedOn < first) problems.push(tooOld('BookgDt', entry.bookedOn, first));
  if (entry.bookedOn > last)
    problems.push({ field: 'BookgDt', code: 'inFuture', message: `${entry.bookedOn} has not come yet.` });
  return problems;
}

function wrongCurrency(field: string, currency: string, { id, currencies }: SettlementAccount): LineProblem[] {
  if ([...currencies].some((held) => held === currency)) return [];
  return [{ field, code: 'wrongCurrency', message: `${id} holds ${[...currencies].join(', ')}, and no ${currency}.` }];
}

function wrongTime(field: string, at: Instant, oldest: Instant, now: Instant): LineProblem[] {
  if (at < oldest) return [tooOld(field, localDayAt(at, 'UTC'), localDayAt(oldest, 'UTC'))];
  if (at > now + dayMs) return [{ field, code: 'inFuture', message: 'It has not happened yet.' }];
  return [];
}

function tooOld(field: string, day: string, oldest: string): LineProblem {
  const message = `${day} is before ${oldest}. If an old file is meant, say so with oldest=${day}.`;
  return { field, code: 'tooOld', message };
}

function refused(field: string, code: LineProblem['code'], message: string): Taken {
  return { kind: 'refused', problems: [{ field, code, message }] };
}
