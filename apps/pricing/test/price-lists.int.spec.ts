import { jest } from '@jest/globals';
import { newId } from '@reprise/kernel';
import { PricingDoor } from './pricing-door.js';

jest.setTimeout(30_000);

let door: PricingDoor;

beforeEach(async () => {
  door = await PricingDoor.open('2026-09-01T08:00:00Z');
});
afterEach(() => door.close());

const shown = async (offerId: string, query: Record<string, string> = {}, market = 'fr', as?: 'ops' | 'seller') => {
  const { unitPrice, priorPrice, reduction } = await door.price(offerId, query, market, as);
  return [
    unitPrice?.amount ?? null,
    priorPrice?.amount ?? null,
    reduction && [reduction.amount.amount, reduction.percent],
  ];
};

/** 399.00 from 1 September, 379.00 from 20 October, 389.00 from 25 October; on sale at 349.00 from 1 November, at 329.00 from the 8th. */
async function autumn(): Promise<string> {
  const both = (amount: string) => ({
    prices: [
      { market: 'fr', amount },
      { market: 'de', amount },
    ],
  });
  const offerId = await door.putOffer('AUTUMN', '399.00', both('399.00'));
  await door.at('2026-10-20T08:00:00Z');
  await door.putOffer('AUTUMN', '379.00', both('379.00'));
  await door.at('2026-10-25T08:00:00Z');
  await door.putOffer('AUTUMN', '389.00', both('389.00'));
  for (const market of ['fr', 'de']) {
    const sale = (amount: string, validFrom: string, validTo: string) => ({
      ...{ validFrom, validTo, rules: { market } },
      adjustment: { type: 'fixedPrices', prices: [{ offerId, amount }] },
    });
    await door.putList(`first-${market}`, sale('349.00', '2026-11-01T00:00:00+01:00', '2026-11-08T00:00:00+01:00'));
    await door.putList(`second-${market}`, sale('329.00', '2026-11-08T00:00:00+01:00', '2026-11-15T00:00:00+01:00'));
  }
  return offerId;
}

test('an announced reduction shows the lowest price of the thirty days before it, and its percentage is from that', async () => {
  const offerId = await autumn();
  await door.at('2026-11-01T09:00:00Z');
  expect(await shown(offerId)).toEqual(['349.00', '379.00', ['30.00', 7]]);
  expect(await shown(offerId, {}, 'de')).toEqual(['349.00', '379.00', ['30.00', 7]]);
  await door.at('2026-11-08T09:00:00Z');
  // Whether the price before the first of several cuts may stand is for the country to say.
  expect(await shown(offerId)).toEqual(['329.00', '379.00', ['50.00', 13]]);
  expect(await shown(offerId, {}, 'de')).toEqual(['329.00', '349.00', ['20.00', 5]]);
  await door.at('2026-11-15T09:00:00Z');
  expect(await shown(offerId)).toEqual(['389.00', null, null]);
  expect(await door.said(offerId)).toEqual([
    [1, '399.00'],
    [2, '379.00'],
    [3, '389.00'],
    // Both markets change at the same moment, so each boundary is one fact.
    [4, '349.00', '379.00'],
    [5, '329.00', '379.00'],
    [6, '389.00'],
  ]);
});

test('raising the price on the eve does not make the reduction larger', async () => {
  const offerId = await autumn();
  await door.at('2026-10-31T08:00:00Z');
  await door.putOffer('AUTUMN', '399.00', { prices: [{ market: 'fr', amount: '399.00' }] });
  await door.at('2026-11-01T09:00:00Z');
  expect(await shown(offerId)).toEqual(['349.00', '379.00', ['30.00', 7]]);
});

test('a moment that has passed answers what was displayed then, whatever has been changed since', async () => {
  const offerId = await autumn();
  await door.at('2026-11-16T09:00:00Z');
  await door.putOffer('AUTUMN', '299.00');
  await door.call('DELETE', '/v1/ops/price-lists/first-fr?reason=over+anyway', { as: 'ops' });
  const at = (moment: string) => shown(offerId, { at: moment });
  expect(await at('2026-08-31T00:00:00Z')).toEqual([null, null, null]);
  expect(await at('2026-10-24T23:59:59Z')).toEqual(['379.00', null, null]);
  expect(await at('2026-10-31T22:30:00Z')).toEqual(['389.00', null, null]);
  expect(await at('2026-10-31T22:59:59.999Z')).toEqual(['389.00', null, null]);
  expect(await at('2026-10-31T23:00:00Z')).toEqual(['349.00', '379.00', ['30.00', 7]]);
  expect(await at('2026-11-09T00:00:00+01:00')).toEqual(['329.00', '379.00', ['50.00', 13]]);
  expect(await at('2026-11-15T12:00:00Z')).toEqual(['389.00', null, null]);
  expect(await shown(offerId)).toEqual(['299.00', null, null]);
});

