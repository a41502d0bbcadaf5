import { readFileSync } from 'node:fs';

/** What a journey talks to; the harness that started the cells says where it is. */
function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run the journeys with \`npm test -- --e2e\``);
  return value;
}

export const gateways = { eu: setting('E2E_GATEWAY_EU'), us: setting('E2E_GATEWAY_US') };
export const psps = { eu: setting('E2E_PSP_EU'), us: setting('E2E_PSP_US') };

export interface Credentials {
  readonly ops: string;
  readonly finance: string;
  readonly sellers: readonly { readonly id: string; readonly token: string }[];
}
export const credentials = JSON.parse(readFileSync(setting('E2E_CREDENTIALS'), 'utf8')) as Credentials;

export interface Answer<Body = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** One call of a region's gateway, as any client would make it. */
export async function call<Body = any>(
  region: keyof typeof gateways,
  method: string,
  path: string,
  options: { readonly token?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const { token, body, headers } = options;
  const response = await fetch(gateways[region] + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as Body };
}

/** Kills a process as a crash would; the supervisor starts it again. */
export function kill(region: string, name: string): Promise<void> {
  return control('kill', region, name);
}

/** Waits until a process that was killed serves again. */
export function ready(region: string, name: string): Promise<void> {
  return control('await', region, name);
}

async function control(what: 'kill' | 'await', region: string, name: string): Promise<void> {
  const response = await fetch(`${setting('E2E_CONTROL')}/${what}?region=${region}&name=${name}`, { method: 'POST' });
  if (!response.ok) throw new Error(`could not ${what} ${region} ${name}: ${await response.text()}`);
}

/** Asks again until the answer satisfies, or fails with the last one. */
export async function eventually<T>(
  ask: () => Promise<T>,
  good: (value: T) => boolean,
  timeoutMs = 30_000,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask().catch((error: unknown) => error as T);
    if (!(value instanceof Error) && good(value)) return value;
    if (Date.now() > until)
      throw new Error(`still not so after ${timeoutMs} ms: ${JSON.stringify(value)?.slice(0, 800) ?? String(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Minor units of a two-decimal amount, exact. */
export function cents(money: { readonly amount: string }): number {
  const [whole = '', decimals = ''] = money.amount.split('.');
  return Number(whole + decimals.padEnd(2, '0'));
}

/** The charges the payment provider made for an order: an outside truth. */
export async function chargesFor(region: keyof typeof psps, orderId: string): Promise<any[]> {
  const response = await fetch(`${psps[region]}/ledger`);
  const ledger = (await response.json()) as { entries?: any[] } | any[];
  const entries = Array.isArray(ledger) ? ledger : (ledger.entries ?? []);
  return entries.filter((entry) => JSON.stringify(entry).includes(orderId));
}
