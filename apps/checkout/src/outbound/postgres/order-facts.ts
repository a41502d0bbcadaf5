import type { DataOf, orderPlacedV1, saleRecordedV1 } from '@reprise/contracts/events';
import type { Order } from '../../domain/order.js';

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

/** The money movement as finance books it: no person in it, and `kind` alone tells a refund. */
export function saleFactOf(
  order: Order,
  movement: Pick<Sale, 'saleId' | 'kind' | 'version'> & { readonly reference: string },
): Sale {
  const { net, tax, fees, shipping, gross } = order.totals;
  const { reference, ...rest } = movement;
  return {
    ...rest,
    orderId: order.id,
    market: order.market,
    shipTo: { country: order.shipCountry, ...(order.shipRegion !== undefined && { region: order.shipRegion }) },
    // What pricing signed was checked against its schema when the token was; `say` checks it again.
    lines: order.lines.map((line) => ({
      ...line.shown,
      lineId: line.id,
      offerId: line.offerId,
      sellerId: line.sellerId,
      variantId: line.variantId,
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
    payment: { provider: 'psp', reference, method: order.paymentMethod },
  };
}
