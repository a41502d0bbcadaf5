import { jest } from '@jest/globals';
import { offerBody, PricingDoor } from './pricing-door.js';

jest.setTimeout(30_000);

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T08:00:00Z');
});
afterAll(() => door.close());

const terms = (shipsFrom: string, shipsFromPostalCode?: string) => ({
  ...{ vatScheme: 'MARGINAL', shipsFrom },
  ...(shipsFromPostalCode === undefined ? {} : { shipsFromPostalCode }),
});
const quote = async (offerId: string) =>
  (
    await door.call('POST', '/v1/markets/fr/quotes', {
      body: { lines: [{ offerId, quantity: 1 }], shipTo: { country: 'FR', postalCode: '75011' } },
    })
  ).body;

test('where in its country an offer is sent from is kept, decides the tax, and saying it again changes nothing', async () => {
  const offerId = await door.putOffer('FUNCHAL', '319.00', terms('PT', '9000-001'));
  const read = async () => (await door.call('GET', '/v1/seller/offers/FUNCHAL', { as: 'seller' })).body;
  expect(await read()).toMatchObject({ version: 1, shipsFrom: 'PT', shipsFromPostalCode: '9000-001' });
  const [line] = (await quote(offerId))['lines'];
  expect(line.taxDecision.marginRate).toMatchObject({ rate: '0.22' });

  await door.putOffer('FUNCHAL', '319.00', terms('PT', '9000-001'));
  expect(await read()).toMatchObject({ version: 1 });
  await door.putOffer('FUNCHAL', '319.00', terms('PT'));
  expect(await read()).toMatchObject({ version: 2 });
  expect(await read()).not.toHaveProperty('shipsFromPostalCode');
  expect((await quote(offerId))['lines'][0].taxDecision.marginRate).toMatchObject({
    jurisdiction: 'PT',
    rate: '0.23',
  });
});

test('what leaves the Canary Islands is not sold, and its explanation says why', async () => {
  const offerId = await door.putOffer('LAS-PALMAS', '319.00', terms('ES', '35001'));
  expect(await quote(offerId)).toMatchObject({ status: 422, code: 'QuoteRejected' });
  const { buyability } = await door.price(offerId, { explain: 'true' });
  expect(buyability.buyable).toBe(false);
  expect(JSON.stringify(buyability.blockers)).toContain('Canar');
});

test('a file of offers says it too: a change of it alone is a change', async () => {
  const line = (postalCode: string, amount = '319.00') =>
    `${JSON.stringify({ sku: 'BULK', ...offerBody(amount, terms('PT', postalCode)) })}\n`;
  const send = async (text: string) => (await door.upload(`/v1/seller/offers/bulk`, text)).body;
  expect(await send(line('1000-001'))).toMatchObject({ created: 1 });
  expect(await send(line('1000-001'))).toMatchObject({ unchanged: 1, updated: 0 });
  expect(await send(line('9500-001'))).toMatchObject({ updated: 1 });
  expect(await send(line('9500-001', '318.00'))).toMatchObject({ updated: 1 });
  const { body } = await door.call('GET', '/v1/seller/offers/BULK', { as: 'seller' });
  expect(body).toMatchObject({
    shipsFromPostalCode: '9500-001',
    prices: [{ price: { amount: '318.00' } }],
    version: 3,
  });
});

test.each([['-'], ['9000\n001'], ['x'.repeat(13)], ['']])(
  '%j is no postal code, and nothing is kept',
  async (shipsFromPostalCode) => {
    const body = offerBody('319.00', { ...terms('PT'), shipsFromPostalCode });
    const refused = await door.call('PUT', '/v1/seller/offers/NOWHERE', { as: 'seller', body });
    expect([refused.status, refused.body['errors'][0].field]).toEqual([400, 'shipsFromPostalCode']);
    expect((await door.call('GET', '/v1/seller/offers/NOWHERE', { as: 'seller' })).status).toBe(404);
  },
);
