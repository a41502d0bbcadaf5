import fc from 'fast-check';
import { penaltyMaxPpm, penaltyPpmOf, usualQuality } from './seller-quality.js';

const rate = fc.integer({ min: 0, max: 1_000_000 });
const quality = fc.record({
  failureRatePpm: rate,
  cancelRatePpm: rate,
  lateShipRatePpm: rate,
  wrongGradeRatePpm: rate,
});

test('an unmeasured seller counts as a usual one: 2.48 % dearer', () => {
  expect(penaltyPpmOf(undefined)).toBe(24_750);
  expect(penaltyPpmOf(usualQuality)).toBe(24_750);
});

test('better than usual counts less, a flawless one nothing, and no seller more than a quarter', () => {
  expect(penaltyPpmOf({ failureRatePpm: 10_000, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 })).toBe(
    5_000,
  );
  expect(penaltyPpmOf({ failureRatePpm: 0, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 })).toBe(0);
  expect(penaltyPpmOf({ ...usualQuality, failureRatePpm: 1_000_000 })).toBe(penaltyMaxPpm);
});

test('no rate that grows makes a seller count better', () => {
  fc.assert(
    fc.property(
      quality,
      fc.constantFrom(...(Object.keys(usualQuality) as (keyof typeof usualQuality)[])),
      rate,
      (some, which, more) => {
        const worse = { ...some, [which]: Math.min(1_000_000, some[which] + more) };
        expect(penaltyPpmOf(worse)).toBeGreaterThanOrEqual(penaltyPpmOf(some));
      },
    ),
  );
});
