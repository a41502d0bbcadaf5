import type { ProductRecord } from '@reprise/contracts/events';
import type { ImportResult, ProductDoor } from './post-products.js';
import { postProducts } from './post-products.js';

/** What an import did, or would do when it only counted. */
export interface ImportTotals {
  products: number;
  variants: number;
  orderNumbers: number;
  modelCodes: number;
  created: number;
  updated: number;
  unchanged: number;
  /** What the catalogue would not take. The first few are enough to see why; `rejectedCount` has them all. */
  rejectedCount: number;
  readonly rejected: ImportResult['rejected'];
  readonly byCategory: Record<string, number>;
}

export interface ImportOptions {
  /** Where to; absent, products are counted and go nowhere. */
  readonly door?: ProductDoor;
  readonly onProgress?: (totals: Readonly<ImportTotals>) => void;
}

/** Products a request. One transaction at the other end: larger holds locks longer, smaller pays more commits. */
const batchSize = 500;
const rejectedKept = 20;

/** Sends products batch by batch, never holding more than one. Running it twice changes nothing the second time. */
export async function importCatalog(
  products: AsyncIterable<ProductRecord>,
  { door, onProgress }: ImportOptions,
): Promise<ImportTotals> {
  const totals: ImportTotals = {
    ...{
      products: 0,
      variants: 0,
      orderNumbers: 0,
      modelCodes: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejectedCount: 0,
    },
    rejected: [],
    byCategory: {},
  };
  for await (const batch of batchesOf(products, batchSize)) {
    const result = door && (await postProducts(batch, door));
    if (result !== undefined) add(totals, result, totals.products);
    for (const product of batch) count(totals, product);
    onProgress?.(totals);
  }
  return totals;
}

async function* batchesOf<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function add(totals: ImportTotals, result: ImportResult, before: number): void {
  totals.created += result.created;
  totals.updated += result.updated;
  totals.unchanged += result.unchanged;
  totals.rejectedCount += result.rejected.length;
  // Lines count within a request; a person looks them up in the whole import.
  const room = rejectedKept - totals.rejected.length;
  totals.rejected.push(...result.rejected.slice(0, room).map((entry) => ({ ...entry, line: entry.line + before })));
}

function count(totals: ImportTotals, product: ProductRecord): void {
  totals.products += 1;
  totals.variants += product.variants.length;
  totals.orderNumbers += product.variants.reduce((sum, variant) => sum + variant.mpns.length, 0);
  totals.modelCodes += product.modelCodes.length;
  totals.byCategory[product.category] = (totals.byCategory[product.category] ?? 0) + 1;
}
