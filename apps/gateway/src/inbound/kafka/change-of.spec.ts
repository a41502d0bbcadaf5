import { pricesChangedV1 } from '@reprise/contracts/events';
import { changesOf, subjectsByTopic } from './change-of.js';

test('each region reads its own topics and the copies mirrored into it, each from the cell that may say them', () => {
  const eu = subjectsByTopic('eu');
  expect([...eu.keys()]).toEqual([
    'catalog.market',
    'catalog.product',
    'pricing.seller',
    'pricing.offer',
    'inventory.stock',
    'pricing.prices',
  ]);
  expect([...eu.values()].every(({ region }) => region === 'eu')).toBe(true);
  const us = subjectsByTopic('us');
  expect(us.get('eu.catalog.product')).toEqual({ kind: 'product', type: 'catalog.product.changed', region: 'eu' });
  expect(us.get('catalog.product')).toMatchObject({ region: 'us' });
  expect(us.has('eu.pricing.offer')).toBe(false);
});

test('a tombstone removes what its topic is about', () => {
  const position = { topic: 'pricing.offer', partition: 0, offset: '7' };
  expect(changesOf('offer', { kind: 'tombstone', ...position, id: 'x', key: 'o1' })).toEqual([
    { kind: 'offer', key: 'o1', state: undefined },
  ]);
});

test('a pack of prices is a change an offer, with its own version and bounds; its tombstone changes nothing', () => {
  const position = { topic: 'pricing.prices', partition: 0, offset: '7' };
  const { example } = pricesChangedV1;
  const fact = {
    kind: 'fact' as const,
    ...position,
    ...{ id: 'x', type: 'pricing.prices.changed', v: 1, key: example.packId, version: 1, region: 'eu' },
    occurredAt: '2026-11-24T08:00:00.000Z',
  };
  const [first, second] = example.offerIds as [string, string];
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  expect(changesOf('price', { ...fact, data: example })).toEqual([
    {
      kind: 'price',
      key: first,
      state: { offerId: first, version: 8, prices: [{ market: 'fr', price: eur('389.00'), minPrice: eur('350.00') }] },
    },
    {
      kind: 'price',
      key: second,
      state: { offerId: second, version: 3, prices: [{ market: 'fr', price: eur('214.50') }] },
    },
  ]);
  expect(changesOf('price', { kind: 'tombstone', ...position, id: 'y', key: example.packId })).toEqual([]);
});
