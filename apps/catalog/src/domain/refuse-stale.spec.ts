import type { Market } from './market.js';
import { refuseStale } from './refuse-stale.js';

const known: Market = {
  code: 'fr',
  version: 7,
  status: 'live',
  definition: { code: 'fr', region: 'eu', currency: 'EUR', countries: ['FR'] },
};

test.each<[string, Market | undefined, number | undefined]>([
  ['the version that stands', known, 7],
  ['no version at all', known, undefined],
  ['a market that is not there yet, expected so', undefined, 0],
])('%s passes', (_, market, expected) => {
  expect(refuseStale('fr', market, expected)).toBeUndefined();
});

test.each<[string, Market | undefined, number, number]>([
  ['an older version', known, 6, 7],
  ['a market expected not to be there', known, 0, 7],
  ['a market that is not there', undefined, 7, 0],
])('%s is refused with the version that stands', (_, market, expected, version) => {
  expect(refuseStale('fr', market, expected)).toMatchObject({
    code: 'catalog.market_changed_meanwhile',
    field: 'If-Match',
    details: { version, expected },
  });
});
