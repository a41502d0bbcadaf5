/**
 * One offer standing for the buy box of a variant × grade × market. Amounts are minor units of the market's currency.
 * `priceMinor` is null where the seller states no price in this market, or states it in another currency.
 */
export interface Candidate {
  readonly offerId: string;
  readonly sellerId: string;
  readonly listed: boolean;
  /** `unknown`: the offer was heard before its seller. */
  readonly seller: 'active' | 'suspended' | 'unknown';
  readonly available: number;
  readonly priceMinor: number | null;
  readonly warrantyMonths: number;
  readonly batteryHealth: number | undefined;
}

/** What a market asks of an offer before it may be ranked, and what delivery adds to every price. */
export interface BuyBoxTerms {
  readonly gradeSold: boolean;
  readonly priceMinMinor: number;
  readonly priceMaxMinor: number;
  readonly warrantyMonthsMin: number;
  /** Cheapest delivery of the market. The same for each offer, so it never decides; it makes the landed price honest. */
  readonly shippingMinor: number;
}

/** Why an offer cannot be bought. Published (Regulation (EU) 2019/1150 art. 5), so the words are part of the contract. */
export type Gate =
  | 'delisted'
  | 'sellerSuspended'
  | 'sellerUnknown'
  | 'gradeNotSold'
  | 'noPrice'
  | 'priceOutOfBounds'
  | 'warrantyTooShort'
  | 'outOfStock';

/** What decided between two neighbours of the ranking, in the order the questions are asked. */
export type Criterion = 'landedPrice' | 'warranty' | 'battery' | 'sellerId' | 'offerId';

export interface RankedOffer<C extends Candidate = Candidate> {
  readonly candidate: C;
  /** From 1. */
  readonly rank: number;
  readonly landedMinor: number;
  /** How much more it costs than the winner. */
  readonly aboveWinnerMinor: number;
  /** For the winner, what put it before the second; for the others, what put the winner before them. Undefined for an only offer. */
  readonly decidedBy: Criterion | undefined;
}

export interface Ranking<C extends Candidate = Candidate> {
  readonly ranked: readonly RankedOffer<C>[];
  readonly excluded: readonly { readonly candidate: C; readonly gate: Gate }[];
}

/**
 * Ranks the offers of one variant × grade × market by landed price; equal prices are told apart by longer warranty, better battery,
 * then ids, so that the order never depends on which fact arrived first and a lower price never ranks worse.
 */
export function rankOffers<C extends Candidate>(candidates: readonly C[], terms: BuyBoxTerms): Ranking<C> {
  const excluded: { candidate: C; gate: Gate }[] = [];
  const standing: C[] = [];
  for (const candidate of candidates) {
    const gate = gateOf(candidate, terms);
    if (gate === undefined) standing.push(candidate);
    else excluded.push({ candidate, gate });
  }
  standing.sort((a, b) => compare(a, b).order);
  const [winner, second] = standing;
  const ranked = standing.map((candidate, i) => {
    const rival = i === 0 ? second : candidate;
    return {
      candidate,
      rank: i + 1,
      landedMinor: landed(candidate, terms),
      aboveWinnerMinor: winner === undefined ? 0 : priceOf(candidate) - priceOf(winner),
      decidedBy: winner === undefined || rival === undefined ? undefined : compare(winner, rival).by,
    };
  });
  return { ranked, excluded: excluded.sort((a, b) => byText(a.candidate.offerId, b.candidate.offerId)) };
}

/** The first of `rankOffers` without ranking the rest: what is recomputed on every fact. */
export function chooseWinner<C extends Candidate>(candidates: readonly C[], terms: BuyBoxTerms): C | undefined {
  let best: C | undefined;
  for (const candidate of candidates) {
    if (gateOf(candidate, terms) !== undefined) continue;
    if (best === undefined || compare(candidate, best).order < 0) best = candidate;
  }
  return best;
}

/** The hard gate that keeps an offer out of the ranking, the most lasting one first; undefined when it may be bought. */
export function gateOf(candidate: Candidate, terms: BuyBoxTerms): Gate | undefined {
  if (!candidate.listed) return 'delisted';
  if (candidate.seller !== 'active') return candidate.seller === 'suspended' ? 'sellerSuspended' : 'sellerUnknown';
  if (!terms.gradeSold) return 'gradeNotSold';
  if (candidate.priceMinor === null) return 'noPrice';
  if (candidate.priceMinor < terms.priceMinMinor || candidate.priceMinor > terms.priceMaxMinor)
    return 'priceOutOfBounds';
  if (candidate.warrantyMonths < terms.warrantyMonthsMin) return 'warrantyTooShort';
  if (candidate.available <= 0) return 'outOfStock';
  return undefined;
}

function compare(a: Candidate, b: Candidate): { readonly order: number; readonly by: Criterion } {
  const price = priceOf(a) - priceOf(b);
  if (price !== 0) return { order: price, by: 'landedPrice' };
  const warranty = b.warrantyMonths - a.warrantyMonths;
  if (warranty !== 0) return { order: warranty, by: 'warranty' };
  // A battery nobody measured is worth less than the worst one measured.
  const battery = (b.batteryHealth ?? 0) - (a.batteryHealth ?? 0);
  if (battery !== 0) return { order: battery, by: 'battery' };
  const seller = byText(a.sellerId, b.sellerId);
  return seller !== 0 ? { order: seller, by: 'sellerId' } : { order: byText(a.offerId, b.offerId), by: 'offerId' };
}

function priceOf(candidate: Candidate): number {
  return candidate.priceMinor ?? Number.MAX_SAFE_INTEGER;
}

function landed(candidate: Candidate, terms: BuyBoxTerms): number {
  return priceOf(candidate) + terms.shippingMinor;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
