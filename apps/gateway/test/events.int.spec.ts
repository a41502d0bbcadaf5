import { waitFor } from '@reprise/platform/testing';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { market, seller } from './shop.js';
import { TestGateway, tokenOf } from './start-gateway.js';

interface Told {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: unknown;
}

/** A reader of server-sent events, as the HTML standard says they are read. */
class Listening {
  readonly told: Told[] = [];
  ended = false;

  private constructor(private readonly response: IncomingMessage) {
    let open = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const blocks = (open + chunk).split('\n\n');
      open = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    });
    // Hung up, by us or by the gateway: what was told stays.
    response.on('error', () => undefined).on('close', () => (this.ended = true));
  }

  /** On a connection of its own, as a browser holds it: nothing of it is left once it is over. */
  static async to(gateway: TestGateway, token: string, query = '', headers: Record<string, string> = {}) {
    const asking = get(`${gateway.url}/v1/ops/events${query}`, {
      agent: false,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return new Listening(response);
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  hangUp(): void {
    this.response.destroy();
  }

  async until(count: number): Promise<readonly Told[]> {
    await waitFor(() => this.told.length >= count, { timeoutMs: 10_000, what: `${count} events` });
    return this.told;
  }

  private take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => line.split(': ', 2) as [string, string]));
    const data = fields.get('data');
    if (data !== undefined)
      this.told.push({ id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) as unknown });
  }
}

/** A service that says how many letters it set aside. */
const letters = { count: 0, asked: 0 };
const service = createServer((_request, response) => {
  letters.asked++;
  const group = {
    ...{ service: 'pricing', topic: 'pricing.offer', state: 'dead', reason: 'poison', errorClass: 'Bug' },
    ...{ stackHash: 'abc', errorMessage: 'no', letters: letters.count },
    ...{ oldestAt: '2026-01-01T00:00:00.000Z', newestAt: '2026-01-01T00:00:00.000Z' },
  };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ groups: letters.count > 0 ? [group] : [], items: [], nextCursor: null }));
});

let gateway: TestGateway;
let ops: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const pricingUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  gateway = new TestGateway({ pricingUrl });
  await gateway.createTopics();
  await gateway.start();
  ops = await tokenOf('ops', 'olga');
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  gateway.remove();
  service.closeAllConnections();
  service.close();
});

test('markets and sellers are told as they change, each with what to read again and nothing else', async () => {
  const listening = await Listening.to(gateway, ops);
  await gateway.say({ kind: 'market', state: market('fr', { version: 7 }) });
  await listening.until(1);
  await gateway.say({ kind: 'seller', state: seller({ version: 9, status: 'suspended' }) });
  const told = await listening.until(2);
  expect(told.map(({ event, data }) => [event, data])).toEqual([
    ['market', { market: 'fr', status: 'live', version: 7 }],
    ['seller', { sellerId: seller().sellerId, status: 'suspended' }],
  ]);
  listening.hangUp();
});

test('a fact heard twice is told once', async () => {
  const listening = await Listening.to(gateway, ops);
  await gateway.say({ kind: 'market', state: market('de', { version: 3 }) });
  await gateway.say({ kind: 'market', state: market('de', { version: 3 }) });
  await gateway.say({ kind: 'market', state: market('de', { version: 4 }) });
  await waitFor(() => listening.told.some(({ data }) => (data as { version?: number }).version === 4), {
    timeoutMs: 10_000,
    what: 'the fourth version',
  });
  expect(listening.told.map(({ data }) => (data as { version: number }).version)).toEqual([3, 4]);
  listening.hangUp();
});

test('a broken connection goes on where it ended; one of another run is told to read everything', async () => {
  const before = await Listening.to(gateway, ops);
  await gateway.say({ kind: 'market', state: market('at', { version: 2 }) });
  const [first] = await before.until(1);
  before.hangUp();
  await gateway.say({ kind: 'market', state: market('at', { version: 3 }) });
  const after = await Listening.to(gateway, ops, '', { 'last-event-id': first?.id ?? '' });
  expect(await after.until(1)).toMatchObject([{ event: 'market', data: { market: 'at', version: 3 } }]);
  after.hangUp();
  const stranger = await Listening.to(gateway, ops, '', { 'last-event-id': 'other-12' });
  expect(await stranger.until(1)).toMatchObject([{ event: 'reset', data: {} }]);
  stranger.hangUp();
});

test('dead letters are told when their number changes, and nobody is asked while nobody listens', async () => {
  const listening = await Listening.to(gateway, ops, '?topics=deadLetters');
  await waitFor(() => letters.asked > 0, { timeoutMs: 10_000, what: 'the first look' });
  // What was there at the first look is no news.
  const looks = letters.asked;
  await waitFor(() => letters.asked > looks, { timeoutMs: 10_000, what: 'another look' });
  letters.count = 4;
  await gateway.say({ kind: 'market', state: market('fi', { version: 2 }) });
  const told = await listening.until(1);
  expect(told).toMatchObject([{ event: 'deadLetters', data: { dead: 4, parked: 0 } }]);
  listening.hangUp();
  await waitFor(() => listening.ended, { timeoutMs: 5_000, what: 'the end' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { asked } = letters;
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(letters.asked).toBe(asked);
}, 30_000);

test('only operators listen, and an unknown topic is named', async () => {
  expect((await gateway.get('/v1/ops/events')).status).toBe(401);
  for (const role of ['finance', 'seller'] as const)
    expect((await Listening.to(gateway, await tokenOf(role))).status).toBe(403);
  const refused = await gateway.json('/v1/ops/events?topics=market,weather', { authorization: `Bearer ${ops}` });
  expect(refused).toMatchObject({ code: 'ValidationFailed', errors: [{ field: 'query.topics[1]' }] });
});

test('a subject holds twenty streams; the next is told when to come back, and others are not in its way', async () => {
  const greedy = await tokenOf('ops', 'greedy');
  const held = await Promise.all(Array.from({ length: 20 }, () => Listening.to(gateway, greedy)));
  const refused = await gateway.get('/v1/ops/events', { authorization: `Bearer ${greedy}` });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15']);
  const other = await Listening.to(gateway, ops);
  expect(other.status).toBe(200);
  held[0]?.hangUp();
  await waitFor(
    async () => {
      const again = await Listening.to(gateway, greedy);
      again.hangUp();
      return again.status === 200;
    },
    { timeoutMs: 5_000, what: 'room again' },
  );
  [...held, other].forEach((each) => each.hangUp());
});

test('a stream ends with its token', async () => {
  const listening = await Listening.to(gateway, await tokenOf('ops', 'brief', 2));
  expect(listening.status).toBe(200);
  await waitFor(() => listening.ended, { timeoutMs: 5_000, what: 'the end' });
});

test('a gateway that stops waits for nobody who listens', async () => {
  const listening = await Listening.to(gateway, ops);
  const startedAt = performance.now();
  await gateway.stop();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  await waitFor(() => listening.ended, { timeoutMs: 1_000, what: 'the end' });
  await gateway.start();
}, 30_000);
