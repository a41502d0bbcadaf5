import fc from 'fast-check';
import { isGtin } from './gtin.js';

test.each(['96385074', '614141000036', '4006381333931', '0194252707234', '10614141000415'])('%s is a GTIN', (gtin) => {
  expect(isGtin(gtin)).toBe(true);
});

test.each(['', '4006381333930', '400638133393', '40063813339311', ' 4006381333931', '４００６３８１３３３９３１'])(
  '%p is none',
  (text) => {
    expect(isGtin(text)).toBe(false);
  },
);

test('property: one wrong digit is always noticed', () => {
  const gtin = '4006381333931';
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(gtin[at]) + by) % 10;
      expect(isGtin(gtin.slice(0, at) + String(digit) + gtin.slice(at + 1))).toBe(false);
    }),
  );
});
