/**
 * One offer standing for the buy box of a variant × grade × market. Amounts are minor units of the market's currency.
 * `priceMinor` is null where the seller states no price in this market, or states it in another currency.
 */
export interface Candidate {
  readonly offerId: string;
  readonly sellerId: string;
  readonly listed: boolean;
  /** Whether the market shows the product now. */
  readonly published?: boolean;
  /** `unknown`: the offer was heard before its seller. */
  readonly seller: 'active' | 'suspended' | 'unknown';
  /** What keeps this seller from selling such goods in this market; undefined for nothing. */
  readonly sellerGate?: 'marketNotServed' | 'qualityGate' | undefined;
  readonly available: number;
  readonly priceMinor: number | null;
  /** What the seller never sells below here; null for no such bound. Known to its seller alone. */
  readonly sellerMinMinor: number | null;
  /** Country the goods leave from. */
  readonly shipsFrom: string;
  readonly warrantyMonths: number;
  readonly batteryHealth: number | undefined;
  /** Days until the seller hands the parcel over, from the order. */
  readonly leadTimeDays: number;
  /** How much dearer the offer counts for its seller's quality, see `penaltyPpmOf`. */
  readonly penaltyPpm: number;
}

/** What a market asks of an offer before it may be ranked, and what delivery adds to every price. */
export interface BuyBoxTerms {
  readonly gradeSold: boolean;
  readonly priceMinMinor: number;
  readonly priceMaxMinor: number;
  readonly warrantyMonthsMin: number;
  /** Countries goods may leave from; undefined for any. */
  readonly shipsFrom: readonly string[] | undefined;
  /** Cheapest delivery of the market. The same for each offer, so it never decides; it makes the landed price honest. */
  readonly shippingMinor: number;
  /** How long that delivery takes at most, from when the seller hands the parcel over. */
  readonly deliveryDays: { readonly min: number; readonly max: number };
}

/** Why an offer cannot be bought. Published (Regulation (EU) 2019/1150 art. 5), so the words are part of the contract. */
export const gates = [
  'delisted',
  'notPublished',
  'sellerSuspended',
  'sellerUnknown',
  'marketNotServed',
  'qualityGate',
  'gradeNotSold',
  'originNotServed',
  'noPrice',
  'priceAboveMaximum',
  'priceBelowMinimum',
  'priceBelowSellerMinimum',
  'warrantyTooShort',
  'outOfStock',
] as const;
export type Gate = (typeof gates)[number];

/** What can put one offer before another; the first two make the score, the others are asked in this order when scores are equal. */
export const criteria = [
  'landedPrice',
  'quality',
  'deliveryDays',
  'warranty',
  'battery',
  'sellerId',
  'offerId',
] as const;
export type Criterion = (typeof criteria)[number];

export interface RankedOffer<C extends Candidate = Candidate> {
  readonly candidate: C;
  /** From 1. */
  readonly rank: number;
  readonly landedMinor: number;
  /** Landed price with the penalty for quality: what is compared, in minor units, rounded for reading. */
  readonly scoreMinor: number;
  /** How much more it costs than the winner. */
  readonly aboveWinnerMinor: number;
  /** For the winner, what put it before the second; for the others, what put the winner before them. Empty for an only offer. */
  readonly decidedBy: readonly Criterion[];
}

export interface Ranking<C extends Candidate = Candidate> {
  readonly ranked: readonly RankedOffer<C>[];
  readonly excluded: readonly { readonly candidate: C; readonly gate: Gate }[];
}

/**
 * Ranks the offers of one variant × grade × market by landed price, made dearer by its seller's quality. Equal scores are told apart by
 * price, quality, delivery, warranty, battery, then ids, so that the order never depends on which fact arrived first and a lower price
 * never ranks worse.
 */
export function rankOffers<C extends Candidate>(candidates: readonly C[], terms: BuyBoxTerms): Ranking<C> {
  const excluded: { candidate: C; gate: Gate }[] = [];
  const standing: C[] = [];
  for (const candidate of candidates) {
    const gate = gateOf(candidate, terms);
    if (gate === undefined) standing.push(candidate);
    else excluded.push({ candidate, gate });
  }
  standing.sort((a, b) => compareOffers(a, b, terms));
  const [winner, second] = standing;
  const ranked = standing.map((candidate, i) => {
    const rival = i === 0 ? second : candidate;
    return {
      candidate,
      rank: i + 1,
      landedMinor: landedMinorOf(candidate, terms),
      scoreMinor: Math.round(exactScoreOf(candidate, terms) / MILLION),
      aboveWinnerMinor: winner === undefined ? 0 : priceOf(candidate) - priceOf(winner),
      decidedBy: winner === undefined || rival === undefined ? [] : advantagesOf(winner, rival, terms),
    };
  });
  return { ranked, excluded: excluded.sort((a, b) => byText(a.candidate.offerId, b.candidate.offerId)) };
}

