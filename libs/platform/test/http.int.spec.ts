import { Controller, Get, Module } from '@nestjs/common';
import { operation } from '@reprise/contracts/http';
import type { Problem } from '@reprise/contracts/http';
import { Fault, reject } from '@reprise/kernel';
import { exportJWK, generateKeyPair } from 'jose';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { Answers, answer, createHttpApp, mintToken, problem } from '../src/http/index.js';
import type { Call, HttpApp, HttpAppOptions } from '../src/http/index.js';
import { NotReady } from '../src/http/index.js';
import { createLogger } from '../src/telemetry/index.js';

const base = { owner: 'pricing', tag: 'Test', summary: 'a test', problems: [] } as const;

const putThing = operation({
  ...base,
  id: 'putThing',
  method: 'PUT',
  path: '/v1/markets/{market}/things/{thingId}',
  policy: ['seller', 'ops'],
  params: z.object({ market: z.string().regex(/^[a-z]{2}$/), thingId: z.uuid() }),
  query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
  headers: z.object({ 'idempotency-key': z.string().min(8) }),
  body: z.strictObject({
    email: z.email(),
    lines: z.array(z.strictObject({ offerId: z.uuid(), quantity: z.int().min(1) })).min(1),
  }),
  responses: {
    200: z.object({ market: z.string(), limit: z.int(), subject: z.string() }),
    201: z.object({ id: z.string() }),
  },
  problems: ['OutOfStock'],
});
const getThing = operation({
  ...base,
  id: 'getThing',
  method: 'GET',
  path: '/v1/things/{name}',
  policy: ['public'],
  params: z.object({ name: z.string() }),
  responses: { 200: z.object({ name: z.string() }) },
  problems: ['OutOfStock', 'ProductNotFound'],
});
const importThings = operation({
  ...base,
  id: 'importThings',
  method: 'POST',
  path: '/v1/things/import',
  policy: ['public'],
  body: z.any().meta({ contentType: 'application/x-ndjson' }),
  responses: { 200: z.object({ lines: z.int() }) },
});

const started: string[] = [];

@Controller()
class Things {
  @Answers(putThing)
  put(call: Call<typeof putThing>) {
    if (call.body.lines[0]?.quantity === 99)
      return reject('inventory.gone', 'Only 2 left.', { field: 'lines[0].quantity' });
    if (call.body.lines[0]?.quantity === 7) return answer(201, { id: call.params.thingId }, { location: '/there' });
    return { market: call.params.market, limit: call.query.limit, subject: call.principal.subject };
  }

  @Answers(getThing)
  async get(call: Call<typeof getThing>) {
    started.push(call.params.name);
    switch (call.params.name) {
      case 'slow':
        await sleep(400);
        return { name: 'slow' };
      case 'endless':
        await sleep(60_000, undefined, { signal: call.signal });
        return { name: 'endless' };
      case 'fault':
        throw new Fault('connect ECONNREFUSED 10.1.2.3:5432', { retriable: true });
      case 'bug':
        throw new TypeError('secret internals');
      case 'leaky':
        return { name: 'leaky', unitCost: '1.00' };
      case 'gone':
        return problem('ProductNotFound', 'No product is called gone.');
      case 'unmapped':
        return reject('nobody.mapped_this', 'hm');
      default:
        return { name: call.params.name };
    }
  }

  @Answers(importThings)
  async import(call: Call<typeof importThings>) {
    let lines = 0;
    for await (const chunk of call.body as Readable) lines += String(chunk).split('\n').length - 1;
    return { lines };
  }
}

@Module({ controllers: [Things] })
class ThingsModule {}

const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
const privateJwk = { ...(await exportJWK(privateKey)), kid: 'test-key', alg: 'EdDSA' };
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test-key', alg: 'EdDSA' };

