import { jest } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { mustBeInstant, newId } from '@reprise/kernel';
import { mintToken } from '@reprise/platform/http';
import { waitFor } from '@reprise/platform/testing';
import { ForgetOld } from '../src/application/forget-old.js';
import { PostgresDesk } from '../src/outbound/postgres/postgres-desk.js';
import { newSigningKey, quoteOf, signQuote } from './quotes.js';
import type { Answer } from './shop.js';
import { lateWebhookMs, Shop } from './shop.js';

// A payment nobody answers for is asked after with growing pauses.
jest.setTimeout(30_000);

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 60_000);
afterAll(() => shop.close(), 60_000);
afterEach(() => {
  shop.inventory.copies = 1;
  shop.inventory.silent = false;
});

const due = 49_900;
const count = async (table: string) =>
  (await shop.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

/** The order once it is no longer pending. */
async function settled({ body }: Answer): Promise<Answer> {
  return waitFor(
    async () => {
      const answer = await shop.read(body.id, body.accessToken);
      return answer.body.status === 'pending' ? undefined : answer;
    },
    { timeoutMs: 20_000, what: `order ${body.id} to settle` },
  );
}

describe('whatever the provider does, an order ends once, and the money is where the order says it is', () => {
  const sold = { captured: [due], declined: 0, refunded: [], voided: 0 };
  const unsold = { captured: [], declined: 0, refunded: [], voided: 0 };

  test.each([
    ['tok_approve', 'confirmed', undefined, sold],
    ['tok_decline', 'declined', 'PaymentDeclined', { ...unsold, declined: 1 }],
    ['tok_of_nobody', 'declined', 'PaymentDeclined', { ...unsold, declined: 1 }],
    ['tok_timeout_charged', 'confirmed', undefined, sold],
    ['tok_timeout_not_charged', 'cancelled', 'PaymentAbandoned', { ...unsold, voided: 1 }],
    ['tok_duplicate_webhook', 'confirmed', undefined, sold],
    ['tok_late_webhook', 'confirmed', undefined, sold],
    ['tok_webhook_first', 'confirmed', undefined, sold],
    ['tok_error_after_charge', 'confirmed', undefined, sold],
    ['tok_wrong_amount', 'refunded', 'ChargeMismatched', { ...sold, captured: [due + 1], refunded: [due + 1] }],
  ])('%s: %s %s', async (token, status, reason, money) => {
    const placed = await shop.order(await shop.quote(), { token, wait: 1 });
    expect(placed.body.status).toBe(placed.status === 201 ? status : 'pending');
    const order = await settled(placed);
    expect({ status: order.body.status, reason: order.body.reason?.code }).toEqual({ status, reason });
    expect(shop.provider.moneyOf(placed.body.id)).toEqual(money);

    const said = await shop.said(placed.body.id);
    expect(said.filter((each) => each !== 'checkout.sale.recorded sale')).toEqual([
      'checkout.order.placed',
      status === 'confirmed' ? 'checkout.order.confirmed' : 'checkout.order.cancelled',
    ]);
    expect(said.filter((each) => each === 'checkout.sale.recorded sale')).toHaveLength(status === 'confirmed' ? 1 : 0);
    // What is settled needs the buyer's card no more.
    expect(await shop.query('SELECT token FROM payment WHERE order_id = $1', [placed.body.id])).toEqual([
      { token: null },
    ]);
  });

  test('a webhook that comes when all is over changes nothing', async () => {
    const placed = await shop.order(await shop.quote(), { token: 'tok_late_webhook' });
    expect(placed.body.status).toBe('confirmed');
    const before = await shop.read(placed.body.id, placed.body.accessToken);
    const charge = shop.provider.ledger().find((line) => line.reference === placed.body.id);
    await waitFor(
      () => shop.provider.ledger().some((line) => line.kind === 'delivered' && line.webhookId === `msg_${charge?.id}`),
      { timeoutMs: lateWebhookMs + 5_000, what: 'the late webhook to be acknowledged' },
    );
    expect((await shop.read(placed.body.id, placed.body.accessToken)).text).toBe(before.text);
    expect(shop.provider.moneyOf(placed.body.id).captured).toEqual([due]);
  });

  test('a provider that is down keeps orders pending; when it is back they are paid, once', async () => {
    await shop.provider.kill();
    const placed = await shop.order(await shop.quote(), { wait: 0 });
    expect(placed).toMatchObject({ status: 202, body: { status: 'pending' } });
    await waitFor(async () => {
      const { body } = await shop.read(placed.body.id, placed.body.accessToken);
      return body.history.some(({ state }: { state: string }) => state === 'paymentUnconfirmed');
    });
    await shop.provider.start();
    expect((await settled(placed)).body.status).toBe('confirmed');
    expect(shop.provider.moneyOf(placed.body.id).captured).toEqual([due]);
  });
});

describe('stock', () => {
  test('two buyers race for the last unit: one is confirmed, one cancelled, and only one is charged', async () => {
    const offerId = newId();
    shop.inventory.stock.set(offerId, 1);
    const quotes = await Promise.all([shop.quote(offerId), shop.quote(offerId)]);
    const orders = await Promise.all(quotes.map((quote) => shop.order(quote)));
    expect(orders.map(({ body }) => body.status).sort()).toEqual(['cancelled', 'confirmed']);
    const loser = orders.find(({ body }) => body.status === 'cancelled');
    expect(loser?.body.reason).toEqual({ code: 'OutOfStock', message: expect.any(String) });
    const charged = orders.map(({ body }) => shop.provider.moneyOf(body.id).captured.length);
    expect(charged.sort()).toEqual([0, 1]);
  });

  test('two lines of one offer reach inventory as their sum', async () => {
    const offerId = newId();
    shop.inventory.stock.set(offerId, 1);
    const [line] = quoteOf(offerId).lines;
    const twice = { amount: '998.00', currency: 'EUR' };
    const totals = { net: { ...twice, amount: '831.66' }, tax: { ...twice, amount: '166.34' }, gross: twice };
    const quote = await shop.quote(offerId, {
      lines: [line, line] as NonNullable<typeof line>[],
      totals: { ...quoteOf(offerId).totals, ...totals },
    });
    expect((await shop.order(quote)).body).toMatchObject({ status: 'cancelled', reason: { code: 'OutOfStock' } });
  });

  test('an answer of inventory heard three times is one order paid once', async () => {
    shop.inventory.copies = 3;
    const placed = await shop.order(await shop.quote());
    expect(placed.body.status).toBe('confirmed');
    expect(shop.provider.moneyOf(placed.body.id).captured).toEqual([due]);
    expect(await shop.said(placed.body.id)).toEqual([
      'checkout.order.placed',
      'checkout.order.confirmed',
      'checkout.sale.recorded sale',
    ]);
  });

  test('while inventory is silent the order is pending, and asks for no money', async () => {
    shop.inventory.silent = true;
    const placed = await shop.order(await shop.quote(), { wait: 1 });
    expect(placed).toMatchObject({ status: 202, body: { status: 'pending' } });
    expect(shop.provider.moneyOf(placed.body.id).captured).toEqual([]);
    shop.inventory.silent = false;
    expect((await settled(placed)).body.status).toBe('confirmed');
  });
});

describe('a request counts once', () => {
  test('fifty at once with one key make one order; every answer afterwards is the first one, byte for byte', async () => {
    const before = await count('placed_order');
    const quote = await shop.quote();
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 50 }, () => shop.order(quote, { key })));
    expect(await count('placed_order')).toBe((before ?? 0) + 1);
    const [given] = answers.filter(({ status }) => status === 201);
    expect(given?.body.status).toBe('confirmed');
    for (const { status, text, body } of answers) {
      if (status === 201) expect(text).toBe(given?.text);
      else expect([status, body.code]).toEqual([409, 'IdempotencyKeyInUse']);
    }
    const replay = await shop.order(quote, { key, wait: 0 });
    expect(replay.text).toBe(given?.text);
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(shop.provider.moneyOf(replay.body.id).captured).toEqual([due]);
  });

  test('fifty at once for one quote, each with a key of its own, make one order', async () => {
    const quote = await shop.quote();
    const answers = await Promise.all(Array.from({ length: 50 }, () => shop.order(quote)));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 QuoteAlreadyUsed']),
    );
  });

  test('a pending answer is given again as pending, whatever became of the order since', async () => {
    const key = newId();
    const quote = await shop.quote();
    const placed = await shop.order(quote, { key, wait: 0 });
    expect(placed.status).toBe(202);
    await settled(placed);
    const replay = await shop.order(quote, { key, wait: 10 });
    expect([replay.status, replay.text]).toEqual([202, placed.text]);
  });

  test('an answer is given again after its quote has expired', async () => {
    const key = newId();
    const expiresAt = Math.ceil(Date.now() / 1000) + 1;
    const quote = await signQuote(quoteOf(newId()), shop.around.quoteKey, { expiresAt });
    const placed = await shop.order(quote, { key });
    expect(placed.status).toBe(201);
    await waitFor(() => Date.now() >= expiresAt * 1000);
    expect((await shop.order(quote, { key: newId() })).body.code).toBe('QuoteExpired');
    expect((await shop.order(quote, { key })).text).toBe(placed.text);
  });

  test('the key with another body is refused, and the first order stands', async () => {
    const key = newId();
    await shop.order(await shop.quote(), { key });
    const other = await shop.order(await shop.quote(), { key });
    expect([other.status, other.body.code]).toEqual([422, 'IdempotencyKeyReused']);
  });

  test('a request without a key names the header that is missing', async () => {
    const refused = await shop.order(await shop.quote(), { key: undefined });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyMissing', errors: [{ field: 'headers.Idempotency-Key' }] },
    });
  });
});

