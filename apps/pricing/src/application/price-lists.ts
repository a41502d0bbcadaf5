import type { Instant } from '@reprise/kernel';
import type { StatedPriceList } from '../domain/compile-price-list.js';
import type { PriceList } from '../domain/price-list.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import type { Author } from './displayed-offers.js';

/** A version of a list, as it was stated and as it works. Without a statement it has been deleted. */
export interface StoredPriceList {
  readonly id: string;
  readonly version: number;
  readonly changedAt: Instant;
  readonly author: Author;
  readonly stated: StatedPriceList | undefined;
  readonly list: PriceList | undefined;
}

/** What a change of a list can read and write while nobody else changes one and no offer is priced. */
export interface PriceListTx {
  newest(id: string): Promise<StoredPriceList | undefined>;
  current(): Promise<PriceListIndex>;
  /** Those of the ids that are no offer. */
  unknownOffers(offerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Appends a version; without a statement the list is gone. */
  append(version: {
    readonly id: string;
    readonly version: number;
    readonly market: string;
    readonly currency: string;
    readonly stated: StatedPriceList | undefined;
    readonly changedAt: Instant;
    readonly author: Author;
  }): Promise<void>;
  /** Forgets the boundaries of the list that are still to come. */
  unplan(id: string, after: Instant): Promise<void>;
  /** Has everything the list covers priced again at these moments. */
  plan(list: PriceList, moments: readonly Instant[], author: Author): Promise<void>;
}

/** Price lists, every version kept. */
export abstract class PriceLists {
  /** The lists as they are: compiled once a change, cheap enough to ask for every quote. */
  abstract current(): Promise<PriceListIndex>;
  abstract newest(id: string): Promise<StoredPriceList | undefined>;
  /** Lists that are not deleted, in order of id, from after one. */
  abstract page(asked: {
    readonly market: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  }): Promise<readonly StoredPriceList[]>;
  abstract change<T>(work: (tx: PriceListTx) => Promise<T>): Promise<T>;
}
