import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import type { TaxLineJson } from '@reprise/contracts';
import { instantOfEpochMs, Money } from '@reprise/kernel';
import type { ChargedTax, GoodsSent, MoneyMovement, MovedLine } from '../../domain/ledger/movement.js';

type SaleData = DataOf<typeof saleRecordedV1>;

export interface SaleRow {
  readonly event_id: string;
  readonly order_id: string;
  readonly region: string;
  readonly occurred_at: Date;
  /** It was stored because it satisfied the contract. */
  readonly payload: SaleData;
}

export interface GoodsSentRow {
  readonly shipment_id: string;
  readonly event_id: string;
  readonly order_id: string;
  readonly occurred_at: Date;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** A stored sale or refund as the posting rules read it. */
export function moneyMovementOf({ event_id, region, occurred_at, payload }: SaleRow): MoneyMovement {
  const { totals, shipping, payment } = payload;
  const { country, region: state } = payload.shipTo;
  const lineTax = payload.lines.map(({ tax }) => Money.fromJson(tax));
  const tax = Money.fromJson(totals.tax);
  return {
    kind: payload.kind,
    id: payload.saleId,
    factId: event_id,
    orderId: payload.orderId,
    region,
    market: payload.market,
    occurredAt: instantOfEpochMs(occurred_at.getTime()),
    shipTo: { country, ...(state !== undefined && { region: state }) },
    lines: payload.lines.map(lineOf),
    gross: Money.fromJson(totals.gross),
    fees: Money.fromJson(totals.fees),
    delivery: {
      amount: Money.fromJson(totals.shipping),
      tax: tax.minus(Money.sum(lineTax, tax.currency)),
      taxes: (shipping?.taxLines ?? []).map(taxOf),
    },
    payment: { provider: payment.provider, reference: payment.reference },
  };
}

/** A stored parcel as the posting rules read it. */
export function goodsSentOf({ shipment_id, event_id, order_id, occurred_at, lines }: GoodsSentRow): GoodsSent {
  return {
    kind: 'shipment',
    id: shipment_id,
    factId: event_id,
    orderId: order_id,
    occurredAt: instantOfEpochMs(occurred_at.getTime()),
    lines,
  };
}

function lineOf(line: SaleData['lines'][number]): MovedLine {
  const { lineId, sellerId, variantId, quantity, taxDecision } = line;
  const shown = Money.fromJson(line.unitPrice).times(quantity);
  return {
    ...{ lineId, sellerId, variantId, quantity },
    shown: line.discount ? shown.minus(Money.fromJson(line.discount)) : shown,
    net: Money.fromJson(line.net),
    gross: Money.fromJson(line.gross),
    taxes: line.taxLines.map(taxOf),
    fees: line.fees.map(({ id, amount }) => ({ id, amount: Money.fromJson(amount) })),
    ...(taxDecision && { sellerEstablishedIn: taxDecision.sellerEstablishedIn }),
  };
}

function taxOf(tax: TaxLineJson): ChargedTax {
  const { country, state, code, name } = tax.jurisdiction;
  return {
    ...{ country, code, name, ...(state !== undefined && { state }) },
    rate: tax.rate,
    taxable: Money.fromJson(tax.taxable),
    amount: Money.fromJson(tax.amount),
    treatment: tax.treatment,
    responsibility: tax.taxCollectionResponsibility,
  };
}
