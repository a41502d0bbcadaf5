import { readFileSync } from 'node:fs';
import { SignJWT, decodeJwt, importJWK } from 'jose';
import { writePrivately } from './keys.ts';
import type { KeyPair } from './keys.ts';

/** Tokens to try the system with; what `.local/credentials.json` holds. */
export interface Credentials {
  readonly ops: string;
  readonly finance: string;
  readonly sellers: readonly { readonly id: string; readonly token: string }[];
}

/** Issuer and audience of every token of the system. */
const party = 'reprise';
const lifeSeconds = 30 * 24 * 3_600;
/** Tokens with less life left than this are made anew at start, so that a system left running over a week does not lose them. */
const renewBelowSeconds = 10 * 24 * 3_600;

/** Sellers of the demonstration, of every region. Fixed, so that demo data loaded twice belongs to the same sellers. */
export const demoSellerIds: readonly string[] = (
  JSON.parse(readFileSync(new URL('../demo/sellers.json', import.meta.url), 'utf8')) as {
    readonly sellers: readonly { readonly id: string }[];
  }
).sellers.map(({ id }) => id);

/** Writes the credentials file, keeping the tokens in it while they are good. */
export async function writeCredentials(file: string, issuer: KeyPair): Promise<Credentials> {
  const kept = readCredentials(file);
  if (kept !== undefined && areGood(kept, issuer)) return kept;
  const credentials = await mintCredentials(issuer);
  writePrivately(file, JSON.stringify(credentials, null, 2));
  return credentials;
}

export async function mintCredentials(issuer: KeyPair): Promise<Credentials> {
  return {
    ops: await mint(issuer, 'ops', 'demo-operator'),
    finance: await mint(issuer, 'finance', 'demo-accountant'),
    sellers: await Promise.all(demoSellerIds.map(async (id) => ({ id, token: await mint(issuer, 'seller', id) }))),
  };
}

async function mint({ privateJwk }: KeyPair, role: string, subject: string): Promise<string> {
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'EdDSA', kid: String(privateJwk.kid), typ: 'JWT' })
    .setIssuer(party)
    .setAudience(party)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${lifeSeconds}s`)
    .sign(await importJWK(privateJwk, 'EdDSA'));
}

function areGood({ ops, finance, sellers }: Credentials, { publicJwk }: KeyPair): boolean {
  const sameSellers = sellers.map((seller) => seller.id).join() === demoSellerIds.join();
  const tokens = [ops, finance, ...sellers.map((seller) => seller.token)];
  return (
    sameSellers && tokens.every((token) => isSignedBy(token, publicJwk.kid) && secondsLeft(token) > renewBelowSeconds)
  );
}

function isSignedBy(token: string, kid: string | undefined): boolean {
  const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid?: string };
  return header.kid === kid;
}

function secondsLeft(token: string): number {
  return (decodeJwt(token).exp ?? 0) - Date.now() / 1_000;
}

/** A file that somebody cut short or edited is written anew rather than complained about: nothing in it is precious. */
function readCredentials(file: string): Credentials | undefined {
  try {
    const { ops, finance, sellers } = JSON.parse(readFileSync(file, 'utf8')) as Credentials;
    return [ops, finance, ...sellers.map(({ token }) => token)].every((token) => secondsLeft(token) > 0)
      ? { ops, finance, sellers }
      : undefined;
  } catch {
    return undefined;
  }
}
