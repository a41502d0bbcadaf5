import { isRejection, Money, mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import fc from 'fast-check';
import { realMarket } from '../../test/real-markets.js';
import type { FxSheet } from './convert-money.js';
import { parseFxQuote } from './fx-rate.js';
import type { FxRate } from './fx-rate.js';
import { compileCharmRule } from './market-terms.js';
import { deviationPpm, proposePrice } from './propose-price.js';

const quotes = { USD: '1.1172', PLN: '4.4038', HUF: '366.33', CZK: '24.353', SEK: '10.978' };
const sheet: FxSheet = {
  base: mustBeCurrency('EUR'),
  date: mustBeLocalDay('2026-10-30'),
  maxAgeDays: 3,
  rates: new Map(
    Object.entries(quotes).map(([code, text]): [string, FxRate] => {
      const quote = parseFxQuote(text);
      if (quote === undefined) throw new Error(text);
      const currency = mustBeCurrency(code);
      return [
        code,
        { date: mustBeLocalDay('2026-10-30'), currency, quote, version: 1, changePpm: undefined, jump: false },
      ];
    }),
  ),
};
const eur = (amount: string): Money => Money.of(amount, 'EUR');
const propose = (
  source: Parameters<typeof proposePrice>[0],
  market: Parameters<typeof proposePrice>[1],
  margin = 0,
) => {
  const proposed = proposePrice(source, market, sheet, margin);
  if (isRejection(proposed)) throw new Error(proposed.code);
  return proposed;
};
const forint = (direction: 'up' | 'down') => {
  const currency = mustBeCurrency('HUF');
  return { currency, charm: compileCharmRule({ step: '1000', endings: ['990'], direction }, currency) };
};

test('€399.00 becomes $445.76, and with a charm ending $445.99 or $444.99 as the market’s rule says', () => {
  const { currency } = realMarket('us');
  const source = { market: 'fr', price: eur('399.00') };
  const rule = (direction: 'up' | 'down' | 'nearest') => ({
    currency,
    charm: compileCharmRule({ step: '1.00', endings: ['0.99'], direction }, currency),
  });
  expect(propose(source, rule('nearest')).converted.toDecimalString()).toBe('445.76');
  expect(propose(source, rule('nearest')).price.toDecimalString()).toBe('445.99');
  expect(propose(source, rule('down')).price.toDecimalString()).toBe('444.99');
  expect(propose(source, forint('down')).price.toDecimalString()).toBe('145990.00');
  expect(propose(source, forint('up')).price.toDecimalString()).toBe('146990.00');
});

test.each([
  ['us', '445.99'],
  ['pl', '1759.00'],
  ['se', '4379.00'],
])('€399.00 proposed for the market %s as it stands is %s', (code, expected) => {
  expect(propose({ market: 'fr', price: eur('399.00') }, realMarket(code)).price.toDecimalString()).toBe(expected);
});

test('rate and margin are one factor: there is one rounding before the ending', () => {
  // 0.44688 × 2 is 0.89; rounded to 0.45 first it would be 0.90.
  const { withMargin } = propose({ market: 'fr', price: eur('0.40') }, realMarket('us'), 1_000_000);
  expect(withMargin.toDecimalString()).toBe('0.89');
});

test('never below the seller’s minPrice, though the ending would be, nor above maxPrice', () => {
  const source = { market: 'fr', price: eur('399.00'), minPrice: eur('398.50'), maxPrice: eur('399.10') };
  const { price, minPrice, maxPrice } = propose(source, forint('down'));
  expect([minPrice?.toDecimalString(), maxPrice?.toDecimalString()]).toEqual(['145982.51', '146202.30']);
  expect(price.toDecimalString()).toBe('145990.00');
  const lowered = propose(source, realMarket('us'), -500_000);
  expect(lowered.withMargin.toDecimalString()).toBe('222.88');
  expect(lowered.price.compare(lowered.minPrice as Money)).toBeGreaterThanOrEqual(0);
});

test('property: whatever margin and market, a proposal is inside the seller’s bounds', () => {
  const markets = [realMarket('us'), realMarket('pl'), realMarket('se'), forint('down'), forint('up')];
  const cents = fc.bigInt({ min: 100n, max: 500_000n });
  fc.assert(
    fc.property(
      cents,
      cents,
      cents,
      fc.constantFrom(...markets),
      fc.integer({ min: -900_000, max: 2_000_000 }),
      (a, b, c, to, margin) => {
        const [low, middle, high] = [a, b, c]
          .sort((x, y) => (x < y ? -1 : 1))
          .map((minor) => Money.ofMinor(minor, mustBeCurrency('EUR')));
        if (low === undefined || middle === undefined || high === undefined) throw new Error('three prices');
        const { price, minPrice, maxPrice } = propose(
          { market: 'fr', price: middle, minPrice: low, maxPrice: high },
          to,
          margin,
        );
        if (minPrice === undefined || maxPrice === undefined || minPrice.compare(maxPrice) > 0) return;
        expect(price.compare(minPrice)).toBeGreaterThanOrEqual(0);
        expect(price.compare(maxPrice)).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test('how far a proposal is from what the goods cost there', () => {
  expect(deviationPpm(eur('120.00'), eur('100.00'))).toBe(200_000);
  expect(deviationPpm(eur('80.00'), eur('100.00'))).toBe(-200_000);
  expect(deviationPpm(eur('80.00'), undefined)).toBeUndefined();
});
