import { instantOfEpochMs } from '@reprise/kernel';
import type { OrderId, Uuid } from '@reprise/kernel';
import type { Refund } from '../../application/ports.js';
import { feesMinor, taxMinor, totalMinor } from '../../domain/money-parts.js';
import type { MoneyParts, TaxPart } from '../../domain/money-parts.js';
import type { RefundRecord } from '../../domain/order-record.js';
import type { RefundPart } from '../../domain/plan-refund.js';
import { msOf } from './goods-rows.js';
import { moneyOf } from './order-rows.js';

export interface RefundRow {
  readonly refund_id: Uuid;
  readonly order_id: OrderId;
  readonly idempotency_key: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly charge_reference: string;
  readonly reference: string | null;
  readonly return_id: Uuid | null;
}

interface PartRow {
  readonly line_id: Uuid | null;
  readonly quantity: number;
  readonly reduction: boolean;
  readonly net_minor: string;
  readonly detail: PartDetail;
}

/** Minor units as text: JSON numbers are not exact. Pairs are what a tax fell on, and how much it is. */
interface PartDetail {
  readonly taxes: readonly (readonly [string, string])[];
  readonly fees: readonly string[];
}

export interface RefundRecordRow extends Omit<RefundRow, 'idempotency_key' | 'charge_reference'> {
  readonly requested_ms: number;
  readonly settled_ms: number | null;
  readonly parts: readonly PartRow[] | null;
}

/** The parts of the refund in row `t`, as jsonb. */
export const partsJson = `(SELECT jsonb_agg(jsonb_build_object('line_id', p.line_id, 'quantity', p.quantity, 'reduction', p.reduction,
    'net_minor', p.net_minor::text, 'detail', p.detail) ORDER BY p.position) FROM refund_part p WHERE p.refund_id = t.refund_id)`;

/** A refund with its parts as one jsonb value, for the row `t` of `refund`. */
export const refundJson = `to_jsonb(t) || jsonb_build_object('amount_minor', t.amount_minor::text, 'requested_ms', ${msOf('t.requested_at')},
  'settled_ms', ${msOf('t.settled_at')}, 'parts', ${partsJson})`;

export function refundOf(row: RefundRow): Refund {
  return {
    id: row.refund_id,
    orderId: row.order_id,
    idempotencyKey: row.idempotency_key,
    amount: moneyOf(row.amount_minor, row.currency),
    chargeReference: row.charge_reference,
    ...(row.return_id !== null && { returnId: row.return_id }),
    isSettled: row.reference !== null,
  };
}

export function refundRecordOf(row: RefundRecordRow): RefundRecord {
  return {
    id: row.refund_id,
    amount: moneyOf(row.amount_minor, row.currency),
    requestedAt: instantOfEpochMs(row.requested_ms),
    ...(row.settled_ms !== null && { settledAt: instantOfEpochMs(row.settled_ms) }),
    ...(row.return_id !== null && { returnId: row.return_id }),
    parts: (row.parts ?? []).map(partOf),
  };
}

/** The columns of `refund_part`, and a part as its row. */
export const partColumns = {
  refund_id: 'uuid',
  position: 'integer',
  line_id: 'uuid',
  quantity: 'integer',
  reduction: 'boolean',
  net_minor: 'bigint',
  tax_minor: 'bigint',
  fees_minor: 'bigint',
  gross_minor: 'bigint',
  detail: 'jsonb',
};

export function partRow(refundId: Uuid, { lineId, quantity, reduction, parts }: RefundPart, position: number) {
  return {
    refund_id: refundId,
    position,
    line_id: lineId ?? null,
    quantity,
    reduction,
    net_minor: parts.netMinor,
    tax_minor: taxMinor(parts),
    fees_minor: feesMinor(parts),
    gross_minor: totalMinor(parts),
    detail: detailOf(parts),
  };
}

function detailOf({ taxes, feeMinors }: MoneyParts): PartDetail {
  return {
    taxes: taxes.map(pairOf),
    fees: feeMinors.map(String),
  };
}

function partOf({ line_id: lineId, quantity, reduction, net_minor: net, detail }: PartRow): RefundPart {
  const { taxes, fees } = detail;
  return {
    ...(lineId !== null && { lineId }),
    quantity,
    reduction,
    parts: {
      netMinor: BigInt(net),
      taxes: taxes.map(taxOf),
      feeMinors: fees.map(BigInt),
    },
  };
}

function pairOf({ taxableMinor, amountMinor }: TaxPart): readonly [string, string] {
  return [String(taxableMinor), String(amountMinor)];
}

function taxOf([taxable, amount]: readonly [string, string]): TaxPart {
  return { taxableMinor: BigInt(taxable), amountMinor: BigInt(amount) };
}
