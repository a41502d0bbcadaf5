import type { BuyBoxTerms, Candidate, Gate } from './rank-offers.js';
import { MILLION, chooseWinner, compareOffers, exactScoreOf, gateOf, gatesOf } from './rank-offers.js';

/** What keeps an offer from the buy box, and the highest price at which it would have it were that mended. */
export interface Obstacle {
  readonly code: Gate | 'dearerThanWinner' | 'weakerQualityThanWinner' | 'tieLost';
  /** Null where no price the market and the seller allow would do. */
  readonly priceToWinMinor: number | null;
}

export interface Standing {
  /** From 1; null for an offer that is kept out. */
  readonly rank: number | null;
  /** Offers that may be bought, this one included if it is one of them. */
  readonly standing: number;
  readonly isWinning: boolean;
  /** The highest price that wins as things stand: for a winner, how far it could go up. Kept out, the price that would win once let in. */
  readonly priceToWinMinor: number | null;
  /** Empty for a winner. */
  readonly obstacles: readonly Obstacle[];
}

/** Where an offer stands among the others of its variant × grade × market, and what it would take to come first. */
export function standingOf(own: Candidate, others: readonly Candidate[], terms: BuyBoxTerms): Standing {
  const rivals = others.filter((other) => other.offerId !== own.offerId && gateOf(other, terms) === undefined);
  const rival = chooseWinner(rivals, terms);
  const gates = gatesOf(own, terms);
  const priceToWinMinor = highestWinningPrice(own, rival, terms);
  const better = rivals.filter((other) => compareOffers(other, own, terms) < 0).length;
  const isWinning = gates.length === 0 && better === 0;
  return {
    rank: gates.length === 0 ? better + 1 : null,
    standing: rivals.length + (gates.length === 0 ? 1 : 0),
    isWinning,
    priceToWinMinor,
    obstacles: isWinning
      ? []
      : [
          ...gates.map((code): Obstacle => ({ code, priceToWinMinor })),
          ...(rival === undefined || better === 0 ? [] : obstaclesOf(own, rival, terms, priceToWinMinor)),
        ],
  };
}

function obstaclesOf(
  own: Candidate,
  rival: Candidate,
  terms: BuyBoxTerms,
  priceToWinMinor: number | null,
): readonly Obstacle[] {
  if (own.priceMinor === null) return [];
  const found: Obstacle[] = [];
  if (own.priceMinor > (rival.priceMinor ?? 0)) found.push({ code: 'dearerThanWinner', priceToWinMinor });
  if (own.penaltyPpm > rival.penaltyPpm) {
    // With the winner's quality this much could be asked: what the difference in quality costs.
    const asGood = { ...own, penaltyPpm: rival.penaltyPpm };
    const priceOfEquals = highestWinningPrice(asGood, rival, terms);
    found.push({ code: 'weakerQualityThanWinner', priceToWinMinor: priceOfEquals });
  }
  return found.length > 0 ? found : [{ code: 'tieLost', priceToWinMinor }];
}

/**
 * The highest price at which the offer ranks before the rival, within what market and seller allow; null when there is none. Without a
 * rival any allowed price wins.
 */
export function highestWinningPrice(own: Candidate, rival: Candidate | undefined, terms: BuyBoxTerms): number | null {
  const floor = Math.max(terms.priceMinMinor, own.sellerMinMinor ?? 0);
  let price = terms.priceMaxMinor;
  if (rival !== undefined) {
    const even = Math.floor(exactScoreOf(rival, terms) / (MILLION + own.penaltyPpm)) - terms.shippingMinor;
    price = Math.min(price, even);
    // At exactly the rival's score the tie decides; one unit less is before it for certain.
    if (compareOffers({ ...own, priceMinor: price }, rival, terms) > 0) price -= 1;
  }
  return price >= floor ? price : null;
}
