import type { DataOf, marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany, upsertNewer } from '@reprise/platform/persistence';

/** Keeps the newest version of each market another region wrote, in the table this region would write itself: it can take over. */
export async function adoptMarkets(tx: Tx, facts: readonly DataOf<typeof marketChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'market',
    ['code'],
    { code: 'text', version: 'int', status: 'text', definition: 'jsonb' },
    facts.map(({ market, version, status, definition }) => ({ code: market, version, status, definition })),
  );
}

/** As adoptMarkets, for products and whose their variants are. */
export async function adoptProducts(tx: Tx, facts: readonly DataOf<typeof productChangedV1>[]): Promise<void> {
  await upsertNewer(
    tx,
    'product',
    ['product_id'],
    { product_id: 'uuid', version: 'int', slug: 'text', document: 'jsonb' },
    facts.map(({ version, ...document }) => ({
      product_id: document.productId,
      version,
      slug: document.slug,
      document,
    })),
  );
  const owners = new Map(facts.flatMap((fact) => fact.variants.map((variant) => [variant.variantId, fact.productId])));
  await insertMany(
    tx,
    'variant',
    { variant_id: 'uuid', product_id: 'uuid' },
    [...owners].sort().map(([variantId, productId]) => ({ variant_id: variantId, product_id: productId })),
    'ON CONFLICT (variant_id) DO NOTHING',
  );
}
