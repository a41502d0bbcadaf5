import type { OfferId, SellerId } from '@reprise/kernel';
import { settle } from './follow-locations.js';
import type { LineError, StatedLine } from './import-units.js';
import { rejectedKept } from './import-units.js';
import type { StockRoom, StockTx } from './ports.js';

/** What a place has of an offer, as its seller states it. */
export interface StockStatement {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
  readonly safetyStock?: number | undefined;
}

/** What became of a feed; `rejected` holds the first rows that were refused, `rejectedCount` says how many there were. */
export interface StockFeedReport {
  received: number;
  changed: number;
  unchanged: number;
  rejectedCount: number;
  rejected: (LineError & { readonly line: number })[];
}

type Outcome = 'changed' | 'unchanged' | LineError;

/** Rows a transaction. */
const batchSize = 500;

/**
 * Takes what places have from a stream of lines, a batch at a time and in constant memory. Stating it for an offer for the first time makes
 * its places what counts; a later line of a place overrules an earlier one.
 */
export class FeedStock {
  constructor(private readonly room: StockRoom) {}

  async run(
    sellerId: SellerId,
    lines: AsyncIterable<StatedLine<StockStatement>>,
    { dryRun }: { readonly dryRun: boolean },
  ): Promise<StockFeedReport> {
    const report: StockFeedReport = { received: 0, changed: 0, unchanged: 0, rejectedCount: 0, rejected: [] };
    const note = (line: number, errors: readonly LineError[]): void => {
      report.rejectedCount += 1;
      for (const error of errors) if (report.rejected.length < rejectedKept) report.rejected.push({ line, ...error });
    };
    let batch: { line: number; value: StockStatement }[] = [];
    const flush = async (): Promise<void> => {
      const statements = batch.map(({ value }) => value);
      const work = (tx: StockTx): Promise<Outcome[]> => apply(tx, sellerId, statements);
      const outcomes = await (dryRun ? this.room.rehearse(work) : this.room.transact(work));
      outcomes.forEach((outcome, i) => {
        if (typeof outcome === 'string') report[outcome] += 1;
        else note(batch[i]?.line ?? 0, [outcome]);
      });
      batch = [];
    };
    for await (const read of lines) {
      report.received += 1;
      if (read.errors === undefined) batch.push(read);
      else note(read.line, read.errors);
      if (batch.length === batchSize) await flush();
    }
    if (batch.length > 0) await flush();
    return report;
  }
}

async function apply(tx: StockTx, sellerId: SellerId, statements: readonly StockStatement[]): Promise<Outcome[]> {
  const offers = await tx.units.findOffers(sellerId, [...new Set(statements.map(({ sku }) => sku))]);
  const places = new Set((await tx.locations.list(sellerId)).map(({ code }) => code));
  const offerIds = [...new Set([...offers.values()].map(({ offerId }) => offerId))];
  const sheet = await tx.openLevels(offerIds);
  const located = await tx.locations.lock(offerIds);
  const moved = new Set<OfferId>();
  const outcomes = statements.map(({ sku, location, onHand, safetyStock }): Outcome => {
    const offer = offers.get(sku);
    if (offer === undefined) return { field: 'sku', code: 'offerNotFound', message: `You have no offer ${sku}.` };
    if (!places.has(location))
      return { field: 'location', code: 'locationNotFound', message: `You have no location ${location}.` };
    const { countedBy } = sheet.levelOf(offer.offerId);
    if (countedBy === 'units')
      return { field: 'sku', code: 'countedByUnits', message: `The stock of ${sku} is counted by its units.` };
    const isNews = located.state(offer.offerId, location, onHand, safetyStock);
    if (isNews || countedBy !== 'locations') moved.add(offer.offerId);
    return isNews ? 'changed' : 'unchanged';
  });
  await settle(tx, sheet, located, moved);
  await tx.saveSheet(sheet);
  return outcomes;
}
