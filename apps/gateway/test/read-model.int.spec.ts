import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateChange } from '../src/application/ports.js';
import { LmdbState } from '../src/outbound/read-model/lmdb-state.js';
import { ReadModel } from '../src/outbound/read-model/read-model.js';
import { EmbeddedSearchIndex } from '../src/outbound/search/embedded-search-index.js';
import { change, ids, market, offer, product, seller, stock } from './shop.js';

let directory: string;
let state: LmdbState;
let index: EmbeddedSearchIndex;
let model: ReadModel;
const dropped: unknown[] = [];

function load(): void {
  state = LmdbState.open(directory, (reason) => dropped.push(reason));
  index = new EmbeddedSearchIndex();
  model = ReadModel.load(state, index);
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gateway-state-'));
  dropped.length = 0;
  load();
});

afterEach(async () => {
  await state.close();
  rmSync(directory, { recursive: true, force: true });
});

const shop: readonly StateChange[] = [
  change('market', market('fr')),
  change('product', product()),
  change('seller', seller()),
  change('offer', offer('399.00')),
  change('stock', stock(5)),
];

function fold(...changes: StateChange[]): number {
  return model.fold(changes, []);
}

/** What each door shows of the one offer: page, list, facet, cart. */
function shown() {
  const row = model.productRow(ids.product);
  const variant = model.variantRow(ids.variant);
  const page = index.search({ market: 'fr', availability: 'buyable', sort: 'price', limit: 10 });
  return {
    page: row === undefined || variant === undefined ? undefined : model.winner(variant, 'EXCELLENT', 'fr')?.priceMinor,
    list: page.hits[0]?.priceMinor,
    facet: page.facets.price?.minMinor,
    line: model.line(ids.offer, 'fr')?.unitPrice.toDecimalString(),
  };
}

const sold = { page: undefined, list: undefined, facet: undefined };

test('a shop shows the same price on page, list, facet and cart line', () => {
  fold(...shop);
  expect(shown()).toEqual({ page: 39_900, list: 39_900, facet: 39_900, line: '399.00' });
});

test('facts in any order make the same shop', () => {
  for (const order of [
    [4, 3, 2, 1, 0],
    [3, 4, 0, 2, 1],
    [2, 0, 4, 1, 3],
  ]) {
    fold(...order.map((i) => shop[i] as StateChange));
    expect(shown()).toEqual({ page: 39_900, list: 39_900, facet: 39_900, line: '399.00' });
    model.clear();
    expect(shown()).toEqual({ ...sold, line: undefined });
  }
});

/** A price as a pack of prices says it. */
const price = (amount: string, version: number): StateChange =>
  change('price', {
    offerId: ids.offer,
    version,
    prices: [{ market: 'fr', price: { amount, currency: 'EUR' } }],
  });

test('whichever of an offer and a pack of prices is newer says the price, in any order, after a restart too', async () => {
  const changes = [offer('399.00', { version: 3 }), offer('340.00', { version: 5 })].map((said) =>
    change('offer', said),
  );
  changes.push(price('360.00', 4), price('330.00', 6));
  for (let round = 0; round < 24; round += 1) {
    const order = changes
      .map((each, i) => ({ each, rank: (round * 7 + i * 11 + round * i) % 13 }))
      .sort((a, b) => a.rank - b.rank);
    fold(...shop.filter(({ kind }) => kind !== 'offer'));
    for (const { each } of order) fold(each);
    const expected = { page: 33_000, list: 33_000, facet: 33_000, line: '330.00' };
    expect(shown()).toEqual(expected);
    if (round % 8 === 0) {
      await state.close();
      load();
      expect(shown()).toEqual(expected);
    }
    model.clear();
    expect(shown()).toEqual({ ...sold, line: undefined });
  }
});

test('an offer that is gone leaves no price of its packs behind', async () => {
  fold(...shop, price('330.00', 6));
  fold({ kind: 'offer', key: ids.offer, state: undefined });
  expect(shown().line).toBeUndefined();
  fold(change('offer', offer('399.00', { version: 1 })));
  expect(shown().line).toBe('399.00');
  await state.close();
  load();
  expect(shown().line).toBe('399.00');
});

test('an older or equal version changes nothing, in memory and on disk', () => {
  fold(...shop, change('offer', offer('350.00', { version: 3 })));
  expect(fold(change('offer', offer('1.00', { version: 3 })))).toBe(0);
  expect(fold(change('offer', offer('1.00', { version: 2 })))).toBe(0);
  expect(shown()).toMatchObject({ page: 35_000, list: 35_000, facet: 35_000, line: '350.00' });
  expect(state.get('offer', ids.offer)?.prices[0]?.price.amount).toBe('350.00');
});

test('within one batch the newest version wins, wherever it stands', () => {
  fold(...shop, change('offer', offer('300.00', { version: 9 })), change('offer', offer('310.00', { version: 8 })));
  expect(shown().page).toBe(30_000);
});

