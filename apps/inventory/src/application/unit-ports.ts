import type { UnitStatus } from '../domain/unit-words.js';
import type { OfferId, OrderId, SellerId, Uuid, VariantId } from '@reprise/kernel';
import type { DiscrepancyKind, NamedDevice } from '../domain/judge-goods.js';
import type { OfferTerms } from '../domain/unit-gates.js';
import type { UnitActor } from '../domain/unit-life.js';
import type { Unit, UnitId, UnitIdentity } from '../domain/unit.js';

/** One step of a unit's life, as it is recorded. Written once. */
export interface UnitStep {
  readonly unitId: UnitId;
  /** The unit's version in which it was taken; a registration may take several. */
  readonly version: number;
  readonly from: UnitStatus | null;
  readonly to: UnitStatus;
  readonly by: UnitActor;
  /** The seller, operator or order that did it. */
  readonly actor: string;
  readonly reason: string;
  readonly orderId?: OrderId;
}

/** A step with the moment it was taken. */
export type DatedStep = UnitStep & { readonly at: Date };

/** An offer as units are listed under it. */
export interface UnitOffer extends OfferTerms {
  readonly offerId: OfferId;
  readonly sku: string;
  readonly variantId: VariantId;
  /** What the offer states to have; null where it was last heard before this was kept. */
  readonly quantity: number | null;
}

/** What a seller asks the ledger for. */
export interface UnitFilter {
  readonly sku?: string | undefined;
  readonly status?: UnitStatus | undefined;
}

/** Something between goods and ledger that a person has to look at. Written once. */
export interface Discrepancy extends NamedDevice {
  readonly id: Uuid;
  readonly sellerId: SellerId;
  readonly kind: DiscrepancyKind;
  readonly orderId?: OrderId;
  readonly offerId?: OfferId;
  readonly unitId?: UnitId;
  readonly detail: string;
}

/** A parcel, a return or a cancellation, and what it does to goods. */
export interface GoodsMovement {
  readonly documentId: string;
  readonly effect: 'shipped' | 'received' | 'cancelled';
  readonly orderId: OrderId;
}

/** Pieces of an order that never left after all. */
export interface CancelledLine {
  readonly returnId: string;
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  readonly quantity: number;
}

/** The unit ledger inside one transaction. Units are locked after levels. */
export interface UnitBook {
  /** Offers of a seller by SKU, as far as they are known here. */
  findOffers(sellerId: SellerId, skus: readonly string[]): Promise<Map<string, UnitOffer>>;
  /**
   * Inserts those whose every name is free: no active unit has it, and this seller has not registered it with this purchase. Answers the
   * inserted ones, with their acquisition cycle; of the others nothing is written.
   */
  insert(units: readonly Unit[]): Promise<Map<UnitId, Unit>>;
  /** Units this seller registered from these purchases, in no order. */
  findPurchases(sellerId: SellerId, purchases: readonly UnitPurchase[]): Promise<Unit[]>;
  find(sellerId: SellerId, unitId: UnitId): Promise<Unit | undefined>;
  lock(unitIds: readonly UnitId[]): Promise<Unit[]>;
  /** In the order they were registered, after `cursor`. */
  list(sellerId: SellerId, filter: UnitFilter, limit: number, cursor: UnitId | undefined): Promise<Unit[]>;
  stepsOf(unitId: UnitId): Promise<DatedStep[]>;
  /** Writes units as they are now with the steps that led there, and says each. */
  save(units: readonly Unit[], steps: readonly UnitStep[]): Promise<void>;
  /** Records steps of units just inserted, and says these. */
  saveNew(units: readonly Unit[], steps: readonly UnitStep[]): Promise<void>;
  /** Locks the units anybody has of these devices, whatever became of them, the newest first. */
  lockNamed(devices: readonly NamedDevice[]): Promise<Unit[]>;
  /** Locks listed units of an offer, up to a number of each, those listed first being first. */
  lockListed(wanted: readonly { readonly offerId: OfferId; readonly quantity: number }[]): Promise<Unit[]>;
  /** Locks units reserved for an order or gone with it. */
  lockOfOrders(orderIds: readonly OrderId[]): Promise<Unit[]>;
  /** How many units of each offer are listed; offers without any are absent. */
  countListed(offerIds: readonly OfferId[]): Promise<Map<OfferId, number>>;

  /** Notes goods movements and answers those not noted before: only they have an effect. */
  openMovements<M extends GoodsMovement>(movements: readonly M[]): Promise<M[]>;
  saveCancelled(lines: readonly CancelledLine[]): Promise<void>;
  cancelledOf(orderIds: readonly OrderId[]): Promise<CancelledLine[]>;
  saveDiscrepancies(found: readonly Discrepancy[]): Promise<void>;
  /** Of one seller or of all, newest first, before `cursor`. */
  listDiscrepancies(
    sellerId: SellerId | undefined,
    limit: number,
    cursor: Uuid | undefined,
  ): Promise<(Discrepancy & { readonly at: Date })[]>;

  /** Units of these SKUs learn which offer they belong to, and say so. */
  linkOffers(offers: readonly (UnitOffer & { readonly sellerId: SellerId })[]): Promise<void>;
}

/** A name of a device and the document it was bought with. */
export interface UnitPurchase extends UnitIdentity {
  readonly documentRef: string;
}