describe('what is not a quote of ours is refused, and writes nothing', () => {
  const wrong: [string, () => Promise<string>, number, string][] = [
    ['altered', async () => `${(await shop.quote()).slice(0, -6)}AAAAAA`, 422, 'QuoteTokenInvalid'],
    ['not a token', async () => 'x'.repeat(40), 422, 'QuoteTokenInvalid'],
    [
      'signed by a stranger',
      async () => signQuote(quoteOf(newId()), await newSigningKey('quote')),
      422,
      'QuoteTokenInvalid',
    ],
    [
      'another kind of token of the same signer',
      () => signQuote(quoteOf(newId()), shop.around.quoteKey, { typ: 'JWT' }),
      422,
      'QuoteTokenInvalid',
    ],
    [
      'of another issuer',
      () => signQuote(quoteOf(newId()), shop.around.quoteKey, { issuer: 'somebody' }),
      422,
      'QuoteTokenInvalid',
    ],
    [
      'of another region',
      () => signQuote(quoteOf(newId()), shop.around.quoteKey, { region: 'us' }),
      422,
      'QuoteTokenInvalid',
    ],
    ['of another market', () => shop.quote(newId(), { market: 'de' }), 422, 'QuoteTokenInvalid'],
    [
      'expired',
      () => shop.quote(newId(), { expiresAt: new Date(mustBeInstant('2026-01-01T00:00:00Z')).toISOString() }),
      409,
      'QuoteExpired',
    ],
    ['for another address', () => shop.quote(newId(), { shipTo: { country: 'DE' } }), 422, 'ShipToDiffersFromQuote'],
  ];

  test.each(wrong)('%s', async (_name, token, status, code) => {
    const before = [await count('placed_order'), await count('idempotency_key'), await count('outbox')];
    const refused = await shop.order(await token());
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.errors).toHaveLength(1);
    expect([await count('placed_order'), await count('idempotency_key'), await count('outbox')]).toEqual(before);
  });

  test('a payment method the market does not take names what it takes', async () => {
    const refused = await shop.order(await shop.quote(), {
      body: { payment: { method: 'barter', token: 'tok_approve' } },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'PaymentMethodNotAccepted', details: { accepted: ['card'] } },
    });
  });

  test('a field that is not of the request is refused by its name', async () => {
    const refused = await shop.order(await shop.quote(), { body: { price: '1.00' } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'price' }] } });
  });
});

