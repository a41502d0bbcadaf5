import { execFile } from 'node:child_process';
import { createPrivateKey, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { quoteTokenAlgorithm, quoteTokenIssuer, quoteTokenType } from '@reprise/contracts';
import { marketChangedV1, offerChangedV1, topics } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { ensureTopics, OutboxRelay, say } from '@reprise/platform/messaging';
import type { Saying } from '@reprise/platform/messaging';
import { Database, migrate, platformMigrations } from '@reprise/platform/persistence';
import { SignJWT } from 'jose';
import pg from 'pg';
import type { FactContract } from '@reprise/contracts/events';
import { cellPorts } from '../infra/platform/cell-ports.ts';
import { cellKeys, loadKeys } from '../infra/platform/keys.ts';
import type { Keys } from '../infra/platform/keys.ts';
import { startCell } from '../infra/platform/start-cell.ts';
import type { Cell } from '../infra/platform/start-cell.ts';
import type { Bench, Contestant, Duel, Measured } from './bench.ts';
import { hotBuyers } from './orders.config.ts';
import { watchProcessorTime } from './processor-time.ts';
import { freePorts } from './stage.ts';
import type { Stage } from './stage.ts';

const region = 'eu';
const market = marketChangedV1.example.market;
/** Buyers at once, and clients of pgbench. */
const clients = 32;
const roundMs = 4_000;
/** Offers that orders are spread over: a marketplace sells many things at a time. */
const spread = 200;
const hotUnits = 100;
const processes = ['gateway', 'checkout', 'inventory', 'psp', 'kafka', 'postgres'] as const;

export const bench: Bench = {
  about:
    'Orders placed at the gateway until they are confirmed (stock allocated over Kafka, payment captured, facts said), beside pgbench TPC-B with as many clients on the same cluster.',
  rounds: 3,
  async prepare(stage) {
    const { cell, keys } = await startShop(stage);
    const offers = Array.from({ length: spread }, () => newId() as string);
    const seller = await openSeller(stage, cell);
    await seller.state(offers, 1_000_000);
    const floor = await tpcB(cell);
    const sign = signer(keys);
    const stages = watchStages(stage, cell);
    return [
      {
        label: `${clients} buyers, ${spread} offers`,
        unit: 'orders/s',
        better: 'higher',
        target: { ratio: 0.15 },
        ours: { what: 'confirmed orders', round: () => ordersFor(stages, cell, sign, offers) },
        floor,
      },
      {
        label: `${hotBuyers(process.env).toLocaleString('en')} buyers for ${hotUnits} units of one offer`,
        unit: 'orders/s',
        better: 'higher',
        target: { ratio: 0.15 },
        ours: {
          what: 'orders decided, exactly the units confirmed',
          round: async () => {
            const hot = newId() as string;
            await seller.state([hot], hotUnits);
            return hotOffer(cell, sign, hot);
          },
        },
        floor,
      },
    ] satisfies Duel[];
  },
};

/** What an order passes through, as it is deployed: gateway, checkout, inventory, the provider, their databases and the broker. */
async function startShop(stage: Stage): Promise<{ readonly cell: Cell; readonly keys: Keys }> {
  const stateDir = await stage.folder('cell');
  const names = Object.keys(cellPorts(0));
  const free = await freePorts(names.length);
  const ports = cellPorts(0, Object.fromEntries(names.map((name, i) => [name, free[i] as number])));
  const keys = await loadKeys(join(stateDir, 'keys.json'), [region]);
  const quiet = { LOG_LEVEL: 'warn' };
  const cell = await startCell(await stage.supervisor(), {
    ...{ region, stateDir, ports, keys, durable: true, apps: ['inventory', 'checkout', 'gateway'] },
    gatewayUrls: { [region]: `http://127.0.0.1:${ports.gateway}` },
    ensureTopics: (brokers) => ensureTopics(brokers.split(','), topics, { region }),
    extraEnv: { checkout: quiet, gateway: { ...quiet, GATEWAY_RATE_LIMIT_PER_MINUTE: '0' }, inventory: quiet },
  });
  return { cell, keys };
}

/** Says what catalogue and pricing would: that the market is live, and what is for sale. */
async function openSeller(stage: Stage, cell: Cell) {
  const url = cell.databaseUrl('pricing');
  await migrate({ url }, platformMigrations);
  const database = await Database.connect({ url, applicationName: 'bench-pricing' });
  const relay = new OutboxRelay({ database, brokers: cell.kafkaBrokers.split(','), clientId: 'bench-pricing', region });
  relay.start();
  const inventory = new pg.Pool({ connectionString: cell.databaseUrl('inventory'), max: 1 });
  const checkout = new pg.Pool({ connectionString: cell.databaseUrl('checkout'), max: 1 });
  stage.onClose(async () => {
    await relay.stop();
    await Promise.all([inventory.end(), checkout.end(), database.close()]);
  });
  const sayAll = <Data>(fact: FactContract<Data>, sayings: readonly Saying<Data>[]): Promise<void> =>
    database.inTransaction(async (tx) => {
      for (const saying of sayings) await say(tx, fact, saying);
    });
  await sayAll(marketChangedV1, [{ data: { ...marketChangedV1.example, status: 'live' as const }, version: 1 }]);
  while ((await checkout.query('SELECT 1 FROM market')).rowCount === 0) await sleep(50);
  const { example } = offerChangedV1;
  return {
    state: async (offerIds: readonly string[], quantity: number): Promise<void> => {
      const facts = offerIds.map((offerId) => ({
        ...example,
        offerId,
        sku: offerId,
        quantity,
        version: 1,
        quantityVersion: 1,
      }));
      await sayAll(
        offerChangedV1,
        facts.map((data) => ({ data, version: 1 })),
      );
      const known = 'SELECT count(*)::int AS known FROM stock WHERE offer_id = ANY ($1::uuid[]) AND on_hand > 0';
      while ((await inventory.query<{ known: number }>(known, [offerIds])).rows[0]?.known !== offerIds.length)
        await sleep(50);
    },
  };
}

type Sign = (offerId: string) => Promise<string>;

/** Quotes as pricing signs them: one phone for 499.00, VAT inside, delivered free. */
function signer(keys: Keys): Sign {
  const { privateJwk } = cellKeys(keys, region).quote;
  const key = createPrivateKey({ key: privateJwk as never, format: 'jwk' });
  return (offerId) => {
    const quote = quoteOf(offerId);
    return new SignJWT({ market, region, quote })
      .setProtectedHeader({ alg: quoteTokenAlgorithm, typ: quoteTokenType, kid: (privateJwk as { kid: string }).kid })
      .setIssuer(quoteTokenIssuer)
      .setJti(quote.id)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.parse(quote.expiresAt) / 1_000))
      .sign(key);
  };
}

