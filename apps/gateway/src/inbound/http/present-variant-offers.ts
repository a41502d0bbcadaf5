import type { rankedOfferSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { OfferInMarket } from '../../application/ports.js';
import type { Voice } from '../../application/voice.js';
import type { BuyBoxTerms, Criterion, RankedOffer } from '../../domain/rank-offers.js';
import { moneyJson, presentOffer } from './present-offer.js';

/** What decided, as a code: `reasons` of an offer. Published, so that a seller can read why another one won. */
const reasonOf: { readonly [criterion in Criterion]: { readonly winner: string; readonly other: string } } = {
  quality: { winner: 'bestQuality', other: 'weakerQualityThanWinner' },
  deliveryDays: { winner: 'soonestDispatchAtThisScore', other: 'laterDispatchThanWinner' },
  landedPrice: { winner: 'lowestLandedPrice', other: 'pricierThanWinner' },
  warranty: { winner: 'longestWarrantyAtThisPrice', other: 'shorterWarrantyThanWinner' },
  battery: { winner: 'bestBatteryAtThisPrice', other: 'weakerBatteryThanWinner' },
  sellerId: { winner: 'equalOffersFirstSeller', other: 'equalOffersLaterSeller' },
  offerId: { winner: 'equalOffersFirstOffer', other: 'equalOffersLaterOffer' },
};

/** An offer with its place in the ranking, what its score is made of and what decided. */
export function presentRanked(
  ranked: RankedOffer<OfferInMarket>,
  voice: Voice,
  terms: BuyBoxTerms,
): z.input<typeof rankedOfferSchema> {
  const { candidate, rank, landedMinor, scoreMinor, aboveWinnerMinor, decidedBy } = ranked;
  const amount = (minor: number): string => moneyJson(minor, voice.market.currency).amount;
  const won = rank === 1;
  return {
    ...presentOffer(candidate, voice, terms),
    rank,
    score: amount(scoreMinor),
    factors: {
      price: amount(candidate.priceMinor ?? 0),
      shipping: amount(landedMinor - (candidate.priceMinor ?? 0)),
      landedPrice: amount(landedMinor),
      qualityPenalty: amount(scoreMinor - landedMinor),
      aboveWinner: amount(aboveWinnerMinor),
      leadTimeDays: String(candidate.leadTimeDays),
      warrantyMonths: String(candidate.warrantyMonths),
      ...(candidate.batteryHealth !== undefined && { batteryHealth: String(candidate.batteryHealth) }),
    },
    reasons:
      decidedBy.length === 0
        ? ['onlyOffer']
        : decidedBy.map((criterion) => reasonOf[criterion][won ? 'winner' : 'other']),
  };
}