describe('an order is its buyer’s alone', () => {
  test('its own token opens it, another order’s does not, and no token is none', async () => {
    const [mine, other] = [await shop.order(await shop.quote()), await shop.order(await shop.quote())];
    const { id, accessToken } = mine.body;
    expect((await shop.read(id, accessToken)).body).toMatchObject({ id, status: 'confirmed' });
    expect((await shop.read(id, other.body.accessToken)).status).toBe(404);
    expect((await shop.read(id)).status).toBe(401);
    const seller = await mintToken({ role: 'seller', sub: id, ttlSeconds: 60 }, shop.around.tokenKey.privateJwk);
    expect((await shop.read(id, seller)).status).toBe(403);
  });

  test('what is shown is what the quote locked, line by line, and the sums are exact', async () => {
    const offerId = newId();
    const placed = await shop.order(await shop.quote(offerId));
    const [quoted] = quoteOf(offerId).lines;
    const [line] = placed.body.lines;
    expect(line).toMatchObject({ offerId, quantity: 1, unitPrice: quoted?.unitPrice, taxLines: quoted?.taxLines });
    expect(placed.body.totals).toEqual(quoteOf(offerId).totals);
  });

  test('no name, address or e-mail leaves in a fact, or shows in the order', async () => {
    const placed = await shop.order(await shop.quote());
    const facts = await shop.query<{ said: string }>('SELECT envelope::text AS said FROM outbox');
    expect(facts.filter(({ said }) => /canary|75011/i.test(said))).toEqual([]);
    expect(placed.text).not.toMatch(/canary/i);
  });

  test('why a line was taxed so reaches finance as it was decided, and the order says so for ever', async () => {
    const quote = quoteOf(newId());
    const [line] = quote.lines;
    if (!line) throw new Error('the quote has a line');
    const taxDecision = {
      rule: 'eu.marginScheme',
      legalBasis: 'Directive 2006/112/EC, articles 35, 312 to 315 and 325',
      tables: ['eu-vat@2026-11-24'],
      decidedAt: '2026-11-24T10:00:00.000Z',
      vatScheme: 'MARGINAL' as const,
      shipsFrom: 'FR',
      sellerEstablishedIn: 'FR',
      shipsTo: 'DE',
      marginRate: { jurisdiction: 'FR', rate: '0.20' },
    };
    const token = await signQuote({ ...quote, lines: [{ ...line, taxDecision }] }, shop.around.quoteKey);
    const placed = await shop.order(token);
    expect(placed.body).toMatchObject({ status: 'confirmed', lines: [{ taxDecision }] });
    const sales = await shop.query<{ decision: unknown }>(
      `SELECT envelope->'data'->'lines'->0->'taxDecision' AS decision FROM outbox WHERE key = $1 AND topic = 'checkout.sale'`,
      [placed.body.id],
    );
    expect(sales).toEqual([{ decision: taxDecision }]);
  });
});

