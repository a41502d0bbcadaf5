import { unitStatuses } from '@reprise/contracts';
import fc from 'fast-check';
import { isActive, mayMove, movesOpenTo, stepsTo, unitMoves } from './unit-life.js';

const status = fc.constantFrom(...unitStatuses);

test('a returned unit is not for sale until it is tested: no way leads from returned to a listing but through tested', () => {
  const reachable = (from: (typeof unitStatuses)[number], without: string, seen = new Set<string>()): Set<string> => {
    for (const to of Object.keys(unitMoves[from]) as (typeof unitStatuses)[number][]) {
      if (to === without || seen.has(to)) continue;
      seen.add(to);
      reachable(to, without, seen);
    }
    return seen;
  };
  expect([...reachable('returned', 'tested')]).toEqual(['scrapped']);
});

test('what is scrapped stays scrapped', () => {
  expect(movesOpenTo('scrapped', 'seller')).toEqual([]);
  expect(unitMoves.scrapped).toEqual({});
});

test('a seller cannot move a unit that somebody has bought', () => {
  expect(movesOpenTo('reserved', 'seller')).toEqual([]);
  expect(movesOpenTo('sold', 'seller')).toEqual([]);
});

test('only an order reserves or sells', () => {
  fc.assert(
    fc.property(status, fc.constantFrom('seller' as const, 'ops' as const), (from, actor) => {
      expect(mayMove(from, 'sold', actor)).toBe(false);
      expect(mayMove(from, 'reserved', actor)).toBe(false);
    }),
  );
});

test('every status but the first can be reached, and every one names where it leads', () => {
  const targets = new Set(unitStatuses.flatMap((from) => Object.keys(unitMoves[from])));
  expect([...targets].sort()).toEqual([...unitStatuses].sort());
});

test('a device is free for others once it is sold or scrapped', () => {
  expect(unitStatuses.filter((each) => !isActive(each))).toEqual(['sold', 'scrapped']);
});

test('a unit registered as listed was received and tested first', () => {
  expect(stepsTo('listed')).toEqual(['received', 'tested', 'listed']);
  expect(stepsTo('received')).toEqual(['received']);
});
