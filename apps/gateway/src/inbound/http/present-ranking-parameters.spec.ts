import { marketDefinitionSchema, localeWordingSchema } from '@reprise/contracts/market';
import { marketChangedV1 } from '@reprise/contracts/events';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Market } from '../../application/ports.js';
import { criteria, gates } from '../../domain/rank-offers.js';
import type { BuyBoxTerms } from '../../domain/rank-offers.js';
import { presentRankingParameters } from './present-ranking-parameters.js';

const locales = new URL('../../../../../markets/locales/', import.meta.url);
const worded = readdirSync(locales)
  .map((file) => ({ file, words: localeWordingSchema.parse(parse(readFileSync(new URL(file, locales), 'utf8'))) }))
  .filter(({ words }) => words.ranking !== undefined);

const terms: BuyBoxTerms = {
  gradeSold: true,
  priceMinMinor: 50,
  priceMaxMinor: 5_000_000,
  warrantyMonthsMin: 12,
  shipsFrom: ['FR', 'DE'],
  shippingMinor: 0,
  deliveryDays: { min: 2, max: 6 },
};

test('English words it, for every market to fall back to', () => {
  expect(worded.map(({ file }) => file)).toContain('en.yaml');
});

test.each(worded)('$file words every parameter, gate and reason', ({ words }) => {
  const definition = marketDefinitionSchema.parse({ ...marketChangedV1.example.definition, wording: { en: words } });
  const market: Market = { code: 'fr', version: 1, status: 'live', definition };
  const said = presentRankingParameters(market, terms, 'en');
  for (const { code, name, description } of [
    ...said.score,
    ...said.tieBreaks,
    ...said.quality.rates,
    ...said.listing,
  ]) {
    expect([code, name]).not.toEqual([code, code]);
    expect([code, description.length > 10]).toEqual([code, true]);
  }
  for (const { code, description } of said.gates) expect([code, description]).not.toEqual([code, code]);
  expect(words.ranking?.defects).toMatch(/\{percent\}.*\{devices[,}].*\{days[,}]/);
  for (const reason of ['dearerThanWinner', 'weakerQualityThanWinner', 'tieLost'])
    expect([reason, words.ranking?.reasons[reason]]).not.toEqual([reason, undefined]);
});

test('what is published is what is computed with', () => {
  const definition = marketDefinitionSchema.parse(marketChangedV1.example.definition);
  const said = presentRankingParameters({ code: 'fr', version: 1, status: 'live', definition }, terms, 'fr-FR');
  expect(said.score.map(({ code }) => code)).toEqual(['landedPrice', 'quality']);
  expect(said.tieBreaks.map(({ code }) => code)).toEqual([...criteria]);
  expect(said.gates.map(({ code, value }) => [code, value])).toEqual(
    gates.map((gate) => [
      gate,
      {
        priceAboveMaximum: '50000.00 EUR',
        priceBelowMinimum: '0.50 EUR',
        warrantyTooShort: '12',
        originNotServed: 'FR, DE',
      }[gate as string] ?? null,
    ]),
  );
  expect(said.quality).toMatchObject({ usual: { failureRate: '0.040000' }, penaltyMax: '0.250000' });
  expect(said.quality.rates.map(({ code, weight }) => [code, weight])).toEqual([
    ['failureRatePpm', '50'],
    ['wrongGradeRatePpm', '25'],
    ['cancelRatePpm', '20'],
    ['lateShipRatePpm', '5'],
  ]);
  expect(said.payment.influences).toBe(false);
});
