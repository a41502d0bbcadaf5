import { jest } from '@jest/globals';
import { orderCancelledV1, saleRecordedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import { newId, systemClock } from '@reprise/kernel';
import { mintToken } from '@reprise/platform/http';
import { Webhook } from 'standardwebhooks';
import { SendWebhooks } from '../src/application/send-webhooks.js';
import { hearForWebhooks, hearSellerMoves } from '../src/inbound/kafka/hear-for-webhooks.js';
import { PostgresWebhooks } from '../src/outbound/postgres/postgres-webhooks.js';
import { PostgresWebhooksTx } from '../src/outbound/postgres/webhook-rows.js';
import { StandardWebhooks } from '../src/outbound/webhooks/standard-webhooks.js';
import { HostileReceiver } from './hostile-receiver.js';
import type { Received } from './hostile-receiver.js';
import { Shop } from './shop.js';
import type { Answer } from './shop.js';

jest.setTimeout(30_000);

let shop: Shop;
let receiver: HostileReceiver;
let queue: PostgresWebhooks;
let sender: SendWebhooks;
const failures: unknown[] = [];

beforeAll(async () => {
  [shop, receiver] = await Promise.all([Shop.open(), HostileReceiver.open()]);
  queue = new PostgresWebhooks(shop.around.db.database);
  const settings = {
    concurrency: 8,
    pollMs: 20,
    leaseMs: 5_000,
    disableAfterMs: 120 * 3_600_000,
    keptMs: 720 * 3_600_000,
  };
  const standard = new StandardWebhooks({ targets: 'any', timeoutMs: 400 });
  sender = new SendWebhooks(
    queue,
    standard,
    settings,
    (error) => failures.push(error),
    () => undefined,
    systemClock,
    () => 0,
  );
}, 60_000);
afterAll(async () => {
  receiver.close();
  await shop.close();
}, 30_000);
// What one test leaves due is nothing to the next.
afterEach(() => shop.query('DELETE FROM webhook_target'));

type Owner = { readonly role: 'seller' | 'ops'; readonly sub: string };
const newSeller = (): Owner => ({ role: 'seller', sub: newId() });
const ops: Owner = { role: 'ops', sub: 'olga' };

async function call(method: string, as: Owner, tail = '', body?: unknown): Promise<Answer> {
  const token = await mintToken({ ...as, ttlSeconds: 60 }, shop.around.tokenKey.privateJwk);
  const headers = { authorization: `Bearer ${token}` };
  return shop.call(method, `/v1/${as.role}/webhooks${tail}`, { headers, ...(body === undefined ? {} : { body }) });
}

const subscribe = (as: Owner, url: string, change: Record<string, unknown> = {}, id = 'erp') =>
  call('PUT', as, `/${id}`, { url, eventTypes: ['order.confirmed', 'shipment.shipped'], ...change });

const deliveries = async (as: Owner, id = 'erp') =>
  (await call('GET', as, `/${id}/deliveries`)).body['items'] as Answer['body'][];

/** Hears a sale of one line of the seller, and answers its order. */
async function sold(seller: Owner, occurredAt = '2026-11-24T10:00:00.000Z', saleId: string = newId()): Promise<string> {
  const { lines, ...sale } = saleRecordedV1.example;
  const line = { ...lines[0], sellerId: seller.sub };
  await hear(saleRecordedV1.type, { ...sale, saleId, orderId: saleId, lines: [line] }, occurredAt);
  return saleId;
}

async function hear(type: string, data: unknown, occurredAt = '2026-11-24T10:00:00.000Z'): Promise<void> {
  const hearing = hearForWebhooks((tx) => new PostgresWebhooksTx(tx)).find(({ contract }) => contract.type === type);
  await shop.around.db.database.inTransaction(async (tx) => hearing?.hear([{ data, occurredAt } as never], tx));
}

async function sendAll(): Promise<void> {
  while (await sender.sendNext());
}

/** As if the time had come. */
async function again(): Promise<void> {
  await shop.query(`UPDATE webhook_delivery SET due_at = now() WHERE state = 'due'`);
  await sendAll();
}

function read(received: Received | undefined, secret: string): { type: string; data: Answer['body'] } {
  if (received === undefined) throw new Error('nothing was told');
  const { headers, body } = received;
  return new Webhook(secret).verify(body, headers as Record<string, string>) as ReturnType<typeof read>;
}

test('a seller is told of its order, signed, once however often it is heard of, and of no other seller’s', async () => {
  const [seller, other] = [newSeller(), newSeller()];
  const { status, body } = await subscribe(seller, receiver.url('ok', '/told'));
  expect([status, body['enabled'], body['secret']]).toEqual([201, true, expect.stringMatching(/^whsec_.{40,}/)]);
  const saleId = await sold(seller);
  await sold(seller, undefined, saleId);
  await sold(other);
  await sendAll();
  const [told, ...more] = receiver.at('/ok/told');
  expect(more).toEqual([]);
  expect(read(told, body['secret'])).toMatchObject({
    type: 'order.confirmed',
    data: { orderId: saleId, market: 'fr' },
  });
  expect(told?.body).not.toMatch(/canary|totals|payment/i);
  expect(await deliveries(seller)).toEqual([
    expect.objectContaining({ id: told?.headers['webhook-id'], state: 'delivered', dueAt: null }),
  ]);
});

test('operators are told of every seller’s, of the types and the market they asked for', async () => {
  await subscribe(ops, receiver.url('ok', '/ops'), { eventTypes: ['order.confirmed'], market: 'fr' });
  const saleId = await sold(newSeller());
  await hear(shipmentChangedV1.type, shipmentChangedV1.example);
  await hear(orderCancelledV1.type, orderCancelledV1.example);
  await hear(saleRecordedV1.type, { ...saleRecordedV1.example, saleId: newId(), market: 'de' });
  await sendAll();
  expect(receiver.at('/ok/ops').map(({ body }) => JSON.parse(body) as Answer['body'])).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ orderId: saleId, totals: expect.anything() }) }),
  ]);
});

