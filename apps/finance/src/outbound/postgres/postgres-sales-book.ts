import { Money, mustBeCurrency } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import { SalesBook } from '../../application/ports.js';
import type { MarketTotals, SalesFilter, SalesPage, SalesPosition, StoredSale } from '../../application/ports.js';

interface SaleRow {
  readonly event_id: string;
  readonly region: string;
  readonly occurred_at: Date;
  readonly occurred_at_exact: string;
  readonly payload: unknown;
}

interface TotalsRow {
  readonly market: string;
  readonly currency: string;
  readonly sales: string;
  readonly refunds: string;
  readonly net_minor: string;
  readonly tax_minor: string;
  readonly fees_minor: string;
  readonly shipping_minor: string;
  readonly gross_minor: string;
}

/** Sales as finance reads them: page and sums of one snapshot, so that they agree while sales keep coming. */
export class PostgresSalesBook extends SalesBook {
  constructor(private readonly database: Database) {
    super();
  }

  read({ filter, after, limit }: { filter: SalesFilter; after?: SalesPosition; limit: number }): Promise<SalesPage> {
    return this.database.inTransaction(
      async (tx) => ({ sales: await readPage(tx, filter, after, limit), totals: await readTotals(tx, filter) }),
      { isolation: 'repeatable read' },
    );
  }
}

async function readPage(
  tx: Tx,
  filter: SalesFilter,
  after: SalesPosition | undefined,
  limit: number,
): Promise<StoredSale[]> {
  const where = new Conditions(filter);
  if (after) where.add((at, id) => `(occurred_at, event_id) < (${at}, ${id})`, after.occurredAt, after.eventId);
  const rows = await tx.query<SaleRow>(
    `SELECT event_id, region, occurred_at, payload,
       to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at_exact
     FROM sale ${where.sql} ORDER BY occurred_at DESC, event_id DESC LIMIT ${limit}`,
    where.params,
  );
  return rows.map((row) => ({
    eventId: row.event_id,
    region: row.region,
    occurredAt: row.occurred_at,
    said: row.payload,
    position: { occurredAt: row.occurred_at_exact, eventId: row.event_id },
  }));
}

async function readTotals(tx: Tx, filter: SalesFilter): Promise<MarketTotals[]> {
  const where = new Conditions(filter);
  const lessRefunds = (column: string): string => `sum(CASE kind WHEN 'sale' THEN ${column} ELSE -${column} END)`;
  const rows = await tx.query<TotalsRow>(
    `SELECT market, currency,
       count(*) FILTER (WHERE kind = 'sale') AS sales, count(*) FILTER (WHERE kind = 'refund') AS refunds,
       ${lessRefunds('net_minor')} AS net_minor, ${lessRefunds('tax_minor')} AS tax_minor,
       ${lessRefunds('fees_minor')} AS fees_minor, ${lessRefunds('shipping_minor')} AS shipping_minor,
       ${lessRefunds('gross_minor')} AS gross_minor
     FROM sale ${where.sql} GROUP BY market, currency ORDER BY market, currency`,
    where.params,
  );
  return rows.map((row) => {
    const currency = mustBeCurrency(row.currency);
    const money = (minor: string): Money => Money.ofMinor(BigInt(minor), currency);
    return {
      market: row.market,
      sales: Number(row.sales),
      refunds: Number(row.refunds),
      net: money(row.net_minor),
      tax: money(row.tax_minor),
      fees: money(row.fees_minor),
      shipping: money(row.shipping_minor),
      gross: money(row.gross_minor),
    };
  });
}

/** A WHERE clause that names only what is asked for, so that the index for it is used. */
class Conditions {
  readonly params: unknown[] = [];
  private readonly texts: string[] = [];

  constructor({ market, kind }: SalesFilter) {
    if (market !== undefined) this.add((value) => `market = ${value}`, market);
    if (kind !== undefined) this.add((value) => `kind = ${value}`, kind);
  }

  add(text: (...placeholders: string[]) => string, ...values: readonly unknown[]): void {
    this.texts.push(text(...values.map((value) => `$${this.params.push(value)}`)));
  }

  get sql(): string {
    return this.texts.length === 0 ? '' : `WHERE ${this.texts.join(' AND ')}`;
  }
}
