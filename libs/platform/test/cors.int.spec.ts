import { Module } from '@nestjs/common';
import { operation } from '@reprise/contracts/http';
import { z } from 'zod';
import { answer, createHttpApp } from '../src/http/index.js';
import type { HttpApp } from '../src/http/index.js';
import { createLogger } from '../src/telemetry/index.js';

const base = { owner: 'gateway', tag: 'Test', summary: 'a test', policy: ['public'], problems: [] } as const;
const read = operation({ ...base, id: 'read', method: 'GET', path: '/v1/read', responses: { 200: z.looseObject({}) } });
const write = operation({ ...base, id: 'write', method: 'POST', path: '/v1/write', responses: { 204: null } });

@Module({})
class NoModule {}

const ours = 'https://shop.example';
const stranger = 'https://elsewhere.example';
let app: HttpApp;
let url: string;

beforeAll(async () => {
  app = await createHttpApp(NoModule, {
    service: 'test',
    config: { region: 'eu', authJwks: { keys: [] }, checkAnswers: true, corsOrigins: [ours] },
    logger: createLogger({ service: 'test', region: 'eu', level: 'silent' }),
    operations: [read, write],
  });
  app.mount(read, () => answer(200, { ok: true }, { vary: 'Accept-Language' }));
  app.mount(write, () => undefined);
  ({ url } = await app.listen(0));
});
afterAll(() => app.close());

function preflight(path: string, origin: string, method: string, requestHeaders = 'content-type') {
  return fetch(url + path, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': requestHeaders },
  });
}

test('any page may read what anybody may read', async () => {
  const response = await fetch(`${url}/v1/read`, { headers: { origin: stranger } });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('our storefront may write, a stranger’s page is not allowed to', async () => {
  const allowed = await preflight('/v1/write', ours, 'POST', 'content-type, idempotency-key');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(ours);
  expect(allowed.headers.get('access-control-allow-methods')).toContain('POST');
  expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  const refused = await preflight('/v1/write', stranger, 'POST');
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  expect(refused.headers.get('access-control-allow-methods')).toBeNull();
});

test('a stranger’s page may not send a token, not even to read', async () => {
  const response = await preflight('/v1/read', stranger, 'GET', 'authorization');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['null', `${ours}.evil.example`, 'https://shop.example:444', 'http://shop.example', 'HTTPS://SHOP.EXAMPLE'])(
  'the origin %s is not ours',
  async (origin) => {
    const response = await preflight('/v1/write', origin, 'POST');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  },
);

test('credentials mode is never allowed and caches are told that origins differ', async () => {
  for (const headers of [{ origin: ours }, {}] as Record<string, string>[]) {
    const response = await fetch(`${url}/v1/read`, { headers });
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toBe('Accept-Language, Origin');
  }
});
