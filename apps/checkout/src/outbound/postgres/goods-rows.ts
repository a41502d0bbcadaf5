import { instantOfEpochMs } from '@reprise/kernel';
import type { OrderId, SellerId, Uuid } from '@reprise/kernel';
import type { GoodsReturn, LineProgress, Shipment, UnitIdentity } from '../../domain/goods.js';

/** A moment as milliseconds since 1970, inside jsonb. */
export const msOf = (column: string): string => `floor(extract(epoch FROM ${column}) * 1000)`;

export interface ProgressRow {
  readonly line_id: Uuid;
  readonly seller_id: SellerId;
  readonly quantity: number;
  readonly cancelled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
}

export interface UnitRow {
  readonly imei: string | null;
  readonly serial: string | null;
}

interface PiecesRow {
  readonly line_id: Uuid;
  readonly quantity: number;
  readonly units: readonly UnitRow[] | null;
}

export interface ShipmentRow {
  readonly shipment_id: Uuid;
  readonly order_id: OrderId;
  readonly seller_id: SellerId;
  readonly version: number;
  readonly status: Shipment['status'];
  readonly carrier: string;
  readonly tracking_number: string | null;
  readonly shipped_ms: number;
  readonly delivered_ms: number | null;
  readonly lines: readonly PiecesRow[];
}

export interface ReturnRow {
  readonly return_id: Uuid;
  readonly order_id: OrderId;
  readonly seller_id: SellerId;
  readonly version: number;
  readonly kind: GoodsReturn['kind'];
  readonly reason: GoodsReturn['reason'];
  readonly status: GoodsReturn['status'];
  readonly requested_ms: number;
  readonly shipped_ms: number | null;
  readonly received_ms: number | null;
  readonly message: string | null;
  readonly withdrawal_id: Uuid | null;
  readonly lines: readonly PiecesRow[];
}

/** A shipment as one jsonb value, for the row `t` of `shipment`. */
export const shipmentJson = `to_jsonb(t) || jsonb_build_object('shipped_ms', ${msOf('t.shipped_at')}, 'delivered_ms', ${msOf('t.delivered_at')},
  'lines', (SELECT jsonb_agg(jsonb_build_object('line_id', l.line_id, 'quantity', l.quantity, 'units', (
      SELECT jsonb_agg(jsonb_build_object('imei', u.imei, 'serial', u.serial) ORDER BY u.position) FROM shipment_unit u
       WHERE u.shipment_id = l.shipment_id AND u.line_id = l.line_id)) ORDER BY l.line_id)
    FROM shipment_line l WHERE l.shipment_id = t.shipment_id))`;

/** A return as one jsonb value, for the row `t` of `goods_return`. */
export const returnJson = `to_jsonb(t) || jsonb_build_object('requested_ms', ${msOf('t.requested_at')}, 'shipped_ms', ${msOf('t.shipped_at')},
  'received_ms', ${msOf('t.received_at')},
  'lines', (SELECT jsonb_agg(jsonb_build_object('line_id', l.line_id, 'quantity', l.quantity, 'units', (
      SELECT jsonb_agg(jsonb_build_object('imei', u.imei, 'serial', u.serial) ORDER BY u.shipment_id, u.position)
        FROM shipment_unit u WHERE u.return_id = l.return_id AND u.line_id = l.line_id)) ORDER BY l.line_id)
    FROM goods_return_line l WHERE l.return_id = t.return_id))`;

export function progressOf(row: ProgressRow): LineProgress {
  const { line_id: lineId, seller_id: sellerId, quantity, cancelled, shipped, delivered, returned } = row;
  return { lineId, sellerId, quantity, cancelled, shipped, delivered, returned };
}

export function shipmentOf(row: ShipmentRow): Shipment {
  return {
    id: row.shipment_id,
    orderId: row.order_id,
    sellerId: row.seller_id,
    version: row.version,
    status: row.status,
    carrier: row.carrier,
    ...(row.tracking_number !== null && { trackingNumber: row.tracking_number }),
    shippedAt: instantOfEpochMs(row.shipped_ms),
    ...(row.delivered_ms !== null && { deliveredAt: instantOfEpochMs(row.delivered_ms) }),
    lines: row.lines.map(piecesOf),
  };
}

export function returnOf(row: ReturnRow): GoodsReturn {
  return {
    id: row.return_id,
    orderId: row.order_id,
    sellerId: row.seller_id,
    version: row.version,
    kind: row.kind,
    reason: row.reason,
    status: row.status,
    requestedAt: instantOfEpochMs(row.requested_ms),
    ...(row.shipped_ms !== null && { shippedAt: instantOfEpochMs(row.shipped_ms) }),
    ...(row.received_ms !== null && { receivedAt: instantOfEpochMs(row.received_ms) }),
    ...(row.message !== null && { message: row.message }),
    ...(row.withdrawal_id !== null && { withdrawalId: row.withdrawal_id }),
    lines: row.lines.map(piecesOf),
  };
}

export function unitOf({ imei, serial }: UnitRow): UnitIdentity {
  return { ...(imei !== null && { imei }), ...(serial !== null && { serial }) };
}

function piecesOf({ line_id: lineId, quantity, units }: PiecesRow): Shipment['lines'][number] {
  return { lineId, quantity, units: (units ?? []).map(unitOf) };
}
