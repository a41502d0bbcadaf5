import { Module } from '@nestjs/common';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { operation } from '@reprise/contracts/http';
import { request as send } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { addAbortSignal, Readable } from 'node:stream';
import { z } from 'zod';
import { ServiceClient, answer, createHttpApp, forwardCall, problem } from '../src/http/index.js';
import type { HttpApp } from '../src/http/index.js';
import { waitFor } from '../src/testing/index.js';
import { Metrics, createLogger, startTracing } from '../src/telemetry/index.js';

const base = { owner: 'checkout', tag: 'Test', summary: 'a test' } as const;
const anyHeaders = z.looseObject({ 'idempotency-key': z.string().optional() });

const placeThing = operation({
  ...base,
  id: 'placeThing',
  method: 'POST',
  path: '/v1/things',
  policy: ['public'],
  headers: anyHeaders,
  query: z.object({ dryRun: z.string().optional() }),
  body: z.looseObject({ quantity: z.int().positive() }),
  responses: { 201: z.looseObject({}) },
  problems: ['OutOfStock'],
});
const readThing = operation({
  ...base,
  id: 'readThing',
  method: 'GET',
  path: '/v1/things/{name}',
  policy: ['public'],
  params: z.object({ name: z.string() }),
  responses: { 200: z.looseObject({}) },
  problems: [],
});
const importThings = operation({
  ...base,
  id: 'importThings',
  method: 'POST',
  path: '/v1/things/import',
  policy: ['public'],
  body: z.any().meta({ contentType: 'application/x-ndjson' }),
  responses: { 200: z.looseObject({}) },
  problems: [],
});
const operations = [placeThing, readThing, importThings];

@Module({})
class NoModule {}

const logger = createLogger({ service: 'test', region: 'eu', level: 'silent' });
const config = { region: 'eu', authJwks: { keys: [] }, checkAnswers: true };
const spans = new InMemorySpanExporter();
const tracing = startTracing({ service: 'test', region: 'eu', exporter: spans });

let owner: HttpApp;
let gateway: HttpApp;
let ownerPort: number;
let url: string;
let client: ServiceClient;
/** What the owner has of the upload at hand, and what lets it read on. */
let arrived: { length: unknown; bytes: number; ended: 'not yet' | 'whole' | 'cut' };
let resume: Promise<void> = Promise.resolve();
const seen: { headers: Record<string, unknown>; body: string; url: string }[] = [];

async function startOwner(port: number): Promise<void> {
  owner = await createHttpApp(NoModule, { service: 'checkout', config, logger, operations });
  owner.mount(placeThing, (call) => {
    seen.push({ headers: { ...call.raw.headers }, body: String(call.rawBody), url: call.raw.url });
    if (call.body.quantity > 5) return problem('OutOfStock', 'Only 5 left.', { details: { quantityAvailable: 5 } });
    return answer(201, { ordered: call.body.quantity }, { location: '/v1/things/1' });
  });
  owner.mount(readThing, async (call) => {
    seen.push({ headers: { ...call.raw.headers }, body: '', url: call.raw.url });
    if (call.params.name === 'endless') await new Promise((_, reject) => call.signal.addEventListener('abort', reject));
    return { name: call.params.name, padding: 'x'.repeat(100_000) };
  });
  owner.mount(importThings, async (call) => {
    let bytes = 0;
    arrived = { length: call.raw.headers['content-length'], bytes: 0, ended: 'not yet' };
    const { signal } = call;
    try {
      for await (const chunk of addAbortSignal(signal, call.body as Readable)) {
        bytes += (chunk as Buffer).length;
        arrived.bytes = bytes;
        await resume;
      }
      arrived.ended = 'whole';
    } catch {
      arrived.ended = 'cut';
      throw new Error('cut');
    }
    return { bytes };
  });
  ({ port: ownerPort } = await owner.listen(port));
}

