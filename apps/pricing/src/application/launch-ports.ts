import type { MarketTerms } from '../domain/market-terms.js';
import type { Finding, SignedExamples } from '../domain/check-pricing-terms.js';

/** What is asked of the offers of a region before a market opens. */
export const shelfChecks = ['prices', 'offerTerms', 'stock', 'sellers'] as const;
export type ShelfCheck = (typeof shelfChecks)[number];

/** How many fail of how many. */
export interface ShelfCount {
  readonly failing: number;
  readonly total: number;
}

/** The offers of this region, as whoever opens a market asks for them. */
export abstract class LaunchShelf {
  abstract counts(market: MarketTerms): Promise<{ readonly [check in ShelfCheck]: ShelfCount }>;
  /** What fails a check, by id, after one. */
  abstract failing(
    check: ShelfCheck,
    market: MarketTerms,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly (Finding & { readonly id: string })[]>;
}

/** Worked examples by market, every version kept. */
export abstract class ExampleBook {
  abstract store(
    market: string,
    content: SignedExamples,
    storedBy: string,
  ): Promise<{ readonly version: number; readonly changed: boolean }>;
  abstract newest(market: string): Promise<SignedExamples | undefined>;
}
