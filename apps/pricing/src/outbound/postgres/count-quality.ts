import type { DataOf, returnChangedV1, saleRecordedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import { mustBeInstant } from '@reprise/kernel';
import type { HeardFact } from '@reprise/platform/messaging';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import { dispatchDeadline } from '../../domain/dispatch-deadline.js';
import { countLine, noCounts, qualityCounters, withParcel, withReturn, withSale } from '../../domain/line-quality.js';
import type { QualityCounter, QualityLine } from '../../domain/line-quality.js';
import { columnOf, holdLines, lineJson } from './quality-rows.js';

type Told<F> = readonly HeardFact<DataOf<F>>[];
type Merge = { readonly lineId: string; readonly merge: (line: QualityLine) => QualityLine };

/** Lines as they were paid for; what was promised of their dispatch is what their seller promises now. */
export async function countSales(tx: Tx, facts: Told<typeof saleRecordedV1>): Promise<void> {
  const sales = facts.filter(({ data }) => data.kind === 'sale');
  const zones = await zonesOf(
    tx,
    sales.map(({ data }) => data.market),
  );
  const handling = await handlingDaysOf(
    tx,
    sales.flatMap(({ data }) => data.lines.map(({ sellerId }) => sellerId)),
  );
  await mergeLines(
    tx,
    sales.flatMap(({ data: { market, lines }, occurredAt }) =>
      lines.map(({ lineId, sellerId, variantId, grade, quantity }): Merge => {
        const soldAt = mustBeInstant(occurredAt);
        const dispatchBy = dispatchDeadline(soldAt, handling.get(sellerId) ?? 1, zones.get(market) ?? 'UTC');
        const sale = { market, sellerId, variantId, grade, quantity, soldAt, dispatchBy };
        return { lineId, merge: (line) => withSale(line, sale) };
      }),
    ),
  );
}

export async function countShipments(tx: Tx, facts: Told<typeof shipmentChangedV1>): Promise<void> {
  await mergeLines(
    tx,
    facts.flatMap(({ data: { shipmentId, version, shippedAt, lines } }) =>
      piecesByLine(lines).map(({ lineId, quantity }): Merge => {
        const parcel = { shipmentId, version, shippedAt: mustBeInstant(shippedAt), quantity };
        return { lineId, merge: (line) => withParcel(line, parcel) };
      }),
    ),
  );
}

export async function countReturns(tx: Tx, facts: Told<typeof returnChangedV1>): Promise<void> {
  await mergeLines(
    tx,
    facts.flatMap(({ data, occurredAt }) => {
      const { returnId, version, kind, reason, status, requestedAt, shippedAt, lines } = data;
      const asked = kind === 'return' || kind === 'warrantyClaim';
      return piecesByLine(lines).map(({ lineId, quantity }): Merge => {
        const told = {
          ...{ returnId, version, kind, reason, status, quantity },
          requestedAt: mustBeInstant(requestedAt),
          shippedAt: shippedAt === undefined ? undefined : mustBeInstant(shippedAt),
          // What was granted with its first version waited for nobody.
          answeredAt: asked && version > 1 && status !== 'requested' ? mustBeInstant(occurredAt) : undefined,
        };
        return { lineId, merge: (line) => withReturn(line, told) };
      });
    }),
  );
}

/** A fact may name a line twice. */
function piecesByLine(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): { readonly lineId: string; readonly quantity: number }[] {
  const pieces = new Map<string, number>();
  for (const { lineId, quantity } of lines) pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
  return [...pieces].map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** Merges into the lines, and moves the counters by what the lines add now less what they added before. */
async function mergeLines(tx: Tx, merges: readonly Merge[]): Promise<void> {
  if (merges.length === 0) return;
  const before = await holdLines(tx, [...new Set(merges.map(({ lineId }) => lineId))]);
  const after = new Map(before);
  for (const { lineId, merge } of merges) after.set(lineId, merge(after.get(lineId) as QualityLine));
  const changed = [...after.values()].filter((line) => line !== before.get(line.lineId));
  await insertMany(
    tx,
    'quality_line',
    { line_id: 'uuid', content: 'jsonb' },
    changed.map((line) => ({ line_id: line.lineId, content: lineJson(line) })),
    'ON CONFLICT (line_id) DO UPDATE SET content = excluded.content',
  );
  const moves = new Moves();
  for (const line of changed) {
    moves.add(before.get(line.lineId) as QualityLine, -1);
    moves.add(line, 1);
  }
  const rows = moves.rows();
  await insertMany(tx, 'quality_day', dayColumns, rows, addToDay);
  const sellers = [...new Set(rows.map(({ seller_id }) => seller_id))].sort();
  await markReviewsDue(tx, sellers);
}

/** Has the figures of sellers looked at as soon as may be. */
export async function markReviewsDue(tx: Tx, sellerIds: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO quality_review (seller_id, due_at) SELECT unnest($1::uuid[]), '-infinity'
     ON CONFLICT (seller_id) DO UPDATE SET due_at = excluded.due_at`,
    [sellerIds],
  );
}

/** A market may have another rule: sellers who sell there are looked at again. */
export async function markMarketsDue(tx: Tx, markets: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE quality_review SET due_at = '-infinity' WHERE seller_id IN (
       SELECT seller_id FROM quality_review r
       WHERE EXISTS (SELECT 1 FROM quality_day q WHERE q.seller_id = r.seller_id AND q.market = ANY($1::text[]))
       ORDER BY seller_id FOR UPDATE)`,
    [markets],
  );
}

const dayColumns = {
  seller_id: 'uuid',
  day: 'date',
  market: 'text',
  variant_id: 'uuid',
  grade: 'text',
  ...(Object.fromEntries(Object.values(columnOf).map((column) => [column, 'integer'])) as Record<string, string>),
};
const addToDay = `ON CONFLICT (seller_id, day, market, variant_id, grade) DO UPDATE SET ${Object.values(columnOf)
  .map((column) => `${column} = quality_day.${column} + excluded.${column}`)
  .join(', ')}`;

type DayRow = { readonly [Column in 'seller_id' | 'day' | 'market' | 'variant_id' | 'grade']: string };

/** By how much each counter moves. */
class Moves {
  private readonly days = new Map<
    string,
    { readonly key: readonly [string, string, string, string, string]; readonly counts: Record<QualityCounter, number> }
  >();

  add(line: QualityLine, sign: 1 | -1): void {
    for (const [day, counts] of countLine(line)) {
      const { sellerId, market, variantId, grade } = line.sale as NonNullable<QualityLine['sale']>;
      const key = [sellerId, day, market, variantId, grade] as const;
      const name = key.join(' ');
      let moved = this.days.get(name);
      if (moved === undefined) this.days.set(name, (moved = { key, counts: { ...noCounts } }));
      for (const counter of qualityCounters) moved.counts[counter] += sign * counts[counter];
    }
  }

  /** In order of key, so that two batches never wait for each other. */
  rows(): DayRow[] {
    return [...this.days]
      .filter(([, { counts }]) => qualityCounters.some((counter) => counts[counter] !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, counts }]) => ({
        ...{ seller_id: key[0], day: key[1], market: key[2], variant_id: key[3], grade: key[4] },
        ...Object.fromEntries(qualityCounters.map((counter) => [columnOf[counter], counts[counter]])),
      }));
  }
}

async function zonesOf(tx: Tx, markets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ market: string; zone: string }>(
    `SELECT market, definition ->> 'timeZone' AS zone FROM market WHERE market = ANY($1::text[])`,
    [markets],
  );
  return new Map(rows.map(({ market, zone }) => [market, zone]));
}

async function handlingDaysOf(tx: Tx, sellerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ seller_id: string; handling_days: number }>(
    'SELECT seller_id, handling_days FROM seller WHERE seller_id = ANY($1::uuid[])',
    [sellerIds],
  );
  return new Map(rows.map(({ seller_id, handling_days }) => [seller_id, handling_days]));
}
