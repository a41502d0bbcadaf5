import fc from 'fast-check';
import { groupInOrder } from './group-in-order.js';

interface Item {
  readonly kind: string;
  readonly key: string;
  readonly n: number;
}

const items = fc
  .array(fc.record({ kind: fc.constantFrom('a', 'b', 'c'), key: fc.constantFrom('x', 'y', 'z') }), { maxLength: 60 })
  .map((list) => list.map((item, n): Item => ({ ...item, n })));
const grouped = (list: readonly Item[]) =>
  groupInOrder(
    list,
    (item) => item.kind,
    (item) => item.key,
  );

test('every key keeps its order, every item is in one group of its kind', () => {
  fc.assert(
    fc.property(items, (list) => {
      const groups = grouped(list);
      const flat = groups.flatMap((group) => group.items);
      expect([...flat].sort((a, b) => a.n - b.n)).toEqual(list);
      for (const key of ['x', 'y', 'z']) {
        const order = flat.filter((item) => item.key === key).map((item) => item.n);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
      for (const group of groups) expect(new Set(group.items.map((item) => item.kind))).toEqual(new Set([group.kind]));
    }),
  );
});

test('facts of different keys need one group a kind', () => {
  const list = ['a', 'b', 'a', 'b', 'a'].map((kind, n) => ({ kind, key: `key ${n}`, n }));
  expect(grouped(list).map((group) => group.items.length)).toEqual([3, 2]);
});

test('two kinds taking turns on one key need a group a turn', () => {
  const list = ['a', 'b', 'a'].map((kind, n) => ({ kind, key: 'same', n }));
  expect(grouped(list).map((group) => group.kind)).toEqual(['a', 'b', 'a']);
});