function quoteOf(offerId: string) {
  const { currency, countries } = marketChangedV1.example.definition;
  const country = countries[0] as string;
  const money = (amount: string) => ({ amount, currency });
  const vat = {
    jurisdiction: { country, code: country, name: country },
    ...{ rate: '0.20', taxable: money('415.83'), amount: money('83.17') },
    ...{ treatment: 'standard', taxCollectionResponsibility: 'SELLER' },
  };
  const sums = { net: money('415.83'), tax: money('83.17'), gross: money('499.00') };
  const nothing = { amount: money('0.00'), tax: money('0.00'), gross: money('0.00'), taxLines: [] };
  return {
    ...{ id: newId() as string, market, expiresAt: new Date(Date.now() + 3_600_000).toISOString(), currency },
    ...{ taxInclusive: true, taxLines: [vat], fees: [], precision: 'country', legalMentions: [], shipTo: { country } },
    lines: [
      {
        ...{ offerId, sellerId: newId(), variantId: newId(), grade: 'EXCELLENT', vatScheme: 'REGULAR', quantity: 1 },
        ...{ unitPrice: money('499.00'), ...sums, taxLines: [vat], fees: [], includedLevies: [] },
      },
    ],
    shipping: { method: 'standard', name: 'Standard', ...nothing },
    totals: { ...sums, fees: money('0.00'), shipping: money('0.00') },
  };
}