const logLines: string[] = [];
const options: HttpAppOptions = {
  service: 'things',
  config: { region: 'eu', authJwks: { keys: [publicJwk] }, checkAnswers: true, corsOrigins: ['https://shop.example'] },
  logger: createLogger({
    service: 'things',
    region: 'eu',
    level: 'info',
    destination: { write: (line) => logLines.push(line) },
  }),
  operations: [putThing, getThing, importThings],
  problemOf: { 'inventory.gone': 'OutOfStock' },
};

let app: HttpApp;
let url: string;
let seller: string;

beforeAll(async () => {
  app = await createHttpApp(ThingsModule, options);
  ({ url } = await app.listen(0));
  seller = await mintToken({ role: 'seller', sub: 'seller-1', ttlSeconds: 60 }, privateJwk);
});
afterAll(() => app.close());
beforeEach(() => {
  started.length = 0;
  logLines.length = 0;
});

const id = '0199a1b2-0000-7000-8000-000000000001';
const goodBody = { email: 'a@b.example', lines: [{ offerId: id, quantity: 1 }] };

function put(body: unknown, { path = `/v1/markets/fr/things/${id}`, ...headers }: Record<string, string> = {}) {
  return fetch(url + path, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${seller}`,
      'idempotency-key': '12345678',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const document = (await response.json()) as Problem;
  expect(document.status).toBe(response.status);
  expect(document.requestId).toBe(response.headers.get('x-request-id'));
  expect(document.type).toBe(`urn:reprise:problem:${document.code}`);
  return document;
}

describe('a call that is right', () => {
  test('reaches its handler typed, with defaults and the holder of the token', async () => {
    const response = await put(goodBody);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ market: 'fr', limit: 5, subject: 'seller-1' });
  });

  test('is answered under another declared status when the handler says so', async () => {
    const response = await put({ ...goodBody, lines: [{ offerId: id, quantity: 7 }] });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/there');
  });

  test('keeps a sane request id and replaces an insane one', async () => {
    const kept = await fetch(`${url}/v1/things/a`, { headers: { 'x-request-id': 'caller-0001' } });
    expect(kept.headers.get('x-request-id')).toBe('caller-0001');
    const replaced = await fetch(`${url}/v1/things/a`, { headers: { 'x-request-id': 'a b"c' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('carries security headers, no server banner, and is not cacheable by accident', async () => {
    const { headers } = await fetch(`${url}/v1/things/a`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  test('streams NDJSON to the handler unread', async () => {
    const body = Array.from({ length: 50_000 }, (_, n) => `{"n":${n}}\n`).join('');
    const response = await fetch(`${url}/v1/things/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body,
    });
    expect(await response.json()).toEqual({ lines: 50_000 });
  });
});