test.each([
  ['failing', 500, 'answered 500'],
  ['moved', 302, 'answered 302'],
  ['silent', null, 'timeout'],
  ['dripping', null, 'timeout'],
  ['endless', null, 'answerTooLarge'],
  ['hangingUp', null, 'ECONNRESET'],
])(
  'what a receiver that is %s was told is told again, under the same id, and every attempt is on record',
  async (behaviour, status, error) => {
    const seller = newSeller();
    await subscribe(seller, receiver.url(behaviour, `/${seller.sub}`));
    await sold(seller);
    await sendAll();
    const [waiting] = await deliveries(seller);
    expect(waiting).toMatchObject({ state: 'due', attempts: [{ status, error: expect.stringContaining(error) }] });
    expect((await call('GET', seller, '/erp')).body).toMatchObject({ waiting: 1, failingSince: expect.any(String) });
    await subscribe(seller, receiver.url('ok', `/${seller.sub}`));
    await again();
    const [first] = receiver.at(`/${behaviour}/${seller.sub}`);
    const [second] = receiver.at(`/ok/${seller.sub}`);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const [done] = await deliveries(seller);
    expect([done?.['state'], done?.['attempts'].length]).toEqual(['delivered', 2]);
  },
);

test('a receiver that asks for time gets it', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('busy'));
  await sold(seller);
  await sendAll();
  const [{ dueAt } = {}] = await deliveries(seller);
  expect(Date.parse(dueAt as string) - Date.now()).toBeGreaterThan(3_500_000);
});

