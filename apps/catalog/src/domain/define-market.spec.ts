import type { Market, MarketStatus, MarketTerms } from './market.js';
import { defineMarket } from './define-market.js';

const terms = (change: Partial<MarketTerms> = {}): MarketTerms => ({
  code: 'fr',
  region: 'eu',
  currency: 'EUR',
  countries: ['FR', 'MC'],
  ...change,
});
const known = (status: MarketStatus, definition = terms()): Market => ({
  code: definition.code,
  version: 7,
  status,
  definition,
});

test('a new market is a draft at version 1', () => {
  expect(defineMarket('fr', terms(), undefined, [])).toEqual({
    code: 'fr',
    version: 1,
    status: 'draft',
    definition: terms(),
  });
});

test('a changed definition is one version on and keeps the status', () => {
  const definition = terms({ countries: ['FR'] });
  expect(defineMarket('fr', definition, known('live'), [])).toEqual({
    code: 'fr',
    version: 8,
    status: 'live',
    definition,
  });
});

test('the same definition, its keys in another order, is no change', () => {
  const market = known('live');
  const { code, ...rest } = terms();
  expect(defineMarket('fr', { ...rest, code }, market, [market])).toBe(market);
});

test('a definition of another market than the address is refused', () => {
  expect(defineMarket('de', terms(), undefined, [])).toMatchObject({
    code: 'catalog.market_code_differs',
    field: 'code',
  });
});

test.each([
  ['live', 'region', 'us'],
  ['live', 'currency', 'USD'],
  ['suspended', 'region', 'us'],
  ['suspended', 'currency', 'USD'],
] as const)('a %s market keeps its %s', (status, field, value) => {
  const answer = defineMarket('fr', terms({ [field]: value }), known(status), []);
  expect(answer).toMatchObject({ code: 'catalog.market_field_fixed', field });
});

test.each(['draft', 'preview'] as const)('a %s market may still change region and currency', (status) => {
  const definition = terms({ region: 'us', currency: 'USD' });
  expect(defineMarket('fr', definition, known(status), [])).toMatchObject({ version: 8, status, definition });
});

test('a retired market takes no definition, not even its own', () => {
  expect(defineMarket('fr', terms(), known('retired'), [])).toMatchObject({
    code: 'catalog.market_retired',
    field: 'code',
  });
});

test('a country another market serves is refused by its place in the list', () => {
  const other = known('draft', terms({ code: 'mc', countries: ['MC'] }));
  expect(defineMarket('fr', terms(), undefined, [other])).toMatchObject({
    code: 'catalog.country_has_market',
    field: 'countries[1]',
    details: { market: 'mc' },
  });
});

test('the countries of a retired market are free again', () => {
  const other = known('retired', terms({ code: 'mc', countries: ['MC'] }));
  expect(defineMarket('fr', terms(), undefined, [other])).toMatchObject({ status: 'draft' });
});
