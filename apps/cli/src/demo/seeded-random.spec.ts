import { seededRandom } from './seeded-random.js';

const draw = (seed: string): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 8 }, () => random.between(1, 1000));
};

test('a seed gives the same numbers on every machine and in every version', () => {
  expect(draw('reprise/eu/apple-iphone-13')).toEqual(draw('reprise/eu/apple-iphone-13'));
  expect(draw('reprise')).toMatchInlineSnapshot(`
    [
      100,
      476,
      962,
      403,
      425,
      123,
      950,
      998,
    ]
  `);
});

test('seeds that differ in one letter have nothing to do with each other', () => {
  expect(draw('reprise/eu')).not.toEqual(draw('reprise/us'));
});

test('numbers keep their bounds and reach both ends', () => {
  const random = seededRandom('bounds');
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
});

test('shuffling keeps every item once and leaves the list it was given', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8];
  const shuffled = seededRandom('order').shuffled(list);
  expect([...shuffled].sort()).toEqual(list);
  expect(shuffled).not.toEqual(list);
  expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('picking from nothing is an error, not undefined', () => {
  expect(() => seededRandom('x').pick([])).toThrow(RangeError);
});
