import { call, cents, chargesFor, credentials, eventually, kill, ready } from './api.js';
import { addresses, finalOrder, findOffer, order, quote, regionOf, stateOffer } from './buy.js';
import type { MarketCode } from './buy.js';

const markets: MarketCode[] = ['fr', 'de', 'pl', 'se', 'us'];

test.each(markets)(
  'a shopper in %s browses, quotes, buys, and sees the order; finance sees the sale',
  async (market) => {
    const region = regionOf[market];
    const { offerId, price } = await findOffer(market);
    const quoted = await quote(market, [{ offerId, quantity: 1 }]);
    expect(quoted.status).toBe(201);
    const { totals, lines } = quoted.body;
    expect(cents(totals.net) + cents(totals.tax) + cents(totals.fees) + cents(totals.shipping)).toBe(
      cents(totals.gross),
    );
    expect(lines[0].unitPrice).toEqual(price);
    expect(cents(lines[0].gross) === cents(price)).toBe(quoted.body.taxInclusive);

    const placed = await order(market, quoted.body.token);
    expect(placed.body).toMatchObject({ status: 'confirmed', totals });
    const read = await call(region, 'GET', `/v1/markets/${market}/orders/${placed.body.id}`, {
      token: placed.body.accessToken,
    });
    expect(read.body).toMatchObject({ id: placed.body.id, status: 'confirmed', totals });
    expect(await chargesFor(region, placed.body.id)).not.toHaveLength(0);

    const sales = await eventually(
      () => call('eu', 'GET', `/v1/finance/sales?market=${market}&limit=200`, { token: credentials.finance }),
      ({ body }) => body.items?.some((item: any) => item.sale.orderId === placed.body.id),
    );
    expect(JSON.stringify(sales.body)).not.toMatch(/canary/i);
  },
);

test('prices in France hold their VAT, prices in New York do not', async () => {
  const [french, american] = await Promise.all(
    (['fr', 'us'] as const).map(
      async (market) =>
        (await quote(market, [{ offerId: (await stateOffer(market, 3, '299.99')).offerId, quantity: 1 }])).body,
    ),
  );
  expect(french.totals).toMatchObject({
    gross: { amount: '299.99', currency: 'EUR' },
    tax: { amount: '50.00', currency: 'EUR' },
  });
  expect(american.totals).toMatchObject({
    net: { amount: '299.99', currency: 'USD' },
    tax: { amount: '26.62', currency: 'USD' },
  });
  expect(american.taxLines.map((line: any) => line.amount.amount).sort()).toEqual(['1.12', '12.00', '13.50']);
});

test('two buyers race for the last unit: one order is confirmed, one cancelled for want of stock, nobody pays for nothing', async () => {
  const { offerId } = await stateOffer('fr', 1, '349.00');
  const quotes = await Promise.all([1, 2].map(() => quote('fr', [{ offerId, quantity: 1 }])));
  const orders = await Promise.all(quotes.map(({ body }) => order('fr', body.token)));
  expect(orders.map(({ body }) => body.status).sort()).toEqual(['cancelled', 'confirmed']);
  const lost = orders.find(({ body }) => body.status === 'cancelled');
  expect(lost?.body.reason.code).toBe('OutOfStock');
  expect(await chargesFor('eu', lost?.body.id)).toEqual([]);
});

test('a new price shows on the page within a second of its answer', async () => {
  const { offerId, sku, token, body } = await stateOffer('fr', 5, '399.00');
  await call('eu', 'PUT', `/v1/seller/offers/${sku}`, {
    token,
    body: { ...body, prices: [{ market: 'fr', amount: '377.00' }] },
  });
  await eventually(
    () => call('eu', 'GET', `/v1/markets/fr/variants/${body.variantId}/offers`),
    ({ body: offers }) => offers.items.some((item: any) => item.offerId === offerId && item.price.amount === '377.00'),
    1_000,
  );
});

describe('however the payment goes, the order ends in one state and money agrees', () => {
  test.each([
    ['tok_decline', 'declined'],
    ['tok_timeout_charged', 'confirmed'],
    ['tok_duplicate_webhook', 'confirmed'],
    ['tok_late_webhook', 'confirmed'],
  ])('%s ends %s', async (token, status) => {
    const { offerId } = await stateOffer('fr', 2, '199.00');
    const quoted = await quote('fr', [{ offerId, quantity: 1 }]);
    const placed = await order('fr', quoted.body.token, { token, wait: 1 });
    const final = await finalOrder('fr', placed.body.id, placed.body.accessToken);
    expect(final.body.status).toBe(status);
  });
});

describe.each(['checkout', 'inventory', 'pricing', 'catalog', 'finance', 'gateway'])(
  'killing %s with an order in flight',
  (name) => {
    test('leaves the order in one final state', async () => {
      const { offerId } = await stateOffer('fr', 2, '249.00');
      const quoted = await quote('fr', [{ offerId, quantity: 1 }]);
      const placed = await order('fr', quoted.body.token, { wait: 0 });
      await kill('eu', name);
      await ready('eu', name);
      const final = await finalOrder('fr', placed.body.id, placed.body.accessToken);
      expect(final.body.status).toBe('confirmed');
      expect(final.body.history.filter((entry: any) => entry.state === 'confirmed')).toHaveLength(1);
    });
  },
);