describe('a voucher that one order may use', () => {
  const withVoucher = (code: string) =>
    signQuote(
      quoteOf(newId(), {
        voucher: { code, discount: { amount: '10.00', currency: 'EUR' }, borneBy: 'MARKETPLACE', onceOnly: true },
      }),
      shop.around.quoteKey,
    );

  test('of two orders at once one has it, and the other is told', async () => {
    const code = `ONCE-${newId()}`;
    const orders = await Promise.all([shop.order(await withVoucher(code)), shop.order(await withVoucher(code))]);
    const answers = orders.map(({ status, body }) => ('code' in body ? `${status} ${String(body.code)}` : 'placed'));
    expect(answers.sort()).toEqual(['409 VoucherUsed', 'placed']);
    const [placed] = orders.filter(({ status }) => status !== 409);
    expect(placed?.body).toMatchObject({ voucher: { code, discount: { amount: '10.00', currency: 'EUR' } } });
  });

  test('an order that is declined gives it back', async () => {
    const code = `ONCE-${newId()}`;
    const declined = await shop.order(await withVoucher(code), { token: 'tok_decline' });
    expect(declined.body.status).toBe('declined');
    expect((await shop.order(await withVoucher(code))).body.status).toBe('confirmed');
  });
});

describe('a refund gives back what was charged, once', () => {
  test('all of it, tax included; finance hears of it; the order says so', async () => {
    const placed = await shop.order(await shop.quote());
    const refunded = await shop.refund(placed.body.id);
    expect(refunded).toMatchObject({
      status: 201,
      body: {
        status: 'refunded',
        refunded: { amount: '499.00', currency: 'EUR' },
        reason: { code: 'RefundedByOperator' },
      },
    });
    expect(shop.provider.moneyOf(placed.body.id)).toMatchObject({ captured: [due], refunded: [due] });
    expect(await shop.said(placed.body.id)).toEqual([
      'checkout.order.placed',
      'checkout.order.confirmed',
      'checkout.sale.recorded sale',
      'checkout.sale.recorded refund',
    ]);
  });

  test('ten operators at once refund it once', async () => {
    const placed = await shop.order(await shop.quote());
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.refund(placed.body.id)));
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'OrderNotRefundable')).toHaveLength(9);
    expect(shop.provider.moneyOf(placed.body.id).refunded).toEqual([due]);
  });

  test('the same request again is the same answer', async () => {
    const placed = await shop.order(await shop.quote());
    const key = newId();
    const first = await shop.refund(placed.body.id, key);
    expect((await shop.refund(placed.body.id, key)).text).toBe(first.text);
  });

  test.each(['tok_decline', 'tok_timeout_not_charged'])(
    'an order that was not paid (%s) has nothing to refund',
    async (token) => {
      const placed = await shop.order(await shop.quote(), { token });
      await settled(placed);
      expect((await shop.refund(placed.body.id)).body.code).toBe('OrderNotRefundable');
      expect(shop.provider.moneyOf(placed.body.id).refunded).toEqual([]);
    },
  );

  test('the database refuses to give back more than was captured', async () => {
    const placed = await shop.order(await shop.quote());
    await expect(
      shop.query(
        `INSERT INTO refund (refund_id, order_id, idempotency_key, currency, amount_minor, charge_reference, requested_by)
         SELECT gen_random_uuid(), order_id, 'more', currency, amount_minor + 1, reference, 'nobody' FROM payment WHERE order_id = $1`,
        [placed.body.id],
      ),
    ).rejects.toThrow(/refunds_give_back_no_more_than_was_captured/);
  });
});

