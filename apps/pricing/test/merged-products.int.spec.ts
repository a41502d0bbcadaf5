import { productChangedV1 } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { PricingDoor } from './pricing-door.js';

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T10:00:00Z');
});
afterAll(() => door.close());

const quote = (offerId: string) =>
  door.call('POST', '/v1/markets/fr/quotes?locale=fr-FR', {
    body: { lines: [{ offerId, quantity: 1 }], shipTo: { country: 'FR', postalCode: '75011' } },
  });
const productOf = (variantId: string) =>
  door.test.database.query(
    'SELECT product_id, category FROM variant JOIN product USING (product_id) WHERE variant_id = $1',
    [variantId],
  );
const { example } = productChangedV1;
const [variant] = example.variants as [(typeof example.variants)[number]];
const phone = (change: Partial<typeof example> = {}) => ({ ...example, productId: newId(), version: 1, ...change });

test.each(['the duplicate', 'the survivor'])(
  'an offer for a variant of a merged product goes on selling, as a device of the other, when %s is heard first',
  async (first) => {
    const duplicateVariant = { ...variant, variantId: newId() };
    const ownVariant = { ...variant, variantId: newId() };
    const duplicate = phone({ category: 'other', variants: [duplicateVariant] });
    const survivor = phone({ category: 'smartphone', variants: [ownVariant] });
    await door.adopt([], [duplicate, survivor]);
    const sku = `SKU-${newId()}`;
    const offerId = await door.putOffer(sku, '399.00', { variantId: duplicateVariant.variantId });
    expect(await productOf(duplicateVariant.variantId)).toEqual([
      { product_id: duplicate.productId, category: 'other' },
    ]);

    const merged = [
      { ...duplicate, version: 2, status: 'archived' as const, mergedInto: survivor.productId },
      { ...survivor, version: 2, variants: [{ ...ownVariant, formerIds: [duplicateVariant.variantId] }] },
    ];
    for (const fact of first === 'the duplicate' ? merged : merged.toReversed()) {
      await door.adopt([], [fact]);
      expect((await quote(offerId)).status).toBe(201);
    }
    // Levies and fees go by the category.
    expect(await productOf(duplicateVariant.variantId)).toEqual([
      { product_id: survivor.productId, category: 'smartphone' },
    ]);
    const again = await door.putOffer(sku, '389.00', { variantId: duplicateVariant.variantId });
    expect(again).toBe(offerId);

    await door.adopt(
      [],
      [
        { ...survivor, version: 3 },
        { ...duplicate, version: 3 },
      ],
    );
    expect(await productOf(duplicateVariant.variantId)).toEqual([
      { product_id: duplicate.productId, category: 'other' },
    ]);
  },
);

test('a product is sold in a market from the first instant of its dates to the last, and the price says what blocks it', async () => {
  const own = { ...variant, variantId: newId() };
  const publication = [{ market: 'fr', from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' }];
  await door.adopt([], [phone({ variants: [own], publication })]);
  const offerId = await door.putOffer('DATED', '399.00', { variantId: own.variantId });
  const sells = async () => (await quote(offerId)).status;
  expect(await quote(offerId)).toMatchObject({ status: 422, body: { code: 'OfferNotListed' } });
  expect((await door.price(offerId))['buyability'].blockers).toMatchObject([{ code: 'notPublished' }]);
  await door.at('2026-12-01T00:00:00Z');
  expect(await sells()).toBe(201);
  await door.at('2026-12-01T23:59:59.999Z');
  expect(await sells()).toBe(201);
  await door.at('2026-12-02T00:00:00Z');
  expect(await sells()).toBe(422);
});
