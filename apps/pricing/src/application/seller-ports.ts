import type { Instant, LocalDay } from '@reprise/kernel';
import type { DayOfQuality, MeasuredRate } from '../domain/quality-figures.js';
import type { GateOverride } from '../domain/quality-gate.js';
import type { SellerIdentity, SellerState } from '../domain/seller-life.js';
import type { Author } from './displayed-offers.js';
import type { Seller } from './ports.js';

/** What happened to a seller, who made it happen and why. */
export interface SellerEvent {
  readonly action:
    'registered' | 'changed' | 'moved' | 'identityStated' | 'gateClosed' | 'gateOpened' | 'gateOverridden';
  readonly at: Instant;
  readonly author: Author;
  readonly before: unknown;
  readonly after: unknown;
}

/** What one transaction about sellers can read and write. */
export interface SellerTx {
  /** Makes other writers of this seller wait until this transaction ends, whether the seller exists yet or not. */
  lockSeller(sellerId: string): Promise<void>;
  seller(sellerId: string): Promise<Seller | undefined>;
  /** Stores the seller and says it as a fact. */
  saveSeller(seller: Seller): Promise<void>;
  note(seller: Pick<Seller, 'sellerId' | 'version'>, events: readonly SellerEvent[]): Promise<void>;
  identity(sellerId: string): Promise<SellerIdentity | undefined>;
  saveIdentity(sellerId: string, identity: SellerIdentity, at: Instant, by: string): Promise<void>;
  qualityDays(sellerId: string, since: LocalDay): Promise<readonly DayOfQuality[]>;
  /** Those that still hold. */
  overrides(sellerId: string, now: Instant): Promise<readonly GateOverride[]>;
  addOverride(sellerId: string, override: GateOverride): Promise<void>;
  /** Has the seller's figures looked at as soon as may be. */
  markDue(sellerId: string): Promise<void>;
  /** Whether a review is due, asked under the seller's lock; nobody makes it due meanwhile. */
  holdReview(sellerId: string, now: Instant): Promise<boolean>;
  reviewed(
    sellerId: string,
    review: {
      readonly at: Instant;
      readonly nextAt: Instant | undefined;
      readonly failure: MeasuredRate;
      readonly shipped: number;
    },
  ): Promise<void>;
}

export interface SellerSummary extends Seller {
  /** Of the last review; null where too little was sold. */
  readonly failurePpm: number | null;
  readonly shipped: number;
}

export interface RecordedSellerEvent extends SellerEvent {
  readonly eventId: string;
  readonly sellerVersion: number;
}

/** Where a page of sellers ended: sort key and id of its last. */
export interface SellerPosition {
  readonly key: string | number;
  readonly id: string;
}

/** Sellers of this region as operations work with them. */
export abstract class SellerDesk {
  abstract inTransaction<T>(work: (tx: SellerTx) => Promise<T>): Promise<T>;
  abstract seller(sellerId: string): Promise<Seller | undefined>;
  abstract identity(sellerId: string): Promise<SellerIdentity | undefined>;
  /** Newest first. */
  abstract events(sellerId: string, limit: number): Promise<readonly RecordedSellerEvent[]>;
  abstract page(asked: {
    readonly status: SellerState | undefined;
    /** `failureRate`: the worst first, the unmeasured last. */
    readonly sort: 'name' | 'failureRate';
    readonly after: SellerPosition | undefined;
    readonly limit: number;
  }): Promise<readonly SellerSummary[]>;
  abstract qualityDays(sellerId: string, since: LocalDay): Promise<readonly DayOfQuality[]>;
  /** What sold most, by variant and grade, of devices sent from `from` on and before `to`. */
  abstract qualityByVariant(
    sellerId: string,
    sent: { readonly from: LocalDay; readonly to: LocalDay },
    limit: number,
  ): Promise<
    readonly {
      readonly variantId: string;
      readonly grade: string;
      readonly shipped: number;
      readonly failed90: number;
    }[]
  >;
  abstract overrides(sellerId: string, now: Instant): Promise<readonly GateOverride[]>;
  /** The seller whose review has been due longest. */
  abstract nextDue(now: Instant): Promise<string | undefined>;
}
