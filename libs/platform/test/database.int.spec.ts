import { Fault } from '@reprise/kernel';
import {
  CommitUnknown,
  Database,
  insertMany,
  isUniqueViolation,
  migrate,
  platformMigrations,
  SqlMigration,
  upsertNewer,
} from '../src/persistence/index.js';
import { createTestDatabase, startFaultProxy, type FaultProxy, type TestDatabase } from '../src/testing/index.js';
import { thingMigrations } from './things.js';

let db: TestDatabase;
let proxy: FaultProxy;
/** The same database through a proxy that can misbehave. */
let proxied: Database;

beforeAll(async () => {
  db = await createTestDatabase({
    migrations: thingMigrations,
    database: { statementTimeoutMs: 1_000, lockTimeoutMs: 500 },
  });
  const url = new URL(db.url);
  proxy = await startFaultProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  proxied = await Database.connect({ url: url.href, applicationName: 'proxied', poolSize: 4 });
}, 30_000);

afterAll(async () => {
  await proxied.close();
  await proxy.close();
  await db.drop();
});

beforeEach(() => db.database.query('TRUNCATE thing'));

const count = async () => Number((await db.database.query<{ n: string }>('SELECT count(*) AS n FROM thing'))[0]?.n);
const caught = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => error,
  );

test('a session ended in the middle of a transaction is a retriable fault, nothing is stored, and the next transaction works', async () => {
  const error = await caught(
    db.database.inTransaction(async (tx) => {
      await tx.query(`INSERT INTO thing VALUES ('a', 1, '')`);
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await db.database.query('SELECT pg_terminate_backend($1)', [own?.pid]);
      await tx.query('SELECT 1');
    }),
  );
  expect(error).toBeInstanceOf(Fault);
  expect(error).toMatchObject({ retriable: true });
  expect(await count()).toBe(0);
  await db.database.inTransaction((tx) => tx.query(`INSERT INTO thing VALUES ('a', 1, '')`));
  expect(await count()).toBe(1);
});

test('idle sessions that are ended cost no request and no process', async () => {
  await Promise.all(Array.from({ length: 6 }, () => db.database.query('SELECT pg_sleep(0.05)')));
  await db.database.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> $1',
    ['proxied'],
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(Array.from({ length: 6 }, () => db.database.ping()));
});

test('a lost answer to COMMIT is CommitUnknown, not retriable, whether or not the commit happened', async () => {
  let attempts = 0;
  const error = await caught(
    proxied.inTransaction(async (tx) => {
      attempts += 1;
      await tx.query(`INSERT INTO thing VALUES ('unknown', 1, '')`);
      proxy.set('drop answers');
      setTimeout(() => proxy.cut(), 200);
    }),
  );
  proxy.set('pass');
  expect(error).toBeInstanceOf(CommitUnknown);
  expect(error).toMatchObject({ retriable: false });
  expect(attempts).toBe(1);
  // The server did commit: exactly the case in which a blind retry would do the work twice.
  expect(await count()).toBe(1);
  await proxied.ping();
});

test('a deadlock is run again and both transactions commit', async () => {
  await db.database.query(`INSERT INTO thing VALUES ('x', 0, ''), ('y', 0, '')`);
  const second = await db.connectAgain({ lockTimeoutMs: 5_000, statementTimeoutMs: 8_000 });
  const bumpBoth = (first: string, other: string) =>
    second.inTransaction(async (tx) => {
      await tx.query('UPDATE thing SET version = version + 1 WHERE thing_id = $1', [first]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.query('UPDATE thing SET version = version + 1 WHERE thing_id = $1', [other]);
    });
  await Promise.all([bumpBoth('x', 'y'), bumpBoth('y', 'x')]);
  await second.close();
  expect(await db.database.query('SELECT thing_id, version FROM thing ORDER BY 1')).toEqual([
    { thing_id: 'x', version: '2' },
    { thing_id: 'y', version: '2' },
  ]);
});

test('serializable increments at once count exactly those that were answered', async () => {
  await db.database.query(`INSERT INTO thing VALUES ('n', 0, '')`);
  const increment = () =>
    db.database.inTransaction(
      async (tx) => {
        const [row] = await tx.query<{ version: string }>(`SELECT version FROM thing WHERE thing_id = 'n'`);
        await tx.query(`UPDATE thing SET version = $1 WHERE thing_id = 'n'`, [Number(row?.version) + 1]);
      },
      { isolation: 'serializable' },
    );
  const results = await Promise.allSettled(Array.from({ length: 6 }, increment));
  const committed = results.filter((result) => result.status === 'fulfilled').length;
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ retriable: true });
  expect(await db.database.query('SELECT version FROM thing')).toEqual([{ version: String(committed) }]);
  expect(committed).toBeGreaterThanOrEqual(2);
});

test('a statement beyond its timeout and a lock not granted are retriable faults', async () => {
  expect(await caught(db.database.query('SELECT pg_sleep(3)'))).toMatchObject({ name: 'Fault', retriable: true });
  await db.database.query(`INSERT INTO thing VALUES ('locked', 1, '')`);
  await db.database.inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM thing FOR UPDATE');
    expect(await caught(db.database.query('UPDATE thing SET version = 2'))).toMatchObject({
      name: 'Fault',
      retriable: true,
    });
  });
});

