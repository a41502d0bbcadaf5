import { changeOf, subjectsByTopic } from './change-of.js';

test('each region reads its own topics and the copies mirrored into it, each from the cell that may say them', () => {
  const eu = subjectsByTopic('eu');
  expect([...eu.keys()]).toEqual([
    'catalog.market',
    'catalog.product',
    'pricing.seller',
    'pricing.offer',
    'inventory.stock',
  ]);
  expect([...eu.values()].every(({ region }) => region === 'eu')).toBe(true);
  const us = subjectsByTopic('us');
  expect(us.get('eu.catalog.product')).toEqual({ kind: 'product', type: 'catalog.product.changed', region: 'eu' });
  expect(us.get('catalog.product')).toMatchObject({ region: 'us' });
  expect(us.has('eu.pricing.offer')).toBe(false);
});

test('a tombstone removes what its topic is about', () => {
  const position = { topic: 'pricing.offer', partition: 0, offset: '7' };
  expect(changeOf('offer', { kind: 'tombstone', ...position, id: 'x', key: 'o1' })).toEqual({
    kind: 'offer',
    key: 'o1',
    state: undefined,
  });
});
