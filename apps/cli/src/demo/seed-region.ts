import type { Schema } from '@reprise/sdk';
import type { MarketDefinition } from '@reprise/contracts/market';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../door/failures.js';
import { Gateway } from '../door/gateway.js';
import { waitUntil } from '../door/wait-until.js';
import type { DemoFiles, DemoSeller } from './demo-files.js';
import { forEachAtOnce } from './for-each-at-once.js';
import { importOffers } from './import-offers.js';
import type { ImportResult } from './import-offers.js';
import type { DemoMarket, DemoProduct, OfferLine } from './plan-offers.js';
import { planOffers } from './plan-offers.js';
import { planUnits } from './plan-units.js';
import type { UnitLine } from './plan-units.js';

type UnitImportResult = Schema<'UnitImportResult'>;

export interface SeededRegion {
  readonly region: string;
  sellers: number;
  /** Sellers the credentials file has no token for: they cannot offer anything. */
  sellersWithoutToken: number;
  models: number;
  readonly missingModels: readonly string[];
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Units in the sellers' ledgers, new or there already. */
  units: number;
  rejectedCount: number;
  readonly rejected: (ImportResult['rejected'][number] & { readonly seller: string })[];
}

export interface SeedOptions {
  readonly seed: string;
  readonly count: number;
  readonly files: DemoFiles;
  /** Tokens of demo sellers by seller id. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly onStep?: (text: string) => void;
}

/** How long a region may take to hear what was just written elsewhere: markets, the catalogue, the offers themselves. */
const hearingTimeoutMs = 60_000;
/** Models that do not appear for so long are not in the catalogue. */
const quietMs = 5_000;
/** Refusals that mean "not heard yet" right after a start, and pass. */
const passing = new Set(['variantNotFound', 'marketNotFound', 'marketInOtherRegion']);

/** Registers the demo sellers of a region, states their offers and fills their unit ledgers. The same seed and count again change nothing. */
export async function seedRegion(region: string, ops: Gateway, options: SeedOptions): Promise<SeededRegion> {
  const { files, tokens, seed, count } = options;
  const step = (text: string): void => options.onStep?.(`${region}: ${text}`);
  step('reading markets');
  const markets = await readMarkets(region, ops);
  const sellers = files.sellers.filter((seller) => seller.region === region);
  if (!sellers.some(({ id }) => tokens.has(id)))
    throw new UsageError(
      `The credentials file has no token of any demo seller of region ${region}. Start the platform again (npm start writes them).`,
    );
  step(`registering ${sellers.length} sellers`);
  await forEachAtOnce(4, sellers, (seller) => registerSeller(ops, seller));
  step(`reading ${files.models.length} models`);
  const { products, missing } = await readProducts(ops, markets[0]?.code ?? '', files);
  const plan = planOffers({ seed, region, count, files, markets, products });
  const result: SeededRegion = {
    region,
    ...{ sellers: sellers.length, sellersWithoutToken: 0, models: products.size, missingModels: missing },
    ...{ received: 0, created: 0, updated: 0, unchanged: 0, units: 0, rejectedCount: 0, rejected: [] },
  };
  step(`stating ${[...plan.values()].reduce((sum, offers) => sum + offers.length, 0)} offers`);
  const changed: { seller: DemoSeller; offer: OfferLine }[] = [];
  await forEachAtOnce(2, sellers, async (seller) => {
    const token = tokens.get(seller.id);
    const offers = plan.get(seller.id) ?? [];
    if (token === undefined) return void (result.sellersWithoutToken += 1);
    if (offers.length === 0) return;
    const answer = await stateOffers(new Gateway(ops.url, token), seller, offers);
    add(result, answer, seller);
    const last = offers.at(-1);
    if (last !== undefined && answer.created + answer.updated > 0 && answer.rejectedCount === 0)
      changed.push({ seller, offer: last });
  });
  if (changed.length > 0) step('waiting until storefronts show them');
  for (const { seller, offer } of changed) await untilShown(ops, seller, offer);
  step('registering units');
  await forEachAtOnce(2, sellers, async (seller) => {
    const token = tokens.get(seller.id);
    const offers = plan.get(seller.id) ?? [];
    const units = planUnits({ seed, seller, offers, markets, products, asOfYear: files.asOfYear });
    if (token === undefined || units.length === 0) return;
    addUnits(result, await registerUnits(new Gateway(ops.url, token), seller, units), seller);
  });
  return result;
}

async function readMarkets(region: string, ops: Gateway): Promise<DemoMarket[]> {
  const { items } = await ops.call('markets', (client) => client.GET('/v1/markets'));
  const here = items.filter((market) => market.region === region).sort((a, b) => (a.code < b.code ? -1 : 1));
  if (here.length === 0)
    throw new UsageError(`No market of region ${region} is open at ${ops.url}. First: reprise markets apply --go-live`);
  return Promise.all(
    here.map(async ({ code }) => {
      const answered = await ops.call(`market ${code}`, (client) =>
        client.GET('/v1/ops/markets/{market}', { params: { path: { market: code } } }),
      );
      const definition = answered.definition as MarketDefinition;
      return {
        code,
        currency: definition.currency,
        taxInclusive: definition.taxInclusive,
        charm: definition.charm,
        grades: definition.grades.map(({ grade }) => grade),
        vatSchemes: definition.tax.vatSchemes,
        warrantyMonthsMin: definition.offerLimits.warrantyMonthsMin,
        shipsFrom: definition.shipsFrom,
      };
    }),
  );
}

function registerSeller(ops: Gateway, { id, name, establishedIn }: DemoSeller): Promise<unknown> {
  return ops.call(`seller ${name}`, (client) =>
    client.PUT('/v1/ops/sellers/{sellerId}', {
      params: { path: { sellerId: id } },
      body: { name, establishedIn, status: 'active', demo: true },
    }),
  );
}

/** The models as the region's own storefront shows them. Right after an import some are still on their way, so those missing are asked for again. */
async function readProducts(
  gateway: Gateway,
  market: string,
  { models }: DemoFiles,
): Promise<{ readonly products: ReadonlyMap<string, DemoProduct>; readonly missing: readonly string[] }> {
  const products = new Map<string, DemoProduct>();
  let missing: readonly string[] = models.map(({ slug }) => slug);
  for (let lastSeenAt = Date.now(); missing.length > 0 && Date.now() - lastSeenAt < quietMs; await sleep(300)) {
    await forEachAtOnce(8, missing, async (slug) => {
      const page = await gateway.callUnless(['ProductNotFound'], `product ${slug}`, (client) =>
        client.GET('/v1/markets/{market}/products/{idOrSlug}', { params: { path: { market, idOrSlug: slug } } }),
      );
      if (page === undefined) return;
      lastSeenAt = Date.now();
      products.set(slug, { slug, brand: page.brand, category: page.category.code, variants: page.variants });
    });
    missing = missing.filter((slug) => !products.has(slug));
    if (missing.length === 0) break;
  }
  if (products.size === 0)
    throw new UsageError(`${gateway.url} shows none of the models. First: reprise catalog import`);
  return { products, missing };
}

/** States the offers, and again those refused only because this region has not heard of their market or variant yet. */
async function stateOffers(gateway: Gateway, seller: DemoSeller, offers: readonly OfferLine[]): Promise<ImportResult> {
  const post = (rows: readonly OfferLine[]): Promise<ImportResult> => importOffers(gateway, seller.name, rows);
  const sum = await post(offers);
  let rows = offers;
  for (const deadline = Date.now() + hearingTimeoutMs; Date.now() < deadline;) {
    const waiting = new Set(sum.rejected.filter(({ code }) => passing.has(code)).map(({ line }) => line));
    if (waiting.size === 0) return sum;
    await sleep(1_000);
    rows = rows.filter((_, i) => waiting.has(i + 1));
    const again = await post(rows);
    sum.created += again.created;
    sum.updated += again.updated;
    sum.unchanged += again.unchanged;
    sum.rejectedCount += again.rejectedCount - waiting.size;
    sum.rejected = again.rejected;
  }
  return sum;
}

/** Registers units, and again those refused only because inventory has not heard of their offer yet. */
async function registerUnits(
  gateway: Gateway,
  seller: DemoSeller,
  units: readonly UnitLine[],
): Promise<UnitImportResult> {
  for (const deadline = Date.now() + hearingTimeoutMs; ; await sleep(1_000)) {
    const answer = await gateway.postLines<UnitImportResult>(
      `units of ${seller.name}`,
      '/v1/seller/units/bulk',
      units,
      { timeoutMs: 120_000 },
    );
    const unheard = answer.rejected.some(({ code, field }) => code === 'UnitNotSellable' && field === 'sku');
    if (!unheard || Date.now() > deadline) return answer;
  }
}

function addUnits(result: SeededRegion, answer: UnitImportResult, seller: DemoSeller): void {
  result.units += answer.created + answer.unchanged;
  result.rejectedCount += answer.rejectedCount;
  result.rejected.push(...answer.rejected.map((row) => ({ ...row, seller: seller.name })));
}

function add(result: SeededRegion, answer: ImportResult, seller: DemoSeller): void {
  for (const key of ['received', 'created', 'updated', 'unchanged', 'rejectedCount'] as const)
    result[key] += answer[key];
  result.rejected.push(...answer.rejected.map((row) => ({ ...row, seller: seller.name })));
}

/** Shown means buyable: the offer went from pricing, and its stock from inventory, into the storefront's view. */
async function untilShown(
  gateway: Gateway,
  seller: DemoSeller,
  { variantId, grade, prices }: OfferLine,
): Promise<void> {
  const market = prices[0]?.market ?? '';
  await waitUntil(
    `${market} to show an offer of ${seller.name}`,
    async () => {
      const offers = await gateway.call(`offers of variant ${variantId}`, (client) =>
        client.GET('/v1/markets/{market}/variants/{variantId}/offers', {
          params: { path: { market, variantId }, query: { grade } },
        }),
      );
      return offers.items.find((offer) => offer.seller.id === seller.id);
    },
    { timeoutMs: hearingTimeoutMs },
  );
}
