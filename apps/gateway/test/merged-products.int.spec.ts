import type { ProductState } from '@reprise/contracts/events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Market, StateChange } from '../src/application/ports.js';
import { presentProductPage } from '../src/inbound/http/present-product-page.js';
import { LmdbState } from '../src/outbound/read-model/lmdb-state.js';
import { ReadModel } from '../src/outbound/read-model/read-model.js';
import { EmbeddedSearchIndex } from '../src/outbound/search/embedded-search-index.js';
import { change, ids, market, offer, product, seller, stock } from './shop.js';

const duplicateId = '0199d3a0-0000-5000-8000-000000000120';
const duplicateVariant = '0199d3a0-0000-5000-8000-000000000121';
const duplicateOffer = '0199d3a0-0000-7000-8000-000000000110';

let directory: string;
let state: LmdbState;
let index: EmbeddedSearchIndex;
let model: ReadModel;
let nowMs = Date.parse('2026-11-24T12:00:00Z');

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gateway-merged-'));
  nowMs = Date.parse('2026-11-24T12:00:00Z');
  load();
  fold(
    change('market', market('fr')),
    change('market', market('de')),
    change('seller', seller()),
    change('product', product()),
    change('product', duplicate()),
    change('offer', offer('399.00')),
    change('stock', stock(5)),
    change('offer', offer('349.00', { offerId: duplicateOffer, variantId: duplicateVariant, productId: duplicateId })),
    change('stock', stock(5, { offerId: duplicateOffer })),
  );
});
afterEach(async () => {
  await state.close();
  rmSync(directory, { recursive: true, force: true });
});

function load(): void {
  state = LmdbState.open(directory, () => undefined);
  index = new EmbeddedSearchIndex();
  model = ReadModel.load(state, index, () => nowMs);
}
function fold(...changes: StateChange[]): void {
  model.fold(changes, []);
}
const example = product().variants[0] as ProductState['variants'][number];
function duplicate(more: Partial<ProductState> = {}): ProductState {
  const variants = [{ ...example, variantId: duplicateVariant, canonicalKey: '{"of":"duplicate"}' }];
  return product({ productId: duplicateId, slug: 'a-duplicate', names: { en: 'A duplicate' }, variants, ...more });
}
const archived = () => duplicate({ version: 2, status: 'archived', mergedInto: ids.product });
const survivor = () =>
  product({
    version: 2,
    formerIds: [duplicateId],
    formerSlugs: ['a-duplicate'],
    variants: [{ ...example, formerIds: [duplicateVariant] }],
  });
const page = (asked: string) => {
  const row = model.productRow(asked);
  return row === undefined ? undefined : presentProductPage(model, row, model.find('fr') as Market, 'fr-FR', asked);
};
const listed = (availability: 'buyable' | 'any' = 'buyable', of = 'fr') =>
  index.search({ market: of, availability, sort: 'price', limit: 10 });
const boughtAt = () => page(ids.product)?.variants[0]?.grades.find(({ grade }) => grade === 'EXCELLENT');

test.each([
  ['the duplicate is heard first', [archived, survivor]],
  ['the survivor is heard first', [survivor, archived]],
])('%s: its id, address, variant and offers lead to the survivor', (_, order) => {
  expect(boughtAt()).toMatchObject({ price: { amount: '399.00' }, offerCount: 1 });
  for (const said of order) fold(change('product', said()));
  for (const asked of [duplicateId, 'a-duplicate'])
    expect(page(asked)).toMatchObject({ id: ids.product, slug: 'apple-iphone-13', redirectedFrom: asked });
  expect(page(ids.product)).not.toHaveProperty('redirectedFrom');
  expect(page('apple-iphone-13')).not.toHaveProperty('redirectedFrom');
  // One buy box, in which the duplicate's cheaper offer wins.
  expect(boughtAt()).toMatchObject({ price: { amount: '349.00' }, offerCount: 2 });
  expect(model.variantRow(duplicateVariant)).toBe(model.variantRow(ids.variant));
  expect(listed()).toMatchObject({ total: 1, hits: [{ priceMinor: 34_900, offerCount: 2 }] });
  expect(model.line(duplicateOffer, 'fr')).toMatchObject({ variantId: ids.variant });
});

test.each([
  ['the survivor is heard first', true],
  ['the duplicate is heard first', false],
])('a split gives each its address and offers back, when %s', (_, survivorFirst) => {
  fold(change('product', archived()), change('product', survivor()));
  const apart = [change('product', product({ version: 3 })), change('product', duplicate({ version: 3 }))];
  for (const said of survivorFirst ? apart : apart.reverse()) fold(said);
  expect(page('a-duplicate')).toMatchObject({ id: duplicateId, title: 'A duplicate' });
  expect(page('a-duplicate')).not.toHaveProperty('redirectedFrom');
  expect(boughtAt()).toMatchObject({ price: { amount: '399.00' }, offerCount: 1 });
  expect(listed().hits.map(({ priceMinor }) => priceMinor)).toEqual([34_900, 39_900]);
});

