import { countByConsequence, diffMarkets } from './diff-markets.js';
import { marketDefinitionExample as market } from './market-definition.example.js';

test('a definition does not differ from itself', () => {
  expect(diffMarkets(market, structuredClone(market))).toEqual([]);
});

test('entries of lists are told apart by their key, wherever they stand', () => {
  const [first] = market.shipping;
  if (first === undefined) throw new Error('the example ships');
  const pickup = { ...first, id: 'pickup' };
  const after = { ...market, shipping: [pickup, ...market.shipping.map((method) => ({ ...method, price: '7.77' }))] };
  expect(diffMarkets(market, after)).toEqual([
    ...market.shipping.map(({ id, price }) => ({
      path: `shipping[${id}].price`,
      kind: 'changed',
      before: price,
      after: '7.77',
      consequence: 'shipping',
    })),
    { path: 'shipping[pickup]', kind: 'added', before: null, after: pickup, consequence: 'shipping' },
  ]);
});

test('changes are grouped by what they have consequences for', () => {
  const after = {
    ...market,
    consumerLaw: { ...market.consumerLaw, withdrawalDays: 30 },
    countries: ['MC'],
    charm: { ...market.charm, direction: 'up' as const },
  };
  const changes = diffMarkets({ ...market, countries: ['FR'] }, after);
  expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
    ['countries[FR]', 'removed'],
    ['countries[MC]', 'added'],
    ['charm.direction', 'changed'],
    ['consumerLaw.withdrawalDays', 'changed'],
  ]);
  expect(countByConsequence(changes)).toEqual([
    { consequence: 'identity', changes: 2 },
    { consequence: 'prices', changes: 1 },
    { consequence: 'law', changes: 1 },
  ]);
});
