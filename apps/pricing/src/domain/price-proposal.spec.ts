import { Money } from '@reprise/kernel';
import { realMarket } from '../../test/real-markets.js';
import type { Offer } from './offer.js';
import { judgePrice, refusesSeeding } from './price-proposal.js';

const pln = (amount: string): Money => Money.of(amount, 'PLN');
const offer = {
  ...{ grade: 'EXCELLENT', quantity: 1, vatScheme: 'REGULAR', warrantyMonths: 24, shipsFrom: 'FR' },
  prices: [],
} as unknown as Offer;
const known = { reference: undefined, unitCost: undefined, minPrice: undefined, maxPrice: undefined };
const judge = (amount: string, more: Partial<Parameters<typeof judgePrice>[1]> = {}) =>
  judgePrice(pln(amount), { ...known, ...more }, offer, realMarket('pl'), 250_000);

test('a quarter above its reference is no outlier yet, a grosz more is', () => {
  const reference = { price: pln('100.00'), of: 'target' as const };
  expect(judge('125.00', { reference })).toMatchObject({ deviationPpm: 250_000, outlier: false });
  expect(judge('125.01', { reference })).toMatchObject({ deviationPpm: 250_100, outlier: true });
  expect(judge('74.99', { reference })).toMatchObject({ outlier: true });
});

test('below what the dearest unit cost and below what the seller takes are two things, and only the second is refused', () => {
  expect(judge('99.99', { unitCost: pln('100.00') })).toMatchObject({ belowCost: true, blockers: [] });
  expect(judge('100.00', { unitCost: pln('100.00') })).toMatchObject({ belowCost: false });
  expect(judge('99.99', { minPrice: pln('100.00') })).toMatchObject({
    belowMin: true,
    blockers: [{ code: 'priceBelowMinimum' }],
  });
});

test('without anything to compare with a price is no outlier', () => {
  expect(judge('199999.00')).toEqual({
    ...{ deviationPpm: undefined, outlier: false, belowCost: false, belowMin: false, blockers: [] },
  });
});

test.each([
  ['everywhere', { everywhere: true, markets: [], skus: new Set<string>() }, true],
  ['this market', { everywhere: false, markets: ['pl'], skus: new Set<string>() }, true],
  ['another market', { everywhere: false, markets: ['de'], skus: new Set<string>() }, false],
  ['this offer', { everywhere: false, markets: [], skus: new Set(['A']) }, true],
  ['another offer', { everywhere: false, markets: [], skus: new Set(['B']) }, false],
])('a seller that refuses %s', (_, refusal, refused) => {
  expect(refusesSeeding('pl', 'A', {}, refusal)).toBe(refused);
});

test('who sells in named markets only is left out of the others', () => {
  expect(refusesSeeding('pl', 'A', { markets: ['fr'] }, undefined)).toBe(true);
  expect(refusesSeeding('pl', 'A', { markets: ['fr', 'pl'] }, undefined)).toBe(false);
  expect(refusesSeeding('pl', 'A', undefined, undefined)).toBe(false);
});
