import fc from 'fast-check';
import { webhookDelayMs, webhookTriesMax } from './webhook-delay.js';

test.each([
  [1, 5_000],
  [2, 15_000],
  [3, 45_000],
  [7, 3_645_000],
  [9, 28_800_000],
  [18, 28_800_000],
])('after try %i at most %i ms pass, and at least half of it', (tries, ms) => {
  expect([webhookDelayMs(tries, 1), webhookDelayMs(tries, 0)]).toEqual([ms, ms / 2]);
});

test('a receiver may ask for more time, and for no more than eight hours', () => {
  expect(webhookDelayMs(1, 0, 60_000)).toBe(60_000);
  expect(webhookDelayMs(1, 0, 1e12)).toBe(28_800_000);
});

test('all tries together take between one and a half and three and a quarter days, whatever chance says', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 17, maxLength: 17 }), (chances) => {
      const sum = chances.reduce((ms, chance, i) => ms + webhookDelayMs(i + 1, chance), 0);
      expect(sum).toBeGreaterThan(36 * 3_600_000);
      expect(sum).toBeLessThan(78 * 3_600_000);
    }),
  );
  expect(webhookTriesMax).toBe(18);
});
