import type { DataOf, orderPlacedV1, saleRecordedV1 } from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import type { MoneyJson } from '@reprise/kernel';
import { feesMinor, partsOfDelivery, taxMinor, totalMinor } from '../../domain/money-parts.js';
import type { MoneyParts, TaxPart } from '../../domain/money-parts.js';
import type { RefundRecord } from '../../domain/order-record.js';
import type { Order, OrderLine } from '../../domain/order.js';
import { planRestRefund } from '../../domain/plan-refund.js';
import type { RefundPart } from '../../domain/plan-refund.js';

type Sale = DataOf<typeof saleRecordedV1>;

/** The order as inventory hears it: one line an offer. */
export function placedFactOf(order: Order): DataOf<typeof orderPlacedV1> {
  const quantities = new Map<string, number>();
  for (const { offerId, quantity } of order.lines) quantities.set(offerId, (quantities.get(offerId) ?? 0) + quantity);
  return {
    orderId: order.id,
    version: 1,
    market: order.market,
    ...(order.cartId !== undefined && { cartId: order.cartId }),
    lines: [...quantities].map(([offerId, quantity]) => ({ offerId, quantity })),
  };
}

/** The sale as finance books it: no person in it. */
export function saleFactOf(order: Order, { version, reference }: Movement): Sale {
  const { net, tax, fees, shipping, gross } = order.totals;
  const delivery = deliveryOf(order, partsOfDelivery(order));
  return {
    ...headOf(order, version),
    saleId: order.id,
    kind: 'sale',
    lines: order.lines.map((line) => ({
      ...lineHeadOf(line),
      quantity: line.quantity,
      net: line.net.toJSON(),
      tax: line.tax.toJSON(),
      gross: line.gross.toJSON(),
    })) as unknown as Sale['lines'],
    totals: {
      net: net.toJSON(),
      tax: tax.toJSON(),
      fees: fees.toJSON(),
      shipping: shipping.toJSON(),
      gross: gross.toJSON(),
    },
    ...(delivery && { shipping: delivery }),
    payment: { provider: 'psp', reference, method: order.paymentMethod },
  };
}

/** A refund as finance books it: each line with its own share of every tax and fee, in positive amounts. */
export function refundFactOf(order: Order, refund: RefundRecord, { version, reference }: Movement): Sale {
  const parts = refund.parts.length > 0 ? refund.parts : planRestRefund(order, []);
  const lines = parts.flatMap((part) => {
    const line = order.lines.find(({ id }) => id === part.lineId);
    return line ? [refundLineOf(line, part)] : [];
  });
  const ofDelivery = parts.find(({ lineId }) => lineId === undefined)?.parts;
  const money = moneyIn(order);
  const sum = (of: (parts: MoneyParts) => bigint): bigint => parts.reduce((total, part) => total + of(part.parts), 0n);
  const shippingMinor = ofDelivery?.netMinor ?? 0n;
  const delivery = ofDelivery && deliveryOf(order, ofDelivery);
  return {
    ...headOf(order, version),
    saleId: refund.id,
    kind: 'refund',
    lines: lines as unknown as Sale['lines'],
    totals: {
      net: money(sum(({ netMinor }) => netMinor) - shippingMinor),
      tax: money(sum(taxMinor)),
      fees: money(sum(feesMinor)),
      shipping: money(shippingMinor),
      gross: money(sum(totalMinor)),
    },
    ...(delivery && { shipping: delivery }),
    ...(refund.returnId !== undefined && { returnId: refund.returnId }),
    payment: { provider: 'psp', reference, method: order.paymentMethod },
  };
}

interface Movement {
  readonly version: number;
  readonly reference: string;
}

function headOf(order: Order, version: number): Pick<Sale, 'orderId' | 'quoteId' | 'version' | 'market' | 'shipTo'> {
  const { id: orderId, quoteId, market, shipCountry: country, shipRegion: region } = order;
  return { orderId, quoteId, version, market, shipTo: { country, ...(region !== undefined && { region }) } };
}

/** What pricing signed was checked against its schema when the token was; `say` checks it again. */
function lineHeadOf({ id: lineId, offerId, sellerId, variantId, shown }: OrderLine): Record<string, unknown> {
  return { ...shown, lineId, offerId, sellerId, variantId };
}

function refundLineOf(line: OrderLine, { quantity, reduction, parts }: RefundPart): Record<string, unknown> {
  const money = (minor: bigint): unknown => Money.ofMinor(minor, line.net.currency).toJSON();
  const { taxLines = [], fees = [] } = line.shown as { taxLines?: object[]; fees?: object[] };
  const { discount: _ofTheSale, ...head } = lineHeadOf(line);
  return {
    ...head,
    quantity,
    ...(reduction && { reduction }),
    net: money(parts.netMinor),
    tax: money(taxMinor(parts)),
    gross: money(parts.netMinor + taxMinor(parts)),
    taxLines: taxLines.map((tax, i) => taxShareOf(tax, parts.taxes[i], money)),
    fees: fees.map((fee, i) => ({ ...fee, amount: money(parts.feeMinors[i] ?? 0n) })),
  };
}

/** Delivery by itself, where it costs something: what no line holds is otherwise a difference nobody can report by jurisdiction. */
function deliveryOf(order: Order, parts: MoneyParts): Sale['shipping'] {
  if (parts.netMinor === 0n && taxMinor(parts) === 0n) return undefined;
  const money = moneyIn(order);
  const { taxLines = [] } = (order.shown['shipping'] ?? {}) as { taxLines?: object[] };
  return {
    amount: money(parts.netMinor),
    tax: money(taxMinor(parts)),
    taxLines: taxLines.map((tax, i) => taxShareOf(tax, parts.taxes[i], money)) as NonNullable<
      Sale['shipping']
    >['taxLines'],
  };
}

function taxShareOf(tax: object, part: TaxPart | undefined, money: (minor: bigint) => unknown): object {
  return { ...tax, taxable: money(part?.taxableMinor ?? 0n), amount: money(part?.amountMinor ?? 0n) };
}

function moneyIn(order: Order): (minor: bigint) => MoneyJson {
  return (minor) => Money.ofMinor(minor, order.totals.gross.currency).toJSON();
}