beforeAll(async () => {
  await startOwner(0);
  const metrics = new Metrics({ service: 'gateway', region: 'eu' });
  client = new ServiceClient({ service: 'checkout', baseUrl: `http://127.0.0.1:${ownerPort}`, logger, metrics });
  gateway = await createHttpApp(NoModule, { service: 'gateway', config, logger, operations, metrics });
  for (const each of operations) gateway.mount(each, (call) => forwardCall(call, client));
  ({ url } = await gateway.listen(0));
});
afterAll(async () => {
  client.close();
  await gateway.close();
  await owner.close();
  await tracing.stop();
});
beforeEach(() => {
  seen.length = 0;
  spans.reset();
});

function place(body: string, headers: Record<string, string> = {}) {
  return fetch(`${url}/v1/things?dryRun=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

test('the owner gets the body byte for byte, the headers it needs and none of the others', async () => {
  const body = '{ "quantity": 2,   "note": "é" }';
  const response = await place(body, {
    authorization: 'Bearer t',
    'idempotency-key': 'k-12345678',
    prefer: 'wait=10',
    cookie: 'session=1',
    'x-forwarded-for': '6.6.6.6',
    'x-request-id': 'request-77',
    'x-deadline-ms': '5000',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('location')).toBe('/v1/things/1');
  expect(await response.json()).toEqual({ ordered: 2 });
  const [{ headers, ...rest } = { headers: {} }] = seen;
  expect(rest).toEqual({ body, url: '/v1/things?dryRun=true' });
  expect(headers).toMatchObject({
    authorization: 'Bearer t',
    'idempotency-key': 'k-12345678',
    prefer: 'wait=10',
    'x-request-id': 'request-77',
  });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('x-forwarded-for');
  expect(Number((headers as Record<string, string>)['x-deadline-ms'])).toBeGreaterThan(0);
  expect(Number((headers as Record<string, string>)['x-deadline-ms'])).toBeLessThanOrEqual(5_000);
});

test('the owner’s problem reaches the caller as it is', async () => {
  const response = await place('{"quantity":6}', { 'x-request-id': 'request-78' });
  expect(response.status).toBe(409);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchObject({
    code: 'OutOfStock',
    requestId: 'request-78',
    details: { quantityAvailable: 5 },
  });
});

test('what the gateway can see is wrong never reaches the owner', async () => {
  expect((await place('{"quantity":0}')).status).toBe(400);
  expect(seen).toEqual([]);
});

test('one trace holds the caller’s span, the gateway’s two and the owner’s', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await place('{"quantity":1}', { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
  const ours = spans.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
  const byId = new Map(ours.map((span) => [span.spanContext().spanId, span.name]));
  const chain = ours.map((span) => `${byId.get(span.parentSpanContext?.spanId ?? '') ?? 'caller'} > ${span.name}`);
  expect(chain.sort()).toEqual([
    'POST /v1/things > POST checkout',
    'POST checkout > POST /v1/things',
    'caller > POST /v1/things',
  ]);
});

test('a stream goes through without being held in memory', async () => {
  const line = `${JSON.stringify({ sku: 'x'.repeat(100) })}\n`;
  const lines = 200_000;
  const before = process.memoryUsage.rss();
  let peakMb = 0;
  const body = Readable.from(
    (function* () {
      const block = line.repeat(1_000);
      for (let n = 0; n < lines / 1_000; n += 1) {
        peakMb = Math.max(peakMb, (process.memoryUsage.rss() - before) / 1e6);
        yield Buffer.from(block);
      }
    })(),
  );
  const response = await fetch(`${url}/v1/things/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(body) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  expect(await response.json()).toEqual({ bytes: line.length * lines });
  // Bytes sent are 22 MB; three processes' worth of buffers in one stay well below holding them once.
  expect(peakMb).toBeLessThan(150);
});

