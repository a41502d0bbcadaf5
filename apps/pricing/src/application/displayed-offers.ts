import type { Instant, Money } from '@reprise/kernel';
import type { DisplayedChange, DisplayedPrice } from '../domain/displayed-price.js';
import type { Offer } from '../domain/offer.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import type { LowestApplied, ShownPrice } from '../domain/prior-price.js';

/** The part of a transaction of pricing that is about what pages show. */
export interface DisplayTx {
  /**
   * The price lists as they are, which no one changes until this transaction ends. Ask before reading the clock: whoever waited for a
   * list to change must not price with a moment from before it.
   */
  priceLists(): Promise<PriceListIndex>;
  /** What pages show where a price list decides it, by offer. */
  listedPrices(offerIds: readonly string[]): Promise<ReadonlyMap<string, readonly DisplayedPrice[]>>;
  /** What was shown of these goods, by offer: as this offer, and as the same seller's other offers of the same variant and grade. */
  shownHistories(offers: readonly Offer[]): Promise<ReadonlyMap<string, ShownHistory>>;
  /** Stores the offers, what markets show of them and what changed, and says each offer as a fact. Without an author it was their seller. */
  saveOffers(offers: readonly DisplayedOffer[], author?: Author): Promise<void>;
  /** As saveOffers where nothing but what is shown has changed; `author` is who changed it. */
  saveDisplayed(offers: readonly DisplayedOffer[], author: Author): Promise<void>;
  /** Says the offers as facts, as they are. */
  sayOffers(offers: readonly DisplayedOffer[]): Promise<void>;
  /** The oldest pack of prices said before a moment, if there is one and nobody else is at it. */
  claimPack(before: Instant): Promise<PricePack | undefined>;
  /** Takes a pack away: its offers have been said otherwise. */
  endPack(pack: PricePack): Promise<void>;
  /** The repricing due first, if any is and nobody else is at it. */
  claimRepricing(now: Instant): Promise<Repricing | undefined>;
  /** Notes which offers it is about. Waits for every price list reader, so that none stays priced as before. */
  collectOffers(repricing: Repricing): Promise<void>;
  offersToReprice(repricing: Repricing, limit: number): Promise<readonly string[]>;
  /** Crosses offers off; the last ones end it. */
  repriced(repricing: Repricing, offerIds: readonly string[], isLast: boolean): Promise<void>;
}

/** Prices of a seller's offers that were said together, with the version of each offer. */
export interface PricePack {
  readonly packId: string;
  readonly sellerId: string;
  readonly versions: ReadonlyMap<string, number>;
}

/** Who changed something, in which role and why: what an auditor asks of every change. */
export interface Author {
  readonly actor: string;
  readonly role: string;
  readonly why: string;
}

/** An offer with what every market shows of it and what of that is new. */
export interface DisplayedOffer {
  readonly offer: Offer;
  /** Of what the seller states, nothing but amounts has changed: the rest is stored already. */
  readonly onlyAmounts: boolean;
  readonly displayed: readonly DisplayedPrice[];
  /** A price list has or had a say in it. */
  readonly listed: boolean;
  readonly changes: readonly DisplayedChange[];
  /** What the seller changed where a price list decides, so that no page shows it. */
  readonly unseen: readonly UnseenChange[];
}

/** A stated price that changed behind a list's. */
export interface UnseenChange {
  readonly market: string;
  readonly currency: string;
  readonly from: Money | undefined;
  readonly to: Money | null;
}

export interface ShownHistory {
  /** By market, oldest first. */
  readonly own: ReadonlyMap<string, readonly ShownPrice[]>;
  /** By market, of every offer the seller has of the same goods. */
  readonly elsewhere: ReadonlyMap<string, LowestApplied>;
}

/** Offers that have to be priced again as of a moment: a list begins, ends or was changed, or goods moved to another category. */
export interface Repricing {
  readonly id: string;
  readonly dueAt: Instant;
  readonly collected: boolean;
  readonly author: Author;
}
