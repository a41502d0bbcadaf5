import { z } from 'zod';
import { operation } from './operation.js';
import { localeQuery, marketParams } from './markets.js';
import { skuSchema } from './offers.js';
import { moneySchema } from '../money.js';
import { gradeSchema, marketCodeSchema } from '../vocabulary.js';

const decimalQuery = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'a decimal such as "389.00"');

/** Rates of a seller, as decimals of what was sold: "0.0400" is one in 25. */
const qualitySchema = z.object({
  /** `usual`: too few sales to measure, so a usual seller is assumed. */
  basis: z.enum(['measured', 'usual']),
  volume: z.int().nonnegative(),
  failureRate: z.string(),
  cancelRate: z.string(),
  lateShipRate: z.string(),
  wrongGradeRate: z.string(),
});

export const sellerBuyBoxSchema = z
  .object({
    offerId: z.uuid(),
    sku: z.string(),
    variantId: z.uuid(),
    grade: gradeSchema,
    market: marketCodeSchema,
    locale: z.string(),
    /** True when `price` is the one asked about and not the one the offer has. */
    simulated: z.boolean(),
    price: moneySchema.nullable(),
    isWinning: z.boolean(),
    /** From 1; null for an offer that cannot be bought. */
    rank: z.int().positive().nullable(),
    /** How many offers of this variant and grade can be bought here. */
    offerCount: z.int().nonnegative(),
    /** What a page shows now: the offer in the buy box. */
    winner: z.object({ price: moneySchema, landedPrice: moneySchema, own: z.boolean() }).nullable(),
    /** The highest price that wins as things stand; of a winner, how far it could go up. Null where no allowed price would. */
    priceToWin: moneySchema.nullable(),
    /** What keeps the offer from the buy box, each with the highest price that wins once it is mended. Empty for a winner. */
    reasons: z.array(z.object({ code: z.string(), message: z.string(), priceToWin: moneySchema.nullable() })),
    factors: z.object({
      price: moneySchema.nullable(),
      shipping: moneySchema,
      landedPrice: moneySchema.nullable(),
      /** What the seller’s quality adds to the landed price for ranking; no buyer pays it. */
      qualityPenalty: moneySchema.nullable(),
      score: moneySchema.nullable(),
      leadTimeDays: z.int(),
      warrantyMonths: z.int(),
      batteryHealth: z.int().optional(),
      quality: qualitySchema,
    }),
  })
  .meta({ id: 'SellerBuyBox' });

export const getSellerBuyBox = operation({
  id: 'getSellerBuyBox',
  method: 'GET',
  path: '/v1/seller/offers/{sku}/buy-box',
  owner: 'gateway',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Where an offer ranks in a market, why, and the price that would win',
  description:
    'Computed from what buyers see now. `simulatePrice` answers for another price and changes nothing. Nothing of other sellers is told that a page does not show.',
  params: z.object({ sku: skuSchema }),
  query: z.object({ market: marketCodeSchema, simulatePrice: decimalQuery.optional(), ...localeQuery }),
  responses: { 200: sellerBuyBoxSchema },
  problems: ['OfferNotFound', 'MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});

const parameterSchema = z.object({
  code: z.string(),
  name: z.string(),
  description: z.string(),
  /** What it counts, where it is a number: a share of the landed price in per cent. */
  weight: z.string().nullable(),
});

/** How offers and products are ordered, in words and numbers. */
export const rankingParametersSchema = z
  .object({
    market: marketCodeSchema,
    locale: z.string(),
    servedLocales: z.record(z.string(), z.string()),
    /** How it works, in a sentence or two. */
    about: z.string(),
    /** Whether anybody can pay for a better place, and a sentence on it. */
    payment: z.object({ influences: z.boolean(), statement: z.string() }),
    /** What makes an offer’s score, the most important first. */
    score: z.array(parameterSchema),
    /** What tells equal scores apart, in this order. */
    tieBreaks: z.array(parameterSchema),
    /** What keeps an offer out altogether. `value` is this market’s bound, where there is one. */
    gates: z.array(z.object({ code: z.string(), description: z.string(), value: z.string().nullable() })),
    quality: z.object({
      /** What a seller with too few sales is taken for. */
      usual: z.object({
        failureRate: z.string(),
        cancelRate: z.string(),
        lateShipRate: z.string(),
        wrongGradeRate: z.string(),
      }),
      /** How many usual sales are counted beside a seller's own, so that few sales say little. */
      usualWeight: z.int(),
      /** The most that quality may add, as a decimal of the landed price. */
      penaltyMax: z.string(),
      rates: z.array(parameterSchema),
    }),
    /** What orders a list of products, the most important first. */
    listing: z.array(parameterSchema),
  })
  .meta({ id: 'RankingParameters' });

export const getRankingParameters = operation({
  id: 'getRankingParameters',
  method: 'GET',
  path: '/v1/markets/{market}/ranking-parameters',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Markets',
  summary: 'How offers and products are ranked, as the law wants it published',
  description:
    'The main parameters of the ranking and their relative importance: Regulation (EU) 2019/1150 article 5, Directive 2011/83/EU article 6a.',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: rankingParametersSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});
