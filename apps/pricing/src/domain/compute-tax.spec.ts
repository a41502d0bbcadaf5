import { divideRounded } from '@reprise/kernel';
import fc from 'fast-check';
import type { TaxRule } from './compute-tax.js';
import { computeTax, taxInside } from './compute-tax.js';
import type { TaxStack } from './tax-stack.js';

const stackOf = (...ratesPpm: number[]): TaxStack => ({
  rule: 'eu.domesticSale',
  roundingKey: ratesPpm.join('+'),
  rates: ratesPpm.map((ratePpm, i) => ({
    jurisdiction: { country: 'ZZ', code: `ZZ-${i}`, name: `Place ${i}` },
    ratePpm,
    rate: '0.00',
  })),
  combinedPpm: ratesPpm.reduce((sum, rate) => sum + rate, 0),
  treatment: 'standard',
  responsibility: 'SELLER',
});
const itemOf = (stack: TaxStack, unitMinor: bigint, quantity = 1) => ({
  stack,
  quantity,
  shownMinor: unitMinor * BigInt(quantity),
});
const inclusive: TaxRule = {
  inclusive: true,
  policy: 'perRatePerDocument',
  mode: 'halfUp',
};
const exclusive: TaxRule = { ...inclusive, inclusive: false };

// vat = round_half_up(gross × r / (100 + r)).
test.each([
  ['DE', 49900n, 190_000, 7967n],
  ['FR', 49900n, 200_000, 8317n],
  ['ES', 19999n, 210_000, 3471n],
  ['FR, an exact half cent', 5199n, 200_000, 867n],
  ['EE', 19999n, 240_000, 3871n],
  ['RO', 149999n, 210_000, 26033n],
  ['PL', 199900n, 230_000, 37380n],
  ['HU', 14990000n, 270_000, 3186850n],
  ['FI', 219n, 255_000, 44n],
])('%s: %d holds at %d ppm %d of tax', (_place, gross, ratePpm, tax) => {
  expect(taxInside(gross, ratePpm, 'halfUp')).toBe(tax);
});

test('at 20 % every sixth price is an exact half cent, and each is rounded up on the tax', () => {
  let halves = 0;
  for (let gross = 1n; gross <= 200_000n; gross += 1n) {
    const netFirst = gross - divideRounded(gross * 1_000_000n, 1_200_000n, 'halfUp');
    if (netFirst !== taxInside(gross, 200_000, 'halfUp')) halves += 1;
  }
  expect(halves).toBe(33_333);
});

test.each([
  ['perUnit', 501n],
  ['perLine', 500n],
  ['perRatePerDocument', 500n],
] as const)('3 × 9.99 at 20 %% rounded %s bears %d', (policy, tax) => {
  const [line] = computeTax([itemOf(stackOf(200_000), 999n, 3)], { ...inclusive, policy });
  expect(line?.taxMinor).toBe(tax);
});

test.each([
  ['perUnit', 294n],
  ['perRatePerDocument', 293n],
] as const)('3 × 10.99 in New York City rounded %s bears %d', (policy, tax) => {
  const [line] = computeTax([itemOf(stackOf(40_000, 45_000, 3_750), 1099n, 3)], { ...exclusive, policy });
  expect(line?.taxMinor).toBe(tax);
});

test.each([
  [29999n, [1200n, 1350n, 112n]],
  [1099n, [44n, 50n, 4n]],
])('%d in New York City is shared out as %j, and the parts sum to the rounded combined tax', (net, parts) => {
  const [line] = computeTax([itemOf(stackOf(40_000, 45_000, 3_750), net)], exclusive);
  expect(line?.partsMinor).toEqual(parts);
});

test('ten sales of 499.00 in Germany bear 796.70 on ten documents and 796.72 on one', () => {
  const one = computeTax([itemOf(stackOf(190_000), 49900n)], inclusive)[0]?.taxMinor;
  expect((one ?? 0n) * 10n).toBe(79670n);
  expect(computeTax([itemOf(stackOf(190_000), 49900n, 10)], inclusive)[0]?.taxMinor).toBe(79672n);
});

const rates = fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 5 });
const lines = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 5_000_000n }), fc.integer({ min: 1, max: 100 })), {
  minLength: 1,
  maxLength: 12,
});
const rules = fc.record({
  inclusive: fc.boolean(),
  policy: fc.constantFrom<TaxRule['policy']>('perUnit', 'perLine', 'perRatePerDocument'),
  mode: fc.constantFrom<TaxRule['mode']>('halfUp', 'halfEven', 'floor'),
});

test('property: net and tax make the gross, parts make the tax, whatever the lines, rates and policy', () => {
  fc.assert(
    fc.property(lines, fc.array(rates, { minLength: 1, maxLength: 3 }), rules, (amounts, stacks, rule) => {
      const items = amounts.map(([unit, quantity], i) =>
        itemOf(stackOf(...(stacks[i % stacks.length] as number[])), unit, quantity),
      );
      computeTax(items, rule).forEach((tax, i) => {
        expect(tax.netMinor + tax.taxMinor).toBe(tax.grossMinor);
        expect(rule.inclusive ? tax.grossMinor : tax.netMinor).toBe(items[i]?.shownMinor);
        expect(tax.partsMinor.reduce((sum, part) => sum + part, 0n)).toBe(tax.taxMinor);
        for (const part of tax.partsMinor) expect(part).toBeGreaterThanOrEqual(0n);
      });
    }),
  );
});

test('property: a document bears the tax of its sum, to half a minor unit of the exact rational', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 300_000 }), (amounts, ratePpm) => {
      const items = amounts.map(([unit, quantity]) => itemOf(stackOf(ratePpm), unit, quantity));
      const tax = computeTax(items, inclusive).reduce((sum, line) => sum + line.taxMinor, 0n);
      const gross = items.reduce((sum, item) => sum + item.shownMinor, 0n);
      const exactTwice = 2n * gross * BigInt(ratePpm);
      const errorTwice = 2n * tax * BigInt(1_000_000 + ratePpm) - exactTwice;
      expect(errorTwice <= BigInt(1_000_000 + ratePpm)).toBe(true);
      expect(errorTwice > -BigInt(1_000_000 + ratePpm)).toBe(true);
    }),
  );
});

test('property: each jurisdiction gets its share of the document, to the minor unit', () => {
  fc.assert(
    fc.property(lines, rates, (amounts, ratesPpm) => {
      const stack = stackOf(...ratesPpm);
      fc.pre(stack.combinedPpm > 0);
      const taxes = computeTax(
        amounts.map(([unit, quantity]) => itemOf(stack, unit, quantity)),
        exclusive,
      );
      const total = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0n);
      ratesPpm.forEach((ratePpm, k) => {
        const got = taxes.reduce((sum, tax) => sum + (tax.partsMinor[k] as bigint), 0n);
        const floor = (total * BigInt(ratePpm)) / BigInt(stack.combinedPpm);
        expect(got === floor || got === floor + 1n).toBe(true);
      });
    }),
  );
});
