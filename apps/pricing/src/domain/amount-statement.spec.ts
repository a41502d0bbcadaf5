import { Money, mustBeCurrency } from '@reprise/kernel';
import fc from 'fast-check';
import { amountScaleOf, decimalOf, minorOf, readAmounts } from './amount-statement.js';
import type { MarketTerms } from './market-terms.js';
import { validateOfferTerms } from './validate-offer-terms.js';
import type { StatedOfferTerms } from './validate-offer-terms.js';

const marketOf = (code: string, currency: string, priceMax: string, more: Partial<MarketTerms> = {}): MarketTerms =>
  ({
    code,
    currency: mustBeCurrency(currency),
    grades: new Set(['EXCELLENT', 'GOOD']),
    tax: { vatSchemes: ['REGULAR', 'MARGINAL'] },
    warrantyMonthsMin: 12,
    shipsFrom: new Set(['FR', 'DE']),
    priceMin: Money.of('1', currency),
    priceMax: Money.of(priceMax, currency),
    ...more,
  }) as unknown as MarketTerms;

const markets = new Map(
  [
    marketOf('fr', 'EUR', '5000.00'),
    marketOf('jp', 'JPY', '900000', { shipsFrom: undefined }),
    marketOf('kw', 'KWD', '900.500', { warrantyMonthsMin: 24 }),
  ].map((market) => [market.code, market]),
);
const scales = new Map([...markets].map(([code, market]) => [code, amountScaleOf(market)]));

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('499.00', '800', '120.5') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '0.00',
      '1',
      '1.0',
      '4999.999',
      '5000',
      '5000.01',
      '900.5',
      '-1',
      '1e3',
      '',
      '.5',
      '5.',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{1,5}(\.\d{0,4})?$/) },
);
/** Mostly what is right, now and then what is not. */
const mostly = <T>(right: readonly T[], wrong: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const statement: fc.Arbitrary<StatedOfferTerms> = fc.record({
  grade: mostly(['EXCELLENT', 'GOOD'], ['FAIR']),
  quantity: mostly([0, 5, 10_000], [10_001, -1, 1.5]),
  vatScheme: mostly<'REGULAR' | 'MARGINAL'>(['REGULAR', 'MARGINAL'], ['MARGINAL']),
  warrantyMonths: mostly([12, 24], [0, 121]),
  batteryHealth: mostly([undefined, 1, 88, 100], [101, 0]),
  shipsFrom: mostly(['FR', 'DE'], ['US']),
  prices: fc.array(
    fc.record(
      {
        market: fc.constantFrom('fr', 'jp', 'kw'),
        amount,
        currency: mostly<string | undefined>([undefined, 'EUR'], ['JPY']),
        minPrice: mostly<string | undefined>([undefined, '100', '1.00'], ['501', 'x']),
        maxPrice: mostly<string | undefined>([undefined, '900', '1000'], ['2', '-1']),
      },
      { requiredKeys: ['market', 'amount'] },
    ),
    { minLength: 0, maxLength: 3 },
  ),
});

test('property: what is right at first sight is right, with the same amounts to the minor unit', () => {
  let read = 0;
  fc.assert(
    fc.property(statement, (stated) => {
      const amounts = readAmounts(stated, (market) => scales.get(market));
      if (amounts === undefined) return;
      read += 1;
      const checked = validateOfferTerms(stated, markets);
      expect('prices' in checked ? checked.prices : checked.errors).toEqual(
        amounts.map(({ market, currency, minor, minMinor, maxMinor }) => ({
          market,
          price: Money.ofMinor(BigInt(minor), currency),
          ...(minMinor !== null && { minPrice: Money.ofMinor(BigInt(minMinor), currency) }),
          ...(maxMinor !== null && { maxPrice: Money.ofMinor(BigInt(maxMinor), currency) }),
        })),
      );
    }),
    { numRuns: 5_000 },
  );
  expect(read).toBeGreaterThan(20);
});

test('a plain statement is right at first sight, so that a file of prices is read this way', () => {
  const stated: StatedOfferTerms = {
    ...{ grade: 'GOOD', quantity: 5, vatScheme: 'REGULAR', warrantyMonths: 24, shipsFrom: 'FR' },
    prices: [
      { market: 'fr', amount: '499.00', currency: 'EUR', minPrice: '450' },
      { market: 'jp', amount: '80000', maxPrice: '90000' },
      { market: 'kw', amount: '120.125' },
    ],
  };
  expect(readAmounts(stated, (market) => scales.get(market))).toEqual([
    { market: 'fr', currency: 'EUR', minor: 49_900, minMinor: 45_000, maxMinor: null },
    { market: 'jp', currency: 'JPY', minor: 80_000, minMinor: null, maxMinor: 90_000 },
    { market: 'kw', currency: 'KWD', minor: 120_125, minMinor: null, maxMinor: null },
  ]);
});

test('property: decimals read back as what they were', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom(0, 2, 3), (minor, exponent) => {
      expect(minorOf(decimalOf(minor, exponent), exponent)).toBe(minor);
    }),
  );
});

test('what a number cannot hold is left to money', () => {
  expect(minorOf('9'.repeat(13), 2)).toBe(999_999_999_999_900);
  expect(minorOf('9'.repeat(14), 2)).toBeUndefined();
});
