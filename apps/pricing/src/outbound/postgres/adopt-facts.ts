import type {
  DataOf,
  marketChangedV1,
  productChangedV1,
  stockChangedV1,
  unitChangedV1,
} from '@reprise/contracts/events';
import { variantIdsOf } from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import { insertMany, upsertNewer } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import { planForGoods } from './repricing-rows.js';

/** Keeps the newest version of each market. */
export async function adoptMarkets(tx: Tx, facts: readonly DataOf<typeof marketChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'market',
    ['market'],
    { market: 'text', version: 'bigint', status: 'text', definition: 'jsonb' },
    facts,
  );
}

/** Keeps the newest stock level of each offer. */
export async function adoptStock(tx: Tx, facts: readonly DataOf<typeof stockChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'stock',
    ['offer_id'],
    { offer_id: 'uuid', version: 'bigint', on_hand: 'integer', available: 'integer' },
    facts.map((fact) => ({
      offer_id: fact.offerId,
      version: fact.version,
      on_hand: fact.onHand,
      available: fact.available,
    })),
  );
}

/** Keeps the newest version of each unit, as far as the VAT on its sale depends on it. */
export async function adoptUnits(tx: Tx, facts: readonly DataOf<typeof unitChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'unit',
    ['unit_id'],
    {
      unit_id: 'uuid',
      version: 'bigint',
      seller_id: 'uuid',
      sku: 'text',
      status: 'text',
      supplier_kind: 'text',
      vat_scheme: 'text',
      currency: 'text',
      cost_minor: 'bigint',
      acquired_at: 'date',
      country: 'text',
    },
    facts.map(({ unitId, version, sellerId, sku, status, acquisition }) => {
      const cost = Money.fromJson(acquisition.cost);
      return {
        unit_id: unitId,
        version,
        seller_id: sellerId,
        sku,
        status,
        supplier_kind: acquisition.supplierKind,
        vat_scheme: acquisition.vatScheme,
        currency: cost.currency,
        cost_minor: cost.minor,
        acquired_at: acquisition.acquiredAt,
        country: acquisition.country,
      };
    }),
  );
}

/** Keeps the newest version of each product, and exactly the variants it names. */
export async function adoptProducts(tx: Tx, facts: readonly DataOf<typeof productChangedV1>[]): Promise<void> {
  const newest = new Map<string, DataOf<typeof productChangedV1>>();
  for (const fact of facts) {
    const known = newest.get(fact.productId);
    if (!known || known.version < fact.version) newest.set(fact.productId, fact);
  }
  const before = await tx.query<{ product_id: string; category: string }>(
    'SELECT product_id, category FROM product WHERE product_id = ANY($1::uuid[])',
    [[...newest.keys()]],
  );
  const changed = await insertMany<typeof productColumns, { product_id: string }>(
    tx,
    'product',
    productColumns,
    [...newest.values()].map((fact) => ({
      product_id: fact.productId,
      version: fact.version,
      // What a merged product still lists is sold until the product it was merged into has been heard, which lists it too.
      published: fact.status === 'published' || fact.mergedInto !== undefined,
      category: fact.category,
      screen_inches: fact.attributes.screenInches ?? null,
      publication: fact.publication ?? null,
    })),
    `ON CONFLICT (product_id) DO UPDATE SET version = excluded.version, published = excluded.published,
       category = excluded.category, screen_inches = excluded.screen_inches, publication = excluded.publication
     WHERE product.version < excluded.version RETURNING product_id`,
  );
  const adopted = changed.flatMap(({ product_id }) => newest.get(product_id) ?? []);
  await replaceVariants(tx, adopted);
  const oldCategories = new Map(before.map(({ product_id, category }) => [product_id, category]));
  const moved = adopted.filter(({ productId, category }) => (oldCategories.get(productId) ?? category) !== category);
  await planForGoods(
    tx,
    moved.map(({ productId }) => productId),
    { actor: 'catalog', role: 'service', why: 'The product moved to another category.' },
  );
}

const productColumns = {
  product_id: 'uuid',
  version: 'bigint',
  published: 'boolean',
  category: 'text',
  screen_inches: 'numeric',
  publication: 'jsonb',
} as const;

async function replaceVariants(tx: Tx, products: readonly DataOf<typeof productChangedV1>[]): Promise<void> {
  if (products.length === 0) return;
  const owning = products.filter(({ mergedInto }) => mergedInto === undefined);
  // Offers for a variant that was merged into another are offers for a device of that product, priced and taxed as it is.
  const rows = owning.flatMap((product) =>
    product.variants.flatMap((variant) =>
      variantIdsOf(variant).map((variantId) => ({
        variant_id: variantId,
        product_id: product.productId,
        storage_gb: variant.storageGb ?? null,
      })),
    ),
  );
  await tx.query('DELETE FROM variant WHERE product_id = ANY($1::uuid[]) AND variant_id <> ALL($2::uuid[])', [
    owning.map((product) => product.productId),
    rows.map((row) => row.variant_id),
  ]);
  await insertMany(
    tx,
    'variant',
    { variant_id: 'uuid', product_id: 'uuid', storage_gb: 'integer' },
    rows,
    'ON CONFLICT (variant_id) DO UPDATE SET product_id = excluded.product_id, storage_gb = excluded.storage_gb',
  );
}
