import { grades } from '@reprise/contracts';
import { Money } from '@reprise/kernel';
import fc from 'fast-check';
import type { PriceEndings, PriceFacts } from './price-model.js';
import { endPrice, usualPrice } from './price-model.js';

const iphone13: PriceFacts = {
  model: { slug: 'apple-iphone-13', releaseYear: 2021, newPrice: '909.00', storageGb: 128, popularity: 6 },
  brand: 'Apple',
  storageGb: 128,
  grade: 'EXCELLENT',
  asOfYear: 2026,
  taxInclusive: true,
  currency: 'EUR',
  unitsPer: '1',
  levelBp: 10_000,
};

const price = (changed: Partial<PriceFacts>): string => usualPrice({ ...iphone13, ...changed }).toDecimalString();

test.each<[string, Partial<PriceFacts>, string]>([
  // 909 × 0.86 × 0.83^5 × 1.05 = 323.33
  ['an iPhone 13 of 128 GB, excellent, five years after', {}, '323.00'],
  ['with twice the storage', { storageGb: 256 }, '352.00'],
  ['with half the storage', { storageGb: 64 }, '297.00'],
  ['in the worst grade', { grade: 'FAIR' }, '259.00'],
  ['of a brand that keeps less', { brand: 'Samsung' }, '222.00'],
  ['in the year it came out', { asOfYear: 2021 }, '821.00'],
  ['twenty years later, at the floor', { asOfYear: 2041 }, '95.00'],
  ['without tax, in dollars', { taxInclusive: false, currency: 'USD', unitsPer: '1.1355' }, '294.00'],
  ['in forints, stored with two decimals', { currency: 'HUF', unitsPer: '366.2' }, '118402.00'],
  ['with a seller 5 % dearer', { levelBp: 10_500 }, '339.00'],
])('%s', (_name, changed, expected) => {
  expect(price(changed)).toBe(expected);
});

test('a better grade is never cheaper, nor is more storage, nor a younger model', () => {
  fc.assert(
    fc.property(
      fc.record({
        newCents: fc.integer({ min: 5_000, max: 400_000 }),
        releaseYear: fc.integer({ min: 2007, max: 2026 }),
        brand: fc.constantFrom('Apple', 'Samsung', 'Nobody'),
        levelBp: fc.integer({ min: 8_000, max: 12_000 }),
        storage: fc.integer({ min: 0, max: 6 }),
        grade: fc.integer({ min: 0, max: grades.length - 2 }),
        taxInclusive: fc.boolean(),
      }),
      ({ newCents, releaseYear, brand, levelBp, storage, grade, taxInclusive }) => {
        const model = { ...iphone13.model, newPrice: (newCents / 100).toFixed(2), releaseYear };
        const at = (changed: Partial<PriceFacts>) =>
          usualPrice({
            ...{ ...iphone13, model, brand, levelBp, taxInclusive, storageGb: 16 * 2 ** storage },
            grade: grades[grade] ?? 'FAIR',
            ...changed,
          });
        const here = at({});
        expect(here.compare(at({ grade: grades[grade + 1] ?? 'FAIR' }))).toBeGreaterThanOrEqual(0);
        expect(here.compare(at({ storageGb: 32 * 2 ** storage }))).toBeLessThanOrEqual(0);
        expect(here.compare(at({ asOfYear: iphone13.asOfYear + 1 }))).toBeGreaterThanOrEqual(0);
        expect(here.isPositive()).toBe(true);
      },
    ),
  );
});

const euro = { step: '1.00', endings: ['0.00', '0.99'] };
const nines = { step: '10.00', endings: ['9.00'] };

test.each<[string, Partial<PriceFacts>, '0.00' | '0.99', PriceEndings, string]>([
  ['as the seller likes it', {}, '0.99', euro, '322.99'],
  ['on whole euros for another seller', {}, '0.00', euro, '323.00'],
  [
    'just below the dollar where the market knows nothing else',
    {},
    '0.00',
    { step: '1.00', endings: ['0.99'] },
    '322.99',
  ],
  ['on a whole nine in złoty, whoever sells', { currency: 'PLN', unitsPer: '4.369' }, '0.99', nines, '1409.00'],
  ['and in kronor', { currency: 'SEK', unitsPer: '11.331' }, '0.00', nines, '3659.00'],
  ['nowhere, when it is below every ending', { levelBp: 100 }, '0.00', nines, '3.00'],
])('prices end %s', (_how, changed, ending, endings, expected) => {
  expect(endPrice(usualPrice({ ...iphone13, ...changed }), ending, endings).toDecimalString()).toBe(expected);
});

test('an ending never makes a price dearer, nor cheaper by more than a step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.constantFrom('0.00' as const, '0.99' as const),
      fc.constantFrom(euro, nines, { step: '100.00', endings: ['49.00', '99.00'] }),
      (whole, ending, endings) => {
        const price = Money.of(`${whole}.00`, 'SEK');
        const ended = endPrice(price, ending, endings);
        expect(ended.isPositive()).toBe(true);
        expect(ended.compare(price)).toBeLessThanOrEqual(0);
        expect(price.minus(ended).compare(Money.of(endings.step, 'SEK'))).toBeLessThan(1);
      },
    ),
  );
});
