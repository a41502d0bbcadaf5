import { realMarket } from '../../test/real-markets.js';
import type { StatedOfferTerms } from './validate-offer-terms.js';
import { validateOfferTerms } from './validate-offer-terms.js';

const markets = new Map(['fr', 'de', 'us'].map((code) => [code, realMarket(code)]));

const good: StatedOfferTerms = {
  grade: 'EXCELLENT',
  quantity: 5,
  vatScheme: 'REGULAR',
  warrantyMonths: 24,
  batteryHealth: 90,
  shipsFrom: 'FR',
  prices: [{ market: 'fr', amount: '499.00', minPrice: '450.00', maxPrice: '550.00' }],
};

const price = (change: Partial<StatedOfferTerms['prices'][number]>): Partial<StatedOfferTerms> => ({
  prices: [{ market: 'fr', amount: '499.00', ...change }],
});

test('good terms come back with their amounts read', () => {
  const answer = validateOfferTerms(good, markets);
  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    prices: [
      {
        market: 'fr',
        price: { amount: '499.00', currency: 'EUR' },
        minPrice: { amount: '450.00', currency: 'EUR' },
        maxPrice: { amount: '550.00', currency: 'EUR' },
      },
    ],
  });
});

test('zero on hand is a statement too: it takes the offer off sale', () => {
  expect(validateOfferTerms({ ...good, quantity: 0 }, markets)).toHaveProperty('prices');
});

test.each<[string, string, Partial<StatedOfferTerms>]>([
  ['quantity', 'quantityOutOfRange', { quantity: -1 }],
  ['quantity', 'quantityOutOfRange', { quantity: 1e9 }],
  ['quantity', 'quantityOutOfRange', { quantity: 1.5 }],
  ['warrantyMonths', 'warrantyOutOfRange', { warrantyMonths: 121 }],
  ['warrantyMonths', 'warrantyTooShort', { warrantyMonths: 11 }],
  ['batteryHealth', 'batteryHealthOutOfRange', { batteryHealth: 101 }],
  ['grade', 'gradeNotAllowed', { grade: 'STALLONE' }],
  ['shipsFrom', 'originNotServed', { shipsFrom: 'CN' }],
  ['prices', 'priceMissing', { prices: [] }],
  ['prices[0].currency', 'currencyNotAllowedInMarket', price({ currency: 'USD' })],
  ['prices[0].amount', 'tooManyDecimals', price({ amount: '499.001' })],
  ['prices[0].amount', 'moneyMalformed', price({ amount: '4e2' })],
  ['prices[0].amount', 'priceNotPositive', price({ amount: '0.00' })],
  ['prices[0].amount', 'priceNotPositive', price({ amount: '-1.00' })],
  ['prices[0].amount', 'priceBelowMarketMinimum', price({ amount: '0.49' })],
  ['prices[0].amount', 'priceAboveMarketMaximum', price({ amount: '50000.01' })],
  ['prices[0].amount', 'priceBelowMinimum', price({ minPrice: '499.01' })],
  ['prices[0].amount', 'priceAboveMaximum', price({ maxPrice: '498.99' })],
  ['prices[0].minPrice', 'priceRangeInverted', price({ minPrice: '500.00', maxPrice: '400.00' })],
  ['prices[0].minPrice', 'tooManyDecimals', price({ minPrice: '0.001' })],
  ['vatScheme', 'vatSchemeNotAllowed', { vatScheme: 'MARGINAL', prices: [{ market: 'us', amount: '499.00' }] }],
])('%s is refused as %s', (field, code, change) => {
  const answer = validateOfferTerms({ ...good, ...change }, markets);
  expect('errors' in answer ? answer.errors.map((error) => [error.field, error.code]) : answer).toEqual([
    [field, code],
  ]);
});

test('a market named twice is refused', () => {
  const twice = { ...good, prices: [...good.prices, ...good.prices] };
  expect(validateOfferTerms(twice, markets)).toMatchObject({
    errors: [{ field: 'prices[1].market', code: 'duplicateMarket' }],
  });
});

test('every error is listed at once, and an error two markets share only once', () => {
  const bad: StatedOfferTerms = {
    ...good,
    quantity: -1,
    grade: 'SHINY',
    shipsFrom: 'CN',
    prices: [
      { market: 'de', amount: 'x' },
      { market: 'us', amount: '1.234' },
    ],
  };
  const answer = validateOfferTerms(bad, markets);
  expect('errors' in answer && answer.errors.map((error) => `${error.field} ${error.code}`)).toEqual([
    'quantity quantityOutOfRange',
    'grade gradeNotAllowed',
    'shipsFrom originNotServed',
    'prices[0].amount moneyMalformed',
    'grade gradeNotAllowed',
    'prices[1].amount tooManyDecimals',
  ]);
});
