import type { sellerBuyBoxSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { RankedOwnOffer } from '../../application/rank-own-offer.js';
import { rankingWordsOf } from '../../application/ranking-words.js';
import { MILLION, exactScoreOf, landedMinorOf } from '../../domain/rank-offers.js';
import { usualQuality } from '../../domain/seller-quality.js';
import { moneyJson } from './present-offer.js';

export type SellerBuyBoxJson = z.input<typeof sellerBuyBoxSchema>;

/** Where a seller's offer stands, in the market's money and the seller's language. */
export function presentBuyBox(
  ranked: RankedOwnOffer,
  { sku, simulated, locale }: { readonly sku: string; readonly simulated: boolean; readonly locale: string },
): SellerBuyBoxJson {
  const { market, offer, terms, standing, winner, variantId } = ranked;
  const money = (minor: number) => moneyJson(minor, market.definition.currency);
  const priced = (minor: number | null) => (minor === null ? null : money(minor));
  const { words } = rankingWordsOf(market.definition, locale);
  return {
    offerId: offer.offerId,
    sku,
    variantId,
    grade: offer.grade,
    market: market.code,
    locale,
    simulated,
    price: priced(offer.priceMinor),
    isWinning: standing.isWinning,
    rank: standing.rank,
    offerCount: standing.standing,
    winner:
      winner === undefined
        ? null
        : {
            price: money(winner.priceMinor ?? 0),
            landedPrice: money(landedMinorOf(winner, terms)),
            own: winner.offerId === offer.offerId,
          },
    priceToWin: priced(standing.priceToWinMinor),
    reasons: standing.obstacles.map(({ code, priceToWinMinor }) => ({
      code,
      message: words.reasons[code] ?? code,
      priceToWin: priced(priceToWinMinor),
    })),
    factors: factorsOf(ranked, money),
  };
}

function factorsOf(
  { offer, terms, quality }: RankedOwnOffer,
  money: (minor: number) => ReturnType<typeof moneyJson>,
): SellerBuyBoxJson['factors'] {
  const landed = offer.priceMinor === null ? null : landedMinorOf(offer, terms);
  const score = landed === null ? null : Math.round(exactScoreOf(offer, terms) / MILLION);
  const rates = quality ?? usualQuality;
  return {
    price: offer.priceMinor === null ? null : money(offer.priceMinor),
    shipping: money(terms.shippingMinor),
    landedPrice: landed === null ? null : money(landed),
    qualityPenalty: landed === null || score === null ? null : money(score - landed),
    score: score === null ? null : money(score),
    leadTimeDays: offer.leadTimeDays,
    warrantyMonths: offer.warrantyMonths,
    ...(offer.batteryHealth !== undefined && { batteryHealth: offer.batteryHealth }),
    quality: {
      basis: quality === undefined ? 'usual' : 'measured',
      volume: quality?.volume ?? 0,
      failureRate: ratio(rates.failureRatePpm),
      cancelRate: ratio(rates.cancelRatePpm),
      lateShipRate: ratio(rates.lateShipRatePpm),
      wrongGradeRate: ratio(rates.wrongGradeRatePpm),
    },
  };
}

/** Parts per million as a decimal: 40,000 is `0.040000`. */
export function ratio(ppm: number): string {
  return (ppm / MILLION).toFixed(6);
}