test.each(['ops', 'seller'] as const)(
  'a moment to come answers %s what will be displayed if nothing changes',
  async (as) => {
    const offerId = await autumn();
    const ahead = (at: string, market?: string) => shown(offerId, { at }, market, as);
    expect(await ahead('2026-11-02T00:00:00Z')).toEqual(['349.00', '379.00', ['30.00', 7]]);
    expect(await ahead('2026-11-09T00:00:00Z')).toEqual(['329.00', '379.00', ['50.00', 13]]);
    expect(await ahead('2026-11-09T00:00:00Z', 'de')).toEqual(['329.00', '349.00', ['20.00', 5]]);
  },
);

test('nobody else learns of a sale before it begins: not by asking ahead, and not from an explanation', async () => {
  const offerId = await autumn();
  expect(await door.price(offerId, { at: '2026-11-02T00:00:00Z' })).toMatchObject({
    ...{ status: 400, code: 'ValidationFailed' },
    errors: [{ field: 'query.at' }],
  });
  const sources = async (as?: 'ops' | 'seller') => {
    const { candidates } = await door.price(offerId, { explain: 'true' }, 'fr', as);
    return (candidates as { source: string }[]).map(({ source }) => source);
  };
  const all = ['priceList:first-fr@1', 'priceList:second-fr@1', 'offer', 'offer:de'];
  expect(await sources('ops')).toEqual(all);
  expect(await sources('seller')).toEqual(all);
  expect(await sources()).toEqual(['offer', 'offer:de']);
  await door.at('2026-11-01T09:00:00Z');
  expect(await sources()).toEqual(['priceList:first-fr@1', 'offer', 'offer:de']);
});

test('history is public, append-only, newest first, and pages through', async () => {
  const offerId = await autumn();
  await door.at('2026-11-01T09:00:00Z');
  const path = `/v1/markets/fr/offers/${offerId}/price-history`;
  const first = await door.call('GET', `${path}?limit=2`);
  const rest = await door.call('GET', `${path}?limit=2&cursor=${first.body['nextCursor']}`);
  const rows = [...first.body['items'], ...rest.body['items']].map(({ from, to, price, priorPrice, announced }) => [
    ...[from, to, price.amount, priorPrice?.amount ?? null, announced],
  ]);
  expect(rows).toEqual([
    ['2026-10-31T23:00:00.000Z', null, '349.00', '379.00', true],
    ['2026-10-25T08:00:00.000Z', '2026-10-31T23:00:00.000Z', '389.00', null, false],
    ['2026-10-20T08:00:00.000Z', '2026-10-25T08:00:00.000Z', '379.00', null, false],
    ['2026-09-01T08:00:00.000Z', '2026-10-20T08:00:00.000Z', '399.00', null, false],
  ]);
  expect(rest.body['nextCursor']).toBeNull();
  expect((await door.call('GET', `/v1/markets/fr/offers/${newId()}/price-history`)).body['code']).toBe('OfferNotFound');
});

test('the same goods cheaper under another SKU of the seller count, another seller’s history and another grade’s do not', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.putOffer('TWO', '369.00');
  await door.putOffer('THREE', '300.00', { grade: 'GOOD' });
  await door.at('2026-10-31T08:00:00Z');
  await door.putList('sale', { adjustment: { type: 'fixedPrices', prices: [{ offerId, amount: '349.00' }] } });
  await door.at('2026-11-01T09:00:00Z');
  expect(await shown(offerId)).toEqual(['349.00', '369.00', ['20.00', 5]]);
});

