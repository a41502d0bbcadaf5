import fc from 'fast-check';
import { canonicalJson, NotCanonicalJson } from './canonical-json.js';
import { Money } from './money.js';

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ z: { d: 1, c: 2 }, a: undefined }, '{"z":{"c":2,"d":1}}'],
  [{ '10': 1, '9': 2, a: 3 }, '{"10":1,"9":2,"a":3}'],
  [{ '€': 1, '\r': 2, '1': 3, '😀': 4, ö: 5 }, '{"\\r":2,"1":3,"ö":5,"€":1,"😀":4}'],
  [[1e21, 1e-7, -0, 0.1], '[1e+21,1e-7,0,0.1]'],
  [{ price: Money.of('499', 'EUR') }, '{"price":{"amount":"499.00","currency":"EUR"}}'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ['a"b\u2028', '"a\\"b\u2028"'],
])('%p is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([
  ['a bigint', 1n],
  ['a nested bigint', { minor: [1n] }],
  ['NaN', { x: NaN }],
  ['infinity', Infinity],
  ['undefined', undefined],
  ['undefined in a list', [undefined]],
  ['a hole', Array(1)],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a Map', new Map([['a', 1]])],
  ['a Set', { s: new Set([1]) }],
  ['a cycle', cyclic],
])('%s is refused, not quietly turned into something else', (_name, value) => {
  expect(() => canonicalJson(value)).toThrow(NotCanonicalJson);
});

test('the order keys were written in does not matter; it is JSON, and the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text)).length).toBe(JSON.stringify(value).length);
    }),
    { numRuns: 500 },
  );
});

test('different values have different texts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = canonicalJson(a) === canonicalJson(b);
      expect(same).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }),
  );
});

function reversed(value: unknown): unknown {
  return mapObjects(value, (entries) => entries.reverse());
}

function sorted(value: unknown): unknown {
  return mapObjects(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapObjects(value: unknown, order: (entries: [string, unknown][]) => [string, unknown][]): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(order(Object.entries(value)).map(([key, field]) => [key, mapObjects(field, order)]));
}
