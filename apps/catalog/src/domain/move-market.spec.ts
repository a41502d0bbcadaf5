import type { Market, MarketStatus } from './market.js';
import { moveMarket } from './move-market.js';

const terms = { code: 'fr', region: 'eu', currency: 'EUR', countries: ['FR'] };
const standing = (status: MarketStatus): Market => ({ code: 'fr', version: 4, status, definition: terms });
const statuses: readonly MarketStatus[] = ['draft', 'preview', 'live', 'suspended', 'retired'];

// Every pair, so that a step added to the table is a step somebody decided on here too.
const allowed = new Set([
  'draft preview',
  'draft retired',
  'preview draft',
  'preview live',
  'preview retired',
  'live suspended',
  'suspended live',
  'suspended preview',
  'suspended retired',
]);
const pairs = statuses.flatMap((from) => statuses.filter((to) => to !== from).map((to) => [from, to] as const));

test.each(pairs.filter(([from, to]) => allowed.has(`${from} ${to}`)))('%s becomes %s, one version on', (from, to) => {
  expect(moveMarket(standing(from), to)).toEqual({ code: 'fr', version: 5, status: to, definition: terms });
});

test.each(pairs.filter(([from, to]) => !allowed.has(`${from} ${to}`)))('%s never becomes %s', (from, to) => {
  expect(moveMarket(standing(from), to)).toMatchObject({
    kind: 'rejection',
    code: 'catalog.market_transition_not_allowed',
    field: 'to',
    details: { status: from },
  });
});

test.each(statuses)('%s moved to where it stands is the same market at the same version', (status) => {
  const market = standing(status);
  expect(moveMarket(market, status)).toBe(market);
});

test('a refusal names the steps that are open', () => {
  expect(moveMarket(standing('draft'), 'live')).toMatchObject({
    message: 'fr is draft; from there it can become preview or retired, not live.',
    details: { allowed: ['preview', 'retired'] },
  });
});
