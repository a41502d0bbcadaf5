import fc from 'fast-check';
import { selectTop } from './select-top.js';

test('picks the same as sorting everything would', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500)), fc.integer({ min: 0, max: 30 }), (items, count) => {
      expect(selectTop(items, count, (a, b) => a < b)).toEqual([...items].sort((a, b) => a - b).slice(0, count));
    }),
  );
});
