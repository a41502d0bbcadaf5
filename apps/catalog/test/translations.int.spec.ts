import type { ProductRecord, ProductState } from '@reprise/contracts/events';
import { marketChangedV1, productChangedV1, productRecordSchema } from '@reprise/contracts/events';
import { operationsOf } from '@reprise/contracts/http';
import { canonicalJson, newId } from '@reprise/kernel';
import { createHttpApp, mintToken } from '@reprise/platform/http';
import type { HttpApp } from '@reprise/platform/http';
import type { Database } from '@reprise/platform/persistence';
import { createLogger } from '@reprise/platform/telemetry';
import { createTestDatabase } from '@reprise/platform/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { CatalogModule } from '../src/catalog.module.js';
import { catalogProblemOf } from '../src/inbound/http/problem-of.js';
import { catalogMigrations } from '../src/outbound/postgres/migrations/index.js';

const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' };
const token = await mintToken(
  { role: 'ops', sub: 'ops-1', ttlSeconds: 600 },
  { ...(await exportJWK(privateKey)), kid: 'test', alg: 'EdDSA' },
);

let database: Database;
let drop: () => Promise<void>;
let door: HttpApp;
let base: string;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: catalogMigrations });
  database = test.database;
  drop = () => test.drop();
  const config = { region: 'eu', writerRegion: 'eu', authJwks: { keys: [publicJwk] }, checkAnswers: true };
  type Config = Parameters<typeof CatalogModule.with>[0]['config'];
  door = await createHttpApp(CatalogModule.with({ config: config as unknown as Config, database }), {
    service: 'catalog',
    config,
    logger: createLogger({ service: 'catalog', region: 'eu', level: 'silent' }),
    operations: operationsOf('catalog'),
    problemOf: catalogProblemOf,
  });
  base = (await door.listen(0)).url;
  const { definition } = marketChangedV1.example;
  expect((await send('PUT', `/v1/ops/markets/${definition.code}`, JSON.stringify(definition))).status).toBe(200);
});
afterAll(async () => {
  await door.close();
  await drop();
});

