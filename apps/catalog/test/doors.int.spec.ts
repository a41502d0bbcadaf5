import { marketChangedV1, productChangedV1, productRecordSchema } from '@reprise/contracts/events';
import { operationsOf } from '@reprise/contracts/http';
import { newId } from '@reprise/kernel';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import type { HttpApp, TokenRole } from '@reprise/platform/http';
import type { Database } from '@reprise/platform/persistence';
import { createLogger } from '@reprise/platform/telemetry';
import { createTestDatabase } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { CatalogModule } from '../src/catalog.module.js';
import { catalogProblemOf } from '../src/inbound/http/problem-of.js';
import { catalogMigrations } from '../src/outbound/postgres/migrations/index.js';

const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' };
const privateJwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'EdDSA' };
const tokenOf = (role: TokenRole) => mintToken({ role, sub: `${role}-1`, ttlSeconds: 600 }, privateJwk);

let database: Database;
let drop: () => Promise<void>;
const doors: HttpApp[] = [];
let eu: string;
let us: string;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: catalogMigrations });
  database = test.database;
  drop = () => test.drop();
  eu = await open('eu');
  us = await open('us');
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await drop();
});

/** A catalog of one region, with every answer held against its contract. */
async function open(region: string): Promise<string> {
  const config = { region, writerRegion: 'eu', authJwks: { keys: [publicJwk] }, checkAnswers: true };
  type Config = Parameters<typeof CatalogModule.with>[0]['config'];
  const door = await createHttpApp(CatalogModule.with({ config: config as unknown as Config, database }), {
    service: 'catalog',
    config,
    logger: createLogger({ service: 'catalog', region, level: 'silent' }),
    operations: operationsOf('catalog'),
    problemOf: catalogProblemOf,
  });
  doors.push(door);
  return (await door.listen(0)).url;
}