/** The first of `rankOffers` without ranking the rest: what is recomputed on every fact. */
export function chooseWinner<C extends Candidate>(candidates: readonly C[], terms: BuyBoxTerms): C | undefined {
  let best: C | undefined;
  for (const candidate of candidates) {
    if (gateOf(candidate, terms) !== undefined) continue;
    if (best === undefined || compareOffers(candidate, best, terms) < 0) best = candidate;
  }
  return best;
}

/** The hard gate that keeps an offer out of the ranking, the most lasting one first; undefined when it may be bought. */
export function gateOf(candidate: Candidate, terms: BuyBoxTerms): Gate | undefined {
  return lastingGateOf(candidate, terms) ?? priceGateOf(candidate, terms) ?? passingGateOf(candidate, terms);
}

/** Every gate that keeps an offer out, for its seller to open one after the other. */
export function gatesOf(candidate: Candidate, terms: BuyBoxTerms): Gate[] {
  const found = [lastingGateOf(candidate, terms), priceGateOf(candidate, terms), passingGateOf(candidate, terms)];
  return found.filter((gate) => gate !== undefined);
}

function lastingGateOf(candidate: Candidate, terms: BuyBoxTerms): Gate | undefined {
  if (!candidate.listed) return 'delisted';
  if (candidate.published === false) return 'notPublished';
  if (candidate.seller !== 'active') return candidate.seller === 'suspended' ? 'sellerSuspended' : 'sellerUnknown';
  if (candidate.sellerGate !== undefined) return candidate.sellerGate;
  if (!terms.gradeSold) return 'gradeNotSold';
  if (terms.shipsFrom !== undefined && !terms.shipsFrom.includes(candidate.shipsFrom)) return 'originNotServed';
  return undefined;
}

function priceGateOf({ priceMinor, sellerMinMinor }: Candidate, terms: BuyBoxTerms): Gate | undefined {
  if (priceMinor === null) return 'noPrice';
  if (priceMinor > terms.priceMaxMinor) return 'priceAboveMaximum';
  if (priceMinor < terms.priceMinMinor) return 'priceBelowMinimum';
  if (sellerMinMinor !== null && priceMinor < sellerMinMinor) return 'priceBelowSellerMinimum';
  return undefined;
}

function passingGateOf({ warrantyMonths, available }: Candidate, terms: BuyBoxTerms): Gate | undefined {
  if (warrantyMonths < terms.warrantyMonthsMin) return 'warrantyTooShort';
  return available <= 0 ? 'outOfStock' : undefined;
}

/** Below zero when a ranks before b. A strict total order over offers of different ids. */
export function compareOffers(a: Candidate, b: Candidate, terms: BuyBoxTerms): number {
  const score = exactScoreOf(a, terms) - exactScoreOf(b, terms);
  if (score !== 0) return score;
  for (const criterion of criteria) {
    const difference = differenceBy[criterion](a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By what the winner is better than a rival: what made its score the lower one, or what told equal scores apart. */
function advantagesOf(winner: Candidate, rival: Candidate, terms: BuyBoxTerms): readonly Criterion[] {
  const better = (criterion: Criterion): boolean => differenceBy[criterion](winner, rival) < 0;
  const ofScore = (['landedPrice', 'quality'] as const).filter(better);
  if (exactScoreOf(winner, terms) !== exactScoreOf(rival, terms)) return ofScore;
  const first = criteria.find((criterion) => differenceBy[criterion](winner, rival) !== 0);
  return first === undefined ? [] : [first];
}

/** Below zero when a is better. Delivery costs the same for all, so the landed price differs as the price does. */
const differenceBy: { readonly [Name in Criterion]: (a: Candidate, b: Candidate) => number } = {
  landedPrice: (a, b) => priceOf(a) - priceOf(b),
  quality: (a, b) => a.penaltyPpm - b.penaltyPpm,
  deliveryDays: (a, b) => a.leadTimeDays - b.leadTimeDays,
  warranty: (a, b) => b.warrantyMonths - a.warrantyMonths,
  // A battery nobody measured is worth less than the worst one measured.
  battery: (a, b) => (b.batteryHealth ?? 0) - (a.batteryHealth ?? 0),
  sellerId: (a, b) => byText(a.sellerId, b.sellerId),
  offerId: (a, b) => byText(a.offerId, b.offerId),
};

export const MILLION = 1_000_000;

/** Landed price × (1 + penalty) in millionths of a minor unit: whole and exact, for prices up to billions. */
export function exactScoreOf(candidate: Candidate, terms: BuyBoxTerms): number {
  return landedMinorOf(candidate, terms) * (MILLION + candidate.penaltyPpm);
}

export function landedMinorOf(candidate: Candidate, terms: BuyBoxTerms): number {
  return priceOf(candidate) + terms.shippingMinor;
}

/** No price is dearer than any: such an offer is gated, and compares without overflowing. */
function priceOf(candidate: Candidate): number {
  return candidate.priceMinor ?? 2_000_000_000;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
