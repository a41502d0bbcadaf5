import fc from 'fast-check';
import { withinOneEdit } from './within-one-edit.js';

test.each([
  ['iphone', 'iphone', true],
  ['iphome', 'iphone', true],
  ['ipone', 'iphone', true],
  ['iphonee', 'iphone', true],
  ['iphnoe', 'iphone', true],
  ['iphoen', 'iphone', true],
  ['ihpnoe', 'iphone', false],
  ['galxxy', 'galaxy', true],
  ['gaaaxy', 'gallxy', false],
  ['', 'a', true],
  ['', 'ab', false],
])('%p and %p: %p', (a, b, expected) => {
  expect(withinOneEdit(a, b)).toBe(expected);
  expect(withinOneEdit(b, a)).toBe(expected);
});

test('agrees with the edit distance worked out in full', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => void expect(withinOneEdit(a, b)).toBe(distance(a, b) <= 1)),
    { numRuns: 2_000 },
  );
});

/** Optimal string alignment distance, by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  return at(a.length, b.length);
}
