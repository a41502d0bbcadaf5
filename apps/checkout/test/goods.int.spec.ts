import { jest } from '@jest/globals';
import type { LockedQuote } from '@reprise/contracts';
import { luhnCheckDigit, mustBeId, newId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { PostgresDesk } from '../src/outbound/postgres/postgres-desk.js';
import { quoteOf, signQuote } from './quotes.js';
import type { Answer } from './shop.js';
import { Shop } from './shop.js';

jest.setTimeout(30_000);

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 60_000);
afterAll(() => shop.close(), 30_000);

const money = (amount: string) => ({ amount, currency: 'EUR' });
const cents = ({ amount }: { amount: string }) => Math.round(Number(amount) * 100);
let serial = 100_000;
/** An IMEI nobody used before in this file. */
function newImei(): string {
  const body = `35693803${(serial += 1)}`;
  return body + luhnCheckDigit(body);
}

interface Sold {
  readonly id: string;
  readonly token: string;
  readonly seller: string;
  readonly other: string;
  readonly lines: readonly string[];
}

/** Two phones of one seller and a case of another, delivered for 4.99: 2 × 499.00 + 19.99 + 4.99 = 1022.98. */
async function sell(changed: Partial<LockedQuote> = {}): Promise<Sold> {
  const [seller, other, phone, cover] = [newId(), newId(), newId(), newId()];
  const quote = quoteOf(newId());
  const [line] = quote.lines;
  const [vat] = quote.taxLines;
  if (!line || !vat) throw new Error('the quote has a line');
  const taxed = (taxable: string, amount: string) => [{ ...vat, taxable: money(taxable), amount: money(amount) }];
  const figures = (net: string, tax: string, gross: string) => ({
    net: money(net),
    tax: money(tax),
    gross: money(gross),
  });
  const lines = [
    {
      ...{ ...line, sellerId: seller, variantId: phone, quantity: 2, ...figures('831.66', '166.34', '998.00') },
      taxLines: taxed('831.66', '166.34'),
    },
    {
      ...{ ...line, offerId: newId(), sellerId: other, variantId: cover, ...figures('16.66', '3.33', '19.99') },
      ...{ unitPrice: money('19.99'), taxLines: taxed('16.66', '3.33') },
    },
  ];
  await new PostgresDesk(shop.around.db.database).transact((tx) =>
    tx.goods.saveVariants([
      { variantId: mustBeId(phone), version: 1, category: 'smartphone' },
      { variantId: mustBeId(cover), version: 1, category: 'other' },
    ]),
  );
  const shipping = {
    ...{ method: 'standard', name: 'Standard', amount: money('4.16'), tax: money('0.83'), gross: money('4.99') },
    taxLines: taxed('4.16', '0.83'),
  };
  const totals = {
    ...{ net: money('848.32'), tax: money('170.50'), fees: money('0.00'), shipping: money('4.16') },
    gross: money('1022.98'),
  };
  const token = await signQuote(
    { ...quote, lines: lines as typeof quote.lines, shipping, totals, taxLines: taxed('852.48', '170.50'), ...changed },
    shop.around.quoteKey,
  );
  const placed = await shop.order(token);
  expect(placed.body).toMatchObject({ status: 'confirmed', totals });
  const ids = placed.body['lines'].map(({ id }: { id: string }) => id);
  return { id: placed.body.id, token: placed.body.accessToken, seller, other, lines: ids };
}

const buyer = (order: Sold) => ({ role: 'buyer', sub: order.id }) as const;
const sellerOf = (order: Sold) => ({ role: 'seller', sub: order.seller }) as const;
const otherOf = (order: Sold) => ({ role: 'seller', sub: order.other }) as const;
const ofOrder = (order: Sold, what: string) => `/v1/markets/fr/orders/${order.id}/${what}`;
const ofSeller = (order: Sold, what: string) => `/v1/seller/orders/${order.id}/${what}`;
const read = async (order: Sold) => (await shop.read(order.id, order.token)).body;
const pieces = (order: Sold, line: number, quantity = 1) => ({ lineId: order.lines[line] as string, quantity });

function ship(order: Sold, imeis: readonly string[], key?: string): Promise<Answer> {
  const lines = [{ ...pieces(order, 0, imeis.length), units: imeis.map((imei) => ({ imei })) }];
  const body = { carrier: 'Colissimo', trackingNumber: '6A1', lines };
  return shop.post(ofSeller(order, 'shipments'), { as: sellerOf(order), key, body });
}

