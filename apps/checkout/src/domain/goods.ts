import type { Instant, Uuid, SellerId, OrderId, VariantId, OfferId } from '@reprise/kernel';
import type { ReturnKind, ReturnReason, ReturnStatus, ShipmentStatus } from './goods-words.js';

/** So many pieces of one line. */
export interface LinePieces {
  readonly lineId: Uuid;
  readonly quantity: number;
}

/** A device, by what is printed on it. */
export interface UnitIdentity {
  readonly imei?: string;
  readonly serial?: string;
}

/** How far the pieces of a line have come. `cancelled + shipped <= quantity` and `returned <= shipped`; the database holds both. */
export interface LineProgress {
  readonly lineId: Uuid;
  readonly sellerId: SellerId;
  readonly quantity: number;
  readonly cancelled: number;
  readonly shipped: number;
  readonly delivered: number;
  /** On their way back, back, or lost. */
  readonly returned: number;
}

/** A parcel of one seller. */
export interface Shipment {
  readonly id: Uuid;
  readonly orderId: OrderId;
  readonly sellerId: SellerId;
  readonly version: number;
  readonly status: ShipmentStatus;
  readonly carrier: string;
  readonly trackingNumber?: string;
  readonly shippedAt: Instant;
  readonly deliveredAt?: Instant;
  readonly lines: readonly (LinePieces & { readonly units: readonly UnitIdentity[] })[];
}

/** Goods of one seller that will not stay with their buyer. */
export interface GoodsReturn {
  readonly id: Uuid;
  readonly orderId: OrderId;
  readonly sellerId: SellerId;
  readonly version: number;
  readonly kind: ReturnKind;
  readonly reason: ReturnReason;
  readonly status: ReturnStatus;
  readonly requestedAt: Instant;
  /** When the goods had been sent; absent when they never were. */
  readonly shippedAt?: Instant;
  readonly receivedAt?: Instant;
  readonly message?: string;
  readonly withdrawalId?: Uuid;
  readonly lines: readonly (LinePieces & { readonly units: readonly UnitIdentity[] })[];
}

/** What the facts of goods need to know of a line. */
export interface LineGoods {
  readonly offerId: OfferId;
  readonly variantId: VariantId;
  readonly grade: string;
}
