import { TestGateway, tokenOf } from './start-gateway.js';

const gateway = new TestGateway();

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.start();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

function signIn(token: string): Promise<Response> {
  return fetch(`${gateway.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}

/** What a browser sends back of a `Set-Cookie`. */
function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test('a token becomes a cookie that scripts cannot read, and that opens what the token opens', async () => {
  const signedIn = await signIn(await tokenOf('ops', 'olga'));
  expect(signedIn.status).toBe(201);
  expect(signedIn.headers.get('set-cookie')).toMatch(
    /^reprise-eu=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=(5\d|60)$/,
  );
  expect(signedIn.headers.get('cache-control')).toBe('no-store');
  const session = (await signedIn.json()) as { expiresAt: string };
  expect(session).toEqual({ subject: 'olga', roles: ['ops'], region: 'eu', expiresAt: expect.any(String) });

  const cookie = cookieOf(signedIn);
  expect(await gateway.json('/v1/session', { cookie })).toEqual(session);
  expect((await gateway.get('/v1/ops/dead-letters', { cookie })).status).toBe(200);
  expect((await gateway.get('/v1/finance/sales', { cookie })).status).toBe(403);
});

test('a call that changes something needs the header a foreign page cannot send', async () => {
  const cookie = cookieOf(await signIn(await tokenOf('ops')));
  const drop = (headers: Record<string, string>) =>
    fetch(`${gateway.url}/v1/ops/dead-letters/pricing/drop`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: JSON.stringify({ ids: ['1'], why: 'a test of the door' }),
    });
  expect((await drop({})).status).toBe(403);
  // Let in, and on to a service that is not there.
  expect((await drop({ 'x-reprise-csrf': '1' })).status).toBe(503);
});

test('signing out takes the cookie away', async () => {
  const signedOut = await fetch(`${gateway.url}/v1/session`, { method: 'DELETE' });
  expect(signedOut.status).toBe(204);
  expect(signedOut.headers.get('set-cookie')).toBe('reprise-eu=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  expect((await gateway.get('/v1/session')).status).toBe(401);
});

test('forged, expired and seller tokens get no cookie', async () => {
  for (const [token, status] of [
    ['a.b.c', 401],
    [await tokenOf('seller', '0199d3a0-0000-7000-8000-0000000000a1'), 403],
    [`${(await tokenOf('ops')).slice(0, -4)}AAAA`, 401],
  ] as const) {
    const refused = await signIn(token);
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([status, null]);
  }
});

test('a preview of an operator’s own answers is never left where others find it', async () => {
  const cookie = cookieOf(await signIn(await tokenOf('ops')));
  const markets = await gateway.get('/v1/markets', { cookie });
  expect([markets.status, markets.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
});