test('a failed statement that the work swallows is not taken for a commit', async () => {
  const error = await caught(
    db.database.inTransaction(async (tx) => {
      await tx.query(`INSERT INTO thing VALUES ('swallowed', 1, '')`);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    }),
  );
  expect(error).toMatchObject({ name: 'Bug' });
  expect(await count()).toBe(0);
});

test('a unique violation keeps its name, so that a caller can answer it', async () => {
  await db.database.query(`INSERT INTO thing VALUES ('taken', 1, '')`);
  const error = await caught(db.database.query(`INSERT INTO thing VALUES ('taken', 1, '')`));
  expect(isUniqueViolation(error, 'thing_pkey')).toBe(true);
  expect(isUniqueViolation(error, 'other')).toBe(false);
});

test('work after commit runs once after the commit and never after a rollback', async () => {
  const seen: string[] = [];
  await db.database.inTransaction(async (tx) => {
    tx.afterCommit(() => seen.push('committed'));
    expect(seen).toEqual([]);
  });
  await caught(
    db.database.inTransaction(async (tx) => {
      tx.afterCommit(() => seen.push('rolled back'));
      throw new Error('no');
    }),
  );
  expect(seen).toEqual(['committed']);
});

test('a transaction used after its end is a bug, not a stray statement on somebody else’s session', async () => {
  let late: { query(sql: string): Promise<unknown> } | undefined;
  await db.database.inTransaction(async (tx) => {
    late = tx;
  });
  expect(await caught((late as { query(sql: string): Promise<unknown> }).query('SELECT 1'))).toMatchObject({
    name: 'Bug',
  });
});

test('rows with null, quotes, bigint, json and dates arrive as they were given', async () => {
  await db.database.inTransaction(async (tx) => {
    await tx.query('CREATE TEMP TABLE sample (a text, b bigint, c jsonb, d timestamptz) ON COMMIT DROP');
    const rows = [
      {
        a: `it's "quoted", {braced} \\ and NULL`,
        b: 9_007_199_254_740_993n,
        c: { deep: ['a"b', null] },
        d: new Date(0),
      },
      { a: null, b: -1, c: null, d: null },
    ];
    await insertMany(tx, 'sample', { a: 'text', b: 'bigint', c: 'jsonb', d: 'timestamptz' }, rows);
    expect(await tx.query('SELECT * FROM sample ORDER BY b DESC')).toEqual([
      { ...rows[0], b: '9007199254740993' },
      { ...rows[1], b: '-1' },
    ]);
  });
});

test('upsertNewer keeps the newest of several versions in one batch and ignores what is not newer', async () => {
  const columns = { thing_id: 'text', version: 'bigint', note: 'text' } as const;
  const upsert = (rows: { thing_id: string; version: number; note: string }[]) =>
    db.database.inTransaction((tx) => upsertNewer(tx, 'thing', ['thing_id'], columns, rows));
  expect(await upsert([2, 3, 1].map((version) => ({ thing_id: 'a', version, note: `v${version}` })))).toBe(1);
  expect(
    await upsert([
      { thing_id: 'a', version: 3, note: 'again' },
      { thing_id: 'b', version: 1, note: 'new' },
    ]),
  ).toBe(1);
  expect(await db.database.query('SELECT * FROM thing ORDER BY 1')).toEqual([
    { thing_id: 'a', version: '3', note: 'v3' },
    { thing_id: 'b', version: '1', note: 'new' },
  ]);
});

class AddColumn0002 extends SqlMigration {
  readonly sql = 'ALTER TABLE thing ADD COLUMN size int';
}
class Broken0003 extends SqlMigration {
  readonly sql = 'CREATE TABLE half_done (id int); SELECT 1 / 0';
}

test('two migration runners at once apply each migration once; a process refuses a schema that lacks one', async () => {
  const fresh = await createTestDatabase({ migrations: thingMigrations });
  const more = [...thingMigrations, AddColumn0002];
  await expect(fresh.connectAgain({ migrations: more })).rejects.toThrow(/AddColumn/);
  const applied = await Promise.all([migrate(fresh, more), migrate(fresh, more)]);
  expect(applied.flat()).toEqual(['AddColumn2000000000002']);
  await (await fresh.connectAgain({ migrations: more })).close();
  await fresh.drop();
}, 20_000);

test('a migration of the platform that came later is applied to a database that has its app’s already', async () => {
  const older = await createTestDatabase({
    migrations: thingMigrations.filter((each) => !/Action0004$/.test(each.name)),
  });
  await expect(migrate(older, thingMigrations)).resolves.toEqual([expect.stringMatching(/^CreateDeadLetterAction/)]);
  await older.drop();
});

test('a migration that fails leaves nothing half-done', async () => {
  const fresh = await createTestDatabase({ migrations: platformMigrations });
  await expect(migrate(fresh, [...platformMigrations, Broken0003])).rejects.toThrow(/division by zero/);
  expect(await fresh.database.query(`SELECT to_regclass('half_done') AS found`)).toEqual([{ found: null }]);
  await fresh.drop();
}, 20_000);
