import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { CartId, MarketCode, OfferId, OrderId, QuoteId, SellerId, Uuid, VariantId } from '@reprise/kernel';
import type { Order, OrderLine, Saga, Shown } from '../../domain/order.js';
import type { EndReason, SagaState } from '../../domain/saga-state.js';

/** A row of `placed_order`. Amounts are bigint minor units, which the driver hands over as text. */
export interface OrderRow {
  readonly order_id: string;
  readonly market: string;
  readonly quote_id: string;
  readonly cart_id: string | null;
  readonly placed_at: Date;
  readonly ship_country: string;
  readonly ship_region: string | null;
  readonly payment_method: string;
  readonly currency: string;
  readonly net_minor: string;
  readonly tax_minor: string;
  readonly fees_minor: string;
  readonly shipping_minor: string;
  readonly gross_minor: string;
  readonly shown: Shown;
}

export interface OrderLineRow {
  readonly line_id: string;
  readonly offer_id: string;
  readonly seller_id: string;
  readonly variant_id: string;
  readonly quantity: number;
  readonly net_minor: string;
  readonly tax_minor: string;
  readonly gross_minor: string;
  readonly shown: Shown;
}

export interface SagaRow {
  readonly order_id: string;
  readonly state: SagaState;
  readonly version: string | number;
  readonly tries: number;
  readonly reason: EndReason | null;
}

export function moneyOf(minor: string, currency: string): Money {
  return Money.ofMinor(BigInt(minor), mustBeCurrency(currency));
}

export function orderOf(row: OrderRow, lines: readonly OrderLineRow[]): Order {
  const money = (minor: string): Money => moneyOf(minor, row.currency);
  return {
    id: row.order_id as OrderId,
    market: row.market as MarketCode,
    quoteId: row.quote_id as QuoteId,
    ...(row.cart_id !== null && { cartId: row.cart_id as CartId }),
    placedAt: instantOfEpochMs(row.placed_at.getTime()),
    shipCountry: row.ship_country,
    ...(row.ship_region !== null && { shipRegion: row.ship_region }),
    paymentMethod: row.payment_method,
    lines: lines.map((line) => lineOf(line, money)),
    totals: {
      net: money(row.net_minor),
      tax: money(row.tax_minor),
      fees: money(row.fees_minor),
      shipping: money(row.shipping_minor),
      gross: money(row.gross_minor),
    },
    shown: row.shown,
  };
}

function lineOf(row: OrderLineRow, money: (minor: string) => Money): OrderLine {
  return {
    id: row.line_id as Uuid,
    offerId: row.offer_id as OfferId,
    sellerId: row.seller_id as SellerId,
    variantId: row.variant_id as VariantId,
    quantity: row.quantity,
    net: money(row.net_minor),
    tax: money(row.tax_minor),
    gross: money(row.gross_minor),
    shown: row.shown,
  };
}

export function sagaOf(row: SagaRow): Saga {
  return {
    orderId: row.order_id as OrderId,
    state: row.state,
    version: Number(row.version),
    tries: row.tries,
    ...(row.reason !== null && { reason: row.reason }),
  };
}
