import fc from 'fast-check';
import { allocate } from './allocate.js';
import { mustBeCurrency } from './currency.js';
import { Money } from './money.js';

const eur = mustBeCurrency('EUR');
const anyTotal = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((minor) => Money.ofMinor(minor, eur));
const anyWeights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
/** Few distinct values, so that ties happen all the time. */
const tiedWeights = fc.array(fc.bigInt({ min: 0n, max: 3n }), { minLength: 1, maxLength: 12 });
const weights = fc.oneof(anyWeights, tiedWeights);

const decimals = (parts: readonly Money[]) => parts.map((part) => part.toDecimalString());

test.each([
  ['a 10.00 coupon over 299.00, 99.99 and 19.90', '10.00', [29_900n, 9_999n, 1_990n], ['7.14', '2.39', '0.47']],
  ['New York tax on 299.99 over 4 %, 4.5 % and 0.375 %', '26.62', [4_000n, 4_500n, 375n], ['12.00', '13.50', '1.12']],
  ['New York tax on 10.99, whose rounded parts lose a cent', '0.98', [4_000n, 4_500n, 375n], ['0.44', '0.50', '0.04']],
  ['5.00 of VAT over three equal lines', '5.00', [999n, 999n, 999n], ['1.67', '1.67', '1.66']],
  ['100.00 over three, as currency.js distributes it', '100.00', [1n, 1n, 1n], ['33.34', '33.33', '33.33']],
  ['one cent over two: the earlier gets it', '0.01', [1n, 1n], ['0.01', '0.00']],
  ['nothing but zero weights: equally', '1.00', [0n, 0n, 0n], ['0.34', '0.33', '0.33']],
  ['a zero weight among others: nothing', '1.00', [0n, 1n, 2n], ['0.00', '0.33', '0.67']],
  ['a single weight: everything', '12.34', [7n], ['12.34']],
])('%s', (_claim, total, over, expected) => {
  expect(decimals(allocate(Money.of(total, 'EUR'), over))).toEqual(expected);
  expect(decimals(allocate(Money.of(`-${total}`, 'EUR'), over))).toEqual(
    expected.map((part) => (Number(part) === 0 ? part : `-${part}`)),
  );
});

test('parts sum to the total', () => {
  fc.assert(
    fc.property(anyTotal, weights, (total, over) => Money.sum(allocate(total, over), eur).equals(total)),
    { numRuns: 1_000 },
  );
});

test('each part is within one minor unit of its exact share', () => {
  fc.assert(
    fc.property(anyTotal, weights, (total, over) => {
      const weightSum = over.reduce((sum, weight) => sum + weight, 0n);
      fc.pre(weightSum > 0n);
      allocate(total, over).forEach((part, index) => {
        const error = part.minor * weightSum - total.minor * (over[index] ?? 0n);
        expect(error > -weightSum && error < weightSum).toBe(true);
      });
    }),
    { numRuns: 1_000 },
  );
});

test('the split of a refund is the negated split of its sale', () => {
  fc.assert(
    fc.property(anyTotal, weights, (total, over) => {
      expect(allocate(total.negated(), over)).toEqual(allocate(total, over).map((part) => part.negated()));
    }),
  );
});

test('equal weights differ by at most one minor unit, the earlier having more', () => {
  fc.assert(
    fc.property(anyTotal, fc.integer({ min: 1, max: 50 }), (total, count) => {
      const parts = allocate(
        total.abs(),
        Array.from({ length: count }, () => 1n),
      );
      const ascending = parts.every((part, index) => index === 0 || part.compare(parts[index - 1] as Money) <= 0);
      expect(ascending).toBe(true);
      expect((parts[0] as Money).minus(parts[count - 1] as Money).minor).toBeLessThanOrEqual(1n);
    }),
  );
});

test('only proportions matter, and a zero weight never gets a cent', () => {
  fc.assert(
    fc.property(anyTotal, weights, fc.bigInt({ min: 1n, max: 1_000n }), (total, over, scale) => {
      const parts = allocate(total, over);
      expect(
        allocate(
          total,
          over.map((weight) => weight * scale),
        ),
      ).toEqual(parts);
      if (over.some((weight) => weight > 0n)) {
        expect(parts.filter((part, index) => over[index] === 0n && !part.isZero())).toEqual([]);
      }
    }),
  );
});

test('no weights, or a negative one, is a Bug', () => {
  expect(() => allocate(Money.of('1.00', 'EUR'), [])).toThrow('nothing to allocate to');
  expect(() => allocate(Money.of('1.00', 'EUR'), [2n, -1n])).toThrow('negative weight');
});