describe('bad input', () => {
  test('every offending field is named, in every part of the request at once', async () => {
    const body = { email: 'nope', lines: [{ offerId: id, quantity: 0, unitPrice: '1.00' }, {}], role: 'ops' };
    const response = await put(body, { path: '/v1/markets/XX/things/1?limit=11', 'idempotency-key': 'short' });
    expect(response.status).toBe(400);
    const { code, errors } = await problemOf(response);
    expect(code).toBe('ValidationFailed');
    expect(errors.map(({ field, code: why }) => `${field} ${why}`).sort()).toEqual([
      'email invalid_format',
      'headers.Idempotency-Key too_small',
      'lines[0].quantity too_small',
      'lines[0].unitPrice unknown',
      'lines[1].offerId required',
      'lines[1].quantity required',
      'path.market invalid_format',
      'path.thingId invalid_format',
      'query.limit too_big',
      'role unknown',
    ]);
  });

  test.each([
    ['cut short', '{"email":', 400, 'MalformedJson'],
    ['empty', '', 400, 'MalformedJson'],
    ['reaching for the prototype', '{"__proto__":{"role":"ops"},"email":"a@b.example"}', 400, 'MalformedJson'],
    ['of another kind', '"x"', 400, 'ValidationFailed'],
    ['of 300 KB', JSON.stringify({ ...goodBody, email: 'x'.repeat(300_000) }), 413, 'PayloadTooLarge'],
  ])('a body %s is answered with its own problem', async (_, body, status, code) => {
    const response = await put(body);
    expect(response.status).toBe(status);
    expect((await problemOf(response)).code).toBe(code);
  });

  test('no body where one is needed names the body', async () => {
    const response = await fetch(`${url}/v1/markets/fr/things/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${seller}`, 'idempotency-key': '12345678' },
    });
    expect((await problemOf(response)).errors).toEqual([{ field: 'body', code: 'required', message: 'is required' }]);
  });

  test.each(['text/plain', 'application/xml', 'application/x-ndjson', 'application/x-www-form-urlencoded'])(
    'a body of type %s is refused where JSON is read',
    async (contentType) => {
      const response = await put(goodBody, { 'content-type': contentType });
      expect(response.status).toBe(415);
      expect((await problemOf(response)).code).toBe('UnsupportedMediaType');
    },
  );

  test('JSON is refused where NDJSON is read', async () => {
    const response = await fetch(`${url}/v1/things/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect((await problemOf(response)).code).toBe('UnsupportedMediaType');
  });

  test('an unknown path is 404, a known path with another method 405 and says which it answers', async () => {
    const unknown = await fetch(`${url}/v1/nothing`);
    expect(unknown.status).toBe(404);
    expect((await problemOf(unknown)).code).toBe('NotFound');
    const wrong = await fetch(`${url}/v1/things/a`, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD');
    expect((await problemOf(wrong)).code).toBe('MethodNotAllowed');
  });

  test('an undecodable path and an over-long one are problems too', async () => {
    expect((await problemOf(await fetch(`${url}/v1/things/%zz`))).status).toBe(404);
    expect((await problemOf(await fetch(`${url}/v1/things/${'x'.repeat(300)}`))).status).toBe(404);
  });

  test('what is not HTTP at all gets a problem document on the socket', async () => {
    const answered = await rawExchange('NONSENSE\r\n\r\n');
    expect(answered).toContain('HTTP/1.1 400 Bad Request');
    expect(answered).toContain('"code":"ValidationFailed"');
    expect(await rawExchange(`GET / HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain(
      'HTTP/1.1 431',
    );
  });
});

