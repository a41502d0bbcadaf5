import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import type { OfferImport, RowCounts } from '../domain/offer-import.js';
import type { Market, MarketBook, OfferImports, PricingTx, RefusedRow, UnitOfWork } from './ports.js';
import type { RestateAmounts } from './restate-amounts.js';
import type { OfferStatement, SellerRejection, StatementError, StatementOutcome, StateOffers } from './state-offers.js';
import { TakeTurns } from './take-turns.js';

/** One line of the file: a statement, or why it is none. */
export type ParsedLine =
  | { readonly line: number; readonly statement: OfferStatement; readonly errors?: undefined }
  | { readonly line: number; readonly errors: readonly StatementError[] };

/** Lines that arrived together. */
export interface ParsedBlock {
  readonly rows: readonly ParsedLine[];
  /** Lines of the file that were not taken before, blank ones included, and the bytes they took. */
  readonly lines: number;
  readonly bytes: number;
}

/** Reads the bulk format. Lines up to `taken` are skipped unread: they were taken before. */
export interface OfferLineReader {
  parse(
    bytes: AsyncIterable<Buffer>,
    options: { readonly from: number; readonly taken: number },
  ): AsyncIterable<ParsedBlock>;
}

export interface ImportRequest {
  readonly sellerId: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly dryRun: boolean;
  /** The import to begin or to go on with. */
  readonly importId: string | undefined;
  /** Line of the file that `bytes` begin with, from 1. */
  readonly from: number;
  /** How many bytes come, when the caller said. */
  readonly length: number | undefined;
}

export type ImportRejection =
  SellerRejection | Rejection<'OfferImportNotFound' | 'OfferImportOutOfStep' | 'OfferImportTakenOver'>;

/** Rows a transaction. More make a longer transaction and a longer wait for the seller's other calls; fewer make more commits. */
const batchSize = 5_000;

/** What became of a row, as far as an import tells of it. */
type RowOutcome =
  { readonly change: 'created' | 'updated' | 'unchanged' } | Extract<StatementOutcome, { change: 'rejected' }>;

/** Imports that store a batch at a moment. More would take sessions and locks from those who change one price or ask for a quote. */
const importsAtOnce = 2;

/** Rows that come slower than a batch a second are not kept waiting for the rest of it. */
const patienceMs = 1_000;

/**
 * Takes offers from a stream of lines, a batch at a time and in constant memory: while one batch is stored the next one is read, and the
 * stream waits for both. A batch, what it says about its rows and how far the file has been taken are one transaction, so an import cut
 * off anywhere goes on exactly where it was.
 */
export class ImportOffers {
  private readonly turns = new TakeTurns(importsAtOnce);

  constructor(
    private readonly parts: {
      readonly imports: OfferImports;
      readonly transactions: UnitOfWork;
      readonly markets: MarketBook;
      readonly stateOffers: StateOffers;
      readonly restateAmounts: RestateAmounts;
      readonly lines: OfferLineReader;
      readonly clock: Clock;
    },
  ) {}

  /** Answers when the last line was taken. An import that was completed before is answered as it ended. */
  async run(request: ImportRequest): Promise<Outcome<OfferImport, ImportRejection>> {
    const opened = await this.open(request);
    if (isRejection(opened) || opened.finishedAt !== undefined) return opened;
    const batches = new BatchWriter((batch, last) => this.turns.run(() => this.store(opened, batch, last)));
    let batch = emptyBatch();
    let flushedAt = this.parts.clock.now();
    for await (const block of this.parts.lines.parse(request.bytes, { from: request.from, taken: opened.lines })) {
      add(batch, block);
      const now = this.parts.clock.now();
      if (batch.rows.length < batchSize && now - flushedAt < patienceMs) continue;
      const refusal = await batches.write(batch, false);
      if (refusal !== undefined) return refusal;
      batch = emptyBatch();
      flushedAt = now;
    }
    const refusal = (await batches.write(batch, true)) ?? (await batches.done());
    return refusal ?? (await this.mustFind(opened));
  }

  private async open(request: ImportRequest): Promise<Outcome<OfferImport, ImportRejection>> {
    const { sellerId, dryRun, importId, from, length } = request;
    const refusal = await this.parts.transactions.inTransaction((tx) =>
      this.parts.stateOffers.refuseSeller(tx, sellerId),
    );
    if (refusal !== undefined) return refusal;
    const known = importId === undefined ? undefined : await this.parts.imports.find(sellerId, importId);
    const outOfStep = refuseOutOfStep(request, known);
    if (outOfStep !== undefined) return outOfStep;
    const before = from === 1 ? 0 : known?.lines === from - 1 ? known.bytes : undefined;
    return this.parts.imports.open({
      importId: importId ?? newId(),
      sellerId,
      dryRun,
      totalBytes: length === undefined || before === undefined ? known?.totalBytes : before + length,
      now: this.parts.clock.now(),
    });
  }