function shipCover(order: Sold): Promise<Answer> {
  return shop.post(ofSeller(order, 'shipments'), {
    as: otherOf(order),
    body: { carrier: 'DPD', lines: [pieces(order, 1)] },
  });
}

function deliver(order: Sold, shipment: Answer, as = sellerOf(order)): Promise<Answer> {
  return shop.post(ofSeller(order, `shipments/${shipment.body.id}/delivered`), { as });
}

/** The order once no refund of it is on its way, and what went back by the provider's own book. */
async function paidBack(order: Sold, refunds: number): Promise<{ body: Answer['body']; refunded: number[] }> {
  return waitFor(
    async () => {
      const body = await read(order);
      const settled = body['refunds'].filter(({ status }: { status: string }) => status === 'settled');
      return settled.length === refunds && body['refunds'].length === refunds
        ? { body, refunded: shop.provider.moneyOf(order.id).refunded }
        : undefined;
    },
    { timeoutMs: 10_000, what: `${refunds} refunds to settle` },
  );
}

/** Withdraws in the two steps the law asks for. */
async function withdraw(order: Sold, lines?: unknown): Promise<{ stated: Answer; confirmed: Answer }> {
  const as = buyer(order);
  const stated = await shop.post(ofOrder(order, 'withdrawal'), { as, body: lines === undefined ? {} : { lines } });
  const confirmed = await shop.post(ofOrder(order, `withdrawal/${stated.body['withdrawalId']}/confirmation`), {
    as,
    body: { confirmationToken: stated.body['confirmationToken'] },
  });
  return { stated, confirmed };
}

describe('from the parcel to the money back', () => {
  test('shipped, delivered, withdrawn, received, refunded: pieces, devices and money agree at every step', async () => {
    const order = await sell();
    const imeis = [newImei(), newImei()];
    const parcel = await ship(order, imeis);
    expect(parcel).toMatchObject({ status: 201, body: { status: 'shipped', carrier: 'Colissimo' } });
    const second = await shipCover(order);
    expect((await read(order))['withdrawal']).toEqual({ open: true });
    await deliver(order, parcel);
    await deliver(order, second, otherOf(order));
    expect(await read(order)).toMatchObject({
      status: 'confirmed',
      consignments: [{ status: 'delivered' }, { status: 'delivered' }],
      withdrawal: { open: true, until: expect.stringMatching(/T2[23]:59:59\.999Z$/) },
    });

    const { stated, confirmed } = await withdraw(order);
    expect(stated).toMatchObject({
      status: 201,
      body: { refund: money('1022.98'), goodsToSendBack: true, lines: [{ quantity: 2 }, { quantity: 1 }] },
    });
    expect(confirmed).toMatchObject({ status: 201, body: { orderId: order.id, refund: money('1022.98') } });
    const back = confirmed.body['returns'];
    expect(back).toMatchObject([
      { kind: 'withdrawal', status: 'approved' },
      { kind: 'withdrawal', status: 'approved' },
    ]);
    expect(shop.provider.moneyOf(order.id).refunded).toEqual([]);

    const mine = back.find(({ sellerId }: { sellerId: string }) => sellerId === order.seller);
    const theirs = back.find(({ sellerId }: { sellerId: string }) => sellerId === order.other);
    await shop.post(ofSeller(order, `returns/${mine.id}/receipt`), { as: sellerOf(order) });
    const first = await paidBack(order, 1);
    // The phones alone: delivery is paid back when nothing of the order is kept.
    expect([first.refunded, first.body['status']]).toEqual([[99_800], 'confirmed']);
    await shop.post(ofSeller(order, `returns/${theirs.id}/receipt`), { as: otherOf(order) });
    const { body, refunded } = await paidBack(order, 2);
    expect(refunded).toEqual([99_800, 2_498]);
    expect(body).toMatchObject({ status: 'refunded', refunded: money('1022.98'), reason: { code: 'Withdrawn' } });

    const facts = await shop.factsOf('checkout.return.changed', order.id);
    const phones = facts.filter(({ sellerId }) => sellerId === order.seller);
    expect(phones.map(({ version, status }) => [version, status])).toEqual([
      [1, 'approved'],
      [2, 'received'],
      [3, 'refunded'],
    ]);
    expect(phones.at(-1)?.['lines']).toMatchObject([{ quantity: 2, units: imeis.map((imei) => ({ imei })) }]);
    const shipped = await shop.factsOf('checkout.shipment.changed', order.id);
    expect(shipped.map(({ version, status }) => [version, status])).toEqual([
      [1, 'shipped'],
      [1, 'shipped'],
      [2, 'delivered'],
      [2, 'delivered'],
    ]);
    // A device that came back can be sold again.
    expect((await ship(await sell(), imeis)).status).toBe(201);
  });

  test('finance hears each refund with the tax of exactly its lines; together they are the sale', async () => {
    const order = await sell();
    await ship(order, [newImei()]);
    const { confirmed } = await withdraw(order, [pieces(order, 0)]);
    expect(confirmed.body['returns']).toMatchObject([{ kind: 'cancellation' }]);
    await paidBack(order, 1);
    await shop.refund(order.id, newId(), { lines: [{ lineId: order.lines[0], amount: money('50.00') }] });
    await paidBack(order, 2);
    await shop.refund(order.id);
    const { body, refunded } = await waitFor(async () => {
      const now = await read(order);
      return now['status'] === 'refunded'
        ? { body: now, refunded: shop.provider.moneyOf(order.id).refunded }
        : undefined;
    });
    expect(refunded.reduce((sum, minor) => sum + minor, 0)).toBe(102_298);
    expect(body['refunded']).toEqual(money('1022.98'));
    const [sale, ...refunds] = await shop.factsOf('checkout.sale.recorded', order.id);
    expect(refunds.length).toBe(refunded.length);
    for (const part of ['net', 'tax', 'fees', 'shipping', 'gross']) {
      const sum = refunds.reduce((total, { totals }) => total + cents(totals[part]), 0);
      expect([part, sum]).toEqual([part, cents(sale?.['totals'][part])]);
    }
    const taxOf = (facts: readonly Answer['body'][]) =>
      facts
        .flatMap(({ lines, shipping }) => [...lines, ...(shipping ? [shipping] : [])])
        .flatMap(({ taxLines }) => taxLines)
        .reduce((sum: number, { amount }: { amount: { amount: string } }) => sum + cents(amount), 0);
    expect(taxOf(refunds)).toBe(taxOf([sale as Answer['body']]));
    expect(refunds[1]?.['lines']).toMatchObject([{ reduction: true, gross: money('50.00'), tax: money('8.33') }]);
  });
});