describe('what goes wrong on our side', () => {
  test('a business rejection becomes its problem, naming the field', async () => {
    const response = await put({ ...goodBody, lines: [{ offerId: id, quantity: 99 }] });
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({
      code: 'OutOfStock',
      detail: 'Only 2 left.',
      errors: [{ field: 'lines[0].quantity', code: 'OutOfStock', message: 'Only 2 left.' }],
    });
  });

  test('a retriable fault is 503 with Retry-After and says nothing of our insides', async () => {
    const response = await fetch(`${url}/v1/things/fault`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    const document = await problemOf(response);
    expect(document.code).toBe('ServiceUnavailable');
    expect(JSON.stringify(document)).not.toContain('10.1.2.3');
  });

  test.each(['bug', 'unmapped', 'leaky'])(
    '%s is 500 without a trace of the cause, which is in the log under the request id',
    async (name) => {
      const response = await fetch(`${url}/v1/things/${name}`);
      expect(response.status).toBe(500);
      const document = await problemOf(response);
      expect(document.code).toBe('InternalError');
      expect(JSON.stringify(document)).not.toMatch(/secret internals|at |unitCost|\.ts/);
      const logged = logLines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .find(({ event }) => event === 'http.failed');
      expect(logged).toMatchObject({ requestId: document.requestId, level: 'error', operation: 'getThing' });
    },
  );

  test('an undeclared field of an answer is a bug in the service, found where answers are checked', async () => {
    await fetch(`${url}/v1/things/leaky`);
    expect(logLines.join()).toContain('undeclared field unitCost');
  });
});

describe('deadlines', () => {
  test('a call is answered 504 when its time is over, and what it started is told to stop', async () => {
    const startedAt = performance.now();
    const response = await fetch(`${url}/v1/things/endless`, { headers: { 'x-deadline-ms': '150' } });
    expect(response.status).toBe(504);
    expect((await problemOf(response)).code).toBe('DeadlineExceeded');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(logLines.filter((line) => line.includes('http.failed'))).toEqual([]);
  });

  test('a caller who hangs up is noticed: the work is told to stop and counted as unanswered', async () => {
    const hangUp = new AbortController();
    const asked = fetch(`${url}/v1/things/endless`, { signal: hangUp.signal }).catch((error: unknown) => error);
    while (started.length === 0) await sleep(5);
    hangUp.abort();
    expect(await asked).toMatchObject({ name: 'AbortError' });
    const unanswered =
      'http_request_duration_seconds_count{service="things",region="eu",operation="getThing",status="499"} 1';
    while (!(await (await fetch(`${url}/metrics`)).text()).includes(unanswered)) await sleep(5);
    expect(logLines.filter((line) => line.includes('http.failed'))).toEqual([]);
  });

  test('a call whose time was over before it arrived never reaches its handler', async () => {
    const response = await fetch(`${url}/v1/things/late`, { headers: { 'x-deadline-ms': '0' } });
    expect(response.status).toBe(504);
    expect(started).toEqual([]);
  });

  test('a deadline that is no number is bad input', async () => {
    const response = await fetch(`${url}/v1/things/a`, { headers: { 'x-deadline-ms': 'soon' } });
    expect((await problemOf(response)).errors[0]?.field).toBe('headers.X-Deadline-Ms');
  });
});

describe('health', () => {
  test('ready says what each check took, and 503 with a fit reason when one fails', async () => {
    let broken = false;
    app.readiness.add({
      name: 'read-model',
      check: () => {
        if (broken) throw new NotReady('12 facts behind');
      },
    });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', checks: [{ name: 'read-model', ok: true }] });
    broken = true;
    const notReady = await fetch(`${url}/health/ready`);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toMatchObject({
      status: 'not-ready',
      checks: [{ ok: false, reason: '12 facts behind' }],
    });
    broken = false;
  });

  test('metrics count requests by operation, never by path', async () => {
    await fetch(`${url}/v1/things/metric-probe`);
    const page = await (await fetch(`${url}/metrics`)).text();
    const counted =
      'http_request_duration_seconds_count{service="things",region="eu",operation="getThing",status="200"}';
    expect(page.split('\n').find((line) => line.startsWith(counted))).toMatch(/ [1-9]\d*$/);
    expect(page).not.toContain('metric-probe');
  });
});

describe('default deny', () => {
  test('a controller method that answers no operation stops the boot', async () => {
    @Controller()
    class Undeclared {
      @Get('/v1/back-door')
      open() {
        return 'oops';
      }
    }
    @Module({ controllers: [Undeclared] })
    class UndeclaredModule {}
    await expect(createHttpApp(UndeclaredModule, { ...options, operations: [] })).rejects.toThrow(
      'GET /v1/back-door answers no operation',
    );
  });

  test('an operation without a policy stops the boot', async () => {
    const bare = { ...getThing, policy: [] as unknown as ['public'] };
    @Controller()
    class Bare {
      @Answers(bare)
      get() {
        return { name: 'x' };
      }
    }
    @Module({ controllers: [Bare] })
    class BareModule {}
    await expect(createHttpApp(BareModule, { ...options, operations: [bare] })).rejects.toThrow(
      'getThing has no policy',
    );
  });

  test('an operation nobody answers, and a handler for none of ours, stop the boot', async () => {
    @Module({})
    class EmptyModule {}
    const empty = await createHttpApp(EmptyModule, { ...options, operations: [getThing] });
    await expect(empty.listen(0)).rejects.toThrow('answers nothing for getThing');
    await expect(createHttpApp(ThingsModule, { ...options, operations: [getThing] })).rejects.toThrow(
      /not among this process/,
    );
  });
});

function rawExchange(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answered = '';
    socket.on('data', (chunk) => (answered += String(chunk)));
    socket.on('close', () => resolve(answered));
    socket.on('error', reject);
    socket.write(request);
  });
}
