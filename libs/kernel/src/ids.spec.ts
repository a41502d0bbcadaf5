import fc from 'fast-check';
import type { OfferId, ProductId, Uuid } from './ids.js';
import { idFromName, idOf, mustBeId, newId, offerIdOf } from './ids.js';

const namespace = mustBeId('6ba7b810-9dad-11d1-80b4-00c04fd430c8');

test('fresh ids are UUIDv7, distinct, and ascend even within a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<OfferId>());
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] as OfferId))).toBe(true);
});

test('a name has one id: the RFC 9562 example', () => {
  expect(idFromName(namespace, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('names differ by namespace and by content', () => {
  const other = idFromName(namespace, 'product');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(idFromName<ProductId>(other, a)).toBe(idFromName<ProductId>(other, a));
      expect(idFromName(namespace, a)).not.toBe(idFromName(other, a));
      expect(idFromName(other, a) === idFromName(other, b)).toBe(a === b);
      expect(idOf(idFromName(other, a))).toBeDefined();
    }),
  );
});

test.each([
  '',
  'x',
  '2ED6657D-E927-568B-95E1-2665A8AEA6A2',
  '{2ed6657d-e927-568b-95e1-2665a8aea6a2}',
  'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
  '2ed6657de927568b95e12665a8aea6a2',
  '2ed6657d-e927-568b-95e1-2665a8aea6a2 ',
  '2ed6657d-e927-568b-95e1-2665a8aea6a2\n',
  '2ed6657d-e927-968b-15e1-2665a8aea6a2',
])('%j is refused as an id', (text) => {
  expect(idOf(text)).toBeUndefined();
  expect(() => mustBeId(text)).toThrow('is not a lower case UUID');
});

test('a seller’s stock-keeping unit is one offer for ever: the id must not change with the code', () => {
  expect(offerIdOf('0199d3a0-0000-7000-8000-000000000001', 'IP13-128-MID-A')).toBe(
    '21329f68-dea2-5f4b-a870-17f540390108',
  );
});

test('one kind of id is not another, to the compiler', () => {
  const offer = newId<OfferId>();
  // @ts-expect-error An offer is not a product.
  const product: ProductId = offer;
  const uuid: Uuid = offer;
  expect([product, uuid]).toEqual([offer, offer]);
});
