import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { marketChangedV1, productChangedV1, topics } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { idFromName, mustBeId, newId } from '@reprise/kernel';
import { mintToken } from '@reprise/platform/http';
import { ensureTopics, OutboxRelay, say, sayMany } from '@reprise/platform/messaging';
import { Database, migrate, platformMigrations } from '@reprise/platform/persistence';
import pg from 'pg';
import { cellPorts } from '../infra/platform/cell-ports.ts';
import { loadKeys } from '../infra/platform/keys.ts';
import type { Keys } from '../infra/platform/keys.ts';
import { startCell } from '../infra/platform/start-cell.ts';
import type { Cell } from '../infra/platform/start-cell.ts';
import type { Bench, Duel, Measured } from './bench.ts';
import { copyFrom } from './copy-from.ts';
import { bulkSizes } from './bulk-import.config.ts';
import { watchProcessorTime } from './processor-time.ts';
import { freePorts } from './stage.ts';
import type { Stage } from './stage.ts';

const region = 'eu';
const market = marketChangedV1.example.market;
const sellerId = newId();
/** Offers a variant: a marketplace has tens of sellers for each. */
const offersAVariant = 40;
const namespace = mustBeId('0199d3a0-0000-5000-8000-000000000020');

export const bench: Bench = {
  about:
    'Price changes sent to the gateway until all of them are in its read model, with the memory of pricing, beside a bare COPY of the same rows.',
  rounds: 2,
  async prepare(stage) {
    const sizes = bulkSizes(process.env);
    const { cell, keys } = await startShop(stage);
    await furnish(cell, Math.ceil(Math.max(...sizes) / offersAVariant));
    const token = await register(cell, keys);
    const floor = await openFloor(stage, cell);
    const folder = await stage.folder('files');
    await mkdir(folder, { recursive: true });
    let price = 0;
    return sizes.map((rows): Duel => ({
      label: `${rows.toLocaleString('en-US')} price changes`,
      unit: 'rows/s',
      better: 'higher',
      target: { ratio: 0.25 },
      ours: {
        what: 'bulk import, accepted and visible',
        round: async () =>
          importRows(cell, token, await writeOffers(join(folder, 'offers.ndjson'), rows, (price += 1)), rows),
      },
      floor: {
        what: 'COPY of the same rows into a table with their key',
        round: async () => floor(await writeOffers(join(folder, 'offers.csv'), rows, price), rows),
      },
    }));
  },
};

/** What an import passes through, as it is deployed: the gateway, pricing, inventory beside it, their databases and the broker. */
async function startShop(stage: Stage): Promise<{ readonly cell: Cell; readonly keys: Keys }> {
  const stateDir = await stage.folder('cell');
  const names = Object.keys(cellPorts(0));
  const free = await freePorts(names.length);
  const ports = cellPorts(0, Object.fromEntries(names.map((name, i) => [name, free[i] as number])));
  const keys = await loadKeys(join(stateDir, 'keys.json'), [region]);
  const cell = await startCell(await stage.supervisor(), {
    ...{ region, stateDir, ports, keys, durable: true, apps: ['pricing', 'inventory', 'gateway'] },
    gatewayUrls: { [region]: `http://127.0.0.1:${ports.gateway}` },
    ensureTopics: (brokers) => ensureTopics(brokers.split(','), topics, { region }),
    extraEnv: { pricing: { LOG_LEVEL: 'warn' }, gateway: { LOG_LEVEL: 'warn' }, inventory: { LOG_LEVEL: 'warn' } },
  });
  return { cell, keys };
}

const variantOf = (n: number): string => idFromName(namespace, `variant ${n}`);
const productOf = (n: number): string => idFromName(namespace, `product ${n}`);

/** Says what the catalogue would: the market, and products with the variants that offers are of. */
async function furnish(cell: Cell, variants: number): Promise<void> {
  const url = cell.databaseUrl('catalog');
  await migrate({ url }, platformMigrations);
  const database = await Database.connect({ url, applicationName: 'bench-catalog' });
  const relay = new OutboxRelay({ database, brokers: cell.kafkaBrokers.split(','), clientId: 'bench-catalog', region });
  relay.start();
  const products = Array.from({ length: Math.ceil(variants / 20) }, (_, p): DataOf<typeof productChangedV1> => ({
    ...productChangedV1.example,
    productId: productOf(p),
    slug: `product-${p}`,
    version: 1,
    variants: Array.from({ length: 20 }, (_variant, v) => ({
      ...(productChangedV1.example.variants[0] as DataOf<typeof productChangedV1>['variants'][number]),
      variantId: variantOf(p * 20 + v),
      canonicalKey: `${p}/${v}`,
    })),
  }));
  await database.inTransaction(async (tx) => {
    await say(tx, marketChangedV1, { data: { ...marketChangedV1.example, status: 'live' as const }, version: 1 });
    await sayMany(
      tx,
      productChangedV1,
      products.map((data) => ({ data, version: 1 })),
    );
  });
  const pricing = new pg.Pool({ connectionString: cell.databaseUrl('pricing'), max: 1 });
  const heard = async (): Promise<number> =>
    Number((await pricing.query('SELECT count(*) FROM variant, market')).rows[0]?.count);
  while ((await heard()) < products.length * 20) await sleep(100);
  await pricing.end();
  await relay.stop();
  await database.close();
}

