import fc from 'fast-check';
import { wilsonBounds } from './wilson-bounds.js';

const sample = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

test.each([
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d in %d is between %d and %d, as published', (events, trials, low, high) => {
  const { lowPpm, highPpm } = wilsonBounds(events, trials);
  expect(Number((lowPpm / 1e6).toFixed(4))).toBeCloseTo(low, 4);
  expect(Number((highPpm / 1e6).toFixed(4))).toBeCloseTo(high, 4);
});

test('nothing sold says nothing', () => {
  expect(wilsonBounds(0, 0)).toEqual({ ratePpm: 0, lowPpm: 0, highPpm: 1_000_000 });
});

test.each([
  [3, 2],
  [-1, 2],
  [0.5, 2],
])('%d in %d is a Bug', (events, trials) => {
  expect(() => wilsonBounds(events, trials)).toThrow('is no share');
});

test('bounds are whole parts per million within 0 and 1, around the share itself', () => {
  fc.assert(
    fc.property(sample, ([events, trials]) => {
      const { ratePpm, lowPpm, highPpm } = wilsonBounds(events, trials);
      for (const each of [ratePpm, lowPpm, highPpm]) expect(Number.isInteger(each)).toBe(true);
      expect(lowPpm).toBeGreaterThanOrEqual(0);
      expect(lowPpm).toBeLessThanOrEqual(ratePpm);
      expect(ratePpm).toBeLessThanOrEqual(highPpm);
      expect(highPpm).toBeLessThanOrEqual(1_000_000);
    }),
    { numRuns: 1_000 },
  );
});

test('one more event raises both bounds, or leaves them', () => {
  fc.assert(
    fc.property(sample, ([events, trials]) => {
      if (events === trials) return;
      const fewer = wilsonBounds(events, trials);
      const more = wilsonBounds(events + 1, trials);
      expect(more.lowPpm).toBeGreaterThanOrEqual(fewer.lowPpm);
      expect(more.highPpm).toBeGreaterThanOrEqual(fewer.highPpm);
    }),
    { numRuns: 1_000 },
  );
});

test('the same share of more trials has narrower bounds', () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 2, max: 50 }), ([events, trials], times) => {
      const few = wilsonBounds(events, trials);
      const many = wilsonBounds(events * times, trials * times);
      expect(many.lowPpm).toBeGreaterThanOrEqual(few.lowPpm);
      expect(many.highPpm).toBeLessThanOrEqual(few.highPpm);
    }),
    { numRuns: 1_000 },
  );
});