describe('parcels', () => {
  test('each refused for its reason, naming the field, and nothing is kept of it', async () => {
    const order = await sell();
    const imei = newImei();
    const post = (lines: unknown, as: { role: 'seller'; sub: string } = sellerOf(order)) =>
      shop.post(ofSeller(order, 'shipments'), { as, body: { carrier: 'DPD', lines } });
    const refusals: [Promise<Answer>, number, string, string][] = [
      [post([{ ...pieces(order, 0), units: [] }]), 422, 'UnitIdentityMissing', 'lines[0].units'],
      [post([{ ...pieces(order, 0), units: [{ serial: 'F2LX' }] }]), 422, 'UnitIdentityMissing', 'lines[0].units[0]'],
      [
        post([{ ...pieces(order, 0), units: [{ imei: '490154203237517' }] }]),
        ...([422, 'UnitIdentityInvalid', 'lines[0].units[0].imei'] as const),
      ],
      [post([{ ...pieces(order, 0, 3), units: [] }]), 409, 'QuantityNotLeft', 'lines'],
      [post([pieces(order, 1)]), 422, 'LineNotFound', 'lines'],
      [post([{ lineId: newId(), quantity: 1 }]), 422, 'LineNotFound', 'lines'],
      [post([pieces(order, 0)], { role: 'seller', sub: newId() }), 404, 'OrderNotFound', 'path.orderId'],
      [post([{ ...pieces(order, 0), quantity: 0 }]), 400, 'ValidationFailed', 'lines[0].quantity'],
    ];
    for (const [answer, status, code, field] of refusals) {
      const { status: got, body } = await answer;
      expect([got, body['code'], body['errors'][0]?.field]).toEqual([status, code, field]);
    }
    expect((await read(order))['shipments']).toEqual([]);
    expect(await shop.factsOf('checkout.shipment.changed', order.id)).toEqual([]);
    expect((await ship(order, [imei])).status).toBe(201);
    const stranger = await sell();
    expect((await ship(stranger, [imei])).body).toMatchObject({
      code: 'UnitAlreadySent',
      errors: [{ field: 'lines' }],
    });
    expect((await read(stranger))['consignments'][0].lines[0]).toMatchObject({ shipped: 0 });
  });

  test('sent twice at once with one key it is one parcel; every answer is the first, byte for byte, or that it is under way', async () => {
    const order = await sell();
    const [imei, key] = [newImei(), newId()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => ship(order, [imei], key)));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body['code']).toBe('IdempotencyKeyInUse');
    const replay = await ship(order, [imei], key);
    expect([replay.text, replay.headers.get('idempotent-replayed')]).toEqual([made[0]?.text, 'true']);
    expect((await ship(order, [newImei()], key)).body).toMatchObject({ status: 422, code: 'IdempotencyKeyReused' });
    expect((await read(order))['shipments']).toHaveLength(1);
  });

  test('two parcels at once for the last piece: one leaves', async () => {
    const order = await sell();
    await ship(order, [newImei()]);
    const answers = await Promise.all([ship(order, [newImei()]), ship(order, [newImei()])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('without a key nothing is done, and the header that is missing is named', async () => {
    const order = await sell();
    const lines = [pieces(order, 1)];
    const answer = await shop.post(ofOrder(order, 'cancellations'), { as: buyer(order), key: null, body: { lines } });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyMissing', errors: [{ field: 'headers.Idempotency-Key' }] },
    });
    expect((await read(order))['returns']).toEqual([]);
  });

  test('it arrives after it was sent, once; what was lost is paid back at once', async () => {
    const order = await sell();
    const parcel = await ship(order, [newImei()]);
    const path = ofSeller(order, `shipments/${parcel.body.id}/delivered`);
    const say = (body: unknown, as: Parameters<Shop['post']>[1]['as'] = sellerOf(order)) =>
      shop.post(path, { as, body });
    expect((await say({ deliveredAt: '2020-01-01T00:00:00Z' })).body).toMatchObject({
      code: 'DeliveryTimeInvalid',
      errors: [{ field: 'deliveredAt' }],
    });
    expect((await say({ deliveredAt: '2099-01-01T00:00:00Z' })).body['code']).toBe('DeliveryTimeInvalid');
    expect((await say({}, otherOf(order))).body['code']).toBe('ShipmentNotFound');
    expect((await say({ lost: true }, { role: 'ops', sub: 'op-1' })).body['status']).toBe('lost');
    expect((await say({})).body).toMatchObject({ status: 409, code: 'ShipmentEnded', details: { status: 'lost' } });
    const { body, refunded } = await paidBack(order, 1);
    expect([refunded, body['returns']]).toMatchObject([
      [49_900],
      [{ kind: 'return', reason: 'lost', status: 'refunded' }],
    ]);
  });
});

