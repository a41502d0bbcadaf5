import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Market, StateChange } from '../src/application/ports.js';
import { presentProductList } from '../src/inbound/http/present-product-list.js';
import { presentProductPage } from '../src/inbound/http/present-product-page.js';
import { LmdbState } from '../src/outbound/read-model/lmdb-state.js';
import { ReadModel } from '../src/outbound/read-model/read-model.js';
import { EmbeddedSearchIndex } from '../src/outbound/search/embedded-search-index.js';
import { change, ids, market, offer, product, seller, stock } from './shop.js';

const directory = mkdtempSync(join(tmpdir(), 'gateway-page-'));
const state = LmdbState.open(directory, () => undefined);
const index = new EmbeddedSearchIndex();
const model = ReadModel.load(state, index);

afterAll(async () => {
  await state.close();
  rmSync(directory, { recursive: true, force: true });
});

const good = { offerId: '0199d3a0-0000-7000-8000-000000000012', grade: 'GOOD' as const };
const price = (amount: string, more: object = {}) => ({
  prices: [{ market: 'fr', price: { amount, currency: 'EUR' }, ...more }],
});

function fold(...changes: StateChange[]): void {
  model.fold(changes, []);
}

fold(
  change('market', market('fr')),
  change('product', product()),
  change('seller', seller()),
  change('offer', offer('399.00', { ...price('399.00', { priorPrice: { amount: '433.00', currency: 'EUR' } }) })),
  change('stock', stock(2)),
  change('offer', offer('379.00', { ...good, ...price('379.00'), leadTimeDays: 3 })),
  change('stock', stock(20, good)),
);

function page(locale = 'fr-FR') {
  const row = model.productRow(ids.product) as number;
  return presentProductPage(model, row, model.find('fr') as Market, locale);
}
const gradesOf = () => page().variants[0]?.grades ?? [];

function list(text?: string, locale = 'fr-FR') {
  const found = index.search({
    market: 'fr',
    ...(text !== undefined && { text, locale }),
    availability: 'buyable',
    sort: 'price',
    limit: 10,
  });
  return presentProductList(model, found, model.find('fr') as Market, locale, null);
}

test('each grade says what the next better one on sale costs more; the best has none above it', () => {
  expect(gradesOf().map(({ grade, nextGradeUp }) => [grade, nextGradeUp])).toEqual([
    ['EXCELLENT', null],
    [
      'GOOD',
      {
        grade: 'EXCELLENT',
        label: 'Excellent',
        price: { amount: '399.00', currency: 'EUR' },
        difference: { amount: '20.00', currency: 'EUR' },
      },
    ],
  ]);
});

test('a better grade that is cheaper says so with a negative difference', () => {
  fold(change('offer', offer('420.00', { ...good, ...price('420.00'), version: 2, leadTimeDays: 3 })));
  expect(gradesOf()[1]?.nextGradeUp?.difference).toEqual({ amount: '-21.00', currency: 'EUR' });
  fold(change('offer', offer('379.00', { ...good, ...price('379.00'), version: 3, leadTimeDays: 3 })));
});

test('a reduction is announced from the prior price, its per cent rounded down', () => {
  expect(gradesOf()[0]?.buyBox).toMatchObject({ priorPrice: { amount: '433.00' }, reductionPercent: 7 });
  expect(gradesOf()[1]?.buyBox).not.toHaveProperty('priorPrice');
});

test('a prior price that is not above the price announces nothing', () => {
  const same = price('399.00', { priorPrice: { amount: '399.00', currency: 'EUR' } });
  fold(change('offer', offer('399.00', { ...same, version: 2 })));
  expect(gradesOf()[0]?.buyBox).not.toHaveProperty('priorPrice');
});

test('the page counts its offers and says from what price, how few are left and when they come', () => {
  const { offers, variants } = page();
  expect(offers).toEqual({ count: 2, from: { amount: '379.00', currency: 'EUR' } });
  const [excellent, fair] = variants[0]?.grades ?? [];
  const { min, max } = market('fr').definition.shipping[0]?.deliveryDays ?? { min: 0, max: 0 };
  expect(excellent?.buyBox).toMatchObject({
    availability: { status: 'lowStock', quantity: 2 },
    delivery: { minDays: 1 + min, maxDays: 1 + max },
  });
  expect(fair?.buyBox).toMatchObject({
    availability: { status: 'inStock', quantity: 10 },
    delivery: { minDays: 3 + min, maxDays: 3 + max },
  });
});

test('a list item links the variant its price is of, and facets name sizes and colours in the reader’s language', () => {
  const { items, facets } = list();
  expect(items[0]).toMatchObject({ variantId: ids.variant, price: { amount: '379.00' }, grade: 'GOOD' });
  expect(facets.storage).toEqual([{ value: '128', label: '128 Go', count: 1 }]);
  expect(facets.colour).toEqual([{ value: 'midnight', label: 'Minuit', count: 1 }]);
  expect(facets.ram).toEqual([{ value: '4', label: '4 Go', count: 1 }]);
  expect(facets.screen).toEqual([{ value: '6-6.5', label: '6–6.5″', count: 1 }]);
  expect(facets.price?.ranges).toEqual([{ from: { amount: '300.00', currency: 'EUR' }, to: null, count: 1 }]);
});

test('a new name is on page, list and in search at once, and the old one nowhere', () => {
  expect(list('iphone').total).toBe(1);
  fold(
    change(
      'product',
      product({ version: 2, model: 'Handheld 13', modelCodes: [], names: { en: 'Handheld 13', fr: 'Appareil 13' } }),
    ),
  );
  expect(page().title).toBe('Appareil 13');
  expect(page('en').title).toBe('Handheld 13');
  expect(list().items[0]?.title).toBe('Appareil 13');
  expect(list('appareil').total).toBe(1);
  expect(list('iphone').total).toBe(0);
  expect(list().facets.colour).toEqual([{ value: 'midnight', label: 'Minuit', count: 1 }]);
});
