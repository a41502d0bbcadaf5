import { Bug } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { SalesJournal } from '../../application/ports.js';
import type { Sale } from '../../domain/sale.js';
import { insertSaleLines } from './insert-sale-lines.js';

const columns = {
  event_id: 'uuid',
  sale_id: 'uuid',
  region: 'text',
  market: 'text',
  kind: 'text',
  order_id: 'uuid',
  currency: 'text',
  net_minor: 'bigint',
  tax_minor: 'bigint',
  fees_minor: 'bigint',
  shipping_minor: 'bigint',
  gross_minor: 'bigint',
  payload: 'jsonb',
  occurred_at: 'timestamptz',
} as const;

const dueColumns = { source: 'text', source_id: 'uuid', order_id: 'uuid' } as const;

/** Sales as rows of the transaction that hears them. */
export class PostgresSalesJournal implements SalesJournal {
  constructor(private readonly tx: Tx) {}

  async append(sales: readonly Sale[]): Promise<void> {
    const added = await insertMany(
      this.tx,
      'sale',
      columns,
      sales.map(rowOf),
      'ON CONFLICT DO NOTHING RETURNING event_id, sale_id, order_id',
    );
    const isAdded = new Set(added.map(({ event_id }) => event_id));
    await insertSaleLines(
      this.tx,
      sales.filter(({ eventId }) => isAdded.has(eventId)),
    );
    const due = added.map(({ sale_id, order_id }) => ({ source: 'sale', source_id: sale_id, order_id }));
    await insertMany(this.tx, 'posting_due', dueColumns, due);
    const [differing] = await this.tx.query<{ sale_id: string; kind: string }>(
      `SELECT given.sale_id, given.kind
       FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS given (sale_id, kind, payload)
       LEFT JOIN sale USING (sale_id, kind)
       WHERE sale.payload IS DISTINCT FROM given.payload`,
      [sales.map(({ saleId }) => saleId), sales.map(({ kind }) => kind), sales.map(({ said }) => JSON.stringify(said))],
    );
    if (differing) throw new Bug(`${differing.kind} ${differing.sale_id} is known already and says something else`);
  }
}

function rowOf({ totals, ...sale }: Sale): Record<keyof typeof columns, unknown> {
  return {
    event_id: sale.eventId,
    sale_id: sale.saleId,
    region: sale.region,
    market: sale.market,
    kind: sale.kind,
    order_id: sale.orderId,
    currency: totals.gross.currency,
    net_minor: totals.net.minor,
    tax_minor: totals.tax.minor,
    fees_minor: totals.fees.minor,
    shipping_minor: totals.shipping.minor,
    gross_minor: totals.gross.minor,
    payload: sale.said,
    occurred_at: sale.occurredAt,
  };
}