  private async store(feed: OfferImport, batch: Batch, last: boolean): Promise<ImportRejection | undefined> {
    const { transactions, markets, clock } = this.parts;
    const { sellerId, dryRun } = feed;
    const known = await markets.current();
    const statements = batch.rows.flatMap((row) => (row.errors === undefined ? [row.statement] : []));
    return transactions.inTransaction(async (tx) => {
      if (!(await tx.holdImport(feed))) return takenOver(feed.importId);
      const outcomes = await this.take(tx, known, sellerId, statements, { dryRun });
      if (isRejection(outcomes)) return outcomes as SellerRejection;
      let next = 0;
      const refused: RefusedRow[] = [];
      const counts: { -readonly [K in keyof RowCounts]: number } = { ...noRows, rows: batch.rows.length };
      for (const row of batch.rows) {
        const outcome = row.errors === undefined ? outcomes[next++] : undefined;
        const change = outcome?.change ?? 'rejected';
        counts[change] += 1;
        const errors = row.errors ?? (outcome?.change === 'rejected' ? outcome.errors : []);
        for (const { field, code, message } of errors) refused.push({ line: row.line, field, code, message });
      }
      const { lines, bytes } = batch;
      await tx.recordImportProgress(feed, { ...counts, lines, bytes, refused, now: clock.now(), last });
      return undefined;
    });
  }

  /** Prices alone first, as a set; what is left, one by one. The two never meet: a SKU that is stated twice is left. */
  private async take(
    tx: PricingTx,
    markets: ReadonlyMap<string, Market>,
    sellerId: string,
    statements: readonly OfferStatement[],
    { dryRun }: { readonly dryRun: boolean },
  ): Promise<Outcome<RowOutcome[], SellerRejection>> {
    const { stateOffers, restateAmounts } = this.parts;
    const refusal = await stateOffers.refuseSeller(tx, sellerId);
    if (refusal !== undefined) return refusal;
    const restated = await restateAmounts.run(tx, markets, sellerId, statements, { dryRun });
    const left = statements.filter((_, i) => restated[i] === undefined);
    const others = left.length === 0 ? [] : await stateOffers.runIn(tx, markets, sellerId, left, { dryRun });
    if (isRejection(others)) return others;
    const rest = others.values();
    return restated.map((change) => (change === undefined ? (rest.next().value as RowOutcome) : { change }));
  }

  private async mustFind({ sellerId, importId }: OfferImport): Promise<Outcome<OfferImport, ImportRejection>> {
    return (await this.parts.imports.find(sellerId, importId)) ?? notFound(importId);
  }
}

/** Lets one batch be stored while the next is read, and no more. */
class BatchWriter {
  private inFlight: Promise<ImportRejection | undefined> = Promise.resolve(undefined);

  constructor(private readonly store: (batch: Batch, last: boolean) => Promise<ImportRejection | undefined>) {}

  /** Begins to store a batch once the one before it is; answers why that one was refused. */
  async write(batch: Batch, last: boolean): Promise<ImportRejection | undefined> {
    const refusal = await this.inFlight;
    if (refusal !== undefined) return refusal;
    this.inFlight = this.store(batch, last);
    // Whoever waits for it next hears of a failure; until then it must not count as one nobody handles.
    this.inFlight.catch(() => undefined);
    return undefined;
  }

  done(): Promise<ImportRejection | undefined> {
    return this.inFlight;
  }
}

interface Batch {
  readonly rows: ParsedLine[];
  lines: number;
  bytes: number;
}

const noRows: RowCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

function emptyBatch(): Batch {
  return { rows: [], lines: 0, bytes: 0 };
}

function add(batch: Batch, { rows, lines, bytes }: ParsedBlock): void {
  for (const row of rows) batch.rows.push(row);
  batch.lines += lines;
  batch.bytes += bytes;
}

function notFound(importId: string): Rejection<'OfferImportNotFound'> {
  return reject('OfferImportNotFound', `You have no import ${importId}.`, { field: 'query.import' });
}

/** Whoever took over feeds it now; this upload must not. */
function takenOver(importId: string): Rejection<'OfferImportTakenOver'> {
  return reject('OfferImportTakenOver', `Another upload went on with the import ${importId}.`);
}

/** A file must not be continued past a gap, nor half as a trial and half in earnest. */
function refuseOutOfStep(
  { importId, from, dryRun }: ImportRequest,
  known: OfferImport | undefined,
): ImportRejection | undefined {
  if (known === undefined) {
    if (from === 1) return undefined;
    if (importId !== undefined) return notFound(importId);
    return reject('OfferImportOutOfStep', 'Say which import goes on at that line.', { field: 'query.import' });
  }
  const details = { resumeFrom: { line: known.lines + 1, byte: known.bytes } };
  if (known.dryRun !== dryRun)
    return reject('OfferImportOutOfStep', `The import was begun with dryRun=${known.dryRun}.`, {
      field: 'query.dryRun',
      details,
    });
  if (known.finishedAt !== undefined || from <= known.lines + 1) return undefined;
  return reject('OfferImportOutOfStep', `The import was taken up to line ${known.lines}; go on there.`, {
    field: 'query.from',
    details,
  });
}
