import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { call, credentials, eventually, gateways } from './api.js';
import { freshSku, stateSellable } from './catalogue.js';

const ops = { token: credentials.ops };
const page = (idOrSlug: string, locale = 'fr-FR') =>
  call('eu', 'GET', `/v1/markets/fr/products/${idOrSlug}?locale=${locale}`);
const importCsv = (csv: string) =>
  call('eu', 'POST', '/v1/ops/translations/import?reason=a%20journey', {
    ...ops,
    body: csv,
    headers: { 'content-type': 'text/csv' },
  });

test('a duplicate is merged: its old address leads to the product, its offer is bought there, and a split gives it back', async () => {
  const [kept, duplicate] = [await stateSellable(), await stateSellable()];
  const sku = freshSku();
  await duplicate.sell(sku, '259.00');
  await eventually(
    () => page(duplicate.slug),
    ({ body }) => body.offers?.from?.amount === '259.00',
  );

  const merged = await call('eu', 'POST', `/v1/ops/products/${duplicate.productId}/merge`, {
    ...ops,
    body: { into: kept.productId, reason: 'the same phone twice' },
  });
  expect(merged).toMatchObject({ status: 200, body: { changed: true } });
  const led = await eventually(
    () => page(duplicate.slug),
    ({ body }) => body.id === kept.productId,
    1_000,
  );
  expect(led.body).toMatchObject({ slug: kept.slug, redirectedFrom: duplicate.slug });
  await eventually(
    () => page(kept.slug),
    ({ body }) => body.offers?.from?.amount === '259.00',
  );

  const split = await call('eu', 'POST', `/v1/ops/products/${kept.productId}/split`, {
    ...ops,
    body: { variantIds: [duplicate.variantId], reason: 'two phones after all' },
  });
  expect(split.body).toMatchObject({ changed: true, product: { productId: duplicate.productId } });
  const back = await eventually(
    () => page(duplicate.slug),
    ({ body }) => body.id === duplicate.productId && body.offers?.from?.amount === '259.00',
  );
  expect(back.body).not.toHaveProperty('redirectedFrom');
});

test('a file of translations shows on the page and in the list within a second, in both regions’ languages alike', async () => {
  const product = await stateSellable();
  await product.sell(freshSku(), '199.00');
  await eventually(
    () => page(product.slug),
    ({ body }) => body.offers?.count === 1,
  );
  expect((await page(product.slug)).body.servedLocales).toMatchObject({ title: 'en' });
  const word = `horloge${randomUUID().slice(-8)}`;
  const rows = [
    'kind,key,locale,text',
    `product.name,${product.productId},fr,Une ${word}`,
    `product.slug,${product.productId},fr,${word}`,
    `product.description,${product.productId},fr,Comme neuf`,
  ].join('\n');
  const imported = await importCsv(rows);
  expect(imported.body).toMatchObject({
    changed: 2,
    rejected: [{ line: 4, field: 'text', code: 'catalog.phrase_forbidden' }],
  });

  const shown = await eventually(
    () => page(word),
    ({ body }) => body.title === `Une ${word}`,
    1_000,
  );
  expect(shown.body).toMatchObject({ id: product.productId, slug: word });
  expect(shown.body.servedLocales).not.toHaveProperty('title');
  expect((await page(product.slug)).body).toMatchObject({ slug: word, redirectedFrom: product.slug });
  const { alternates } = shown.body;
  expect(alternates.map(({ hreflang }: { hreflang: string }) => hreflang)).toEqual(
    expect.arrayContaining(['fr-FR', 'de-DE', 'en-US', 'x-default']),
  );
  const found = await call('eu', 'GET', `/v1/markets/fr/products?q=${word}&locale=fr-FR`);
  expect(found.body.items).toMatchObject([{ id: product.productId, slug: word, title: `Une ${word}` }]);

  // The other region's copy of the catalogue hears it by the mirror.
  await eventually(
    () => call('us', 'GET', `/v1/markets/us/products/${word}?locale=en-US`),
    ({ body }) => body.id === product.productId && body.slug === product.slug,
  );
});

test('the command line writes what a language lacks to a file, takes it back filled in, and says what is left', async () => {
  const product = await stateSellable();
  const folder = await mkdtemp(join(tmpdir(), 'reprise-e2e-'));
  const file = join(folder, 'fr.csv');
  const reprise = async (...args: string[]) => {
    const all = ['apps/cli/bin/reprise.mjs', 'translations', ...args];
    const connection = ['--gateway', gateways.eu, '--token', credentials.ops];
    return (await promisify(execFile)(process.execPath, [...all, ...connection])).stdout;
  };
  try {
    await reprise('export', '--locale', 'fr', '--kind', 'product.name', '--out', file);
    const exported = await readFile(file, 'utf8');
    const row = exported.split('\n').find((each) => each.includes(product.productId)) ?? '';
    expect(row).toMatch(/^product\.name,[0-9a-f-]{36},fr,en,Acme Journey \w+,$/);
    // The whole catalogue's names, sent back as they came but for one.
    await writeFile(file, exported.replace(row, `${row}Un voyage`));
    expect(await reprise('import', file, '--dry-run')).toMatch(/^dry run, nothing was stored: \d+ rows, 1 changed/);
    expect(await reprise('import', file)).toMatch(/^\d+ rows, 1 changed, 0 unchanged, \d+ without a text, 0 refused/);
    expect(await reprise('import', file)).toMatch(/^\d+ rows, 0 changed, 1 unchanged/);
    expect(await reprise('missing', '--locale', 'fr-FR', '--kind', 'product.name')).toContain('fr-FR → fr → en');
    await eventually(
      () => page(product.slug),
      ({ body }) => body.title === 'Un voyage',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