describe('only the provider is heard at its door', () => {
  const message = (idempotencyKey: string) =>
    JSON.stringify({
      type: 'charge.succeeded',
      data: { id: 'ch_forged', status: 'succeeded', amountMinor: due, currency: 'EUR', idempotencyKey },
    });
  const post = (headers: Record<string, string>, body: string) =>
    shop.call('POST', '/v1/psp/webhooks', { headers, body });
  const sealed = (body: string, { sentAt = new Date(), id = `msg_${newId()}` } = {}) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(shop.provider.secret).sign(id, sentAt, body),
  });

  test.each([
    ['without a signature', () => ({ 'webhook-id': 'x', 'webhook-timestamp': '1' })],
    ['signed over another body', () => sealed(message('another'))],
    ['six minutes old', () => sealed(message('k'), { sentAt: new Date(Date.now() - 360_000) })],
    ['six minutes from now', () => sealed(message('k'), { sentAt: new Date(Date.now() + 360_000) })],
  ])('a message %s is refused', async (_name, headers) => {
    expect((await post(headers() as Record<string, string>, message('k'))).status).toBe(401);
  });

  test('a message about a charge we never asked for is acknowledged and does nothing', async () => {
    const body = message('order:of-nobody:1');
    expect((await post(sealed(body), body)).status).toBe(204);
  });

  test('the same message twice is heard once', async () => {
    const body = message('order:of-nobody:2');
    const headers = sealed(body);
    const before = (await count('webhook')) ?? 0;
    expect((await post(headers, body)).status).toBe(204);
    expect((await post(headers, body)).status).toBe(204);
    expect(await count('webhook')).toBe(before + 1);
  });
});

