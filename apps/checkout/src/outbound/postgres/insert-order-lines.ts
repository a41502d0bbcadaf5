import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Order } from '../../domain/order.js';

/** Writes the lines of an order in their order. */
export async function insertOrderLines(tx: Tx, order: Order): Promise<void> {
  const columns = {
    line_id: 'uuid',
    order_id: 'uuid',
    position: 'integer',
    offer_id: 'uuid',
    seller_id: 'uuid',
    variant_id: 'uuid',
    quantity: 'integer',
    net_minor: 'bigint',
    tax_minor: 'bigint',
    gross_minor: 'bigint',
    shown: 'jsonb',
  };
  const rows = order.lines.map((line, position) => ({
    line_id: line.id,
    order_id: order.id,
    position,
    offer_id: line.offerId,
    seller_id: line.sellerId,
    variant_id: line.variantId,
    quantity: line.quantity,
    net_minor: line.net.minor,
    tax_minor: line.tax.minor,
    gross_minor: line.gross.minor,
    shown: line.shown,
  }));
  await insertMany(tx, 'order_line', columns, rows);
}
