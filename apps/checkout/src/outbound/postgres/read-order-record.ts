import { instantOfEpochMs } from '@reprise/kernel';
import type { OrderId } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { DocumentSummary, OrderRecord } from '../../domain/order-record.js';
import type { Order } from '../../domain/order.js';
import type { SagaState } from '../../domain/saga-state.js';
import { msOf, progressOf, returnJson, returnOf, shipmentJson, shipmentOf } from './goods-rows.js';
import type { ProgressRow, ReturnRow, ShipmentRow } from './goods-rows.js';
import { orderOf, sagaOf } from './order-rows.js';
import type { OrderLineRow, OrderRow, SagaRow } from './order-rows.js';
import { refundJson, refundRecordOf } from './refund-rows.js';
import type { RefundRecordRow } from './refund-rows.js';

interface DocumentRow extends Pick<DocumentSummary, 'id' | 'kind' | 'issuer' | 'total'> {
  readonly number: string | null;
  readonly issued_ms: number;
  readonly corrects: DocumentSummary['corrects'] | null;
}

interface RecordRow extends OrderRow {
  readonly lines: OrderLineRow[];
  readonly saga: SagaRow;
  readonly history: { at_ms: number; state: SagaState; detail: string | null }[];
  readonly refunds: RefundRecordRow[] | null;
  readonly progress: ProgressRow[] | null;
  readonly shipments: ShipmentRow[] | null;
  readonly returns: ReturnRow[] | null;
  readonly documents: DocumentRow[] | null;
  readonly terms: { time_zone: string | null; withdrawal_days: number | null } | null;
}

/** An order nobody has paid has no goods to follow: polled while it is placed, it is not asked for any. */
const isPaid = `s.state IN ('confirmed', 'refunding', 'partlyRefunded', 'refunded')`;

const all = (json: string, table: string, order: string): string =>
  `CASE WHEN ${isPaid} THEN (SELECT jsonb_agg(${json} ORDER BY ${order}) FROM ${table} t WHERE t.order_id = o.order_id) END`;

const documentJson = `jsonb_build_object('id', t.document_id, 'kind', t.kind, 'number', t.number, 'issued_ms', ${msOf('t.issued_at')},
  'issuer', jsonb_build_object('id', t.issuer_id, 'name', t.content->'issuer'->'name'), 'total', t.content->'totals'->'gross',
  'corrects', t.content->'corrects')`;

/** Amounts as text: as JSON numbers they would pass through floating point. */
const linesSql = `(SELECT jsonb_agg(to_jsonb(l) || jsonb_build_object('net_minor', l.net_minor::text, 'tax_minor', l.tax_minor::text,
       'gross_minor', l.gross_minor::text) ORDER BY l.position) FROM order_line l WHERE l.order_id = o.order_id)`;

/** Orders whose id is in $1. One statement, and so one snapshot: state, history, goods and refunds of the same moment. */
const sql = `SELECT o.*, to_jsonb(s) AS saga,
    ${linesSql} AS lines,
    (SELECT jsonb_agg(jsonb_build_object('at_ms', ${msOf('e.at')}, 'state', e.state,
       'detail', e.detail) ORDER BY e.version) FROM order_event e WHERE e.order_id = o.order_id) AS history,
    ${all(refundJson, 'refund', 't.requested_at, t.refund_id')} AS refunds,
    CASE WHEN ${isPaid} THEN (SELECT jsonb_agg(to_jsonb(t) ORDER BY l.position) FROM line_progress t JOIN order_line l USING (line_id)
       WHERE t.order_id = o.order_id) END AS progress,
    ${all(shipmentJson, 'shipment', 't.shipment_id')} AS shipments,
    ${all(returnJson, 'goods_return', 't.return_id')} AS returns,
    ${all(documentJson, 'document', 't.issued_at, t.document_id')} AS documents,
    (SELECT jsonb_build_object('time_zone', m.time_zone, 'withdrawal_days', m.withdrawal_days) FROM market m
       WHERE m.market = o.market) AS terms
  FROM placed_order o JOIN saga s USING (order_id) WHERE o.order_id = ANY ($1::uuid[])`;

/** Orders as they were placed. */
export async function readOrders(tx: Tx, orderIds: readonly OrderId[]): Promise<Map<OrderId, Order>> {
  const rows = await tx.query<OrderRow & { readonly lines: OrderLineRow[] }>(
    `SELECT o.*, ${linesSql} AS lines FROM placed_order o WHERE o.order_id = ANY ($1::uuid[])`,
    [orderIds],
  );
  return new Map(rows.map((row) => [row.order_id as OrderId, orderOf(row, row.lines)]));
}

/** Orders with all that happened to them, newest first. */
export async function readOrderRecords(tx: Tx, orderIds: readonly OrderId[]): Promise<OrderRecord[]> {
  const rows = await tx.query<RecordRow>(`${sql} ORDER BY o.order_id DESC`, [orderIds]);
  return rows.map(recordOf);
}

function recordOf(row: RecordRow): OrderRecord {
  const { time_zone: timeZone, withdrawal_days: days } = row.terms ?? { time_zone: null, withdrawal_days: null };
  return {
    order: orderOf(row, row.lines),
    saga: sagaOf(row.saga),
    history: row.history.map(({ at_ms, state, detail }) => ({
      at: instantOfEpochMs(at_ms),
      state,
      ...(detail !== null && { detail }),
    })),
    progress: (row.progress ?? []).map(progressOf),
    shipments: (row.shipments ?? []).map(shipmentOf),
    returns: (row.returns ?? []).map(returnOf),
    refunds: (row.refunds ?? []).map(refundRecordOf),
    documents: (row.documents ?? []).map(({ number, issued_ms: issuedMs, corrects, ...rest }) => ({
      ...rest,
      ...(number !== null && { number }),
      issuedAt: instantOfEpochMs(issuedMs),
      ...(corrects != null && { corrects }),
    })),
    terms: { ...(timeZone !== null && { timeZone }), ...(days !== null && { days }) },
  };
}