test('an offer that becomes other goods has no history as those', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.at('2026-10-20T08:00:00Z');
  await door.putOffer('ONE', '399.00', { grade: 'GOOD' });
  await door.at('2026-10-21T08:00:00Z');
  await door.putOffer('ONE', '500.00', { grade: 'EXCELLENT' });
  await door.putList('sale', { adjustment: { type: 'fixedPrices', prices: [{ offerId, amount: '450.00' }] } });
  await door.at('2026-11-01T09:00:00Z');
  // As GOOD it cost 399.00 eleven days ago; as what it is now it never cost less than 500.00.
  expect(await shown(offerId)).toEqual(['450.00', '500.00', ['50.00', 10]]);
});

test('a quote charges what the page shows, from the first millisecond to the last, though nothing has been published yet', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.putList('sale', { validTo: '2026-11-08T00:00:00+01:00' });
  const quoted = async (moment: string, quantity = 1) => {
    door.clock.set(new Date(moment).getTime() as never);
    const { body } = await door.call('POST', '/v1/markets/fr/quotes', {
      body: { lines: [{ offerId, quantity }], shipTo: { country: 'FR' } },
    });
    return [body['lines'][0].unitPrice.amount, body['totals'].gross.amount];
  };
  expect(await quoted('2026-10-31T22:59:59.999Z')).toEqual(['399.00', '399.00']);
  expect(await quoted('2026-10-31T23:00:00.000Z', 2)).toEqual(['359.10', '718.20']);
  expect(await quoted('2026-11-07T22:59:59.999Z')).toEqual(['359.10', '359.10']);
  expect(await quoted('2026-11-07T23:00:00.000Z')).toEqual(['399.00', '399.00']);
});

test('a list for several units changes quotes of several units and no page', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.putList('volume', { kind: 'override', rules: { market: 'fr', minQuantity: 3 } });
  await door.at('2026-11-02T00:00:00Z');
  expect((await door.price(offerId, { quantity: '2' }))['unitPrice'].amount).toBe('399.00');
  expect((await door.price(offerId, { quantity: '3' }))['total'].amount).toBe('1077.30');
  expect(await door.said(offerId)).toEqual([[1, '399.00']]);
});

test('a seller’s minimum is not undercut, and the explanation says so', async () => {
  const offerId = await door.putOffer('ONE', '399.00', {
    prices: [{ market: 'fr', amount: '399.00', minPrice: '380.00' }],
  });
  await door.putList('sale', {});
  await door.at('2026-11-02T00:00:00Z');
  const { unitPrice, candidates } = await door.price(offerId, { explain: 'true' });
  expect(unitPrice.amount).toBe('399.00');
  expect(candidates).toEqual([
    {
      source: 'priceList:sale@1',
      price: { amount: '359.10', currency: 'EUR' },
      outcome: 'rejected',
      reason: 'Below the seller’s minimum price: it does not hold for this offer, and is not moved up to the minimum.',
    },
    {
      source: 'offer',
      price: { amount: '399.00', currency: 'EUR' },
      outcome: 'won',
      reason: 'The seller’s price for this market; nothing changes it.',
    },
  ]);
  expect(await door.said(offerId)).toEqual([[1, '399.00']]);
});

test('an explanation goes from the stated price over list, prior price and tax to what is paid', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.putList('sale', {});
  await door.at('2026-11-02T00:00:00Z');
  const { steps, buyability } = await door.price(offerId, { explain: 'true' });
  expect(steps.map(({ step, price }: { step: string; price?: { amount: string } }) => [step, price?.amount])).toEqual([
    ['statedPrice', '399.00'],
    ['bounds', '399.00'],
    ['priceList', '359.10'],
    ['priorPrice', '399.00'],
    ['taxBasis', '359.10'],
    ['quantity', '359.10'],
    ['destination', undefined],
    ['shipping', undefined],
    ['tax', undefined],
    ['fee', undefined],
    ['toPay', '359.10'],
  ]);
  expect(steps[2].detail).toBe(
    '10 % off the stated price, rounded halfUp by the sale sale, version 1, in force since 2026-10-31T23:00:00.000Z.',
  );
  expect(steps[8].detail).toMatch(/^0\.20 inside 359\.10 EUR is 59\.85 EUR, rounded halfUp/);
  expect(buyability).toEqual({ buyable: true, blockers: [] });
});

