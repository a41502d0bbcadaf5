import { returnChangedV1, saleShippedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import type { Category } from '../../domain/goods-words.js';
import { instantOfEpochMs, invariant } from '@reprise/kernel';
import type { OrderId, SellerId, Uuid, VariantId } from '@reprise/kernel';
import { say } from '@reprise/platform/messaging';
import { insertMany, upsertNewer } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { GoodsTx, SellerOrder, SentUnit, VariantCopy, Withdrawal } from '../../application/goods-ports.js';
import type { GoodsReturn, LinePieces, Shipment } from '../../domain/goods.js';
import { bySeller, consignmentStatusOf } from '../../domain/line-progress.js';
import type { Customer } from '../../domain/order.js';
import { returnFactOf, shipmentFactOf, shippedFactOf } from './goods-facts.js';
import type { FactLineRow } from './goods-facts.js';
import { progressOf, returnJson, returnOf, unitOf } from './goods-rows.js';
import type { ProgressRow, ReturnRow, UnitRow } from './goods-rows.js';
import { readOrderRecords } from './read-order-record.js';

const dateOf = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

/** What follows a paid order, on PostgreSQL. */
export class PostgresGoods implements GoodsTx {
  constructor(private readonly tx: Tx) {}

  async saveVariants(variants: readonly VariantCopy[]): Promise<void> {
    const rows = variants.map(({ variantId, title = null, ...rest }) => ({ variant_id: variantId, title, ...rest }));
    await upsertNewer(
      this.tx,
      'variant',
      ['variant_id'],
      { variant_id: 'uuid', version: 'bigint', category: 'text', title: 'jsonb' },
      rows,
    );
  }

  async categoriesOf(variantIds: readonly VariantId[]): Promise<ReadonlyMap<VariantId, Category>> {
    const rows = await this.tx.query<{ variant_id: VariantId; category: Category }>(
      'SELECT variant_id, category FROM variant WHERE variant_id = ANY ($1::uuid[])',
      [variantIds],
    );
    return new Map(rows.map(({ variant_id: variantId, category }) => [variantId, category]));
  }

  async openConsignments(orderIds: readonly OrderId[]): Promise<void> {
    await this.tx.query(
      `WITH opened AS (
         INSERT INTO consignment (order_id, seller_id, status)
         SELECT DISTINCT order_id, seller_id, 'awaitingShipment' FROM order_line WHERE order_id = ANY ($1::uuid[])
       )
       INSERT INTO line_progress (line_id, order_id, seller_id, quantity)
       SELECT line_id, order_id, seller_id, quantity FROM order_line WHERE order_id = ANY ($1::uuid[])`,
      [orderIds],
    );
  }

  async notePieces(
    orderId: OrderId,
    pieces: readonly LinePieces[],
    became: 'cancelled' | 'shipped' | 'delivered' | 'returned',
    sign: 1 | -1 = 1,
  ): Promise<void> {
    await this.tx.query(
      `UPDATE line_progress p SET ${became} = p.${became} + n.pieces
         FROM unnest($2::uuid[], $3::integer[]) AS n (line_id, pieces) WHERE p.line_id = n.line_id AND p.order_id = $1`,
      [orderId, pieces.map(({ lineId }) => lineId), pieces.map(({ quantity }) => sign * quantity)],
    );
    const rows = await this.tx.query<ProgressRow>('SELECT * FROM line_progress WHERE order_id = $1', [orderId]);
    const progress = rows.map(progressOf);
    const sellers = [...bySeller(progress, progress).keys()];
    await this.tx.query(
      `UPDATE consignment c SET status = n.status FROM unnest($2::uuid[], $3::text[]) AS n (seller_id, status)
        WHERE c.order_id = $1 AND c.seller_id = n.seller_id AND c.status <> n.status`,
      [
        orderId,
        sellers,
        sellers.map((seller) => consignmentStatusOf(progress.filter((line) => line.sellerId === seller))),
      ],
    );
  }

  async insertShipment(shipment: Shipment): Promise<boolean> {
    const { id, orderId, sellerId, version, status, carrier, trackingNumber, shippedAt, lines } = shipment;
    await this.tx.query(
      `INSERT INTO shipment (shipment_id, order_id, seller_id, version, status, carrier, tracking_number, shipped_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, orderId, sellerId, version, status, carrier, trackingNumber ?? null, new Date(shippedAt)],
    );
    await this.insertLines('shipment_line', { shipment_id: id }, lines);
    const units = lines.flatMap(({ lineId, units: named }) =>
      named.map(({ imei, serial }, position) => ({
        shipment_id: id,
        line_id: lineId,
        position,
        imei: imei ?? null,
        serial: serial ?? null,
      })),
    );
    const columns = { shipment_id: 'uuid', line_id: 'uuid', position: 'integer', imei: 'text', serial: 'text' };
    const suffix = 'ON CONFLICT (imei) WHERE return_id IS NULL DO NOTHING RETURNING position';
    const inserted = await insertMany(this.tx, 'shipment_unit', columns, units, suffix);
    return inserted.length === units.length;
  }

  async saveShipment({ id, version, status, deliveredAt }: Shipment): Promise<void> {
    await this.tx.query(
      'UPDATE shipment SET version = $2, status = $3, delivered_at = $4 WHERE shipment_id = $1 AND version = $2 - 1',
      [id, version, status, dateOf(deliveredAt)],
    );
  }

  async unitsWithBuyer(orderId: OrderId): Promise<SentUnit[]> {
    const rows = await this.tx.query<UnitRow & { shipment_id: Uuid; line_id: Uuid; position: number }>(
      `SELECT u.* FROM shipment_unit u JOIN shipment s USING (shipment_id)
        WHERE s.order_id = $1 AND u.return_id IS NULL ORDER BY u.shipment_id, u.line_id, u.position`,
      [orderId],
    );
    return rows.map((row) => ({
      ...unitOf(row),
      shipmentId: row.shipment_id,
      lineId: row.line_id,
      position: row.position,
    }));
  }

  async releaseUnits(units: readonly SentUnit[], returnId: Uuid): Promise<void> {
    await this.tx.query(
      `UPDATE shipment_unit u SET return_id = $1 FROM unnest($2::uuid[], $3::uuid[], $4::integer[]) AS n (shipment_id, line_id, position)
        WHERE u.shipment_id = n.shipment_id AND u.line_id = n.line_id AND u.position = n.position`,
      [
        returnId,
        units.map(({ shipmentId }) => shipmentId),
        units.map(({ lineId }) => lineId),
        units.map(({ position }) => position),
      ],
    );
  }

  async insertReturn(goodsReturn: GoodsReturn): Promise<void> {
    const { id, orderId, sellerId, version, kind, reason, status, requestedAt, lines } = goodsReturn;
    const { shippedAt, receivedAt, message, withdrawalId } = goodsReturn;
    await this.tx.query(
      `INSERT INTO goods_return (return_id, order_id, seller_id, version, kind, reason, status, requested_at, shipped_at, received_at,
         message, withdrawal_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, orderId, sellerId, version, kind, reason, status, new Date(requestedAt)],
        ...[dateOf(shippedAt), dateOf(receivedAt), message ?? null, withdrawalId ?? null],
      ],
    );
    await this.insertLines('goods_return_line', { return_id: id }, lines);
  }

  async saveReturn({ id, version, status, receivedAt, message }: GoodsReturn): Promise<void> {
    await this.tx.query(
      `UPDATE goods_return SET version = $2, status = $3, received_at = $4, message = $5
        WHERE return_id = $1 AND version = $2 - 1`,
      [id, version, status, dateOf(receivedAt), message ?? null],
    );
  }

  async findReturn(returnId: Uuid): Promise<GoodsReturn | undefined> {
    const [row] = await this.tx.query<{ found: ReturnRow }>(
      `SELECT ${returnJson} AS found FROM goods_return t WHERE t.return_id = $1`,
      [returnId],
    );
    return row && returnOf(row.found);
  }

  async insertWithdrawal({ id, orderId, tokenSha256, expiresAt, lines }: Withdrawal): Promise<void> {
    await this.tx.query(
      'INSERT INTO withdrawal (withdrawal_id, order_id, token_sha256, expires_at, lines) VALUES ($1, $2, $3, $4, $5)',
      [id, orderId, tokenSha256, new Date(expiresAt), JSON.stringify(lines)],
    );
  }

  async findWithdrawal(orderId: OrderId, withdrawalId: Uuid): Promise<Withdrawal | undefined> {
    const [row] = await this.tx.query<{
      token_sha256: string;
      expires_at: Date;
      lines: LinePieces[];
      acknowledgement: Readonly<Record<string, unknown>> | null;
    }>('SELECT * FROM withdrawal WHERE withdrawal_id = $1 AND order_id = $2', [withdrawalId, orderId]);
    if (!row) return undefined;
    return {
      id: withdrawalId,
      orderId,
      tokenSha256: row.token_sha256,
      expiresAt: instantOfEpochMs(row.expires_at.getTime()),
      lines: row.lines,
      ...(row.acknowledgement !== null && { acknowledgement: row.acknowledgement }),
    };
  }

  async saveAcknowledgement(withdrawalId: Uuid, acknowledgement: Withdrawal['acknowledgement']): Promise<void> {
    await this.tx.query('UPDATE withdrawal SET acknowledgement = $2 WHERE withdrawal_id = $1', [
      withdrawalId,
      JSON.stringify(acknowledgement),
    ]);
  }

  async sayShipment(shipment: Shipment): Promise<void> {
    const { market, lines } = await this.factLines(shipment.lines);
    await say(this.tx, shipmentChangedV1, {
      data: shipmentFactOf(shipment, market, lines),
      version: shipment.version,
      market,
    });
    // What is earned on dispatch is earned once, whatever becomes of the parcel.
    if (shipment.version > 1) return;
    await say(this.tx, saleShippedV1, { data: shippedFactOf(shipment, market), version: 1, market });
  }

  async sayReturn(goodsReturn: GoodsReturn): Promise<void> {
    const { market, lines } = await this.factLines(goodsReturn.lines);
    await say(this.tx, returnChangedV1, {
      data: returnFactOf(goodsReturn, market, lines),
      version: goodsReturn.version,
      market,
    });
  }

  async findSellerOrder(sellerId: SellerId, orderId: OrderId): Promise<SellerOrder | undefined> {
    const rows = await this.tx.query('SELECT FROM consignment WHERE order_id = $1 AND seller_id = $2', [
      orderId,
      sellerId,
    ]);
    const [found] = rows.length === 0 ? [] : await this.sellerOrders([orderId]);
    return found;
  }

  async listSellerOrders(
    sellerId: SellerId,
    { status, before, limit }: Parameters<GoodsTx['listSellerOrders']>[1],
  ): Promise<SellerOrder[]> {
    const rows = await this.tx.query<{ order_id: OrderId }>(
      `SELECT order_id FROM consignment WHERE seller_id = $1 AND ($2::text IS NULL OR status = $2)
         AND ($3::uuid IS NULL OR order_id < $3) ORDER BY order_id DESC LIMIT $4`,
      [sellerId, status ?? null, before ?? null, limit],
    );
    return this.sellerOrders(rows.map(({ order_id: orderId }) => orderId));
  }

  private async sellerOrders(orderIds: readonly OrderId[]): Promise<SellerOrder[]> {
    const records = await readOrderRecords(this.tx, orderIds);
    const customers = await this.tx.query<Customer & { order_id: OrderId }>(
      'SELECT * FROM customer WHERE order_id = ANY ($1::uuid[])',
      [orderIds],
    );
    return records.map((record) => {
      const customer = customers.find(({ order_id: orderId }) => orderId === record.order.id);
      invariant(customer, `order ${record.order.id} has a customer`);
      return { record, customer };
    });
  }

  private async insertLines(
    table: 'shipment_line' | 'goods_return_line',
    owner: Readonly<Record<string, Uuid>>,
    lines: readonly LinePieces[],
  ): Promise<void> {
    const [name = ''] = Object.keys(owner);
    const columns = { [name]: 'uuid', line_id: 'uuid', quantity: 'integer' };
    const rows = lines.map(({ lineId, quantity }) => ({ ...owner, line_id: lineId, quantity }));
    await insertMany(this.tx, table, columns, rows);
  }

  private async factLines(lines: readonly LinePieces[]): Promise<{ market: string; lines: FactLineRow[] }> {
    const rows = await this.tx.query<FactLineRow & { market: string }>(
      `SELECT l.line_id, l.offer_id, l.variant_id, l.shown->>'grade' AS grade, o.market FROM order_line l
         JOIN placed_order o USING (order_id) WHERE l.line_id = ANY ($1::uuid[])`,
      [lines.map(({ lineId }) => lineId)],
    );
    const [first] = rows;
    invariant(first, 'a parcel or a return has lines');
    return { market: first.market, lines: rows };
  }
}
