import type { Money } from '@reprise/kernel';
import type { Offer } from '../domain/offer.js';
import type { PriceProposalSet, ProposalRow, SeedingRefusal, SkippedBecause } from '../domain/price-proposal.js';
import type { OfferShelf } from './propose-prices.js';
import type { PricingTx, Seller } from './ports.js';

/** What rows are asked by. */
export const rowFilters = [
  'all',
  'toApply',
  'outlier',
  'belowCost',
  'belowMin',
  'blocked',
  'optedOut',
  'excluded',
  'edited',
  'applied',
  'skipped',
] as const;

export type RowFilter = (typeof rowFilters)[number];

/** Rows named one by one, or all that answer to a filter. */
export type RowSelection =
  { readonly offerIds: readonly string[] } | { readonly only: RowFilter; readonly seller?: string | undefined };

export interface RowSettled {
  readonly offerId: string;
  readonly outcome: 'applied' | 'skipped';
  readonly skipped: SkippedBecause | undefined;
}

/** What one transaction about proposals can read and write, on top of offers. */
export interface ProposalTx extends PricingTx, Pick<OfferShelf, 'listedButNotIn' | 'usualPrices'> {
  /** Stores a set unless its id is taken; answers the one there is. */
  begin(set: PriceProposalSet): Promise<{ readonly set: PriceProposalSet; readonly begun: boolean }>;
  /** The set, held until this transaction ends. */
  hold(proposalId: string): Promise<PriceProposalSet | undefined>;
  /** A set that goes on by itself and nobody else is at. */
  claim(): Promise<PriceProposalSet | undefined>;
  save(set: PriceProposalSet): Promise<void>;
  addRows(proposalId: string, rows: readonly ProposalRow[]): Promise<void>;
  /** Rows of a selection after one, by offer. */
  rows(
    set: PriceProposalSet,
    selection: RowSelection,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly ProposalRow[]>;
  saveRows(proposalId: string, rows: readonly ProposalRow[]): Promise<void>;
  settleRows(proposalId: string, rows: readonly RowSettled[]): Promise<void>;
  /** Rows approval would price below what a unit cost. */
  countBelowCost(proposalId: string): Promise<number>;
  /** Costs of the dearest unit on hand, by offer and in whatever currencies they were paid. */
  unitCosts(offers: readonly Offer[]): Promise<ReadonlyMap<string, readonly Money[]>>;
  /** Held, so that a seller suspended meanwhile waits or is seen. */
  sellers(sellerIds: readonly string[]): Promise<ReadonlyMap<string, Seller>>;
  refusals(sellerIds: readonly string[]): Promise<ReadonlyMap<string, SeedingRefusal>>;
}

export type RowCounts = { readonly [filter in RowFilter]: number };

/** Deviations of a set, in buckets of one width. */
export interface Histogram {
  readonly rows: readonly { readonly bucket: number; readonly rows: number }[];
  readonly withoutReference: number;
}

/** Proposals as people look at them. */
export abstract class ProposalDesk {
  abstract inTransaction<T>(work: (tx: ProposalTx) => Promise<T>): Promise<T>;
  abstract find(proposalId: string): Promise<PriceProposalSet | undefined>;
  /** Newest first. */
  abstract page(asked: {
    readonly market: string | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<readonly { readonly number: string; readonly set: PriceProposalSet }[]>;
  abstract counts(proposalId: string): Promise<RowCounts>;
  abstract rowPage(
    set: PriceProposalSet,
    asked: {
      readonly only: RowFilter;
      readonly seller: string | undefined;
      readonly sort: 'offer' | 'deviation';
      readonly after: { readonly deviation: number; readonly offerId: string } | undefined;
      readonly limit: number;
    },
  ): Promise<{ readonly rows: readonly ProposalRow[]; readonly total: number }>;
  abstract histogram(
    proposalId: string,
    asked: { readonly fromPpm: number; readonly widthPpm: number; readonly buckets: number },
  ): Promise<Histogram>;
  abstract refusal(sellerId: string): Promise<SeedingRefusal | undefined>;
  /** False where the seller is not registered. */
  abstract saveRefusal(sellerId: string, refusal: SeedingRefusal): Promise<boolean>;
}