test('a variant that sold only what was merged into it sells nothing after the split', () => {
  fold(change('product', archived()), change('product', survivor()));
  fold(change('offer', offer('399.00', { version: 2, status: 'delisted' })));
  expect(boughtAt()).toMatchObject({ price: { amount: '349.00' }, offerCount: 1 });
  fold(change('product', product({ version: 3 })));
  expect(boughtAt()).toMatchObject({ price: null, buyBox: null, offerCount: 0 });
  fold(change('product', duplicate({ version: 3 })));
  expect(listed().hits.map(({ priceMinor }) => priceMinor)).toEqual([34_900]);
});

test('what was merged is merged after a restart', async () => {
  fold(change('product', archived()), change('product', survivor()));
  await state.close();
  load();
  expect(page('a-duplicate')).toMatchObject({ id: ids.product });
  expect(boughtAt()).toMatchObject({ price: { amount: '349.00' }, offerCount: 2 });
});

describe('a product with dates', () => {
  const dated = () =>
    product({
      version: 2,
      publication: [{ market: 'fr', from: '2026-11-24T12:00:10Z', to: '2026-11-24T12:00:20Z' }],
    });
  const shownIn = (of: string) => [
    listed('buyable', of).hits.map(({ product: row }) => row),
    listed('any', of).hits.map(({ product: row }) => row),
  ];
  const row = () => model.productRow(ids.product) as number;

  test('appears and disappears in its market on the instant, and nowhere else', () => {
    fold(change('product', archived()), change('product', { ...survivor(), ...dated(), version: 3 }));
    expect([model.isShown(row(), 'fr'), ...shownIn('fr')]).toEqual([false, [], []]);
    expect(model.isShown(row(), 'de')).toBe(true);
    const before = [model.revision(row()), model.listRevision('fr')];
    nowMs += 10_000;
    model.passTime();
    expect(model.isShown(row(), 'fr')).toBe(true);
    expect(shownIn('fr')[0]).toEqual([row()]);
    // What was rendered before must not be served after.
    expect(model.revision(row())).toBeGreaterThan(before[0] as number);
    expect(model.listRevision('fr')).toBeGreaterThan(before[1] as number);
    nowMs += 10_000;
    model.passTime();
    expect([model.isShown(row(), 'fr'), ...shownIn('fr')]).toEqual([false, [], []]);
  });

  test('tells its seller so while it is not shown', () => {
    fold(change('product', dated()));
    expect(model.ownOffer(ids.seller, ids.offer, 'fr')?.offer).toMatchObject({ published: false });
    expect(model.winner(model.variantRow(ids.variant) as number, 'EXCELLENT', 'fr')).toBeUndefined();
  });

  test('time that changes nothing leaves every revision as it was', () => {
    fold(change('product', dated()));
    const before = [model.revision(row()), model.listRevision('fr')];
    nowMs += 5_000;
    model.passTime();
    expect([model.revision(row()), model.listRevision('fr')]).toEqual(before);
  });
});

describe('texts in other languages', () => {
  const translated = (more: Partial<ProductState> = {}) =>
    product({
      version: 2,
      names: { en: 'Apple Watch', fr: 'Montre Apple' },
      descriptions: { en: 'It ticks.' },
      slug: 'apple-watch',
      slugs: { fr: 'montre-apple' },
      formerSlugs: ['ancienne-montre'],
      ...more,
    });
  const pageIn = (locale: string, asked: string) => {
    const row = model.productRow(asked);
    return row === undefined ? undefined : presentProductPage(model, row, model.find('fr') as Market, locale, asked);
  };

  test('a page is in the language asked for, and says field by field what is not', () => {
    fold(change('product', translated()));
    expect(pageIn('fr-FR', 'montre-apple')).toMatchObject({
      title: 'Montre Apple',
      description: 'It ticks.',
      slug: 'montre-apple',
      servedLocales: { description: 'en' },
    });
    expect(pageIn('en', 'apple-watch')).toMatchObject({ title: 'Apple Watch', slug: 'apple-watch' });
    fold(change('product', translated({ version: 3, descriptions: { en: 'It ticks.', fr: 'Elle fait tic-tac.' } })));
    expect(pageIn('fr-FR', 'montre-apple')).toMatchObject({ description: 'Elle fait tic-tac.' });
    expect(pageIn('fr-FR', 'montre-apple')?.servedLocales).not.toHaveProperty('description');
  });

  test('an address of another language, or one the product had, leads to the one of the language asked for', () => {
    fold(change('product', translated()));
    for (const asked of ['apple-watch', 'ancienne-montre'])
      expect(pageIn('fr-FR', asked)).toMatchObject({ slug: 'montre-apple', redirectedFrom: asked });
    expect(pageIn('en', 'montre-apple')).toMatchObject({ slug: 'apple-watch', redirectedFrom: 'montre-apple' });
    for (const asked of [ids.product, 'montre-apple'])
      expect(pageIn('fr-FR', asked)).not.toHaveProperty('redirectedFrom');
  });
});