describe('before it was sent', () => {
  test('a buyer calls one piece off: paid back at once, on hand again, and never sent', async () => {
    const order = await sell();
    const off = await shop.post(ofOrder(order, 'cancellations'), {
      as: buyer(order),
      body: { lines: [pieces(order, 0)] },
    });
    expect(off).toMatchObject({ status: 201, body: { returns: [{ kind: 'cancellation', reason: 'changedMind' }] } });
    const { body, refunded } = await paidBack(order, 1);
    expect([refunded, body['status'], body['consignments'][0].lines[0].cancelled]).toEqual([[49_900], 'confirmed', 1]);
    expect((await ship(order, [newImei(), newImei()])).body).toMatchObject({
      code: 'QuantityNotLeft',
      details: { left: 1 },
    });
    const [fact] = await shop.factsOf('checkout.return.changed', order.id);
    expect(fact).toMatchObject({ version: 1, kind: 'cancellation', lines: [{ quantity: 1, grade: 'EXCELLENT' }] });
    expect(fact).not.toHaveProperty('shippedAt');
  });

  test('a seller who cannot supply says why; both sellers calling off ends the order, delivery included', async () => {
    const order = await sell();
    const off = (line: number, quantity: number, as: { role: 'seller'; sub: string }) =>
      shop.post(ofSeller(order, 'cancellations'), {
        as,
        body: { lines: [pieces(order, line, quantity)], reason: 'cannotSupply', message: 'broke in the test' },
      });
    expect((await off(1, 1, sellerOf(order))).body['code']).toBe('LineNotFound');
    expect((await off(0, 2, sellerOf(order))).body).toMatchObject({
      reason: 'cannotSupply',
      message: 'broke in the test',
    });
    await off(1, 1, otherOf(order));
    const { body, refunded } = await paidBack(order, 2);
    expect([refunded, body['status'], body['reason'].code]).toEqual([[99_800, 2_498], 'refunded', 'Cancelled']);
    expect(body['consignments']).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }]);
  });

  test('an order that was not paid has nothing to send, call off or withdraw from', async () => {
    const placed = await shop.order(await shop.quote(), { token: 'tok_decline' });
    const order: Sold = {
      id: placed.body.id,
      token: '',
      seller: newId(),
      other: '',
      lines: [placed.body['lines'][0].id],
    };
    const lines = [pieces(order, 0)];
    const refused = await Promise.all([
      shop.post(ofOrder(order, 'cancellations'), { as: buyer(order), body: { lines } }),
      shop.post(ofOrder(order, 'withdrawal'), { as: buyer(order) }),
      shop.post(ofOrder(order, 'returns'), { as: buyer(order), body: { lines, reason: 'defect' } }),
    ]);
    for (const { status, body } of refused)
      expect([status, body['code'], body['details']]).toEqual([409, 'OrderNotInThatState', { status: 'declined' }]);
  });
});

