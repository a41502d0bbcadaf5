import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { postSafely } from '../src/outbound/webhooks/post-safely.js';
import type { Address } from '../src/outbound/webhooks/post-safely.js';
import { HostileReceiver } from './hostile-receiver.js';

jest.setTimeout(20_000);

const here: Address = { address: '127.0.0.1', family: 4 };
const pem = (kind: 'cert' | 'key') =>
  readFileSync(new URL(`./fixtures/hooks-example.${kind}.pem`, import.meta.url), 'utf8');

let receiver: HostileReceiver;
beforeAll(async () => {
  receiver = await HostileReceiver.open();
});
afterAll(() => receiver.close());

const post = (url: string, change: Partial<Parameters<typeof postSafely>[3]> = {}) =>
  postSafely(url, { 'content-type': 'application/json' }, '{}', { targets: 'any', timeoutMs: 400, ...change });

test.each<[string, readonly Address[]]>([
  ['a private address', [{ address: '10.0.0.7', family: 4 }]],
  ['this machine', [here]],
  ['a metadata service', [{ address: '169.254.169.254', family: 4 }]],
  ['an IPv4 address dressed as IPv6', [{ address: '::ffff:127.0.0.1', family: 6 }]],
  ['a public address and, second, a private one', [{ address: '8.8.8.8', family: 4 }, here]],
])('a name that leads to %s is not connected to', async (_name, found) => {
  const before = receiver.received.length;
  const { status, error } = await post(`https://hooks.example:${receiver.port}/ok`, {
    ...{ targets: 'public' },
    resolve: () => Promise.resolve(found),
  });
  expect([status, error?.split(':')[0]]).toEqual([undefined, 'addressNotPublic']);
  expect(receiver.received).toHaveLength(before);
});

test('the name is looked up once, and the connection goes to what was looked at', async () => {
  const resolve = jest.fn<(host: string) => Promise<readonly Address[]>>();
  resolve.mockResolvedValueOnce([here]).mockResolvedValue([{ address: '192.0.2.1', family: 4 }]);
  const { status } = await post(`http://hooks.example:${receiver.port}/ok/pinned`, { resolve });
  expect(status).toBe(204);
  expect(resolve.mock.calls).toEqual([['hooks.example']]);
  expect(receiver.at('/ok/pinned')[0]?.headers.host).toBe(`hooks.example:${receiver.port}`);
});

test('plain http, other protocols and ports below 1024 are refused without looking anything up', async () => {
  const resolve = jest.fn<(host: string) => Promise<readonly Address[]>>();
  for (const url of [
    'http://hooks.example/',
    'ftp://hooks.example/',
    'https://hooks.example:25/',
    'https://2130706433/',
  ])
    expect((await post(url, { targets: 'public', resolve })).status).toBeUndefined();
  expect(resolve).not.toHaveBeenCalled();
});

test.each<[string, number | undefined, RegExp]>([
  ['moved', 302, /answered 302/],
  ['failing', 500, /answered 500/],
  ['silent', undefined, /^timeout: no answer in 400 ms/],
  ['dripping', undefined, /^timeout/],
  ['endless', undefined, /^answerTooLarge/],
  ['hangingUp', undefined, /^ECONNRESET/],
  ['garbage', undefined, /^HPE_|ECONNRESET/],
])('a receiver that is %s costs its time and nothing else', async (behaviour, expected, error) => {
  const { status, error: said, tookMs } = await post(receiver.url(behaviour, '/alone'));
  expect([status, said]).toEqual([expected, expect.stringMatching(error)]);
  expect(tookMs).toBeLessThan(2_000);
  // Nothing was followed.
  expect(receiver.at('/ok')).toEqual([]);
});

test('a name that nobody answers for, and one that is answered for too late, are attempts like others', async () => {
  expect((await post('http://hooks.example/', { resolve: () => Promise.resolve([]) })).error).toMatch(/^nameNotFound/);
  expect((await post('http://hooks.example/', { resolve: () => new Promise(() => undefined) })).error).toMatch(
    /^timeout/,
  );
});

test('over TLS the certificate is checked, against the name and not the address', async () => {
  const server = createServer({ cert: pem('cert'), key: pem('key') }, (_request, response) => response.end('ok'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const resolve = () => Promise.resolve([here]);
  const ca = pem('cert');
  try {
    expect((await post(`https://hooks.example:${port}/`, { resolve, ca, timeoutMs: 3_000 })).status).toBe(200);
    expect((await post(`https://hooks.example:${port}/`, { resolve, timeoutMs: 3_000 })).error).toMatch(/SELF_SIGNED/);
    expect((await post(`https://other.example:${port}/`, { resolve, ca, timeoutMs: 3_000 })).error).toMatch(/ALTNAME/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