test('an upload waits for an owner that is slow: the gateway holds next to nothing of it', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  resume = promise as Promise<unknown> as Promise<void>;
  const size = 64 << 20;
  let sent = 0;
  const body = new Readable({
    read() {
      this.push(sent < size ? Buffer.alloc(65_536, 'x\n') : null);
      sent += 65_536;
    },
  });
  const answered = fetch(`${url}/v1/things/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(body) as ReadableStream,
    duplex: 'half',
  });
  // When nobody reads, what is under way is what sockets and streams hold, not the file.
  let before = -1;
  await waitFor(
    () => {
      const still = sent > 0 && sent === before;
      before = sent;
      return still;
    },
    { everyMs: 100 },
  );
  expect(sent).toBeLessThan(size / 4);
  resolve(undefined);
  expect(await (await answered).json()).toEqual({ bytes: size });
});

test('the owner knows how long an upload is, and that one was cut off and not finished', async () => {
  const { hostname, port } = new URL(url);
  const upload = send({
    ...{ hostname, port, method: 'POST', path: '/v1/things/import' },
    headers: { 'content-type': 'application/x-ndjson', 'content-length': '1000' },
  });
  upload.on('error', () => undefined);
  upload.write('{"half":1}\n');
  await waitFor(() => arrived?.length === '1000' && arrived.bytes === 11);
  upload.destroy();
  await waitFor(() => arrived.ended !== 'not yet');
  expect(arrived.ended).toBe('cut');
});

test('HEAD is answered like GET without the body', async () => {
  const response = await fetch(`${url}/v1/things/a`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});

test('the owner is told to stop when the caller’s time is over', async () => {
  const response = await fetch(`${url}/v1/things/endless`, { headers: { 'x-deadline-ms': '200' } });
  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({ code: 'DeadlineExceeded' });
});

test('a service that is down is named at once, and used again as soon as it is back', async () => {
  await owner.close();
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const startedAt = performance.now();
    const response = await place('{"quantity":1}');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'ServiceUnavailable', details: { service: 'checkout' } });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
  const page = await (await fetch(`${url}/metrics`)).text();
  expect(page).toMatch(/upstream_request_duration_seconds_count\{.*outcome="circuit-open"\} [1-9]/);
  expect(page).toMatch(/upstream_circuit_open\{.*service="checkout".*\} 1/);

  await startOwner(ownerPort);
  const deadline = Date.now() + 10_000;
  let status = 0;
  while (status !== 201 && Date.now() < deadline) ({ status } = await place('{"quantity":1}'));
  expect(status).toBe(201);
});

describe('a service that hangs up', () => {
  /** Answers the first request of a connection and hangs up on the second, as a server does whose keep-alive has just run out. */
  async function rudeServer() {
    const requests: string[] = [];
    const server = createServer((socket) => {
      let first = true;
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        requests.push(String(data).split(' ', 1)[0] ?? '');
        if (!first) return socket.resetAndDestroy();
        first = false;
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const metrics = new Metrics({ service: 'gateway', region: 'eu' });
    const rude = new ServiceClient({ service: 'pricing', baseUrl: `http://127.0.0.1:${port}`, logger, metrics });
    const call = async (method: string) => {
      const { status, body } = await rude.send({ method, path: '/', headers: {}, deadlineAtMs: Date.now() + 5_000 });
      for await (const chunk of body) void chunk;
      return status;
    };
    return { requests, call, close: () => (rude.close(), server.close()) };
  }

  test('a GET on a connection it had closed is sent again on a new one', async () => {
    const { requests, call, close } = await rudeServer();
    expect(await call('GET')).toBe(200);
    expect(await call('GET')).toBe(200);
    expect(requests).toEqual(['GET', 'GET', 'GET']);
    close();
  });

  test('a POST is never sent twice: its caller is told that nobody knows', async () => {
    const { requests, call, close } = await rudeServer();
    expect(await call('GET')).toBe(200);
    await expect(call('POST')).rejects.toThrow('may or may not have been carried out');
    expect(requests).toEqual(['GET', 'POST']);
    close();
  });
});