describe('the right to withdraw', () => {
  test('a statement binds nobody; the confirmation is acknowledged with date, time and text, and reads the same for ever', async () => {
    const order = await sell();
    const as = buyer(order);
    const stated = await shop.post(ofOrder(order, 'withdrawal'), { as });
    expect((await read(order))['returns']).toEqual([]);
    const path = ofOrder(order, `withdrawal/${stated.body['withdrawalId']}`);
    expect((await shop.get(path, as)).body['code']).toBe('WithdrawalNotFound');
    const wrong = await shop.post(`${path}/confirmation`, { as, body: { confirmationToken: 'x'.repeat(43) } });
    expect(wrong.body['code']).toBe('WithdrawalNotFound');
    const confirm = () =>
      shop.post(`${path}/confirmation`, { as, body: { confirmationToken: stated.body['confirmationToken'] } });
    const confirmed = await confirm();
    expect(confirmed.body['text']).toContain(confirmed.body['withdrawnAt']);
    expect(confirmed.body['text']).toContain('Europe/Paris');
    expect((await confirm()).body).toEqual(confirmed.body);
    expect((await shop.get(path, as)).body).toEqual(confirmed.body);
    const { refunded, body } = await paidBack(order, 2);
    expect(refunded.reduce((sum, minor) => sum + minor, 0)).toBe(102_298);
    expect(body['status']).toBe('refunded');
    expect(body).not.toHaveProperty('withdrawal');
  });

  test('another order’s token opens none of it', async () => {
    const [order, other] = [await sell(), await sell()];
    const answer = await shop.post(ofOrder(order, 'withdrawal'), { as: buyer(other) });
    expect([answer.status, answer.body['code']]).toEqual([404, 'OrderNotFound']);
  });

  test('is over two weeks and a working day after delivery', async () => {
    const order = await sell();
    const [parcel, cover] = [await ship(order, [newImei(), newImei()]), await shipCover(order)];
    await deliver(order, parcel);
    await deliver(order, cover, otherOf(order));
    await shop.query(
      `UPDATE shipment SET shipped_at = now() - interval '20 days', delivered_at = now() - interval '18 days' WHERE order_id = $1`,
      [order.id],
    );
    expect((await read(order))['withdrawal']).toMatchObject({ open: false });
    const late = await shop.post(ofOrder(order, 'withdrawal'), { as: buyer(order) });
    expect([late.status, late.body['code']]).toEqual([409, 'WithdrawalPeriodOver']);
    const claim = await shop.post(ofOrder(order, 'returns'), {
      as: buyer(order),
      body: { kind: 'warrantyClaim', reason: 'defect', lines: [pieces(order, 0)] },
    });
    expect(claim.body).toMatchObject({ returns: [{ kind: 'warrantyClaim', status: 'requested' }] });
  });
});

