import type { Outcome, Money, Ratio } from '@reprise/kernel';
import { addRatios, isRejection, multiplyRatios, ratioOf, ratioOfPpm } from '@reprise/kernel';
import { charmPrice } from './charm-price.js';
import { crossRate } from './convert-money.js';
import type { FxRejection, FxSheet } from './convert-money.js';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';

/** What a price in one market could be in another, with each step. */
export interface PriceProposal {
  /** The source price in the target's currency. */
  readonly converted: Money;
  /** With the margin: exchange rate and margin are one factor, so there is one rounding. */
  readonly withMargin: Money;
  /** The seller's bounds in the target's currency, rounded inward. */
  readonly minPrice: Money | undefined;
  readonly maxPrice: Money | undefined;
  /** With an ending the target market is used to, inside the bounds. */
  readonly price: Money;
}

/**
 * Proposes a price for a market where an offer is not sold yet: exchange rate × margin, rounded once, then the market's charm rule. Never
 * below the seller's `minPrice` (nor above `maxPrice`), which are converted without the margin: they say what the seller accepts to get.
 */
export function proposePrice(
  source: OfferPrice,
  target: Pick<MarketTerms, 'currency' | 'charm'>,
  sheet: FxSheet,
  marginPpm: number,
): Outcome<PriceProposal, FxRejection> {
  const rate = crossRate(source.price.currency, target.currency, sheet);
  if (isRejection(rate)) return rate;
  const factor = multiplyRatios(rate, addRatios(ratioOf(1n, 1n), ratioOfPpm(marginPpm)));
  const at = (money: Money, ratio: Ratio, mode: 'halfUp' | 'ceil' | 'floor'): Money =>
    money.convertedTo(target.currency, ratio, mode);
  const minPrice = source.minPrice && at(source.minPrice, rate, 'ceil');
  const maxPrice = source.maxPrice && at(source.maxPrice, rate, 'floor');
  const withMargin = at(source.price, factor, 'halfUp');
  return {
    converted: at(source.price, rate, 'halfUp'),
    withMargin,
    minPrice,
    maxPrice,
    price: charmPrice(withMargin, target.charm, { minPrice, maxPrice }),
  };
}

/** How far a proposal is from what the same goods cost in the market already, in parts per million of that; undefined where nothing does. */
export function deviationPpm(price: Money, usual: Money | undefined): number | undefined {
  if (usual === undefined || !usual.isPositive()) return undefined;
  return Number(((price.minor - usual.minor) * 1_000_000n) / usual.minor);
}