async function register(cell: Cell, keys: Keys): Promise<string> {
  const mint = (role: 'ops' | 'seller', sub: string) =>
    mintToken({ role, sub, ttlSeconds: 7_200 }, keys.issuer.privateJwk);
  const answered = await fetch(`${cell.urls.gateway}/v1/ops/sellers/${sellerId}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await mint('ops', 'bench')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', establishedIn: 'FR' }),
  });
  if (!answered.ok) throw new Error(await answered.text());
  return mint('seller', sellerId);
}

/** A file of every offer at a price none had before, as the import or as COPY reads it. */
async function writeOffers(file: string, rows: number, price: number): Promise<string> {
  const out = createWriteStream(file);
  const isCsv = file.endsWith('.csv');
  for (let i = 0; i < rows; i += 1) {
    const amount = `${100 + ((i * 7 + price) % 800)}.${10 + (price % 90)}`;
    const offer = {
      sku: `SKU-${i}`,
      variantId: variantOf(Math.floor(i / offersAVariant)),
      grade: 'EXCELLENT',
      quantity: 5,
    };
    const terms = { vatScheme: 'REGULAR', warrantyMonths: 24, shipsFrom: 'FR' };
    const line = isCsv
      ? [sellerId, ...Object.values(offer), ...Object.values(terms), market, amount].join(',')
      : JSON.stringify({ ...offer, ...terms, prices: [{ market, amount }] });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return file;
}

async function importRows(cell: Cell, token: string, file: string, rows: number): Promise<Measured> {
  const before = await folded(cell);
  const memory = watchMemory(cell);
  const processorTime = watchProcessorTime(cell, ['pricing', 'inventory', 'gateway', 'kafka', 'postgres']);
  const startedAt = performance.now();
  const taken = await upload(cell, token, file);
  const acceptedMs = performance.now() - startedAt;
  if (taken.accepted !== rows)
    throw new Error(`of ${rows} rows ${taken.accepted} were accepted: ${JSON.stringify(taken)}`);
  while ((await folded(cell)) < before + rows) await sleep(20);
  const visibleMs = performance.now() - startedAt;
  return {
    value: (rows * 1_000) / visibleMs,
    seen: {
      acceptedPerSecond: Math.round((rows * 1_000) / acceptedMs),
      peakRssMbOfPricing: memory.stop(),
      ...processorTime(rows),
    },
  };
}

async function upload(cell: Cell, token: string, file: string): Promise<{ readonly accepted: number }> {
  const outgoing = request(`${cell.urls.gateway}/v1/seller/offers/bulk`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      'content-length': String(statSync(file).size),
      'x-deadline-ms': '1800000',
    },
  });
  const answered = new Promise<{ accepted: number }>((resolve, reject) => {
    outgoing.once('error', reject);
    outgoing.once('response', (response) => resolve(json(response) as Promise<{ accepted: number }>));
  });
  await pipeline(createReadStream(file), outgoing);
  return answered;
}

/** Offers the gateway has taken into its read model, newer ones, since it started. */
async function folded(cell: Cell): Promise<number> {
  const page = await (await fetch(`${cell.urls.gateway}/metrics`)).text();
  return page
    .split('\n')
    .filter((each) => /^read_model_changes_total\{.*kind="(offer|price)"/.test(each) && /newer="yes"/.test(each))
    .reduce((sum, each) => sum + Number(each.split(' ').at(-1) ?? 0), 0);
}

/** Resident memory of pricing at its largest, in megabytes; undefined where the system does not tell. */
function watchMemory(cell: Cell): { readonly stop: () => string | number } {
  let peakKb = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${cell.process('pricing').pid}/status`, 'utf8');
      peakKb = Math.max(peakKb, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      clearInterval(timer);
    }
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return peakKb === 0 ? 'unknown' : Math.round(peakKb / 1_024);
    },
  };
}

/** The least that could store these rows where they can be found again: one COPY, one table, its key. */
async function openFloor(stage: Stage, cell: Cell): Promise<(file: string, rows: number) => Promise<number>> {
  const pool = new pg.Pool({ connectionString: cell.databaseUrl('finance'), max: 1 });
  stage.onClose(() => pool.end());
  await pool.query(`CREATE TABLE bare (seller_id uuid, sku text, variant_id uuid, grade text, quantity int, vat_scheme text,
    warranty_months int, ships_from text, market text, amount numeric, PRIMARY KEY (seller_id, sku, market))`);
  return async (file, rows) => {
    await pool.query('TRUNCATE bare');
    const startedAt = performance.now();
    await copyFrom(pool, 'bare', file);
    return (rows * 1_000) / (performance.now() - startedAt);
  };
}