describe('bad input gets a problem document that names the field, and nothing is stored', () => {
  const bad: [string, string, string, Record<string, any>, number, string][] = [
    ['an unknown market', 'GET', '/v1/markets/zz/products', {}, 404, 'path.market'],
    [
      'an unknown offer',
      'POST',
      '/v1/markets/fr/quotes',
      { body: { lines: [{ offerId: crypto.randomUUID(), quantity: 1 }], shipTo: addresses.fr } },
      404,
      'lines[0].offerId',
    ],
    [
      'quantity 0',
      'POST',
      '/v1/markets/fr/quotes',
      { body: { lines: [{ offerId: crypto.randomUUID(), quantity: 0 }], shipTo: addresses.fr } },
      400,
      'lines[0].quantity',
    ],
    [
      'quantity 1e9',
      'POST',
      '/v1/markets/fr/quotes',
      { body: { lines: [{ offerId: crypto.randomUUID(), quantity: 1e9 }], shipTo: addresses.fr } },
      400,
      'lines[0].quantity',
    ],
    ['broken JSON', 'POST', '/v1/markets/fr/quotes', { body: '{"lines": [' }, 400, ''],
    [
      'a body of 1 MB',
      'POST',
      '/v1/markets/fr/quotes',
      { body: JSON.stringify({ x: 'y'.repeat(1_048_576) }) },
      413,
      '',
    ],
    ['an unknown address', 'GET', '/v1/nothing', {}, 404, ''],
    ['no token', 'PUT', '/v1/seller/offers/X', { body: {} }, 401, ''],
  ];
  test.each(bad)('%s', async (_what, method, path, options, status, field) => {
    const answer = await call('eu', method, path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code: expect.any(String), requestId: expect.any(String) });
    if (field !== '') expect(answer.body.errors.map((error: any) => error.field)).toContain(field);
  });

  test('another market’s currency, and a market of another region', async () => {
    const { sku, token, body } = await stateOffer('fr', 1, '99.00');
    const put = (prices: unknown[]) =>
      call('eu', 'PUT', `/v1/seller/offers/${sku}`, { token, body: { ...body, prices } });
    expect((await put([{ market: 'fr', amount: '99.00', currency: 'USD' }])).body.errors[0].field).toMatch(
      /^prices\[0\]/,
    );
    expect((await put([{ market: 'us', amount: '99.00' }])).body.errors[0].field).toBe('prices[0].market');
    expect((await call('eu', 'GET', '/v1/markets/us/products')).status).toBe(421);
  });

  test('a quote token altered, ordered twice, or without a key', async () => {
    const { offerId } = await stateOffer('fr', 5, '99.00');
    const { body } = await quote('fr', [{ offerId, quantity: 1 }]);
    const altered = `${body.token.slice(0, -8)}${body.token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    expect((await order('fr', altered)).body).toMatchObject({ status: 422, code: 'QuoteTokenInvalid' });
    const noKey = await call('eu', 'POST', '/v1/markets/fr/orders', {
      body: {
        quoteToken: body.token,
        customer: { email: 'a@example.org', name: 'A' },
        shipTo: addresses.fr,
        payment: { method: 'card', token: 'tok_approve' },
      },
    });
    expect(noKey.body).toMatchObject({ status: 400, code: 'IdempotencyKeyMissing' });
    const key = crypto.randomUUID();
    const first = await order('fr', body.token, { key });
    expect(first.body.status).toBe('confirmed');
    const again = await order('fr', body.token, { key });
    expect(again.body).toEqual(first.body);
    expect((await order('fr', body.token, { key, token: 'tok_decline' })).body.code).toBe('IdempotencyKeyReused');
    expect((await order('fr', body.token)).body.code).toBe('QuoteAlreadyUsed');
  });
});

test('an order opens for its own token only', async () => {
  const { offerId } = await stateOffer('fr', 5, '89.00');
  const orders = await Promise.all(
    [1, 2].map(async () => order('fr', (await quote('fr', [{ offerId, quantity: 1 }])).body.token)),
  );
  const [one, other] = orders.map(({ body }) => body);
  const read = await call('eu', 'GET', `/v1/markets/fr/orders/${one.id}`, { token: other.accessToken });
  expect([403, 404]).toContain(read.status);
  expect(JSON.stringify(read.body)).not.toContain(one.totals.gross.amount);
});

test('a cart holds the last unit for its buyer', async () => {
  const { offerId } = await stateOffer('fr', 1, '159.00');
  const open = async () => (await call('eu', 'POST', '/v1/markets/fr/carts')).body.id as string;
  const hold = (cart: string) =>
    call('eu', 'PUT', `/v1/markets/fr/carts/${cart}/lines/${offerId}`, { body: { quantity: 1 } });
  const [mine, theirs] = [await open(), await open()];
  expect((await hold(mine)).body).toMatchObject({
    lines: [{ offerId, quantity: 1 }],
    subtotal: { amount: '159.00', currency: 'EUR' },
  });
  expect((await hold(theirs)).body).toMatchObject({ status: 409, code: 'OutOfStock' });
  const { body } = await quote('fr', [{ offerId, quantity: 1 }], { cartId: mine });
  expect((await order('fr', body.token)).body.status).toBe('confirmed');
});