async function call(
  method: string,
  url: string,
  body?: unknown,
  role: TokenRole = 'ops',
  headers: Readonly<Record<string, string>> = {},
) {
  const isLines = typeof body === 'string';
  const answer = await fetch(url, {
    method,
    headers: {
      ...headers,
      authorization: `Bearer ${await tokenOf(role)}`,
      ...(body === undefined ? {} : { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isLines ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const definition = marketChangedV1.example.definition;
const market = (base: string, path = '') => `${base}/v1/ops/markets/${definition.code}${path}`;
const move = (to: string, reason = 'a spec says so') => call('POST', market(eu, '/transitions'), { to, reason });

describe('a market', () => {
  test('is a draft when defined, and the same definition again changes nothing', async () => {
    expect(await call('PUT', market(eu), definition)).toMatchObject({
      status: 200,
      body: { market: definition.code, version: 1, status: 'draft', changed: true },
    });
    expect(await call('PUT', market(eu), definition)).toMatchObject({
      status: 200,
      body: { version: 1, changed: false },
    });
  });

  test('goes live step by step, and every step is kept with who and why and said once', async () => {
    expect(await move('live')).toMatchObject({
      status: 409,
      body: {
        code: 'MarketTransitionNotAllowed',
        errors: [{ field: 'to' }],
        details: { allowed: ['preview', 'retired'] },
      },
    });
    expect(await move('preview', 'translations are in')).toMatchObject({
      status: 200,
      body: { version: 2, status: 'preview' },
    });
    expect(await move('live', 'finance signed')).toMatchObject({ status: 200, body: { version: 3, status: 'live' } });
    expect(await move('live', 'pressed twice')).toMatchObject({ status: 200, body: { version: 3, changed: false } });

    const changes = await database.query(
      'SELECT version, action, status, actor, reason FROM market_change ORDER BY version',
    );
    expect(changes).toEqual([
      { version: 1, action: 'defined', status: 'draft', actor: 'ops-1', reason: null },
      { version: 2, action: 'moved', status: 'preview', actor: 'ops-1', reason: 'translations are in' },
      { version: 3, action: 'moved', status: 'live', actor: 'ops-1', reason: 'finance signed' },
    ]);
    const said = await database.query<{ envelope: { version: number; market: string; data: unknown } }>(
      "SELECT envelope FROM outbox WHERE topic = 'catalog.market' ORDER BY id",
    );
    expect(said.map(({ envelope }) => [envelope.version, envelope.market])).toEqual([
      [1, definition.code],
      [2, definition.code],
      [3, definition.code],
    ]);
    expect(said.at(-1)?.envelope.data).toEqual({ market: definition.code, version: 3, status: 'live', definition });
  });

  test('keeps its history even from whoever can write SQL', async () => {
    await expect(database.query("UPDATE market_change SET reason = 'another'")).rejects.toThrow('written once');
    await expect(database.query('DELETE FROM market_change')).rejects.toThrow('written once');
  });

  test('refuses a definition of another code, a country taken, and a field nobody knows, each by field', async () => {
    expect(await call('PUT', `${eu}/v1/ops/markets/xx`, definition)).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed', errors: [{ field: 'code' }] },
    });
    expect(await call('PUT', `${eu}/v1/ops/markets/xx`, { ...definition, code: 'xx' })).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed', errors: [{ field: 'countries[0]' }], details: { market: definition.code } },
    });
    expect(await call('PUT', market(eu), { ...definition, taxRegime: 'none' })).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed', errors: [{ field: 'taxRegime' }] },
    });
    expect(await database.query('SELECT code FROM market')).toEqual([{ code: definition.code }]);
  });

  test('defined twice at once is defined once', async () => {
    const changed = { ...definition, name: { ...definition.name, en: 'Renamed' } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('PUT', market(eu), changed)));
    expect(answers.filter(({ body }) => body['changed'] === true).length).toBe(1);
    expect(answers.every(({ body }) => body['version'] === 4)).toBe(true);
  });

  test('is read anywhere and written only where markets are written', async () => {
    expect(await call('GET', market(us))).toMatchObject({ status: 200, body: { version: 4, status: 'live' } });
    expect(await call('PUT', market(us), definition)).toMatchObject({
      status: 421,
      body: { code: 'NotTheWriterRegion', details: { writerRegion: 'eu' } },
    });
    expect(await call('POST', market(us, '/transitions'), { to: 'suspended', reason: 'not from here' })).toMatchObject({
      status: 421,
    });
    expect(await call('GET', `${eu}/v1/ops/markets/zz`)).toMatchObject({
      status: 404,
      body: { code: 'MarketNotFound' },
    });
  });

  test('two operators change it at once: one is done, the other is told of it and nothing is undone unseen', async () => {
    const { version } = (await call('GET', market(eu))).body as { version: number };
    const ifMatch = { 'if-match': `"${version}"` };
    const answers = await Promise.all(
      ['One', 'Other'].map((en) =>
        call(
          'PUT',
          `${market(eu)}?why=two+at+once`,
          { ...definition, name: { ...definition.name, en } },
          'ops',
          ifMatch,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'ConcurrentModification',
      errors: [{ field: 'If-Match' }],
      details: { version: version + 1, expected: version },
    });
    const won = answers.find(({ status }) => status === 200)?.body['definition'];
    expect(await call('PUT', market(eu), won, 'ops', ifMatch)).toMatchObject({ status: 200, body: { changed: false } });
    expect(
      await call('POST', market(eu, '/transitions'), { to: 'suspended', reason: 'stale' }, 'ops', ifMatch),
    ).toMatchObject({ status: 409, body: { code: 'ConcurrentModification' } });
  });

  test('goes back to any earlier version, which becomes the newest, and nothing is unwritten', async () => {
    const versions = async () => (await call('GET', market(eu, '/versions?limit=200'))).body['items'] as unknown[];
    const before = await versions();
    const rollback = (version: number, why = 'the name was better') =>
      call('POST', market(eu, '/rollback'), { version, why });
    expect(await rollback(1)).toMatchObject({
      status: 200,
      body: { version: before.length + 1, status: 'live', changed: true, definition },
    });
    expect(await rollback(1)).toMatchObject({ status: 200, body: { version: before.length + 1, changed: false } });
    expect((await versions()).slice(1)).toEqual(before);
    expect((await versions())[0]).toMatchObject({ action: 'rolledBack', fromVersion: 1, why: 'the name was better' });
    expect(await rollback(999)).toMatchObject({
      status: 404,
      body: { code: 'MarketVersionNotFound', errors: [{ field: 'version' }] },
    });
    expect(await call('GET', market(eu, '/versions/4'))).toMatchObject({
      status: 200,
      body: { version: 4, definition: { name: { en: 'Renamed' } } },
    });
    expect(await call('GET', market(eu, '/versions/999'))).toMatchObject({ status: 404 });
    const { items, nextCursor } = (await call('GET', market(eu, '/versions?limit=2'))).body as {
      items: { version: number }[];
      nextCursor: string;
    };
    const next = await call('GET', market(eu, `/versions?limit=2&cursor=${nextCursor}`));
    expect([...items, ...(next.body['items'] as { version: number }[])].map(({ version }) => version)).toEqual(
      [0, 1, 2, 3].map((i) => before.length + 1 - i),
    );
  });

  test('differs from an earlier version of itself value by value', async () => {
    expect(await call('GET', market(eu, '/diff?against=4'))).toMatchObject({
      status: 200,
      body: {
        before: { market: definition.code, version: 4 },
        counts: [{ consequence: 'identity', changes: 1 }],
        changes: [{ path: 'name.en', kind: 'changed', before: 'Renamed', after: definition.name['en'] }],
      },
    });
    expect(await call('GET', market(eu, '/diff?against=zz'))).toMatchObject({
      status: 404,
      body: { errors: [{ field: 'query.against' }] },
    });
  });

  test('is audited: each change with who, why and what was before, newest first', async () => {
    const audit = async (query: string) => (await call('GET', `${eu}/v1/ops/audit?${query}`)).body;
    const { items } = (await audit(`entity=market:${definition.code.toUpperCase()}&limit=500`)) as { items: unknown[] };
    expect(items[0]).toMatchObject({
      entity: `market:${definition.code}`,
      action: 'marketRolledBack',
      actor: { subject: 'ops-1', role: 'ops' },
      from: { status: 'live' },
      to: { status: 'live', fromVersion: 1 },
      why: 'the name was better',
    });
    expect(items.at(-1)).toMatchObject({ action: 'marketDefined', from: null, to: { version: 1, status: 'draft' } });
    const first = (await audit('entity=market:*&limit=1')) as { items: unknown[]; nextCursor: string };
    const second = (await audit(`entity=market:*&limit=1&cursor=${first.nextCursor}`)) as { items: unknown[] };
    expect([first.items[0], second.items[0]]).toEqual(items.slice(0, 2));
    expect(await call('GET', `${us}/v1/ops/audit?entity=market:*`)).toMatchObject({ status: 421 });
    expect(await call('GET', `${eu}/v1/ops/markets`)).toMatchObject({
      body: { items: [{ market: definition.code, lastChange: { action: 'rolledBack' } }] },
    });
  });

  test.each(['seller', 'finance', 'buyer'] as const)('is no business of a %s', async (role) => {
    expect(await call('GET', market(eu), undefined, role)).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
    expect(await call('PUT', market(eu), definition, role)).toMatchObject({ status: 403 });
  });
});

