/**
 * How a seller's past sales went, each as parts per million of what was shipped or ordered: devices that came back with a defect, orders
 * the seller cancelled, parcels sent late, devices that were not of the grade sold.
 */
export interface SellerQuality {
  readonly failureRatePpm: number;
  readonly cancelRatePpm: number;
  readonly lateShipRatePpm: number;
  readonly wrongGradeRatePpm: number;
}

/**
 * What is assumed of a seller with too few sales to measure: a usual one. Better than this moves an offer up, worse down, so that selling
 * little is no way to look flawless and no reason to stay unseen.
 */
export const usualQuality: SellerQuality = {
  failureRatePpm: 40_000,
  cancelRatePpm: 10_000,
  lateShipRatePpm: 30_000,
  wrongGradeRatePpm: 5_000,
};

/**
 * What share of its price one event costs a buyer, in per cent: a defect half of it (a return, a wait, a second try), a wrong grade a
 * quarter, an order cancelled by the seller a fifth, a late parcel a twentieth. Published; changing one changes what every seller reads.
 */
export const costPercentOf: { readonly [Rate in keyof SellerQuality]: number } = {
  failureRatePpm: 50,
  wrongGradeRatePpm: 25,
  cancelRatePpm: 20,
  lateShipRatePpm: 5,
};

/** However bad the past, an offer counts as at most a quarter dearer: beyond that a seller is suspended, not hidden. */
export const penaltyMaxPpm = 250_000;

/** How much dearer an offer counts for its seller's quality, in parts per million of its landed price. Whole, so that ranking is exact. */
export function penaltyPpmOf(quality: SellerQuality = usualQuality): number {
  let hundredths = 0;
  for (const [rate, percent] of Object.entries(costPercentOf) as [keyof SellerQuality, number][])
    hundredths += quality[rate] * percent;
  return Math.min(penaltyMaxPpm, Math.max(0, Math.round(hundredths / 100)));
}
