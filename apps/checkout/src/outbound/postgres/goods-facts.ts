import type { DataOf, returnChangedV1, saleShippedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import { invariant, toIso } from '@reprise/kernel';
import type { GoodsReturn, Shipment } from '../../domain/goods.js';

/** What facts of goods tell of a line besides its pieces. */
export interface FactLineRow {
  readonly line_id: string;
  readonly offer_id: string;
  readonly variant_id: string;
  readonly grade: string;
}

type ShipmentFact = DataOf<typeof shipmentChangedV1>;
type ReturnFact = DataOf<typeof returnChangedV1>;

/** A parcel as stock hears of it. */
export function shipmentFactOf(shipment: Shipment, market: string, lines: readonly FactLineRow[]): ShipmentFact {
  const { id, orderId, version, sellerId, carrier, trackingNumber, shippedAt, deliveredAt, status } = shipment;
  return {
    shipmentId: id,
    ...{ orderId, version, market, sellerId, carrier },
    ...(trackingNumber !== undefined && { trackingNumber }),
    shippedAt: toIso(shippedAt),
    ...(deliveredAt !== undefined && { deliveredAt: toIso(deliveredAt) }),
    status,
    lines: shipment.lines.map(({ lineId, quantity, units }) => ({
      ...{ lineId, offerId: rowOf(lines, lineId).offer_id, quantity },
      units: [...units],
    })),
  };
}

/** A parcel as finance of every region hears of it: what left and when, and nothing by which it could be found. */
export function shippedFactOf(shipment: Shipment, market: string): DataOf<typeof saleShippedV1> {
  const { id: shipmentId, orderId, version, sellerId, shippedAt, lines } = shipment;
  return {
    ...{ orderId, shipmentId, version, market, sellerId, shippedAt: toIso(shippedAt) },
    lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
  };
}

/** What comes back as stock and quality rates hear of it. */
export function returnFactOf(goodsReturn: GoodsReturn, market: string, lines: readonly FactLineRow[]): ReturnFact {
  const { id, orderId, version, sellerId, kind, reason, status, requestedAt, shippedAt, receivedAt } = goodsReturn;
  return {
    returnId: id,
    ...{ orderId, version, market, sellerId, kind, reason, status },
    requestedAt: toIso(requestedAt),
    ...(shippedAt !== undefined && { shippedAt: toIso(shippedAt) }),
    ...(receivedAt !== undefined && { receivedAt: toIso(receivedAt) }),
    lines: goodsReturn.lines.map(({ lineId, quantity, units }) => {
      const { offer_id: offerId, variant_id: variantId, grade } = rowOf(lines, lineId);
      // The grade was checked against the contract when the quote's token was.
      return {
        lineId,
        offerId,
        variantId,
        grade: grade as ReturnFact['lines'][number]['grade'],
        quantity,
        units: [...units],
      };
    }),
  };
}

function rowOf(lines: readonly FactLineRow[], lineId: string): FactLineRow {
  const row = lines.find(({ line_id }) => line_id === lineId);
  invariant(row, `line ${lineId} is of the order`);
  return row;
}