test('one that says it is gone is told no more; what it missed can be replayed when it is back, by time or by id', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('gone'));
  await sold(seller, '2026-11-20T10:00:00.000Z');
  await sendAll();
  expect((await call('GET', seller, '/erp')).body).toMatchObject({ enabled: false, disabledBecause: 'gone' });
  await sold(seller, '2026-11-21T10:00:00.000Z');
  await sold(seller, '2026-11-22T10:00:00.000Z');
  await sendAll();
  expect(receiver.at('/gone')).toHaveLength(1);
  await subscribe(seller, receiver.url('ok', '/back'));
  await sendAll();
  expect(receiver.at('/ok/back')).toEqual([]);
  const replay = (body: unknown) => call('POST', seller, '/erp/replay', body);
  expect((await replay({ from: '2026-11-20T00:00:00Z', to: '2026-11-22T00:00:00Z' })).body).toEqual({ replayed: 2 });
  await sendAll();
  const told = receiver.at('/ok/back');
  expect(told.map(({ body }) => (JSON.parse(body) as { timestamp: string }).timestamp).sort()).toEqual([
    '2026-11-20T10:00:00.000Z',
    '2026-11-21T10:00:00.000Z',
  ]);
  const ids = [told[0]?.headers['webhook-id']];
  expect((await replay({ ids })).body).toEqual({ replayed: 1 });
  await sendAll();
  expect(receiver.at('/ok/back').map(({ headers }) => headers['webhook-id'])).toContain(ids[0]);
  expect(receiver.at('/ok/back')).toHaveLength(3);
});

test('one that has failed for days is disabled, and enabling it begins anew', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('failing'));
  await sold(seller);
  await sendAll();
  await shop.query(`UPDATE webhook_target SET failing_since = now() - interval '121 hours' WHERE owner = $1`, [
    `seller:${seller.sub}`,
  ]);
  await again();
  expect((await call('GET', seller, '/erp')).body).toMatchObject({
    enabled: false,
    disabledBecause: 'failing',
    waiting: 1,
  });
  await again();
  expect((await deliveries(seller))[0]?.['attempts']).toHaveLength(2);
  expect((await subscribe(seller, receiver.url('ok', '/mended'))).body).toMatchObject({
    enabled: true,
    failingSince: null,
  });
  await again();
  expect(receiver.at('/ok/mended')).toHaveLength(1);
});

test('a message is given up after its last try', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('failing'));
  await sold(seller);
  await shop.query('UPDATE webhook_delivery SET tries = 17');
  await sendAll();
  expect(await deliveries(seller)).toMatchObject([{ state: 'failed', attempts: [{ status: 500 }] }]);
});

test('while a secret is rotated messages carry both signatures; a secret is shown when it is made and never again', async () => {
  const seller = newSeller();
  const made = (await subscribe(seller, receiver.url('ok', '/rotated'))).body['secret'] as string;
  expect((await subscribe(seller, receiver.url('ok', '/rotated'))).body).not.toHaveProperty('secret');
  const next = (await subscribe(seller, receiver.url('ok', '/rotated'), { rotateSecret: true })).body[
    'secret'
  ] as string;
  expect(next).not.toBe(made);
  await sold(seller);
  await sendAll();
  const [told] = receiver.at('/ok/rotated');
  for (const secret of [made, next]) expect(read(told, secret)).toMatchObject({ type: 'order.confirmed' });
  expect(() => read(told && { ...told, body: `${told.body} ` }, next)).toThrow();
  expect((await call('GET', seller)).text).not.toContain('whsec_');
});

test('a receiver that hangs holds up four of its own messages and nobody else’s', async () => {
  const [slow, quick] = [newSeller(), newSeller()];
  await subscribe(slow, receiver.url('silent', '/crowd'));
  await subscribe(quick, receiver.url('ok', '/quick'));
  for (let i = 0; i < 9; i += 1) await sold(slow);
  await sold(quick);
  const taken = await Promise.all(Array.from({ length: 5 }, () => queue.take(5_000)));
  for (const extra of [await queue.take(5_000), await queue.take(5_000)]) taken.push(extra);
  const urls = taken.flatMap((due) => due?.url ?? []);
  expect(urls.filter((url) => url.includes('/quick'))).toHaveLength(1);
  expect(urls.filter((url) => url.includes('/crowd')).length).toBeLessThanOrEqual(5);
});