describe('an import', () => {
  const example = productRecordSchema.strip().parse(productChangedV1.example);
  const product = () => {
    const productId = newId();
    return {
      ...example,
      productId,
      slug: `phone-${productId}`,
      variants: [{ ...example.variants[0], variantId: newId() }],
    };
  };
  const importing = (base: string, lines: readonly string[]) =>
    call('POST', `${base}/v1/ops/products/import`, lines.join('\n'));

  test('takes the good lines and names what is wrong with each of the others', async () => {
    const [good, typo, negative] = [product(), product(), product()];
    const answer = await importing(eu, [
      JSON.stringify(good),
      '',
      '{"productId":',
      JSON.stringify({ ...typo, colour: 'blue' }),
      JSON.stringify({ ...negative, variants: [{ ...negative.variants[0], storageGb: -1 }] }),
      JSON.stringify({ ...product(), slug: good.slug }),
    ]);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        received: 5,
        created: 1,
        updated: 0,
        unchanged: 0,
        rejected: [
          { line: 3, field: '', code: 'malformedJson' },
          { line: 4, field: 'colour', code: 'unknown' },
          { line: 5, field: 'variants[0].storageGb' },
          { line: 6, field: 'slug', code: 'SlugTaken' },
        ],
      },
    });
  });

  test('of a body without line ends refuses one line and stores nothing', async () => {
    const answer = await importing(eu, ['x'.repeat(2_000_000)]);
    expect(answer).toMatchObject({
      status: 200,
      body: { received: 1, created: 0, rejected: [{ line: 1, code: 'lineTooLong' }] },
    });
  });

  test('as JSON instead of lines is refused as a type this call does not read', async () => {
    expect(await call('POST', `${eu}/v1/ops/products/import`, product())).toMatchObject({
      status: 415,
      body: { code: 'UnsupportedMediaType' },
    });
  });

  test('outside the region that writes is refused and stores nothing', async () => {
    const stray = product();
    expect(await importing(us, [JSON.stringify(stray)])).toMatchObject({
      status: 421,
      body: { code: 'NotTheWriterRegion' },
    });
    expect(await database.query('SELECT 1 FROM product WHERE product_id = $1', [stray.productId])).toEqual([]);
  });
});
