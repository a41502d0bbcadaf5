import {
  marketChangedV1,
  offerChangedV1,
  orderCancelledV1,
  orderConfirmedV1,
  orderPlacedV1,
  returnChangedV1,
  shipmentChangedV1,
} from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import type { CartId, MarketCode, OfferId, OrderId, SellerId, VariantId } from '@reprise/kernel';
import type { Hearing } from '@reprise/platform/messaging';
import { hears } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { AllocateOrders } from '../../application/allocate-orders.js';
import type { EndOrders, EndedOrder } from '../../application/end-orders.js';
import type { StockTx } from '../../application/ports.js';
import type { Goods, TakeGoods } from '../../application/take-goods.js';
import type { TakeOffers } from '../../application/take-offers.js';

/** What the facts inventory hears set off. */
export interface Heard {
  readonly takeOffers: TakeOffers;
  readonly allocateOrders: AllocateOrders;
  readonly endOrders: EndOrders;
  readonly takeGoods: TakeGoods;
  /** Inventory's view of the transaction a fact is taken in. */
  readonly stockOf: (tx: Tx) => StockTx;
}

/** Every fact inventory hears. */
export function hearings({ takeOffers, allocateOrders, endOrders, takeGoods, stockOf }: Heard): Hearing[] {
  return [
    hears(marketChangedV1, {
      hear: (facts, tx) =>
        stockOf(tx).saveMarkets(
          facts.map(({ data: { market, version, status, definition } }) => ({
            code: market as MarketCode,
            version,
            status,
            region: definition.region,
            quantityMax: definition.offerLimits.quantityMax,
          })),
        ),
    }),
    hears(offerChangedV1, {
      comparesVersions: true,
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
    hears(shipmentChangedV1, { hear: (facts, tx) => takeGoods.run(stockOf(tx), facts.map(shippedGoods)) }),
    hears(returnChangedV1, { hear: (facts, tx) => takeGoods.run(stockOf(tx), facts.flatMap(returnedGoods)) }),
  ];
}

function endedOrder({ data }: { readonly data: { readonly orderId: string; readonly market: string } }): EndedOrder {
  return { orderId: data.orderId as OrderId, market: data.market as MarketCode };
}

function shippedGoods({ data }: { readonly data: DataOf<typeof shipmentChangedV1> }): Goods {
  return { documentId: data.shipmentId, effect: 'shipped', ...goodsOf(data) };
}

/** A cancellation never left and is on hand again at once; everything else is back when its seller has received it. */
function returnedGoods({ data }: { readonly data: DataOf<typeof returnChangedV1> }): Goods[] {
  const documentId = data.returnId;
  if (data.kind === 'cancellation')
    return [{ documentId, effect: 'cancelled', ...goodsOf(data), cannotSupply: data.reason === 'cannotSupply' }];
  return data.receivedAt === undefined ? [] : [{ documentId, effect: 'received', ...goodsOf(data) }];
}

function goodsOf({
  sellerId,
  orderId,
  lines,
}: DataOf<typeof shipmentChangedV1> | DataOf<typeof returnChangedV1>): Pick<Goods, 'sellerId' | 'orderId' | 'lines'> {
  return {
    sellerId: sellerId as SellerId,
    orderId: orderId as OrderId,
    lines: lines.map(({ offerId, quantity, units }) => ({
      ...{ offerId: offerId as OfferId, quantity },
      devices: units.map(({ imei, serial }) => ({
        ...(imei !== undefined && { imei }),
        ...(serial !== undefined && { serial }),
      })),
    })),
  };
}