test('running, it sends beside one another what is due and stops when told', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('ok', '/running'));
  for (let i = 0; i < 12; i += 1) await sold(seller);
  sender.start();
  while (receiver.at('/ok/running').length < 12) await new Promise((resolve) => setTimeout(resolve, 20));
  await sender.stop();
  expect((await deliveries(seller)).every(({ state }) => state === 'delivered')).toBe(true);
  expect(new Set(receiver.at('/ok/running').map(({ headers }) => headers['webhook-id'])).size).toBe(12);
  expect(failures).toEqual([]);
});

test('a seller is told when it is suspended and when it may sell again, and not when it is first heard of', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('ok', '/seller'), { eventTypes: ['seller.suspended', 'seller.reinstated'] });
  const move = (version: number, status: 'active' | 'suspended') =>
    shop.around.db.database.inTransaction((tx) =>
      hearSellerMoves(
        [{ data: { sellerId: seller.sub, version, status } as never, occurredAt: '2026-11-24T10:00:00.000Z' }],
        new PostgresWebhooksTx(tx),
      ),
    );
  for (const [version, status] of [
    [1, 'active'],
    [2, 'suspended'],
    [3, 'suspended'],
    [2, 'active'],
    [4, 'active'],
  ] as const)
    await move(version, status);
  await sendAll();
  const types = receiver.at('/ok/seller').map(({ body }) => (JSON.parse(body) as { type: string }).type);
  expect(types).toEqual(['seller.suspended', 'seller.reinstated']);
});

test.each<[string, Record<string, unknown>, number, string]>([
  ['no URL', { url: 'here' }, 422, 'url'],
  ['another protocol', { url: 'ftp://example.com/' }, 422, 'url'],
  ['a password in the URL', { url: 'https://me:secret@example.com/' }, 422, 'url'],
  ['an event nobody tells of', { eventTypes: ['order.imagined'] }, 400, 'eventTypes.0'],
  ['an event twice', { eventTypes: ['order.confirmed', 'order.confirmed'] }, 422, 'eventTypes[1]'],
  ['a field that is none', { secret: 'whsec_mine' }, 400, 'secret'],
])('%s is refused, and nothing is kept', async (_name, change, status, field) => {
  const seller = newSeller();
  const refused = await subscribe(seller, 'https://example.com/', change);
  expect(refused.status).toBe(status);
  expect(JSON.stringify(refused.body['errors'])).toContain(field.split('.')[0]);
  expect((await call('GET', seller)).body).toEqual({ items: [] });
});

test('another seller’s webhook is neither seen nor replayed nor deleted', async () => {
  const [seller, other] = [newSeller(), newSeller()];
  await subscribe(seller, receiver.url('ok'));
  expect((await call('GET', other)).body).toEqual({ items: [] });
  for (const [method, tail, body] of [
    ['GET', '/erp'],
    ['DELETE', '/erp'],
    ['GET', '/erp/deliveries'],
    ['POST', '/erp/replay', { from: '2026-01-01T00:00:00Z' }],
  ] as const)
    expect((await call(method, other, tail, body)).body['code']).toBe('WebhookNotFound');
  expect((await call('DELETE', seller, '/erp')).status).toBe(204);
});

test('what is older than it is kept for is forgotten', async () => {
  const seller = newSeller();
  await subscribe(seller, receiver.url('ok', '/old'));
  await sold(seller);
  await sendAll();
  await shop.query(`UPDATE webhook_message SET noted_at = now() - interval '31 days' WHERE owner = $1`, [
    `seller:${seller.sub}`,
  ]);
  expect(await queue.forget(720 * 3_600_000)).toBe(1);
  expect(await deliveries(seller)).toEqual([]);
});