describe('what was asked is remembered for a week, and then forgotten', () => {
  test('keys and webhook ids of eight days ago go, those of six days ago stay, a request under way stays', async () => {
    const forgetOld = new ForgetOld(new PostgresDesk(shop.around.db.database), 7 * 86_400_000, (error) => {
      throw error;
    });
    await forgetOld.run();
    const [keys, webhooks] = [await count('idempotency_key'), await count('webhook')];
    for (const [name, days] of Object.entries({ old: 8, kept: 6 })) {
      const placed = await shop.order(await shop.quote(), { key: `${name}-${newId()}` });
      expect(placed.status).toBe(201);
      await shop.query(
        `UPDATE idempotency_key SET locked_until = now() - make_interval(days => $2) WHERE key LIKE $1 || '-%'`,
        [name, days],
      );
      await shop.query(`INSERT INTO webhook VALUES ('msg_of_' || $1, now() - make_interval(days => $2))`, [name, days]);
    }
    const heard = (await count('webhook')) ?? 0;
    expect(await forgetOld.run()).toBe(2);
    expect(await count('idempotency_key')).toBe((keys ?? 0) + 1);
    expect(await count('webhook')).toBe(heard - 1);
    expect(heard).toBeGreaterThanOrEqual((webhooks ?? 0) + 2);
    expect(await shop.query(`SELECT key FROM idempotency_key WHERE key LIKE 'old-%'`)).toEqual([]);
  });
});

describe('the database holds what must always hold', () => {
  test.each(['declined', 'cancelled', 'refunded'])('an order that is %s stays so', async (state) => {
    const token = { declined: 'tok_decline', cancelled: 'tok_timeout_not_charged', refunded: 'tok_wrong_amount' }[
      state
    ];
    const placed = await shop.order(await shop.quote(), { token: token ?? '' });
    await settled(placed);
    await expect(
      shop.query(`UPDATE saga SET state = 'confirmed' WHERE order_id = $1`, [placed.body.id]),
    ).rejects.toThrow(/cannot become confirmed/);
  });

  test('every settled order was charged and given back as its state says, by the provider’s own book', async () => {
    const orders = await shop.query<{ id: string; state: string }>('SELECT order_id AS id, state FROM saga');
    const kept = (id: string) => {
      const { captured, refunded } = shop.provider.moneyOf(id);
      return [...captured, ...refunded.map((minor) => -minor)].reduce((sum, minor) => sum + minor, 0);
    };
    expect(orders.length).toBeGreaterThan(30);
    expect(orders.filter(({ id, state }) => kept(id) !== (state === 'confirmed' ? due : 0))).toEqual([]);
  });

  test('what a later move says of an order has a greater version than what was said before', async () => {
    const wrong = await shop.query(
      `SELECT key FROM (SELECT key, (envelope->>'version')::int AS version,
         lag((envelope->>'version')::int) OVER (PARTITION BY topic, key ORDER BY id) AS before FROM outbox) said
       WHERE version <= before`,
    );
    expect(wrong).toEqual([]);
  });
});
