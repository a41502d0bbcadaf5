import type {
  consignmentSchema,
  refundSchema,
  returnSchema,
  sellerOrderSchema,
  shipmentSchema,
} from '@reprise/contracts/http';
import { Money, toIso } from '@reprise/kernel';
import type { SellerId } from '@reprise/kernel';
import type { z } from 'zod';
import type { SellerOrder } from '../../application/goods-ports.js';
import type { GoodsReturn, LineProgress, Shipment } from '../../domain/goods.js';
import { bySeller, consignmentStatusOf } from '../../domain/line-progress.js';
import { feesMinor, taxMinor, totalMinor } from '../../domain/money-parts.js';
import type { MoneyParts } from '../../domain/money-parts.js';
import type { OrderRecord, RefundRecord } from '../../domain/order-record.js';
import type { OrderLine } from '../../domain/order.js';

type SellerOrderJson = z.input<typeof sellerOrderSchema>;

export function shipmentJson(shipment: Shipment): z.input<typeof shipmentSchema> {
  const { id, sellerId, status, carrier, trackingNumber, shippedAt, deliveredAt, lines } = shipment;
  return {
    ...{ id, sellerId, status, carrier },
    ...(trackingNumber !== undefined && { trackingNumber }),
    shippedAt: toIso(shippedAt),
    ...(deliveredAt !== undefined && { deliveredAt: toIso(deliveredAt) }),
    lines: lines.map(({ lineId, quantity, units }) => ({ lineId, quantity, units: [...units] })),
  };
}

export function returnJson(goodsReturn: GoodsReturn): z.input<typeof returnSchema> {
  const { id, sellerId, kind, reason, status, requestedAt, receivedAt, message, lines } = goodsReturn;
  return {
    ...{ id, sellerId, kind, reason, status },
    requestedAt: toIso(requestedAt),
    ...(receivedAt !== undefined && { receivedAt: toIso(receivedAt) }),
    ...(message !== undefined && { message }),
    lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
  };
}

export function refundJson({
  id,
  amount,
  requestedAt,
  settledAt,
  returnId,
  parts,
}: RefundRecord): z.input<typeof refundSchema> {
  const amounts = (of: MoneyParts) => {
    const money = (minor: bigint) => Money.ofMinor(minor, amount.currency).toJSON();
    return {
      net: money(of.netMinor),
      tax: money(taxMinor(of)),
      fees: money(feesMinor(of)),
      gross: money(totalMinor(of)),
    };
  };
  const delivery = parts.find(({ lineId }) => lineId === undefined);
  return {
    id,
    amount: amount.toJSON(),
    status: settledAt === undefined ? 'pending' : 'settled',
    requestedAt: toIso(requestedAt),
    ...(settledAt !== undefined && { settledAt: toIso(settledAt) }),
    ...(returnId !== undefined && { returnId }),
    lines: parts.flatMap(({ lineId, quantity, reduction, parts: of }) =>
      lineId === undefined ? [] : [{ lineId, quantity, reduction, ...amounts(of) }],
    ),
    ...(delivery && { delivery: amounts(delivery.parts) }),
  };
}

/** Each seller's part of an order. */
export function consignmentsJson(progress: readonly LineProgress[]): z.input<typeof consignmentSchema>[] {
  return [...bySeller(progress, progress).keys()].map((sellerId) => {
    const own = progress.filter((line) => line.sellerId === sellerId);
    return { sellerId, status: consignmentStatusOf(own), lines: own.map(progressJson) };
  });
}

/** A seller's part of an order, and nothing of anybody else's. The e-mail address stays here: a parcel does not need it. */
export function sellerOrderJson({ record, customer }: SellerOrder, sellerId: SellerId): SellerOrderJson {
  const { order, progress, shipments, returns } = record;
  const own = progress.filter((line) => line.sellerId === sellerId);
  return {
    orderId: order.id,
    market: order.market,
    status: consignmentStatusOf(own),
    placedAt: toIso(order.placedAt),
    recipient: { name: customer.name, address: customer.address as SellerOrderJson['recipient']['address'] },
    lines: order.lines.filter((line) => line.sellerId === sellerId).map((line) => sellerLineJson(line, record)),
    shipments: shipments.filter((each) => each.sellerId === sellerId).map(shipmentJson),
    returns: returns.filter((each) => each.sellerId === sellerId).map(returnJson),
  };
}

function sellerLineJson(line: OrderLine, { progress }: OrderRecord): SellerOrderJson['lines'][number] {
  const { grade, unitPrice } = line.shown as Pick<SellerOrderJson['lines'][number], 'grade' | 'unitPrice'>;
  const { id: lineId, offerId, variantId, quantity, gross } = line;
  const {
    cancelled = 0,
    shipped = 0,
    delivered = 0,
    returned = 0,
  } = progress.find((each) => each.lineId === lineId) ?? {};
  return {
    ...{ lineId, offerId, variantId, grade, quantity, unitPrice },
    gross: gross.toJSON(),
    ...{ cancelled, shipped, delivered, returned },
  };
}

function progressJson({ lineId, quantity, cancelled, shipped, delivered, returned }: LineProgress) {
  return { lineId, quantity, cancelled, shipped, delivered, returned };
}