test('no price is explained by everything that is in the way, not by a bare 404', async () => {
  const offerId = await door.putOffer('ONE', '399.00', { quantity: 0, prices: [{ market: 'de', amount: '399.00' }] });
  const { unitPrice, buyability, candidates } = await door.price(offerId, { explain: 'true' });
  expect(unitPrice).toBeNull();
  expect(buyability.blockers.map(({ code }: { code: string }) => code)).toEqual(['noPrice', 'delisted']);
  expect(candidates).toMatchObject([{ source: 'offer:de', outcome: 'rejected' }]);
  const abroad = await door.price(offerId, { country: 'US' }, 'de');
  expect(abroad['buyability'].blockers.map(({ code }: { code: string }) => code)).toEqual(['delisted']);
  await door.putOffer('ONE', '399.00', { quantity: 5, prices: [{ market: 'fr', amount: '399.00' }] });
  const unshipped = await door.price(offerId, { country: 'US', quantity: '6' });
  expect(unshipped['buyability'].blockers.map(({ code }: { code: string }) => code)).toEqual(['noStock', 'noShipping']);
});

test('stated twice a list is one version; deleted it ends at once; and each change is audited with who and why', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await door.at('2026-09-01T20:00:00Z');
  expect((await door.putList('sale', { validFrom: '2026-08-01T00:00:00Z' })).body).toMatchObject({
    version: 1,
    status: 'active',
  });
  expect((await door.putList('sale', { validFrom: '2026-08-01T00:00:00Z' })).status).toBe(200);
  await door.settle();
  await door.at('2026-09-02T00:00:00Z');
  expect((await door.call('DELETE', '/v1/ops/price-lists/sale?reason=a+mistake', { as: 'ops' })).status).toBe(204);
  await door.settle();
  expect((await door.call('DELETE', '/v1/ops/price-lists/sale?reason=a+mistake', { as: 'ops' })).status).toBe(404);
  expect(await door.said(offerId)).toEqual([
    [1, '399.00'],
    [2, '359.10', '399.00'],
    [3, '399.00'],
  ]);
  const page = await door.call('GET', '/v1/ops/audit?limit=3', { as: 'ops' });
  const rest = await door.call('GET', `/v1/ops/audit?limit=3&cursor=${page.body['nextCursor']}`, { as: 'ops' });
  const entries = [...page.body['items'], ...rest.body['items']];
  expect(entries.map(({ entity, action, actor, why }) => [entity, action, actor.role, actor.subject, why])).toEqual([
    [`offer:${offerId}`, 'priceChanged', 'ops', 'olga', 'a mistake'],
    ['priceList:sale', 'listDeleted', 'ops', 'olga', 'a mistake'],
    [`offer:${offerId}`, 'priceChanged', 'ops', 'olga', 'A spec wants it.'],
    ['priceList:sale', 'listCreated', 'ops', 'olga', 'A spec wants it.'],
    [`offer:${offerId}`, 'priceChanged', 'seller', door.sellerId, 'Stated by the seller.'],
  ]);
  expect([entries[2].from.price.amount, entries[2].to.price.amount, entries[2].to.source]).toEqual([
    ...['399.00', '359.10', 'priceList:sale@1'],
  ]);
  const one = await door.call('GET', `/v1/ops/audit?entity=priceList:sale`, { as: 'ops' });
  expect(one.body).toMatchObject({ items: [{ action: 'listDeleted' }, { action: 'listCreated' }], nextCursor: null });
  const future = await door.call('GET', `/v1/ops/audit?from=2100-01-01T00:00:00Z`, { as: 'ops' });
  expect(future.body['items']).toEqual([]);
});

test('what a seller changes behind a list is audited though no page shows it, and is what the list then works on', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  const prices = [{ offerId, amount: '349.00' }];
  await door.putList('fixed', { validTo: '2026-11-08T00:00:00Z', adjustment: { type: 'fixedPrices', prices } });
  await door.at('2026-11-02T00:00:00Z');
  await door.putOffer('ONE', '379.00');
  expect((await door.price(offerId))['unitPrice'].amount).toBe('349.00');
  const { body } = await door.call('GET', `/v1/ops/audit?entity=offer:${offerId}&limit=1`, { as: 'ops' });
  expect(body['items'][0]).toMatchObject({
    action: 'statedPriceChanged',
    actor: { subject: door.sellerId, role: 'seller' },
    from: { price: { amount: '399.00' } },
    to: { price: { amount: '379.00' } },
  });
  await door.at('2026-11-08T00:00:00Z');
  expect((await door.price(offerId))['unitPrice'].amount).toBe('379.00');
  await expect(door.test.database.query('DELETE FROM stated_price_change')).rejects.toThrow(/append-only/);
});
