import type { Instant, Money } from '@reprise/kernel';
import type { Offer } from '../domain/offer.js';
import type { Author, ShownHistory } from './displayed-offers.js';

/** A displayed price and from when to when it was displayed. */
export interface DisplayedStretch {
  readonly changeId: string;
  readonly from: Instant;
  readonly to: Instant | undefined;
  readonly price: Money | null;
  readonly priorPrice: Money | undefined;
  readonly source: string;
  readonly announced: boolean;
  readonly offerVersion: number;
  readonly author: Author;
}

/** What was displayed: append-only, so the past never changes. */
export abstract class PriceHistory {
  abstract shown(offer: Offer): Promise<ShownHistory>;
  /** What was displayed at a moment; undefined before there was anything. */
  abstract at(offerId: string, market: string, at: Instant): Promise<DisplayedStretch | undefined>;
  /** Newest first, from before a change on. Empty for an offer that never had a price there. */
  abstract page(asked: {
    readonly offerId: string;
    readonly market: string;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<readonly DisplayedStretch[]>;
}

/** A change as an auditor reads it: `from` and `to` are JSON. */
export interface AuditEntry {
  readonly changeId: string;
  readonly entity: string;
  readonly action:
    | 'priceChanged'
    | 'statedPriceChanged'
    | 'scheduleCreated'
    | 'scheduleUpdated'
    | 'scheduleWithdrawn'
    | 'listCreated'
    | 'listUpdated'
    | 'listDeleted';
  readonly market: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly author: Author;
  readonly from: unknown;
  readonly to: unknown;
}

/** Every change of a displayed price or a list, in the order it was written. */
export abstract class AuditTrail {
  /** Newest first. */
  abstract page(asked: {
    readonly entity: string | undefined;
    readonly from: Instant | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<readonly AuditEntry[]>;
}