describe('returns and claims', () => {
  async function delivered(): Promise<{ order: Sold; imeis: string[] }> {
    const [order, imeis] = [await sell(), [newImei(), newImei()]];
    await deliver(order, await ship(order, imeis));
    return { order, imeis };
  }
  const ask = async (order: Sold, quantity: number, kind = 'return') => {
    const body = { kind, reason: 'defect', lines: [pieces(order, 0, quantity)] };
    return shop.post(ofOrder(order, 'returns'), { as: buyer(order), body });
  };
  const say = (order: Sold, { body }: Answer, what: 'decision' | 'receipt', said: unknown) =>
    shop.post(ofSeller(order, `returns/${body['returns'][0].id}/${what}`), { as: sellerOf(order), body: said });

  test('approved and received, one phone of two is paid back; its seller says which', async () => {
    const { order, imeis } = await delivered();
    const asked = await ask(order, 1);
    expect((await say(order, asked, 'receipt', {})).body).toMatchObject({
      code: 'ReturnNotInThatState',
      details: { status: 'requested' },
    });
    expect((await say(order, asked, 'decision', { decision: 'approve' })).body['status']).toBe('approved');
    expect((await say(order, asked, 'receipt', {})).body).toMatchObject({
      code: 'UnitIdentityMissing',
      errors: [{ field: 'units' }],
    });
    expect((await say(order, asked, 'receipt', { units: [{ imei: newImei() }] })).body).toMatchObject({
      code: 'UnitIdentityInvalid',
      errors: [{ field: 'units[0]' }],
    });
    expect((await say(order, asked, 'receipt', { units: [{ imei: imeis[1] }] })).body['status']).toBe('received');
    const { refunded, body } = await paidBack(order, 1);
    expect([refunded, body['returns'][0].status]).toEqual([[49_900], 'refunded']);
    const facts = await shop.factsOf('checkout.return.changed', order.id);
    expect(facts.at(-1)?.['lines'][0].units).toEqual([{ imei: imeis[1] }]);
  });

  test('rejected, the pieces stay and can be asked for again; a second seller is not asked', async () => {
    const { order } = await delivered();
    const asked = await ask(order, 2);
    expect((await ask(order, 1)).body).toMatchObject({ code: 'QuantityNotLeft', details: { left: 0 } });
    expect((await say(order, asked, 'decision', { decision: 'reject' })).body['errors'][0].field).toContain('message');
    const path = ofSeller(order, `returns/${asked.body['returns'][0].id}/decision`);
    const other = await shop.post(path, { as: otherOf(order), body: { decision: 'approve' } });
    expect(other.body['code']).toBe('ReturnNotFound');
    const rejected = await say(order, asked, 'decision', { decision: 'reject', message: 'no fault found' });
    expect(rejected.body).toMatchObject({ status: 'rejected', message: 'no fault found' });
    expect((await say(order, asked, 'decision', { decision: 'approve' })).body['code']).toBe('ReturnNotInThatState');
    expect((await ask(order, 1)).status).toBe(201);
  });

  test('a claim may be met by a repair, which costs nothing; a return may not', async () => {
    const { order } = await delivered();
    const claim = await ask(order, 2, 'warrantyClaim');
    await say(order, claim, 'decision', { decision: 'approve' });
    expect((await say(order, claim, 'receipt', { remedy: 'repair', message: 'new screen' })).body).toMatchObject({
      status: 'closed',
      message: 'new screen',
    });
    const back = await ask(order, 2);
    await say(order, back, 'decision', { decision: 'approve' });
    expect((await say(order, back, 'receipt', { remedy: 'repair' })).body).toMatchObject({
      code: 'ReturnNotInThatState',
      errors: [{ field: 'remedy' }],
    });
    expect(shop.provider.moneyOf(order.id).refunded).toEqual([]);
  });
});

