import type { ProductRecord } from '@reprise/contracts/events';
import type { Tx } from '@reprise/platform/persistence';
import type { Family } from '../../domain/merge-products.js';
import type { ColourNames } from '../../domain/stand-product.js';
import type { ShelvedProduct } from '../../domain/stated-product.js';
import { insertMany } from '@reprise/platform/persistence';
import { ownVariants } from '../../domain/stand-product.js';

interface ProductRow {
  readonly product_id: string;
  readonly version: number;
  readonly document: ProductRecord;
  readonly decisions: ShelvedProduct['decisions'];
  readonly stands: NonNullable<ShelvedProduct<ProductRecord>['stands']>;
}

/** Products and everything merged with them, however many steps away. */
export async function familyOf(
  tx: Pick<Tx, 'query'>,
  productIds: readonly string[],
): Promise<Map<string, ShelvedProduct<ProductRecord>>> {
  const family = new Map<string, ShelvedProduct<ProductRecord>>();
  const asked = new Set<string>();
  let wanted = [...new Set(productIds)];
  while (wanted.length > 0) {
    for (const id of wanted) asked.add(id);
    const rows = await tx.query<ProductRow>(
      `SELECT product_id, version, document, decisions, stands FROM product
       WHERE product_id = ANY($1::uuid[])
       UNION SELECT product_id, version, document, decisions, stands FROM product
       WHERE decisions ? 'mergedInto' AND decisions->>'mergedInto' = ANY($1::text[])`,
      [wanted],
    );
    for (const { product_id, version, document, decisions, stands } of rows)
      family.set(product_id, { stated: document, decisions, version, stands });
    const met = [...family.values()].flatMap(({ stated: { productId }, decisions: { mergedInto: into } }) =>
      into === undefined ? [productId] : [productId, into],
    );
    wanted = [...new Set(met)].filter((id) => !asked.has(id));
  }
  return family;
}

/** What colours are called, by translators. */
export async function colourNamesOf(tx: Tx): Promise<ColourNames> {
  const rows = await tx.query<{ code: string; names: Record<string, string> }>(
    'SELECT code, jsonb_object_agg(language, name) AS names FROM colour_name GROUP BY code',
  );
  return new Map(rows.map(({ code, names }) => [code, names]));
}

const productColumns = {
  product_id: 'uuid',
  version: 'int',
  slug: 'text',
  document: 'jsonb',
  decisions: 'jsonb',
  stands: 'jsonb',
} as const;

/** Writes products as they are now, whose their variants are, and every address that leads to them. */
export async function writeProducts(
  tx: Tx,
  products: readonly (ShelvedProduct<ProductRecord> & { readonly stands: object })[],
): Promise<void> {
  await insertMany(
    tx,
    'product',
    productColumns,
    products.map(({ stated, version, decisions, stands }) => ({
      product_id: stated.productId,
      version,
      slug: stated.slug,
      document: stated,
      decisions,
      stands,
    })),
    `ON CONFLICT (product_id) DO UPDATE SET version = excluded.version, slug = excluded.slug, document = excluded.document,
       decisions = excluded.decisions, stands = excluded.stands, changed_at = clock_timestamp()`,
  );
  await writeAddresses(tx, products);
  await insertMany(
    tx,
    'variant',
    { variant_id: 'uuid', product_id: 'uuid', canonical_key: 'text' },
    products.flatMap((product) =>
      ownVariants(product).map(({ variantId, canonicalKey }) => ({
        variant_id: variantId,
        product_id: product.stated.productId,
        canonical_key: canonicalKey,
      })),
    ),
    `ON CONFLICT (variant_id) DO UPDATE SET product_id = excluded.product_id, canonical_key = excluded.canonical_key
     WHERE (variant.product_id, variant.canonical_key) IS DISTINCT FROM (excluded.product_id, excluded.canonical_key)`,
  );
}

async function writeAddresses(tx: Tx, products: readonly ShelvedProduct<ProductRecord>[]): Promise<void> {
  const addresses = products.flatMap(({ stated, decisions }) => {
    const slugs = new Set([stated.slug, ...Object.values(decisions.slugs ?? {}), ...(decisions.formerSlugs ?? [])]);
    return [...slugs].map((slug) => ({ slug, product_id: stated.productId }));
  });
  await insertMany(tx, 'product_address', { slug: 'text', product_id: 'uuid' }, addresses, 'ON CONFLICT DO NOTHING');
}

/** What of a family is not as it was before. */
export function differing(
  before: Family<ProductRecord>,
  after: Family<ProductRecord>,
): ShelvedProduct<ProductRecord>[] {
  return [...after].flatMap(([id, shelved]) => (before.get(id) === shelved ? [] : [shelved]));
}
