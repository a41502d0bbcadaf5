import type { rankingParametersSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { Market } from '../../application/ports.js';
import { rankingWordsOf } from '../../application/ranking-words.js';
import { criteria, gates } from '../../domain/rank-offers.js';
import type { BuyBoxTerms, Gate } from '../../domain/rank-offers.js';
import { costPercentOf, penaltyMaxPpm, usualQuality, usualWeight } from '../../domain/seller-quality.js';
import { ratio } from './present-buy-box.js';
import { moneyJson } from './present-offer.js';

export type RankingParametersJson = z.input<typeof rankingParametersSchema>;

/** What makes a score; the rest of `criteria` tells equal ones apart. */
const ofScore: readonly string[] = ['landedPrice', 'quality'];

/** What the law wants published of the ranking, made of the very values it is computed with. */
export function presentRankingParameters(market: Market, terms: BuyBoxTerms, locale: string): RankingParametersJson {
  const { locale: served, words } = rankingWordsOf(market.definition, locale);
  const parameter = (code: string, weight: string | null = null) => {
    const { name, description } = words.parameters[code] ?? { name: code, description: '' };
    return { code, name, description, weight };
  };
  const sameLanguage = served.split('-', 1)[0] === locale.split('-', 1)[0];
  return {
    market: market.code,
    locale,
    servedLocales: sameLanguage ? {} : { about: served },
    about: words.about,
    payment: { influences: false, statement: words.payment },
    score: criteria.filter((code) => ofScore.includes(code)).map((code) => parameter(code)),
    tieBreaks: criteria.map((code) => parameter(code)),
    gates: gates.map((code) => ({
      code,
      description: words.reasons[code] ?? code,
      value: boundOf(code, terms, market.definition),
    })),
    quality: {
      usual: {
        failureRate: ratio(usualQuality.failureRatePpm),
        cancelRate: ratio(usualQuality.cancelRatePpm),
        lateShipRate: ratio(usualQuality.lateShipRatePpm),
        wrongGradeRate: ratio(usualQuality.wrongGradeRatePpm),
      },
      usualWeight,
      penaltyMax: ratio(penaltyMaxPpm),
      rates: Object.entries(costPercentOf)
        .sort(([, a], [, b]) => b - a)
        .map(([code, percent]) => parameter(code, String(percent))),
    },
    listing: ['textMatch', 'offerCount', 'productId'].map((code) => parameter(code)),
  };
}

/** This market's bound of a gate that has one. */
function boundOf(gate: Gate, terms: BuyBoxTerms, { currency, qualityGate }: Market['definition']): string | null {
  const amount = (minor: number): string => `${moneyJson(minor, currency).amount} ${currency}`;
  if (gate === 'priceAboveMaximum') return amount(terms.priceMaxMinor);
  if (gate === 'priceBelowMinimum') return amount(terms.priceMinMinor);
  if (gate === 'warrantyTooShort') return String(terms.warrantyMonthsMin);
  if (gate === 'qualityGate') return qualityGate?.failureRateMax ?? null;
  return gate === 'originNotServed' ? (terms.shipsFrom?.join(', ') ?? null) : null;
}
