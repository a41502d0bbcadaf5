import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

/** An Ed25519 pair as JSON Web Keys of one name (`kid`). */
export interface KeyPair {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** Secrets of one cell. */
export interface CellKeys {
  /** Pricing signs quotes with it; checkout of the same cell verifies them. */
  readonly quote: KeyPair;
  /** Checkout signs the access tokens of its orders with it. */
  readonly orderToken: KeyPair;
  /** Shared by checkout and the payment provider; Standard Webhooks form, `whsec_<base64>`. */
  readonly pspWebhookSecret: string;
}

/** All secrets of a system: made once, then kept, so that tokens and quotes outlive a restart. */
export interface Keys {
  /** Signs the tokens of sellers, operators and finance. */
  readonly issuer: KeyPair;
  readonly cells: Readonly<Record<string, CellKeys>>;
}

/** Reads the keys of a state folder, making what is missing. The file is readable by its owner only. */
export async function loadKeys(file: string, regions: readonly string[]): Promise<Keys> {
  const stored = readKeys(file);
  const cells: Record<string, CellKeys> = { ...stored?.cells };
  for (const region of regions) cells[region] ??= await makeCellKeys(region);
  const keys: Keys = { issuer: stored?.issuer ?? (await makeKeyPair('issuer')), cells };
  writePrivately(file, JSON.stringify(keys, null, 2));
  return keys;
}

/**
 * The public keys a cell accepts tokens from: the common issuer, and the checkout of that cell alone, so that an order's token
 * opens nothing in the other region.
 */
export function authJwks(keys: Keys, region: string): string {
  return JSON.stringify({ keys: [keys.issuer.publicJwk, cellKeys(keys, region).orderToken.publicJwk] });
}

export function cellKeys(keys: Keys, region: string): CellKeys {
  const found = keys.cells[region];
  if (found === undefined) throw new Error(`no keys were made for region ${region}`);
  return found;
}

/** Written whole or not at all: half a key file would cost every token and every open quote. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readKeys(file: string): Keys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read; mend it or remove it with npm run reset`, { cause: error });
  }
}

async function makeCellKeys(region: string): Promise<CellKeys> {
  return {
    quote: await makeKeyPair(`quote-${region}`),
    orderToken: await makeKeyPair(`order-${region}`),
    pspWebhookSecret: `whsec_${randomBytes(32).toString('base64')}`,
  };
}

/** The name carries a random part: a key made anew after a reset must not pass for the old one in some cache. */
async function makeKeyPair(purpose: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const named = { kid: `${purpose}-${randomBytes(4).toString('hex')}`, alg: 'EdDSA', use: 'sig' };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
  };
}
