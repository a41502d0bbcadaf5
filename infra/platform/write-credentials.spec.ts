import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose';
import { demoSellerIds, mintCredentials } from './write-credentials.ts';

test('every token is signed by the issuer for its role, its subject and a month', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const issuer = {
    privateJwk: { ...(await exportJWK(privateKey)), kid: 'k1' },
    publicJwk: { ...(await exportJWK(publicKey)), kid: 'k1' },
  };
  const { ops, finance, sellers } = await mintCredentials(issuer);

  expect(sellers.map(({ id }) => id)).toEqual(demoSellerIds);
  for (const [token, role] of [
    [ops, 'ops'],
    [finance, 'finance'],
    ...sellers.map(({ token }) => [token, 'seller']),
  ] as [string, string][]) {
    const { payload } = await jwtVerify(token, await importJWK(issuer.publicJwk, 'EdDSA'), {
      issuer: 'reprise',
      audience: 'reprise',
    });
    expect(payload['role']).toBe(role);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30 * 24 * 3_600);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', kid: 'k1', typ: 'JWT' });
  }
  expect(sellers.map(({ token }) => decodeJwt(token).sub)).toEqual(demoSellerIds);
});
