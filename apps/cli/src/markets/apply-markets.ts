import type { MarketDefinition, MarketExamples } from '@reprise/contracts/market';
import type { Schema } from '@reprise/sdk';
import type { Gateway } from '../door/gateway.js';
import { UsageError } from '../door/failures.js';
import { jsonBody } from '../door/json-body.js';
import { waitUntil } from '../door/wait-until.js';
import type { MarketFiles } from './load-market-files.js';
import { planTables } from './plan-tables.js';
import type { PlannedTable } from './plan-tables.js';

export interface AppliedTable {
  readonly region: string;
  readonly kind: PlannedTable['kind'];
  readonly id: string;
  readonly version: number;
  readonly rows: number;
  readonly changed: boolean;
}

export interface AppliedMarket {
  readonly market: string;
  readonly region: string;
  readonly version: number;
  readonly status: Schema<'MarketStatus'>;
  readonly changed: boolean;
}

export interface ApplyOptions {
  /** Move markets that are drafts or previews on until they are live. */
  readonly goLive: boolean;
  /** How long each region may take to show what was applied. */
  readonly timeoutMs: number;
  readonly onStep?: (text: string) => void;
  /** Versions somebody decided on, by market: one that was changed since is a ConcurrentModification. Left out, nobody asks. */
  readonly plannedVersions?: ReadonlyMap<string, number>;
}

/** The way from where a market stands to where buyers see it. Suspended and retired markets were closed on purpose and stay so. */
const stepsToLive: { readonly [status in Schema<'MarketStatus'>]: readonly Schema<'MarketStatus'>[] } = {
  draft: ['preview', 'live'],
  preview: ['live'],
  live: [],
  suspended: [],
  retired: [],
};

/**
 * Makes every region agree with the market files: rates first (a market without rates cannot be priced), then definitions, then, when
 * asked, opens what is new. Doing it again changes nothing. Answers once every region shows it.
 */
export async function applyMarkets(
  files: Pick<MarketFiles, 'markets' | 'taxTables' | 'feeTables' | 'examples'>,
  regions: ReadonlyMap<string, Gateway>,
  options: ApplyOptions,
): Promise<{ readonly tables: AppliedTable[]; readonly markets: AppliedMarket[] }> {
  const homeless = files.markets.find((market) => !regions.has(market.region));
  if (homeless)
    throw new UsageError(
      `markets/${homeless.code}.yaml names the region ${homeless.region}; known are ${[...regions.keys()].join(', ')}.`,
    );
  const tables: AppliedTable[] = [];
  for (const [region, gateway] of regions)
    for (const planned of planTables(region, files)) {
      options.onStep?.(`${region}: ${planned.kind} table ${planned.id}`);
      tables.push({ region, kind: planned.kind, ...(await putTable(gateway, planned)) });
    }
  for (const examples of files.examples) {
    const { region } = files.markets.find(({ code }) => code === examples.market) ?? {};
    const gateway = region === undefined ? undefined : regions.get(region);
    if (gateway === undefined) continue;
    options.onStep?.(`examples of ${examples.market}`);
    await putExamples(gateway, examples);
  }
  const markets: AppliedMarket[] = [];
  let gateways = [...regions.values()];
  for (const definition of files.markets) {
    options.onStep?.(`market ${definition.code}`);
    const { writer, stored } = await putMarket(gateways, definition, options.plannedVersions?.get(definition.code));
    gateways = [writer, ...gateways.filter((gateway) => gateway !== writer)];
    const { version, status, changed } = options.goLive ? await openMarket(writer, stored) : stored;
    markets.push({ market: definition.code, region: definition.region, version, status, changed });
  }
  for (const [region, gateway] of regions) {
    options.onStep?.(`waiting until ${region} shows it`);
    for (const market of markets) await untilShown(region, gateway, market, options.timeoutMs);
  }
  return { tables, markets };
}

async function putTable(gateway: Gateway, planned: PlannedTable): Promise<Schema<'TableStored'>> {
  const { kind, id } = planned;
  const params = { path: { tableId: id } };
  return gateway.call(`${kind} table ${id}`, (client) =>
    planned.kind === 'tax'
      ? client.PUT('/v1/ops/tax-tables/{tableId}', { params, body: jsonBody(planned.table) })
      : client.PUT('/v1/ops/fee-tables/{tableId}', { params, body: jsonBody(planned.table) }),
  );
}

async function putExamples(gateway: Gateway, examples: MarketExamples): Promise<void> {
  await gateway.call(`examples of ${examples.market}`, (client) =>
    client.PUT('/v1/ops/markets/{market}/examples', {
      params: { path: { market: examples.market } },
      body: jsonBody(examples),
    }),
  );
}

/**
 * Only one region writes markets, and says so by taking one. Which it is, is the system's business and not the operator's: the gateways
 * are asked in turn, and the one that took a market is put first for the next.
 */
async function putMarket(
  gateways: readonly Gateway[],
  definition: MarketDefinition,
  plannedVersion: number | undefined,
): Promise<{ readonly writer: Gateway; readonly stored: Schema<'OpsMarket'> }> {
  const params = {
    path: { market: definition.code },
    ...(plannedVersion !== undefined && { header: { 'If-Match': `"${plannedVersion}"` } }),
  };
  for (const writer of gateways) {
    const stored = await writer.callUnless(['NotTheWriterRegion'], `market ${definition.code}`, (client) =>
      client.PUT('/v1/ops/markets/{market}', { params, body: jsonBody(definition) }),
    );
    if (stored !== undefined) return { writer, stored };
  }
  throw new UsageError(
    `None of ${gateways.map(({ url }) => url).join(', ')} writes markets. Give every region's gateway.`,
  );
}

async function openMarket(writer: Gateway, stored: Schema<'OpsMarket'>): Promise<Schema<'OpsMarket'>> {
  let market = stored;
  for (const to of stepsToLive[stored.status])
    market = await writer.call(`market ${market.market} to ${to}`, (client) =>
      client.POST('/v1/ops/markets/{market}/transitions', {
        params: { path: { market: market.market } },
        // Warnings are about what is to be sold; whoever sets up a platform has nothing to sell yet.
        body: { to, reason: 'markets apply --go-live', acceptWarnings: true },
      }),
    );
  return { ...market, changed: stored.changed || market.changed };
}

async function versionOf(gateway: Gateway, code: string): Promise<number | undefined> {
  const market = await gateway.callUnless(['MarketNotFound'], `market ${code}`, (client) =>
    client.GET('/v1/ops/markets/{market}', { params: { path: { market: code } } }),
  );
  return market?.version;
}

/** Both that the region heard the definition, and that its storefronts see what is live. */
async function untilShown(region: string, gateway: Gateway, applied: AppliedMarket, timeoutMs: number): Promise<void> {
  const { market, version, status } = applied;
  await waitUntil(
    `region ${region} to show market ${market} as ${status}`,
    async () => {
      if (((await versionOf(gateway, market)) ?? 0) < version) return undefined;
      if (status !== 'live') return true;
      return gateway.callUnless(['MarketNotFound', 'ServiceUnavailable'], `market ${market}`, (client) =>
        client.GET('/v1/markets/{market}', { params: { path: { market } } }),
      );
    },
    { timeoutMs },
  );
}