/** Every client orders, waits until that is confirmed, and orders again. Quotes are signed beforehand: they are pricing's work. */
async function ordersFor(stages: Stages, cell: Cell, sign: Sign, offers: readonly string[]): Promise<Measured> {
  const tokens = await Promise.all(Array.from({ length: 3_000 }, (_, i) => sign(offers[i % offers.length] as string)));
  const tookMs: number[] = [];
  const since = new Date();
  const processorTime = watchProcessorTime(cell, processes);
  const startedAt = performance.now();
  const shop = async (): Promise<void> => {
    while (performance.now() - startedAt < roundMs) {
      const token = tokens.pop();
      if (token === undefined) throw new Error('more orders than quotes: sign more');
      const askedAt = performance.now();
      const status = await order(cell, token);
      if (status !== 'confirmed') throw new Error(`an order is ${status}`);
      tookMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, shop));
  const seconds = (performance.now() - startedAt) / 1_000;
  const seen = { ...quantilesOf(tookMs), ...(await stages(since)), ...processorTime(tookMs.length) };
  return { value: tookMs.length / seconds, seen };
}

/** How long orders placed since then took from one state to the next, by the database's clock, in milliseconds. */
type Stages = (since: Date) => Promise<Record<string, string>>;

function watchStages(stage: Stage, cell: Cell): Stages {
  const checkout = new pg.Pool({ connectionString: cell.databaseUrl('checkout'), max: 1 });
  checkout.on('error', () => undefined); // The cluster may be gone before an idle session is.
  stage.onClose(() => checkout.end());
  return async (since) => {
    const { rows } = await checkout.query<{ stage: string; p50: number; p99: number }>(
      `SELECT state AS stage, percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS p50,
         percentile_cont(0.99) WITHIN GROUP (ORDER BY took) AS p99
       FROM (SELECT state, extract(epoch FROM at - lag(at) OVER (PARTITION BY order_id ORDER BY version))::float8 * 1000 AS took
             FROM order_event WHERE at >= $1) AS moves
       WHERE took IS NOT NULL GROUP BY state ORDER BY state`,
      [since],
    );
    return Object.fromEntries(
      rows.map(({ stage: to, p50, p99 }) => [`to ${to} p50/p99 Ms`, `${p50.toFixed(0)}/${p99.toFixed(0)}`]),
    );
  };
}

async function hotOffer(cell: Cell, sign: Sign, offerId: string): Promise<Measured> {
  const buyers = hotBuyers(process.env);
  const tokens: string[] = [];
  while (tokens.length < buyers) tokens.push(...(await Promise.all(Array.from({ length: 200 }, () => sign(offerId)))));
  tokens.length = buyers;
  const ends = new Map<string, number>();
  const tookMs: number[] = [];
  const startedAt = performance.now();
  const buy = async (): Promise<void> => {
    for (let token = tokens.pop(); token !== undefined; token = tokens.pop()) {
      const askedAt = performance.now();
      const status = await order(cell, token);
      tookMs.push(performance.now() - askedAt);
      ends.set(status, (ends.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, buy));
  const seconds = (performance.now() - startedAt) / 1_000;
  if (ends.get('confirmed') !== hotUnits || ends.get('cancelled') !== buyers - hotUnits)
    throw new Error(`${hotUnits} units for ${buyers} buyers ended as ${JSON.stringify([...ends])}`);
  return { value: buyers / seconds, seen: { confirmed: hotUnits, ...quantilesOf(tookMs) } };
}

async function order(cell: Cell, quoteToken: string): Promise<string> {
  const country = marketChangedV1.example.definition.countries[0] as string;
  const answer = await fetch(`${cell.urls.gateway}/v1/markets/${market}/orders`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      prefer: 'wait=30',
      'x-deadline-ms': '35000',
    },
    body: JSON.stringify({
      quoteToken,
      customer: { email: 'ada@example.org', name: 'Ada' },
      shipTo: { country, city: 'Paris', postalCode: '75011', line1: '1 rue' },
      payment: { method: marketChangedV1.example.definition.payments[0]?.method, token: 'tok_approve' },
    }),
  });
  const body = (await answer.json()) as { readonly status?: string | number };
  if (answer.status >= 300) throw new Error(JSON.stringify(body));
  return String(body.status);
}

