import type { Category } from '../domain/goods-words.js';
import type { Instant, OrderId, SellerId, Uuid, VariantId } from '@reprise/kernel';
import type { VariantTitle } from '../domain/document.js';
import type { GoodsReturn, LinePieces, Shipment, UnitIdentity } from '../domain/goods.js';
import type { ConsignmentStatus } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { Customer } from '../domain/order.js';

/** A device that is with its buyer, and the line it was sent for. */
export interface SentUnit extends UnitIdentity {
  readonly shipmentId: Uuid;
  readonly lineId: Uuid;
  readonly position: number;
}

/** A statement that its buyer withdraws, and once it is confirmed the acknowledgement as it was given. */
export interface Withdrawal {
  readonly id: Uuid;
  readonly orderId: OrderId;
  readonly tokenSha256: string;
  readonly expiresAt: Instant;
  readonly lines: readonly LinePieces[];
  readonly acknowledgement?: Readonly<Record<string, unknown>>;
}

/** A seller's paid order. */
export interface SellerOrder {
  readonly record: OrderRecord;
  readonly customer: Customer;
}

/** What checkout keeps of a variant. */
export interface VariantCopy {
  readonly variantId: VariantId;
  readonly version: number;
  readonly category: Category;
  /** How documents call it. */
  readonly title?: VariantTitle;
}

/** What follows a paid order, in the caller's transaction. */
export interface GoodsTx {
  saveVariants(variants: readonly VariantCopy[]): Promise<void>;
  categoriesOf(variantIds: readonly VariantId[]): Promise<ReadonlyMap<VariantId, Category>>;

  /** Opens each seller's part of paid orders. */
  openConsignments(orderIds: readonly OrderId[]): Promise<void>;
  /** Adds pieces to what became of their lines (or takes them off again), and brings the sellers' parts up to date. */
  notePieces(
    orderId: OrderId,
    pieces: readonly LinePieces[],
    became: 'cancelled' | 'shipped' | 'delivered' | 'returned',
    sign?: 1 | -1,
  ): Promise<void>;

  /** False when one of its devices is with a buyer already; then nothing may be committed. */
  insertShipment(shipment: Shipment): Promise<boolean>;
  saveShipment(shipment: Shipment): Promise<void>;
  unitsWithBuyer(orderId: OrderId): Promise<SentUnit[]>;
  releaseUnits(units: readonly SentUnit[], returnId: Uuid): Promise<void>;

  insertReturn(goodsReturn: GoodsReturn): Promise<void>;
  saveReturn(goodsReturn: GoodsReturn): Promise<void>;
  findReturn(returnId: Uuid): Promise<GoodsReturn | undefined>;

  insertWithdrawal(withdrawal: Withdrawal): Promise<void>;
  findWithdrawal(orderId: OrderId, withdrawalId: Uuid): Promise<Withdrawal | undefined>;
  saveAcknowledgement(withdrawalId: Uuid, acknowledgement: Withdrawal['acknowledgement']): Promise<void>;

  sayShipment(shipment: Shipment): Promise<void>;
  sayReturn(goodsReturn: GoodsReturn): Promise<void>;

  findSellerOrder(sellerId: SellerId, orderId: OrderId): Promise<SellerOrder | undefined>;
  /** Newest first, those before `before`. */
  listSellerOrders(
    sellerId: SellerId,
    page: { readonly status?: ConsignmentStatus; readonly before?: OrderId; readonly limit: number },
  ): Promise<SellerOrder[]>;
}