test.each<[string, StateChange]>([
  ['sold out', change('stock', stock(0, { version: 2 }))],
  ['delisted', change('offer', offer('399.00', { version: 2, status: 'delisted' }))],
  ['of a suspended seller', change('seller', seller({ version: 2, status: 'suspended' }))],
  ['priced in another market only', change('offer', offer('399.00', { version: 2, prices: [] }))],
  [
    'priced in another currency',
    change(
      'offer',
      offer('399.00', { version: 2, prices: [{ market: 'fr', price: { amount: '399.00', currency: 'USD' } }] }),
    ),
  ],
  ['of a grade the market does not sell', change('offer', offer('399.00', { version: 2, grade: 'FAIR' }))],
  ['of an archived product', change('product', product({ version: 2, status: 'archived' }))],
  ['forgotten', { kind: 'offer', key: ids.offer, state: undefined }],
  ['without stock known', { kind: 'stock', key: ids.offer, state: undefined }],
  ['of a seller forgotten', { kind: 'seller', key: ids.seller, state: undefined }],
])('an offer %s leaves page, list and facet at once', (_, last) => {
  fold(...shop, last);
  expect(shown()).toMatchObject(sold);
});

test('when the winner goes the next best takes its place', () => {
  const second = { offerId: '0199d3a0-0000-7000-8000-000000000011' };
  fold(...shop, change('offer', offer('420.00', second)), change('stock', stock(1, second)));
  expect(shown().page).toBe(39_900);
  fold(change('stock', stock(0, { version: 2 })));
  expect(shown()).toMatchObject({ page: 42_000, list: 42_000, facet: 42_000 });
});

test('a market that narrows its terms takes offers down, and one that widens them puts them up', () => {
  fold(...shop);
  const limits = { ...market('fr').definition.offerLimits, priceMax: '300.00' };
  fold(change('market', market('fr', { version: 2 }, { offerLimits: limits })));
  expect(shown()).toMatchObject(sold);
  fold(change('market', market('fr', { version: 3 })));
  expect(shown().list).toBe(39_900);
});

test('a changed slug is found, the old one no longer', () => {
  fold(...shop, change('product', product({ version: 2, slug: 'iphone-13' })));
  expect(model.productRow('iphone-13')).toBe(model.productRow(ids.product));
  expect(model.productRow('apple-iphone-13')).toBeUndefined();
});

test('a variant that leaves its product takes its offers along, and brings them back', () => {
  fold(...shop);
  const other = { ...product().variants[0], variantId: '0199d3a0-0000-5000-8000-000000000099' } as ReturnType<
    typeof product
  >['variants'][number];
  fold(change('product', product({ version: 2, variants: [other] })));
  expect(model.variantRow(ids.variant)).toBeUndefined();
  expect(shown().list).toBeUndefined();
  fold(change('product', product({ version: 3 })));
  expect(shown().list).toBe(39_900);
});

test('only what a change touches counts as changed', () => {
  const other = product({
    productId: '0199d3a0-0000-5000-8000-000000000030',
    slug: 'other',
    variants: [{ ...product().variants[0], variantId: '0199d3a0-0000-5000-8000-000000000031' }] as ReturnType<
      typeof product
    >['variants'],
  });
  fold(...shop, change('product', other));
  const row = model.productRow(ids.product) as number;
  const otherRow = model.productRow('other') as number;
  const before = [model.revision(row), model.revision(otherRow)] as const;
  fold(change('stock', stock(4, { version: 2 })));
  expect(model.revision(row)).toBeGreaterThan(before[0]);
  expect(model.revision(otherRow)).toBe(before[1]);
});

test('a restart finds the same shop, offsets and completeness', async () => {
  model.fold(shop, [{ topic: 'pricing.offer', partition: 2, offset: '42' }], 'cluster-a');
  model.markCaughtUp();
  const before = shown();
  await state.close();
  load();
  expect(shown()).toEqual(before);
  expect(Object.fromEntries(model.offsets())).toEqual({ 'pricing.offer:2': '42' });
  expect(model.clusterId).toBe('cluster-a');
  expect(model.isFilled).toBe(true);
  expect(dropped).toEqual([]);
});

test('clearing forgets everything for good', async () => {
  model.fold(shop, [{ topic: 'pricing.offer', partition: 2, offset: '42' }], 'cluster-a');
  model.markCaughtUp();
  model.clear();
  await state.close();
  load();
  expect(shown()).toEqual({ ...sold, line: undefined });
  expect([model.isFilled, model.clusterId, model.offsets().size]).toEqual([false, undefined, 0]);
});

test('a damaged file, which would kill the process, is dropped after two starts that never finished', async () => {
  await state.close();
  for (const attempts of ['', '1']) {
    writeFileSync(join(directory, 'unread'), attempts);
    const unfinished = LmdbState.open(directory, (reason) => dropped.push(reason));
    await unfinished.close();
  }
  expect(dropped).toEqual([]);
  writeFileSync(join(directory, 'data.mdb'), Buffer.alloc(65_536, 'rubbish'));
  load();
  expect(dropped).toEqual(['could not be read in 2 starts']);
  fold(...shop);
  expect(shown().page).toBe(39_900);
});

test('a start that finished counts no attempt', async () => {
  for (let start = 0; start < 4; start++) {
    await state.close();
    load();
  }
  expect(dropped).toEqual([]);
});