async function send(method: string, path: string, body?: string, mediaType = 'application/json') {
  const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': mediaType }) };
  return fetch(`${base}${path}`, { method, headers, ...(body !== undefined && { body }) });
}
const read = async (path: string) => {
  const answer = await send('GET', `/v1/ops/translations/${path}`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const importCsv = async (csv: string, query = '') => {
  const answer = await send('POST', `/v1/ops/translations/import${query}`, csv, 'text/csv');
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const exported = async (query: string) =>
  // Not text(), which takes away the mark spreadsheets need.
  Buffer.from(await (await send('GET', `/v1/ops/translations/export?${query}`)).arrayBuffer()).toString();
const example = productRecordSchema.strip().parse(productChangedV1.example);
let storage = 100;

/** A watch of its own, with a colour of its own unless one is given. */
async function watch(colour = `colour-${newId().slice(-8)}`): Promise<ProductRecord> {
  const productId = newId();
  storage += 1;
  const variant = {
    ...(example.variants[0] as ProductRecord['variants'][number]),
    variantId: newId(),
    canonicalKey: canonicalJson({ model: productId, storageGb: storage }),
    mpns: [],
    colour: { code: colour, names: { en: 'Midnight' } },
  };
  const product = { ...example, productId, slug: `watch-${productId}`, names: { en: 'Watch' }, variants: [variant] };
  await state(product);
  return product;
}
async function state(product: ProductRecord): Promise<Record<string, unknown>> {
  const answer = await send('POST', '/v1/ops/products/import', JSON.stringify(product), 'application/x-ndjson');
  return (await answer.json()) as Record<string, unknown>;
}
const lastSaid = async (productId: string): Promise<ProductState> => {
  const rows = await database.query<{ envelope: { data: ProductState } }>(
    'SELECT envelope FROM outbox WHERE key = $1 ORDER BY id DESC LIMIT 1',
    [productId],
  );
  return rows[0]?.envelope.data as ProductState;
};
const factCount = async () =>
  Number((await database.query<{ count: string }>('SELECT count(*) FROM outbox'))[0]?.count ?? 0);

test('what is filled in is said with the product and outlasts the importer; the same file again changes nothing', async () => {
  const product = await watch();
  const csv = [
    'kind,key,locale,sourceLocale,source,text',
    `product.name,${product.productId},fr,en,Watch,Montre`,
    `product.description,${product.productId},fr,,,"Une montre, avec ""tout"" ce qu’il faut."`,
    `product.slug,${product.productId},fr,en,x,montre-${product.productId}`,
    `colour.name,${product.variants[0]?.colour?.code},fr,en,Midnight,Minuit`,
    `product.name,${product.productId},de,en,Watch,`,
  ].join('\r\n');
  const first = await importCsv(csv);
  expect(first).toEqual({
    status: 200,
    body: { received: 5, changed: 4, unchanged: 0, blank: 1, rejectedCount: 0, rejected: [] },
  });
  const translated = {
    names: { en: 'Watch', fr: 'Montre' },
    descriptions: { fr: 'Une montre, avec "tout" ce qu’il faut.' },
    slugs: { fr: `montre-${product.productId}` },
    variants: [{ colour: { names: { en: 'Midnight', fr: 'Minuit' } } }],
  };
  expect(await lastSaid(product.productId)).toMatchObject(translated);

  const facts = await factCount();
  expect((await importCsv(csv)).body).toMatchObject({ changed: 0, unchanged: 4 });
  expect(await factCount()).toBe(facts);

  await state({ ...product, modelCodes: ['NEW'] });
  expect(await lastSaid(product.productId)).toMatchObject({ ...translated, modelCodes: ['NEW'] });
  const file = await (await send('GET', `/v1/ops/products/${product.productId}`)).json();
  expect((file as { changes: unknown[] }).changes).toHaveLength(3);
  expect(file).toMatchObject({
    changes: [
      { action: 'translated', actor: 'ops-1', reason: 'Translations imported', detail: { kind: 'product.slug' } },
      { action: 'translated' },
      { action: 'translated' },
    ],
  });
});

test('a colour is renamed on every product that has it, in one transaction, and who did it is kept', async () => {
  const first = await watch();
  const code = first.variants[0]?.colour?.code ?? '';
  const second = await watch(code);
  const rows = `kind,key,locale,text\ncolour.name,${code},fr,Minuit`;
  expect((await importCsv(rows, '?reason=Autumn%20words')).body).toMatchObject({ changed: 1 });
  for (const { productId } of [first, second])
    expect((await lastSaid(productId)).variants[0]?.colour?.names).toEqual({ en: 'Midnight', fr: 'Minuit' });
  expect(
    await database.query('SELECT language, name, actor, reason FROM colour_name_change WHERE code = $1', [code]),
  ).toEqual([{ language: 'fr', name: 'Minuit', actor: 'ops-1', reason: 'Autumn words' }]);
});

test('wrong rows are reported with line and field, forbidden words with the law and the remedy, and the others are taken', async () => {
  const [product, other] = [await watch(), await watch()];
  const { body } = await importCsv(
    [
      'text,locale,key,kind,note',
      `Montre comme neuf,fr,${product.productId},product.name,`,
      `Montre,fr,${newId()},product.name,`,
      `Montre,xx,${product.productId},product.name,`,
      `Montre,fr,not-an-id,product.name,`,
      `Montre,fr,${product.productId},product.title,`,
      `${other.slug},fr,${product.productId},product.slug,`,
      `Nuit,fr,no-such-colour,colour.name,`,
      `Montre,fr,${product.productId},product.name,`,
    ].join('\n'),
  );
  expect(body).toMatchObject({ received: 8, changed: 1, rejectedCount: 7 });
  const rejected = body['rejected'] as { line: number; field: string; code: string; message: string }[];
  expect(rejected.map(({ line, field, code }) => [line, field, code]).sort()).toEqual([
    [2, 'text', 'catalog.phrase_forbidden'],
    [3, 'key', 'catalog.product_not_found'],
    [4, 'locale', 'catalog.locale_not_offered'],
    [5, 'key', 'keyMalformed'],
    [6, 'kind', 'kindUnknown'],
    [7, 'text', 'catalog.slug_taken'],
    [8, 'key', 'catalog.colour_not_found'],
  ]);
  expect(rejected.find(({ line }) => line === 2)?.message).toContain('2022-190');
  expect((await lastSaid(product.productId)).names).toEqual({ en: 'Watch', fr: 'Montre' });
});

test('a dry run says what an import would do, and does none of it', async () => {
  const product = await watch();
  const facts = await factCount();
  const csv = `kind,key,locale,text\nproduct.name,${product.productId},fr,Montre\ncolour.name,${product.variants[0]?.colour?.code},fr,Minuit`;
  expect((await importCsv(csv, '?dryRun=true')).body).toMatchObject({ changed: 2 });
  expect(await factCount()).toBe(facts);
  expect((await importCsv(csv)).body).toMatchObject({ changed: 2 });
});

test.each([
  ['', 'The file is empty.'],
  ['kind,key,text\n', 'The first row names no column locale.'],
  ['kind,key,locale,text\n"never closed', ''],
])('the file %j is refused or reported, and nothing is taken from it', async (csv, message) => {
  const { status, body } = await importCsv(csv);
  if (message === '') expect(body).toMatchObject({ changed: 0, rejected: [{ code: 'csvMalformed' }] });
  else expect([status, body]).toMatchObject([400, { code: 'ValidationFailed', errors: [{ field: 'body', message }] }]);
});

test('what is missing is reported page by page, is what the export holds, and is gone once it is filled in', async () => {
  const product = await watch();
  await importCsv(`kind,key,locale,text\nproduct.description,${product.productId},en,It ticks.`);
  const whole = await read('missing?locale=fr-FR&limit=500');
  expect(whole.body).toMatchObject({ locale: 'fr-FR', chain: ['fr-FR', 'fr', 'en'], nextCursor: null });
  const items = whole.body['items'] as { kind: string; key: string; servedLocale: string; source: string }[];
  expect(items).toContainEqual({
    ...{ kind: 'product.description', key: product.productId },
    ...{ servedLocale: 'en', source: 'It ticks.' },
  });
  const coverage = whole.body['coverage'] as { kind: string; total: number; missing: number }[];
  for (const { kind, missing } of coverage) expect(items.filter((item) => item.kind === kind)).toHaveLength(missing);

  const paged: unknown[] = [];
  for (let cursor = ''; ;) {
    const { body } = await read(`missing?locale=fr-FR&limit=3${cursor}`);
    paged.push(...(body['items'] as unknown[]));
    if (body['nextCursor'] === null) break;
    cursor = `&cursor=${String(body['nextCursor'])}`;
  }
  expect(paged).toEqual(items);

  const csv = await exported('locale=fr&only=missing');
  expect(csv.startsWith('\ufeffkind,key,locale,sourceLocale,source,text\n')).toBe(true);
  expect(csv).toContain(`product.description,${product.productId},fr,en,It ticks.,\n`);
  const filled = csv.replaceAll(/^product\.(name|description),.*,$/gm, (row) => `${row}Traduit`);
  expect(filled).not.toBe(csv);
  expect((await importCsv(filled)).body).toMatchObject({ rejectedCount: 0 });
  const after = await read('missing?locale=fr&kind=product.name,product.description');
  expect(after.body).toMatchObject({ items: [] });
});

test('an export of everything sent back as it came changes nothing', async () => {
  await watch();
  const facts = await factCount();
  const { body } = await importCsv(await exported('locale=fr&only=all'));
  expect(body).toMatchObject({ changed: 0, rejectedCount: 0 });
  expect(Number(body['received'])).toBeGreaterThan(0);
  expect(await factCount()).toBe(facts);
});

test.each([
  ['missing?locale=xx', 'query.locale'],
  ['missing?locale=fr&kind=nothing', 'query.kind'],
  ['missing?locale=fr&cursor=%25%25', 'query.cursor'],
  ['missing', 'query.locale'],
  ['export?locale=pl', 'query.locale'],
])('%s is a problem that names %s', async (path, field) => {
  const { status, body } = await read(path);
  expect([status, body]).toMatchObject([400, { code: 'ValidationFailed', errors: [{ field }] }]);
});

test('a file in another encoding, and characters no text has, are refused row by row', async () => {
  const product = await watch();
  const rows = (text: string) => `kind,key,locale,text\nproduct.name,${product.productId},fr,${text}`;
  const latin1 = Buffer.from(rows('Montre été'), 'latin1');
  const answer = await fetch(`${base}/v1/ops/translations/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: new Uint8Array(latin1),
  });
  expect(await answer.json()).toMatchObject({
    changed: 0,
    rejected: [{ line: 2, field: 'text', code: 'encodingBroken' }],
  });
  for (const text of ['Mon\u0000tre', 'Mon\u0007tre', 'Mon\u202etre'])
    expect((await importCsv(rows(text))).body).toMatchObject({ changed: 0, rejected: [{ code: 'characterRefused' }] });
  const two = await importCsv(rows('"Une\nmontre"').replace('product.name', 'product.description'));
  expect(two.body).toMatchObject({ changed: 1 });
});

test('an importer’s text with a character the database cannot hold is refused at its line, and the others are taken', async () => {
  const [broken, sound] = [await watch(), await watch()];
  const lines = [
    { ...broken, names: { en: 'Wa\u0000tch' } },
    { ...sound, modelCodes: ['SOUND'] },
  ];
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const answer = await send('POST', '/v1/ops/products/import', body, 'application/x-ndjson');
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { updated: 1, rejected: [{ line: 1, field: 'names.en', code: 'CharacterRefused' }] },
  ]);
});

test('an importer cannot say what the law forbids either, and the rest of its file is taken', async () => {
  const product = await watch();
  const forbidden = { ...product, descriptions: { fr: 'Montre en état neuf' } };
  expect(await state(forbidden)).toMatchObject({
    updated: 0,
    rejected: [{ line: 1, field: 'descriptions.fr', code: 'ContentForbidden' }],
  });
});
