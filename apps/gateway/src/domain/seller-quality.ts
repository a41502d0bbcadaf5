/**
 * How a seller's past sales went, each as parts per million of what was shipped or ordered: devices that came back with a defect, orders
 * the seller cancelled, parcels sent late, devices that were not of the grade sold.
 */
export interface SellerQuality {
  readonly failureRatePpm: number;
  readonly cancelRatePpm: number;
  readonly lateShipRatePpm: number;
  readonly wrongGradeRatePpm: number;
  /** What each rate is a share of. Absent: the rates are taken as they are. */
  readonly measures?:
    | {
        readonly [Name in 'failure' | 'cancel' | 'lateShip' | 'wrongGrade']: {
          readonly events: number;
          readonly of: number;
        };
      }
    | undefined;
}

/** The rates alone. */
export type QualityRates = Omit<SellerQuality, 'measures'>;

/**
 * What is assumed of a seller with too few sales to measure: a usual one. Better than this moves an offer up, worse down, so that selling
 * little is no way to look flawless and no reason to stay unseen.
 */
export const usualQuality: QualityRates = {
  failureRatePpm: 40_000,
  cancelRatePpm: 10_000,
  lateShipRatePpm: 30_000,
  wrongGradeRatePpm: 5_000,
};

/**
 * How many usual sales are counted beside a seller's own, for each rate: a handful of sales hardly moves it from the usual rate, some hundreds
 * speak for themselves, and no number of sales is a threshold to stay below.
 */
export const usualWeight = 100;

/** The rates a seller is ranked by. */
export function ratesOf(quality: SellerQuality = usualQuality): QualityRates {
  const { measures } = quality;
  if (measures === undefined) return quality;
  const rateOf = ({ events, of }: { readonly events: number; readonly of: number }, usualPpm: number): number =>
    Math.round((events * 1_000_000 + usualPpm * usualWeight) / (of + usualWeight));
  return {
    failureRatePpm: rateOf(measures.failure, usualQuality.failureRatePpm),
    cancelRatePpm: rateOf(measures.cancel, usualQuality.cancelRatePpm),
    lateShipRatePpm: rateOf(measures.lateShip, usualQuality.lateShipRatePpm),
    wrongGradeRatePpm: rateOf(measures.wrongGrade, usualQuality.wrongGradeRatePpm),
  };
}

/**
 * What share of its price one event costs a buyer, in per cent: a defect half of it (a return, a wait, a second try), a wrong grade a
 * quarter, an order cancelled by the seller a fifth, a late parcel a twentieth. Published; changing one changes what every seller reads.
 */
export const costPercentOf: { readonly [Rate in keyof QualityRates]: number } = {
  failureRatePpm: 50,
  wrongGradeRatePpm: 25,
  cancelRatePpm: 20,
  lateShipRatePpm: 5,
};

/** However bad the past, an offer counts as at most a quarter dearer: beyond that a seller is suspended, not hidden. */
export const penaltyMaxPpm = 250_000;

/** How much dearer an offer counts for its seller's quality, in parts per million of its landed price. Whole, so that ranking is exact. */
export function penaltyPpmOf(quality?: SellerQuality): number {
  const rates = ratesOf(quality);
  let hundredths = 0;
  for (const [rate, percent] of Object.entries(costPercentOf) as [keyof QualityRates, number][])
    hundredths += rates[rate] * percent;
  return Math.min(penaltyMaxPpm, Math.max(0, Math.round(hundredths / 100)));
}