function quantilesOf(tookMs: number[]): { readonly p50Ms: number; readonly p99Ms: number } {
  const sorted = [...tookMs].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** pgbench's own TPC-B where PostgreSQL's tools are installed; else the same transaction from here, which is a slower client and so an easier floor. */
async function tpcB(cell: Cell): Promise<Contestant> {
  const url = cell.databaseUrl('finance');
  const run = promisify(execFile);
  try {
    await run('pgbench', ['--version']);
  } catch {
    return tpcBFromHere(url);
  }
  await run('pgbench', ['--initialize', '--quiet', '--scale=10', url]);
  return {
    what: `pgbench, ${clients} clients`,
    round: async () => {
      const args = ['--no-vacuum', `--client=${clients}`, '--jobs=2', `--time=${roundMs / 1_000}`, url];
      const { stdout } = await run('pgbench', args);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    },
  };
}

async function tpcBFromHere(url: string): Promise<Contestant> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  await pool.query(`CREATE TABLE branches (bid int PRIMARY KEY, bbalance int NOT NULL);
    CREATE TABLE tellers (tid int PRIMARY KEY, bid int, tbalance int NOT NULL);
    CREATE TABLE accounts (aid int PRIMARY KEY, bid int, abalance int NOT NULL);
    CREATE TABLE history (tid int, bid int, aid int, delta int, mtime timestamptz);
    INSERT INTO branches SELECT n, 0 FROM generate_series(1, 10) n;
    INSERT INTO tellers SELECT n, (n - 1) / 10 + 1, 0 FROM generate_series(1, 100) n;
    INSERT INTO accounts SELECT n, (n - 1) / 100000 + 1, 0 FROM generate_series(1, 1000000) n`);
  const upTo = (most: number): number => 1 + Math.floor(Math.random() * most);
  const once = async (client: pg.PoolClient): Promise<void> => {
    const [aid, tid, bid, delta] = [upTo(1_000_000), upTo(100), upTo(10), upTo(10_000) - 5_000];
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET abalance = abalance + $1 WHERE aid = $2', [delta, aid]);
    await client.query('SELECT abalance FROM accounts WHERE aid = $1', [aid]);
    await client.query('UPDATE tellers SET tbalance = tbalance + $1 WHERE tid = $2', [delta, tid]);
    await client.query('UPDATE branches SET bbalance = bbalance + $1 WHERE bid = $2', [delta, bid]);
    await client.query('INSERT INTO history VALUES ($1, $2, $3, $4, now())', [tid, bid, aid, delta]);
    await client.query('COMMIT');
  };
  const round = async (): Promise<number> => {
    const startedAt = performance.now();
    let done = 0;
    const one = async (): Promise<void> => {
      const client = await pool.connect();
      for (; performance.now() - startedAt < roundMs; done += 1) await once(client);
      client.release();
    };
    await Promise.all(Array.from({ length: clients }, one));
    return (done * 1_000) / (performance.now() - startedAt);
  };
  return { what: `the transaction of TPC-B from Node, ${clients} clients`, round };
}