describe('a part of the money', () => {
  test('a lower price leaves the goods; more than is left of a line, or of nothing, is refused', async () => {
    const order = await sell();
    const lower = (amount: string, currency = 'EUR') =>
      shop.refund(order.id, newId(), { lines: [{ lineId: order.lines[1], amount: { amount, currency } }] });
    expect((await lower('20.00')).body).toMatchObject({ code: 'RefundExceedsPaid', details: { left: money('19.99') } });
    expect((await lower('5.00', 'USD')).body).toMatchObject({
      code: 'AmountInvalid',
      errors: [{ field: 'lines[0].amount' }],
    });
    expect((await lower('0.00')).body['code']).toBe('AmountInvalid');
    expect((await lower('5.00')).body).toMatchObject({ status: 'confirmed', refunded: money('5.00') });
    expect((await lower('15.00')).body).toMatchObject({ code: 'RefundExceedsPaid', details: { left: money('14.99') } });
    const delivery = await shop.refund(order.id, newId(), { delivery: true });
    expect(delivery.body).toMatchObject({
      refunded: money('9.99'),
      refunds: [{}, { delivery: { gross: money('4.99'), tax: money('0.83') } }],
    });
    expect((await shop.refund(order.id, newId(), { delivery: true })).body['code']).toBe('OrderNotRefundable');
  });

  test('all of it calls off what was not sent, so that nothing paid back is sent', async () => {
    const order = await sell();
    const all = await shop.refund(order.id);
    expect(all.body).toMatchObject({
      status: 'refunded',
      consignments: [{ status: 'cancelled' }, { status: 'cancelled' }],
    });
    expect((await ship(order, [newImei()])).body['code']).toBe('QuantityNotLeft');
    expect(shop.provider.moneyOf(order.id).refunded.reduce((sum, minor) => sum + minor, 0)).toBe(102_298);
  });

  test('ten different refunds at once: each is paid once, and never more than was paid together', async () => {
    const order = await sell();
    const wishes = Array.from({ length: 10 }, (_, i) =>
      i % 2 === 0
        ? shop.refund(order.id, newId(), { lines: [{ lineId: order.lines[0], amount: money('300.00') }] })
        : shop.post(ofOrder(order, 'cancellations'), { as: buyer(order), body: { lines: [pieces(order, 0)] } }),
    );
    const answers = await Promise.all(wishes);
    expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(0);
    await waitFor(async () =>
      (await read(order))['refunds'].every(({ status }: { status: string }) => status === 'settled'),
    );
    const { captured, refunded } = shop.provider.moneyOf(order.id);
    const sum = refunded.reduce((total, minor) => total + minor, 0);
    expect(captured).toEqual([102_298]);
    expect(sum).toBeLessThanOrEqual(99_800);
    expect(cents((await read(order))['refunded'])).toBe(sum);
    await expect(
      shop.query(`UPDATE payment SET promised_minor = captured_minor + 1 WHERE order_id = $1`, [order.id]),
    ).rejects.toThrow(/refunds_give_back_no_more_than_was_captured/);
  });
});

describe('a seller sees its own part alone', () => {
  test('listed newest first by how far it is, with whom it is for, and nothing of the other seller', async () => {
    const order = await sell();
    const list = (query: string, as = sellerOf(order)) => shop.get(`/v1/seller/orders?${query}`, as);
    const { body, text } = await list('status=awaitingShipment');
    expect(body['items']).toMatchObject([
      {
        orderId: order.id,
        recipient: { name: 'Ada Canary', address: { line1: '1 Canary Wharf' } },
        lines: [{ lineId: order.lines[0], quantity: 2 }],
      },
    ]);
    expect(text).not.toContain(order.lines[1] as string);
    expect(text).not.toContain('ada.canary@');
    await ship(order, [newImei()]);
    expect((await list('status=awaitingShipment')).body['items']).toEqual([]);
    expect((await list('status=partlyShipped')).body['items']).toHaveLength(1);
    expect((await list('limit=1', { role: 'seller', sub: newId() })).body).toEqual({ items: [], nextCursor: null });
    expect((await shop.get(`/v1/seller/orders/${order.id}`, { role: 'seller', sub: newId() })).status).toBe(404);
    expect((await shop.get('/v1/seller/orders?status=lost', sellerOf(order))).status).toBe(400);
  });

  test('pages hold each order once', async () => {
    const seller = newId();
    const quotes = Array.from({ length: 5 }, () => {
      const quote = quoteOf(newId());
      return signQuote(
        { ...quote, lines: quote.lines.map((line) => ({ ...line, sellerId: seller })) },
        shop.around.quoteKey,
      );
    });
    const placed = [];
    for (const quote of quotes) placed.push((await shop.order(await quote)).body.id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await shop.get(`/v1/seller/orders?limit=2${cursor && `&cursor=${cursor}`}`, {
        role: 'seller',
        sub: seller,
      });
      seen.push(...page.body['items'].map(({ orderId }: { orderId: string }) => orderId));
      cursor = page.body['nextCursor'];
    }
    expect(seen).toEqual(placed.reverse());
  });
});
