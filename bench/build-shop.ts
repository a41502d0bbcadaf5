import { fileURLToPath } from 'node:url';
import type { ProductState } from '@reprise/contracts/events';
import { idFromName, mustBeId } from '@reprise/kernel';
import type * as BuildProductsModule from '../apps/cli/src/catalog/build-products.ts';
import type * as DatasetsModule from '../apps/cli/src/catalog/datasets.ts';
import type * as RejectReportModule from '../apps/cli/src/catalog/reject-report.ts';
import type * as LoadMarketFilesModule from '../apps/cli/src/markets/load-market-files.ts';
import type { Market, StateChange, States } from '../apps/gateway/src/application/ports.ts';
import type * as LmdbStateModule from '../apps/gateway/src/outbound/read-model/lmdb-state.ts';
import type * as ReadModelModule from '../apps/gateway/src/outbound/read-model/read-model.ts';
import type * as EmbeddedSearchIndexModule from '../apps/gateway/src/outbound/search/embedded-search-index.ts';
import { loadBuilt } from './load-built.ts';
import type { Stage } from './stage.ts';

const region = 'eu';
const sellers = 40;
/** Changes a fold: as many as a consumer hands over at once. */
const batch = 2_000;
const namespace = mustBeId('0199d3a0-0000-5000-8000-0000000000b0');
const idOf = (name: string): string => idFromName(namespace, name);

/** A gateway's read model with the real catalogue, the region's real markets and generated offers. */
export interface Shop {
  readonly model: ReadModelModule.ReadModel;
  readonly index: EmbeddedSearchIndexModule.EmbeddedSearchIndex;
  readonly products: readonly ProductState[];
  readonly markets: readonly Market[];
  /** Offer `i` at another price: the fact of it. */
  readonly reprice: (i: number, version: number) => StateChange;
  readonly foldedSeconds: number;
}

/** The catalogue as the importer makes it of its data sets. */
export async function buildCatalogue(): Promise<ProductState[]> {
  const { buildProducts } = await loadBuilt<typeof BuildProductsModule>('apps/cli', 'catalog/build-products');
  const { loadSources } = await loadBuilt<typeof DatasetsModule>('apps/cli', 'catalog/datasets');
  const { RejectReport } = await loadBuilt<typeof RejectReportModule>('apps/cli', 'catalog/reject-report');
  const products: ProductState[] = [];
  for await (const record of buildProducts(loadSources(), new RejectReport())) products.push({ ...record, version: 1 });
  return products;
}

/** Every market of the region, from `markets/`, live. */
export async function loadMarkets(): Promise<Market[]> {
  const { loadMarketFiles } = await loadBuilt<typeof LoadMarketFilesModule>('apps/cli', 'markets/load-market-files');
  const { markets } = await loadMarketFiles(fileURLToPath(new URL('../markets', import.meta.url)));
  return markets
    .filter((definition) => definition.region === region)
    .map((definition) => ({ code: definition.code, version: 1, status: 'live', definition }));
}

/** Folds everything as facts would come, batch by batch, into a state on disk. */
export async function buildShop(stage: Stage, offers: number): Promise<Shop> {
  const { LmdbState } = await loadBuilt<typeof LmdbStateModule>('apps/gateway', 'outbound/read-model/lmdb-state');
  const { ReadModel } = await loadBuilt<typeof ReadModelModule>('apps/gateway', 'outbound/read-model/read-model');
  const { EmbeddedSearchIndex } = await loadBuilt<typeof EmbeddedSearchIndexModule>(
    'apps/gateway',
    'outbound/search/embedded-search-index',
  );
  const [products, markets] = [await buildCatalogue(), await loadMarkets()];
  const state = LmdbState.open(await stage.folder('gateway'), () => undefined);
  stage.onClose(() => state.close());
  const index = new EmbeddedSearchIndex();
  const model = ReadModel.load(state, index);
  const startedAt = performance.now();
  const changes: StateChange[] = [];
  const fold = (change: StateChange): void => {
    if (changes.push(change) >= batch) model.fold(changes.splice(0), []);
  };
  for (const { code, definition } of markets)
    fold({ kind: 'market', key: code, state: { market: code, version: 1, status: 'live', definition } });
  for (let i = 0; i < sellers; i++) fold(sellerOf(i));
  for (const product of products) fold({ kind: 'product', key: product.productId, state: product });
  for (let i = 0; i < offers; i++) {
    fold(offerOf(i, products, markets, 1));
    const stock = { offerId: idOf(`o${i}`), version: 1, onHand: 5, reserved: 0, allocated: 0, available: 1 + (i % 9) };
    fold({ kind: 'stock', key: stock.offerId, state: stock as States['stock'] });
  }
  model.fold(changes, []);
  model.markCaughtUp();
  return {
    model,
    index,
    products,
    markets,
    reprice: (i, version) => offerOf(i, products, markets, version),
    foldedSeconds: (performance.now() - startedAt) / 1_000,
  };
}

function sellerOf(i: number): StateChange {
  const state: States['seller'] = {
    sellerId: idOf(`s${i}`),
    version: 1,
    name: `Seller ${i} (demo)`,
    establishedIn: 'FR',
    status: 'active',
    demo: true,
  };
  return { kind: 'seller', key: state.sellerId, state };
}

/** Offers spread over every product, variant and grade, listed in every market. Prices differ, and move with the version. */
function offerOf(
  i: number,
  products: readonly ProductState[],
  markets: readonly Market[],
  version: number,
): StateChange {
  const product = products[(i * 7) % products.length] as ProductState;
  const variant = product.variants[i % product.variants.length] as ProductState['variants'][number];
  const grades = ['PREMIUM', 'EXCELLENT', 'VERY_GOOD', 'GOOD', 'FAIR'] as const;
  const euros = 40 + ((i * 37 + version * 11) % 1_400);
  const state: States['offer'] = {
    offerId: idOf(`o${i}`),
    version,
    sellerId: idOf(`s${i % sellers}`),
    sku: `SKU-${i}`,
    productId: product.productId,
    variantId: variant.variantId,
    grade: grades[(i * 3) % grades.length] as (typeof grades)[number],
    status: 'active',
    quantity: 5,
    quantityVersion: 1,
    vatScheme: 'REGULAR',
    warrantyMonths: 24,
    batteryHealth: 80 + (i % 20),
    shipsFrom: 'FR',
    prices: markets.map(({ code, definition }) => ({
      market: code,
      price: { amount: `${euros}.00`, currency: definition.currency },
    })),
  };
  return { kind: 'offer', key: state.offerId, state };
}
