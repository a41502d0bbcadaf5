import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readGateways, readPort } from './console.config.ts';
import { createConsoleServer } from './server.ts';
import { loadSite } from './static-site.ts';

const dir = mkdtempSync(join(tmpdir(), 'console-site-'));
const script = `export const answer = ${'4'.repeat(2_000)}n;\n`;
let seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
let gateway: Server;
let server: Server;
let url: string;

const addressOf = (each: Server) => `http://127.0.0.1:${(each.address() as AddressInfo).port}`;
const listen = (each: Server) => new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));

beforeAll(async () => {
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>console</title>');
  writeFileSync(join(dir, 'assets', 'main-1.js'), script);
  writeFileSync(join(dir, '.env'), 'SECRET=1');
  gateway = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'reprise-eu=t; HttpOnly' });
      response.end('{"ok":true}');
    });
  });
  await listen(gateway);
  server = createConsoleServer({ site: loadSite(dir), gateways: { eu: addressOf(gateway), us: 'http://127.0.0.1:9' } });
  await listen(server);
  url = addressOf(server);
});
beforeEach(() => (seen = []));
afterAll(async () => {
  for (const each of [server, gateway]) {
    each.closeAllConnections();
    await new Promise((resolve) => each.close(resolve));
  }
  rmSync(dir, { recursive: true });
});

test('a call goes to its region’s gateway without the prefix, with its cookie, and the cookie comes back', async () => {
  const answered = await fetch(`${url}/api/eu/v1/session?x=1`, {
    method: 'POST',
    headers: { cookie: 'reprise-eu=old', 'x-reprise-csrf': '1', 'content-type': 'application/json', origin: url },
    body: '{"token":"é"}',
  });
  expect([answered.status, answered.headers.get('set-cookie'), await answered.json()]).toEqual([
    201,
    'reprise-eu=t; HttpOnly',
    { ok: true },
  ]);
  const [call] = seen;
  expect([call?.method, call?.url, call?.body]).toEqual(['POST', '/v1/session?x=1', '{"token":"é"}']);
  expect(call?.headers).toMatchObject({ cookie: 'reprise-eu=old', 'x-reprise-csrf': '1' });
  expect(call?.headers.origin).toBeUndefined();
});

test('a region that is down is a problem document, and a region nobody named is no region', async () => {
  const down = await fetch(`${url}/api/us/v1/markets`);
  expect([down.status, down.headers.get('content-type'), ((await down.json()) as { code: string }).code]).toEqual([
    503,
    'application/problem+json',
    'ServiceUnavailable',
  ]);
  for (const region of ['xx', 'constructor', '__proto__'])
    expect((await fetch(`${url}/api/${region}/v1/markets`)).status).toBe(404);
  expect(seen).toEqual([]);
});

test('every address of the console is its page; what looks like a file and is none is not', async () => {
  for (const path of ['/', '/markets/fr?tab=versions', '/sales']) {
    const page = await fetch(url + path);
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>console</title>',
    ]);
  }
  for (const path of ['/assets/main-0.js', '/.env', '/assets/..%2f.env', '/favicon.ico'])
    expect((await fetch(url + path)).status).toBe(404);
});

test('a file named after its content is kept for good, and is packed for who can unpack it', async () => {
  const file = await fetch(`${url}/assets/main-1.js`);
  expect(await file.text()).toBe(script);
  expect(file.headers.get('content-encoding')).toBe('gzip');
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const again = await fetch(`${url}/assets/main-1.js`, {
    headers: { 'if-none-match': file.headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const plain = await fetch(`${url}/assets/main-1.js`, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script]);
});

test('the page may run its own scripts alone and be framed by nobody', async () => {
  const policy = (await fetch(url)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('nothing is written here', async () => {
  expect((await fetch(`${url}/markets`, { method: 'POST' })).status).toBe(405);
});

test('the page is told its regions', async () => {
  expect(await (await fetch(`${url}/settings.json`)).json()).toEqual({ regions: ['eu', 'us'] });
});

test('settings that cannot be used are refused by name', () => {
  expect(readGateways('{"eu":"http://127.0.0.1:4100/"}')).toEqual({ eu: 'http://127.0.0.1:4100' });
  for (const text of [
    undefined,
    '',
    '{}',
    '[]',
    '{"eu":1}',
    '{"eu":"ftp://x"}',
    '{"EU":"http://x"}',
    '{"eu":"http://x/path"}',
  ])
    expect(() => readGateways(text)).toThrow('CONSOLE_GATEWAYS');
  for (const text of [undefined, '0', 'x', '70000']) expect(() => readPort(text)).toThrow('CONSOLE_HTTP_PORT');
});
