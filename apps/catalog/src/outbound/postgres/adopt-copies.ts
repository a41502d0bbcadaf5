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
    { product_id: 'uuid', version: 'int', slug: 'text', document: 'jsonb', decisions: 'jsonb', stands: 'jsonb' },
    facts.map(({ version, ...stands }) => ({
      product_id: stands.productId,
      version,
      slug: stands.slug,
      document: stands,
      decisions: decisionsOf(stands),
      stands,
    })),
  );
  const slugs = facts.flatMap(({ productId, slug, formerSlugs = [], slugs: localized = {} }) =>
    [slug, ...formerSlugs, ...Object.values(localized)].map(
      (each) => [`${each} ${productId}`, each, productId] as const,
    ),
  );
  await insertMany(
    tx,
    'product_address',
    { slug: 'text', product_id: 'uuid' },
    [...new Map(slugs.map(([key, slug, productId]) => [key, { slug, product_id: productId }])).values()],
    'ON CONFLICT DO NOTHING',
  );
  // A merged product's variants are told by the one it was merged into, and are nobody else's until then.
  const owners = new Map(
    facts
      .filter(({ mergedInto }) => mergedInto === undefined)
      .flatMap((fact) =>
        fact.variants.map((variant) => [variant.variantId, { ...variant, productId: fact.productId }]),
      ),
  );
  await insertMany(
    tx,
    'variant',
    { variant_id: 'uuid', product_id: 'uuid', canonical_key: 'text' },
    [...owners.values()]
      .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
      .map(({ variantId, productId, canonicalKey }) => ({
        variant_id: variantId,
        product_id: productId,
        canonical_key: canonicalKey,
      })),
    'ON CONFLICT DO NOTHING',
  );
}

/** The decisions a fact carries, so that a region that takes over goes on from them. */
function decisionsOf(stands: Omit<DataOf<typeof productChangedV1>, 'version'>): object {
  const { mergedInto, formerSlugs, slugs, publication } = stands;
  return { mergedInto, formerSlugs, slugs, publication };
}
