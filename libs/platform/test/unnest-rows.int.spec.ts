import fc from 'fast-check';
import { Bug } from '@reprise/kernel';
import type { Database, RowOf } from '../src/persistence/index.js';
import { unnestRows } from '../src/persistence/index.js';
import { createTestDatabase } from '../src/testing/index.js';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: [] });
  database = test.database;
  drop = () => test.drop();
});
afterAll(() => drop());

const columns = {
  ...{ n: 'integer', word: 'text', id: 'uuid', minor: 'bigint', ratio: 'float8', yes: 'boolean' },
  ...{ at: 'timestamptz', data: 'jsonb', bytes: 'bytea' },
} as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
const word = fc.oneof(
  fc.constantFrom('', 'null', 'NULL', '{}', '"', '\\', '\\"', 'a,b', ' a ', '{a,"b"}', '1', '-1', 'fr', 'x\ny', '„ä“'),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed()),
);
const row = fc.record({
  n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  word: maybe(word),
  id: maybe(fc.uuid()),
  minor: maybe(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  // Zero has no sign in the text that goes there.
  ratio: maybe(fc.double({ noNaN: true }).map((ratio) => ratio + 0)),
  yes: maybe(fc.boolean()),
  at: maybe(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })),
  data: maybe(fc.dictionary(fc.constantFrom('a', 'b'), word)),
  bytes: maybe(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
});

test('any rows are what is selected, in their order, whether or not they agree in a column', async () => {
  const agreeing = fc.tuple(row, fc.nat({ max: 4 })).map(([one, more]) => Array.from({ length: more + 1 }, () => one));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(row, { minLength: 1, maxLength: 6 }), agreeing), async (rows) => {
      const { sql, params } = unnestRows(columns, rows as RowOf<typeof columns>[]);
      const found = await database.query(`SELECT * FROM ${sql} AS rows`, params);
      expect(found).toEqual(rows.map((each) => ({ ...each, minor: each.minor === null ? null : String(each.minor) })));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('parameters go on from those before them', async () => {
  const { sql, params } = unnestRows(
    { n: 'integer', word: 'text' },
    [
      { n: 1, word: 'a' },
      { n: 2, word: 'a' },
    ],
    2,
  );
  expect(await database.query(`SELECT n + $1::int AS n, word FROM ${sql} AS rows`, [10, ...params])).toEqual([
    { n: 11, word: 'a' },
    { n: 12, word: 'a' },
  ]);
});

test('a value left out is a bug, because null has to be meant', () => {
  expect(() => unnestRows({ n: 'integer' }, [{ n: undefined }])).toThrow(Bug);
});
