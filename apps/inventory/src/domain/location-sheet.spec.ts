import type { OfferId, OrderId } from '@reprise/kernel';
import fc from 'fast-check';
import type { LocationLevel, Split } from './location-sheet.js';
import { freeAt, LocationSheet, splitAcross } from './location-sheet.js';

const offerId = 'offer' as OfferId;
const place = (location: string, onHand: number, allocated = 0, safetyStock = 0): LocationLevel => ({
  ...{ offerId, location, onHand, allocated, safetyStock, version: 1 },
});
const few = fc.nat(6);
const places = fc
  .array(fc.tuple(few, few, few), { minLength: 1, maxLength: 4 })
  .map((rows) => rows.map(([onHand, allocated, kept], i) => place(`p${i}`, onHand, allocated, kept)));

test('one place that has it all sends it all; the fullest first, then by name', () => {
  expect(splitAcross([place('a', 2), place('b', 5), place('c', 5)], 2)).toEqual([{ location: 'b', quantity: 2 }]);
  expect(splitAcross([place('a', 2), place('b', 3)], 4)).toEqual([
    { location: 'b', quantity: 3 },
    { location: 'a', quantity: 1 },
  ]);
});

test('what is kept back goes last, and only where a promise needs it', () => {
  // Free: one at each; three are promised. The third comes from what a keeps back.
  expect(splitAcross([place('a', 5, 0, 4), place('b', 1)], 3)).toEqual([
    { location: 'a', quantity: 2 },
    { location: 'b', quantity: 1 },
  ]);
});

test('the parts are always the whole, and no place gives more than it has free while free ones are enough', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 20 }), (levels, quantity) => {
      const parts = splitAcross(levels, quantity);
      expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(quantity);
      expect(new Set(parts.map(({ location }) => location)).size).toBe(parts.length);
      const free = levels.reduce((sum, level) => sum + freeAt(level), 0);
      for (const { location, quantity: pieces } of parts) {
        expect(pieces).toBeGreaterThan(0);
        const level = levels.find((each) => each.location === location);
        if (quantity <= free && level) expect(pieces).toBeLessThanOrEqual(freeAt(level));
      }
      if (levels.some((level) => freeAt(level) >= quantity)) expect(parts).toHaveLength(1);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever is stated, ordered, sold and cancelled, movements sum to what every place has', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('state' as const), at: fc.nat(2), onHand: few, kept: few }),
    fc.record({ kind: fc.constant('order' as const), quantity: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constantFrom('sell' as const, 'cancel' as const, 'restore' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let stored: LocationLevel[] = [];
      const sums = new Map<string, { onHand: number; allocated: number }>();
      const orders: Split[][] = [];
      for (const [i, each] of steps.entries()) {
        const sheet = new LocationSheet(stored);
        if (each.kind === 'state') sheet.state(offerId, `p${each.at}`, each.onHand, each.kept);
        else if (each.kind === 'order') {
          if (stored.length > 0) orders.push(sheet.allocate(offerId, each.quantity, `o${i}` as OrderId));
        } else
          for (const split of orders.shift() ?? []) {
            if (each.kind === 'cancel') sheet.deallocate(split);
            else sheet.sell(split);
            if (each.kind === 'restore') sheet.restore(split);
          }
        for (const { location, onHand, allocated } of sheet.movements) {
          const sum = sums.get(location) ?? { onHand: 0, allocated: 0 };
          sums.set(location, { onHand: sum.onHand + onHand, allocated: sum.allocated + allocated });
        }
        const changed = sheet.changedLevels();
        stored = [...stored.filter((old) => !changed.some(({ location }) => location === old.location)), ...changed];
      }
      for (const { location, onHand, allocated } of stored)
        expect(sums.get(location) ?? { onHand: 0, allocated: 0 }).toEqual({ onHand, allocated });
      const open = orders.flat().reduce((sum, { quantity }) => sum + quantity, 0);
      expect(stored.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(open);
    }),
    { numRuns: 500 },
  );
});
