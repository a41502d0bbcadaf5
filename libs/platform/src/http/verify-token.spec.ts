import { SignJWT, exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import type { JWTPayload } from 'jose';
import { RequestRefused } from './answer.js';
import { enforcePolicy } from './enforce-policy.js';
import { mintToken } from './mint-token.js';
import { tokenVerifier } from './verify-token.js';

async function keyNamed(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return {
    publicKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' },
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: 'EdDSA' },
  };
}

const ours = await keyNamed('2026-01');
const next = await keyNamed('2026-02');
const stranger = await keyNamed('2026-01');
const verify = tokenVerifier({ keys: [ours.publicJwk, next.publicJwk] });
const nowSeconds = Math.floor(Date.now() / 1000);
const good = { iss: 'reprise', aud: 'reprise', sub: 's1', role: 'seller', exp: nowSeconds + 60 };

async function sign(payload: JWTPayload, { key = ours.privateJwk as object, kid = '2026-01', alg = 'EdDSA' } = {}) {
  return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(await importJWK(key, alg));
}

function unsigned(header: object, payload: object, signature = ''): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${signature}`;
}

async function refusalOf(attempt: Promise<unknown>): Promise<RequestRefused> {
  const refused = await attempt.then(
    () => new Error('the token was accepted'),
    (error: unknown) => error,
  );
  if (refused instanceof RequestRefused) return refused;
  throw refused;
}

test('a token says who holds it', async () => {
  const token = await mintToken({ role: 'finance', sub: 'anna', ttlSeconds: 60 }, ours.privateJwk);
  expect(await verify(token)).toEqual({ role: 'finance', subject: 'anna' });
});

test('while keys rotate, tokens of both keys are good', async () => {
  const token = await mintToken({ role: 'ops', sub: 'o', ttlSeconds: 60 }, next.privateJwk);
  expect(await verify(token)).toEqual({ role: 'ops', subject: 'o' });
});

test('a clock five seconds off is forgiven, no more', async () => {
  expect(await verify(await sign({ ...good, exp: nowSeconds - 3 }))).toMatchObject({ subject: 's1' });
  expect((await refusalOf(verify(await sign({ ...good, exp: nowSeconds - 30 })))).message).toBe(
    'The token has expired.',
  );
});

test.each<[string, () => Promise<string> | string]>([
  ['alg none', () => unsigned({ alg: 'none' }, good)],
  ['alg None with the right kid', () => unsigned({ alg: 'None', kid: '2026-01' }, good)],
  [
    'an HMAC over the public key',
    async () =>
      new SignJWT(good)
        .setProtectedHeader({ alg: 'HS256', kid: '2026-01' })
        .sign(Buffer.from(await exportSPKI(ours.publicKey))),
  ],
  ['another key under our kid', () => sign(good, { key: stranger.privateJwk })],
  ['an unknown kid', () => sign(good, { kid: '1999-01' })],
  ['another issuer', () => sign({ ...good, iss: 'elsewhere' })],
  ['another audience', () => sign({ ...good, aud: 'elsewhere' })],
  ['no issuer', () => sign({ ...good, iss: undefined } as unknown as JWTPayload)],
  ['a start in the future', () => sign({ ...good, nbf: nowSeconds + 60 })],
  ['no expiry', () => sign({ ...good, exp: undefined } as unknown as JWTPayload)],
  ['no role', () => sign({ ...good, role: undefined })],
  ['the role public', () => sign({ ...good, role: 'public' })],
  ['a role nobody has', () => sign({ ...good, role: 'admin' })],
  ['two roles', () => sign({ ...good, role: ['seller', 'ops'] })],
  ['no subject', () => sign({ ...good, sub: undefined } as unknown as JWTPayload)],
  ['an empty subject', () => sign({ ...good, sub: '' })],
  [
    'a changed payload',
    async () => {
      const [header, , signature] = (await sign(good)).split('.');
      return `${header}.${Buffer.from(JSON.stringify({ ...good, role: 'ops' })).toString('base64url')}.${signature}`;
    },
  ],
  ['nothing like a token', () => 'not.a.token'],
])('a token with %s is refused as not valid here', async (_, make) => {
  const refused = await refusalOf(verify(await make()));
  expect(refused.code).toBe('Unauthenticated');
  expect(refused.message).toBe('The token is not valid here.');
});

describe('policy', () => {
  const bearer = async (role: 'seller' | 'buyer') =>
    `Bearer ${await mintToken({ role, sub: 'x', ttlSeconds: 60 }, ours.privateJwk)}`;

  test('a call for sellers refuses nobody in particular, and a buyer', async () => {
    const missing = await refusalOf(enforcePolicy({ policy: ['seller'] }, undefined, verify));
    expect([missing.code, missing.extras.headers?.['www-authenticate']]).toEqual([
      'Unauthenticated',
      'Bearer realm="reprise"',
    ]);
    const buyer = await refusalOf(enforcePolicy({ policy: ['seller'] }, await bearer('buyer'), verify));
    expect(buyer.code).toBe('Forbidden');
  });

  test.each(['Basic dXNlcjpwdw==', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(9_000)}`, 'bearer\ttoken'])(
    'the authorization %.20s is refused without being verified',
    async (authorization) => {
      const neverAsked = () => Promise.reject(new Error('verified'));
      expect((await refusalOf(enforcePolicy({ policy: ['seller'] }, authorization, neverAsked))).code).toBe(
        'Unauthenticated',
      );
    },
  );

  test('a call open to everybody does not look at tokens, so its answers can be cached for all', async () => {
    const neverAsked = () => Promise.reject(new Error('verified'));
    expect(await enforcePolicy({ policy: ['public'] }, 'Bearer whatever', neverAsked)).toEqual({
      role: 'public',
      subject: 'anonymous',
    });
  });

  test('a call open to everybody and known to some tells them apart, and refuses a bad token', async () => {
    const policy = ['public', 'buyer'] as const;
    expect(await enforcePolicy({ policy }, undefined, verify)).toMatchObject({ role: 'public' });
    expect(await enforcePolicy({ policy }, await bearer('buyer'), verify)).toEqual({ role: 'buyer', subject: 'x' });
    expect((await refusalOf(enforcePolicy({ policy }, 'Bearer bad', verify))).code).toBe('Unauthenticated');
  });
});
