import {
  marketChangedV1,
  offerChangedV1,
  orderCancelledV1,
  orderConfirmedV1,
  orderPlacedV1,
} from '@reprise/contracts/events';
import type { CartId, MarketCode, OfferId, OrderId, SellerId, VariantId } from '@reprise/kernel';
import type { Hearing } from '@reprise/platform/messaging';
import { hears } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { AllocateOrders } from '../../application/allocate-orders.js';
import type { EndOrders, EndedOrder } from '../../application/end-orders.js';
import type { StockTx } from '../../application/ports.js';
import type { TakeOffers } from '../../application/take-offers.js';

/** What the facts inventory hears set off. */
export interface Heard {
  readonly takeOffers: TakeOffers;
  readonly allocateOrders: AllocateOrders;
  readonly endOrders: EndOrders;
  /** Inventory's view of the transaction a fact is taken in. */
  readonly stockOf: (tx: Tx) => StockTx;
}

/** Every fact inventory hears. */
export function hearings({ takeOffers, allocateOrders, endOrders, stockOf }: Heard): Hearing[] {
  return [
    hears(marketChangedV1, {
      hear: (facts, tx) =>
        stockOf(tx).saveMarkets(
          facts.map(({ data: { market, version, status, definition } }) => ({
            code: market as MarketCode,
            version,
            status,
            region: definition.region,
          })),
        ),
    }),
    hears(offerChangedV1, {
      hear: (facts, tx) =>
        takeOffers.run(
          stockOf(tx),
          facts.map(({ data }) => ({
            offerId: data.offerId as OfferId,
            sellerId: data.sellerId as SellerId,
            sku: data.sku,
            variantId: data.variantId as VariantId,
            grade: data.grade,
            vatScheme: data.vatScheme,
            version: data.version,
            status: data.status,
            markets: data.prices.map(({ market }) => market),
            quantity: data.quantity,
            quantityVersion: data.quantityVersion,
          })),
        ),
    }),
    hears(orderPlacedV1, {
      hear: (facts, tx) =>
        allocateOrders.run(
          stockOf(tx),
          facts.map(({ data: { orderId, market, cartId, lines } }) => ({
            orderId: orderId as OrderId,
            market: market as MarketCode,
            ...(cartId !== undefined && { cartId: cartId as CartId }),
            lines: lines.map(({ offerId, quantity }) => ({ offerId: offerId as OfferId, quantity })),
          })),
        ),
    }),
    hears(orderConfirmedV1, {
      hear: (facts, tx) => endOrders.run(stockOf(tx), 'confirmed', facts.map(endedOrder)),
    }),
    hears(orderCancelledV1, {
      hear: (facts, tx) => endOrders.run(stockOf(tx), 'cancelled', facts.map(endedOrder)),
    }),
  ];
}

function endedOrder({ data }: { readonly data: { readonly orderId: string; readonly market: string } }): EndedOrder {
  return { orderId: data.orderId as OrderId, market: data.market as MarketCode };
}
