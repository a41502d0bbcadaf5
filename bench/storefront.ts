import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import {
  marketChangedV1,
  offerChangedV1,
  productChangedV1,
  sellerChangedV1,
  stockChangedV1,
  topics,
} from '@reprise/contracts/events';
import type { FactContract } from '@reprise/contracts/events';
import { idFromName, mustBeId } from '@reprise/kernel';
import { ensureTopics } from '@reprise/platform/messaging';
import { rawProduce } from '@reprise/platform/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../infra/platform/child-env.ts';
import { probeHttp } from '../infra/platform/probe-http.ts';
import { startSystem } from '../infra/platform/start-system.ts';
import { freePorts } from './stage.ts';
import type { Stage } from './stage.ts';

/** A gateway with a shop in its read model, and nothing behind it: what storefronts read needs no other service. */
export interface Storefront {
  readonly gatewayUrl: string;
  /** A server of plain Fastify that answers every call with the bytes the gateway answers this path with. */
  readonly sameBytes: (path: string) => Promise<string>;
}

const products = 2_000;
const offersEach = 4;
/** Records a send: a partition's share stays below the broker's 1 MB. */
const sendSize = 1_000;
const namespace = mustBeId('0199d3a0-0000-5000-8000-000000000020');
const idOf = (name: string): string => idFromName(namespace, name);
const market = marketChangedV1.example;

export async function openStorefront(stage: Stage): Promise<Storefront> {
  const supervisor = await stage.supervisor();
  const [first = 0, ...rest] = await freePorts(10);
  const names = [
    'catalog',
    'pricing',
    'inventory',
    'checkout',
    'finance',
    'psp',
    'postgres',
    'kafka',
    'kafkaController',
  ];
  const system = await startSystem(supervisor, {
    stateDir: await stage.folder('system'),
    regions: { eu: { gatewayPort: first, ports: Object.fromEntries(names.map((name, i) => [name, rest[i]])) } },
    apps: ['gateway'],
    topics,
    durable: true,
    ensureTopics: (brokers, region) => ensureTopics(brokers.split(','), topics, { region }),
  });
  const cell = system.cells['eu'] as (typeof system.cells)[string];
  await fill(cell.kafkaBrokers.split(','));
  const gatewayUrl = cell.urls.gateway;
  await untilSold(gatewayUrl);
  return {
    gatewayUrl,
    sameBytes: async (path) => {
      const [port = 0] = await freePorts(1);
      const url = `http://127.0.0.1:${port}`;
      await supervisor.start({
        name: `same-bytes-${port}`,
        command: process.execPath,
        args: [fileURLToPath(new URL('serve-bytes.ts', import.meta.url)), gatewayUrl + path, String(port)],
        env: childEnv({ NODE_ENV: 'production' }),
        tier: 4,
        isReady: () => probeHttp(url),
        readyTimeoutMs: 30_000,
      });
      return url;
    },
  };
}

/** Answers a second, over 32 connections; an answer that is not 200 is a broken bench. */
export async function answersPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 32, duration: 2 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} not 2xx, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

async function fill(brokers: readonly string[]): Promise<void> {
  await say(brokers, marketChangedV1, [{ ...market, version: 1 }]);
  await say(
    brokers,
    sellerChangedV1,
    Array.from({ length: 20 }, (_, s) => ({
      ...sellerChangedV1.example,
      sellerId: idOf(`s${s}`),
      status: 'active',
      version: 1,
    })),
  );
  await say(
    brokers,
    productChangedV1,
    Array.from({ length: products }, (_, p) => productOf(p)),
  );
  const offers = Array.from({ length: products * offersEach }, (_, o) => o);
  await say(
    brokers,
    offerChangedV1,
    offers.map((o) => offerOf(o)),
  );
  await say(
    brokers,
    stockChangedV1,
    offers.map((o) => ({ ...stockChangedV1.example, offerId: idOf(`o${o}`), version: 1, available: 1 + (o % 9) })),
  );
}

function productOf(p: number) {
  const { example } = productChangedV1;
  const [variant] = example.variants;
  return {
    ...example,
    ...{
      productId: idOf(`p${p}`),
      slug: `product-${p}`,
      version: 1,
      model: `Model ${p}`,
      names: { en: `Brand Model ${p}` },
    },
    modelCodes: [`XQ-${p}B`],
    variants: [{ ...variant, variantId: idOf(`v${p}`), canonicalKey: `{"model":"${p}"}`, orderNumbers: [] }],
  };
}

function offerOf(o: number) {
  const p = o % products;
  const grades = market.definition.grades.map(({ grade }) => grade);
  return {
    ...offerChangedV1.example,
    ...{ offerId: idOf(`o${o}`), sku: `SKU-${o}`, version: 1, sellerId: idOf(`s${o % 20}`) },
    ...{ productId: idOf(`p${p}`), variantId: idOf(`v${p}`), grade: grades[Math.floor(o / products) % grades.length] },
    prices: [
      { market: market.market, price: { amount: `${100 + (o % 700)}.00`, currency: market.definition.currency } },
    ],
  };
}

async function say(brokers: readonly string[], contract: unknown, states: readonly object[]): Promise<void> {
  const { type, v, topic, keyOf } = contract as FactContract<{ version: number }>;
  const records = (states as readonly { version: number }[]).map((data) => ({
    topic: topic.name,
    key: keyOf(data),
    value: JSON.stringify({
      ...{ id: randomUUID(), type, v, occurredAt: new Date().toISOString(), region: 'eu' },
      ...{ key: keyOf(data), version: data.version, data },
    }),
  }));
  for (let from = 0; from < records.length; from += sendSize)
    await rawProduce([...brokers], records.slice(from, from + sendSize));
}

async function untilSold(gatewayUrl: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
    const answer = await fetch(`${gatewayUrl}/v1/markets/${market.market}/products?limit=1`);
    const { total } = (await answer.json()) as { total?: number };
    if (total === products) return;
  }
  throw new Error('the gateway does not sell what was said');
}
