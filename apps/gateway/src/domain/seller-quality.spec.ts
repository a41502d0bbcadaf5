import fc from 'fast-check';
import { penaltyMaxPpm, penaltyPpmOf, ratesOf, usualQuality, usualWeight } from './seller-quality.js';

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

const measure = fc
  .integer({ min: 0, max: 5_000 })
  .chain((of) => fc.record({ events: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const measured = fc.record({ failure: measure, cancel: measure, lateShip: measure, wrongGrade: measure });
const none = { failureRatePpm: 0, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 };

test('who sold nothing is ranked as a usual seller, who sold much by what happened', () => {
  const nothing = { events: 0, of: 0 };
  const measures = { failure: nothing, cancel: nothing, lateShip: nothing, wrongGrade: nothing };
  expect(ratesOf({ ...none, measures })).toEqual(usualQuality);
  expect(ratesOf({ ...none, measures: { ...measures, failure: { events: 0, of: usualWeight } } }).failureRatePpm).toBe(
    20_000,
  );
  expect(ratesOf({ ...none, measures: { ...measures, failure: { events: 1_000, of: 10_000 } } }).failureRatePpm).toBe(
    99_406,
  );
});

test('one more defect, cancellation, late parcel or wrong grade never makes a seller count better', () => {
  fc.assert(
    fc.property(measured, fc.constantFrom('failure', 'cancel', 'lateShip', 'wrongGrade'), (measures, which) => {
      const { events, of } = measures[which];
      if (events === of) return;
      const worse = { ...measures, [which]: { events: events + 1, of } };
      expect(penaltyPpmOf({ ...none, measures: worse })).toBeGreaterThanOrEqual(penaltyPpmOf({ ...none, measures }));
    }),
    { numRuns: 1_000 },
  );
});

test('one more sale that went well never makes a seller count worse', () => {
  fc.assert(
    fc.property(measured, fc.constantFrom('failure', 'cancel', 'lateShip', 'wrongGrade'), (measures, which) => {
      const { events, of } = measures[which];
      const better = { ...measures, [which]: { events, of: of + 1 } };
      expect(penaltyPpmOf({ ...none, measures: better })).toBeLessThanOrEqual(penaltyPpmOf({ ...none, measures }));
    }),
    { numRuns: 1_000 },
  );
});
