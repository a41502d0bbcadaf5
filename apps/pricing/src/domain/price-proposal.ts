import type { Currency, Instant, LocalDay, Money } from '@reprise/kernel';
import { addRatios, ratioOf, ratioOfPpm } from '@reprise/kernel';
import { charmPrice } from './charm-price.js';
import type { FxRate, FxSourceName } from './fx-rate.js';
import type { MarketTerms } from './market-terms.js';
import type { Offer, OfferPrice } from './offer.js';
import { deviationPpm } from './propose-price.js';
import type { PriceProposal as ProposedSteps } from './propose-price.js';
import { validateOfferTerms } from './validate-offer-terms.js';
import type { OfferTermsError } from './validate-offer-terms.js';

export type ProposalStatus = 'building' | 'review' | 'applying' | 'applied' | 'discarded';

/** Who did something to a proposal, when and why. */
export interface ProposalAct {
  readonly actor: string;
  readonly role: string;
  readonly why: string;
  readonly at: Instant;
}

/** Prices for every offer of one market in another: made once from the rates of a day, then people's to change and to decide. */
export interface PriceProposalSet {
  readonly id: string;
  /** Grows with everything a person does to it. */
  readonly version: number;
  readonly status: ProposalStatus;
  readonly fromMarket: string;
  readonly toMarket: string;
  readonly currency: Currency;
  readonly date: LocalDay;
  readonly source: FxSourceName;
  readonly rates: readonly FxRate[];
  readonly marginPpm: number;
  readonly outlierPpm: number;
  readonly begun: ProposalAct;
  readonly decision: ProposalAct | undefined;
  /** The last offer that has its row; undefined before the first. */
  readonly builtTo: string | undefined;
}

/** What a price is compared with: what the same goods cost where they are sold already. */
export interface PriceReference {
  readonly price: Money;
  readonly of: 'target' | 'source';
}

/** What a price is looked at for. */
export interface PriceJudgement {
  readonly deviationPpm: number | undefined;
  readonly outlier: boolean;
  readonly belowCost: boolean;
  readonly belowMin: boolean;
  /** What the target market would answer a seller who stated it. */
  readonly blockers: readonly OfferTermsError[];
}

export type SkippedBecause =
  'pricedMeanwhile' | 'offerGone' | 'sourcePriceChanged' | 'optedOut' | 'sellerInactive' | 'refusedByMarket';

/** One offer of a proposal. */
export interface ProposalRow extends PriceJudgement {
  readonly offerId: string;
  readonly sellerId: string;
  readonly sku: string;
  readonly variantId: string;
  readonly grade: string;
  readonly from: Money;
  readonly steps: ProposedSteps;
  /** The proposed price, or what a person made of it. */
  readonly price: Money;
  readonly reference: PriceReference | undefined;
  /** The dearest unit on the shelf, in the target's currency. */
  readonly unitCost: Money | undefined;
  readonly optedOut: boolean;
  readonly excluded: boolean;
  readonly edited: boolean;
  readonly outcome: 'pending' | 'applied' | 'skipped';
  readonly skipped: SkippedBecause | undefined;
}

/** What a person does to a row. */
export type RowChange =
  | { readonly type: 'setAmount'; readonly price: Money }
  | { readonly type: 'adjust'; readonly ppm: number }
  | { readonly type: 'exclude' | 'include' | 'reset' };

/** Looks at a price as whoever reviews it does. A unit's cost is compared with the whole price: below it, every sale loses money, taxed or not. */
export function judgePrice(
  price: Money,
  known: Pick<ProposalRow, 'reference' | 'unitCost'> & Pick<ProposedSteps, 'minPrice' | 'maxPrice'>,
  offer: Offer,
  terms: MarketTerms,
  outlierPpm: number,
): PriceJudgement {
  const { reference, unitCost, minPrice, maxPrice } = known;
  const deviation = deviationPpm(price, reference?.price);
  const stated = offerPriceOf(terms.code, price, { minPrice, maxPrice });
  const checked = validateOfferTerms({ ...offer, prices: [textOf(stated)] }, new Map([[terms.code, terms]]));
  return {
    deviationPpm: deviation,
    outlier: deviation !== undefined && Math.abs(deviation) > outlierPpm,
    belowCost: unitCost !== undefined && price.compare(unitCost) < 0,
    belowMin: minPrice !== undefined && price.compare(minPrice) < 0,
    blockers: 'errors' in checked ? checked.errors : [],
  };
}

/** What approval gives an offer: the price with the bounds its seller has elsewhere, so that it never sells for less than the seller takes. */
export function offerPriceOf(
  market: string,
  price: Money,
  { minPrice, maxPrice }: Pick<ProposedSteps, 'minPrice' | 'maxPrice'>,
): OfferPrice {
  return {
    ...{ market, price },
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
  };
}

/** A row as a person changed it. */
export function changeRow(
  row: ProposalRow,
  change: RowChange,
  offer: Offer,
  terms: MarketTerms,
  outlierPpm: number,
): ProposalRow {
  if (change.type === 'exclude' || change.type === 'include') return { ...row, excluded: change.type === 'exclude' };
  const price = changedPrice(row, change, terms);
  const judgement = judgePrice(price, { ...row, ...row.steps }, offer, terms, outlierPpm);
  const excluded = change.type === 'reset' ? false : row.excluded;
  return { ...row, ...judgement, price, excluded, edited: change.type !== 'reset' };
}

function changedPrice({ steps }: ProposalRow, change: RowChange, { charm }: MarketTerms): Money {
  if (change.type === 'setAmount') return change.price;
  if (change.type !== 'adjust') return steps.price;
  const factor = addRatios(ratioOf(1n, 1n), ratioOfPpm(change.ppm));
  return charmPrice(steps.withMargin.timesRatio(factor, 'halfUp'), charm, steps);
}

function textOf({ market, price, minPrice, maxPrice }: OfferPrice) {
  return {
    ...{ market, amount: price.toDecimalString() },
    minPrice: minPrice?.toDecimalString(),
    maxPrice: maxPrice?.toDecimalString(),
  };
}

/** Where a seller wants no price given in its name. */
export interface SeedingRefusal {
  readonly everywhere: boolean;
  readonly markets: readonly string[];
  readonly skus: ReadonlySet<string>;
}

/** Whether an offer is left out: its seller says so, or sells elsewhere only. */
export function refusesSeeding(
  market: string,
  sku: string,
  seller: { readonly markets?: readonly string[] | undefined } | undefined,
  refusal: SeedingRefusal | undefined,
): boolean {
  if (seller?.markets !== undefined && !seller.markets.includes(market)) return true;
  return refusal !== undefined && (refusal.everywhere || refusal.markets.includes(market) || refusal.skus.has(sku));
}
