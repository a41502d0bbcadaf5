import type { DataOf, ProductRecord } from '@reprise/contracts/events';
import type { Database, Tx } from '@reprise/platform/persistence';
import type {
  CuratedProduct,
  CurationDesk,
  CurationTx,
  ProductBook,
  ProductChange,
  ProductsTx,
  Stored,
} from '../../application/ports.js';
import type { Family } from '../../domain/merge-products.js';
import type { Owners } from '../../domain/refuse-taken.js';
import type { ShelvedProduct } from '../../domain/stated-product.js';
import { productChangedV1 } from '@reprise/contracts/events';
import { sayMany } from '@reprise/platform/messaging';
import { restateProducts } from '../../domain/restate-products.js';
import { renameSlug } from '../../domain/rename-slug.js';
import { mergedInto, ownVariants } from '../../domain/stand-product.js';
import { colourNamesOf, differing, familyOf, writeProducts } from './product-rows.js';

type Shelved = ShelvedProduct<ProductRecord>;

/** Products on PostgreSQL. Every list is one statement, whatever its length. */
export class PostgresProductBook implements ProductBook<ProductRecord>, CurationDesk<ProductRecord> {
  constructor(private readonly database: Database) {}

  change<T>(work: (tx: PostgresProductsTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      // One writer at a time: what ownersOf answered must still be so when save runs.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('catalog.product'))");
      return work(new PostgresProductsTx(tx));
    });
  }

  async find(productId: string): Promise<CuratedProduct<ProductRecord> | undefined> {
    const family = await familyOf(this.database, [productId]);
    const product = family.get(productId);
    if (product === undefined) return undefined;
    const changes = await this.database.query<CuratedProduct<ProductRecord>['changes'][number]>(
      `SELECT action, actor, reason, detail, to_json(changed_at)#>>'{}' AS "changedAt" FROM product_change
       WHERE product_id = $1 ORDER BY id DESC LIMIT 200`,
      [productId],
    );
    const merged = mergedInto(productId, family).map((one) => ({
      productId: one.stated.productId,
      slug: one.stated.slug,
      variantIds: ownVariants(one).map(({ variantId }) => variantId),
    }));
    return { product, merged, changes };
  }
}

class PostgresProductsTx implements ProductsTx<ProductRecord>, CurationTx<ProductRecord> {
  constructor(private readonly tx: Tx) {}

  async ownersOf(products: readonly ProductRecord[]): Promise<Owners> {
    const slugs = await this.tx.query<{ slug: string; product_id: string }>(
      'SELECT slug, product_id FROM product_address WHERE slug = ANY($1::text[])',
      [products.map((product) => product.slug)],
    );
    const stated = products.flatMap((product) => product.variants);
    const variants = await this.tx.query<{ variant_id: string; product_id: string; canonical_key: string | null }>(
      `SELECT variant_id, product_id, canonical_key FROM variant
       WHERE variant_id = ANY($1::uuid[]) OR canonical_key = ANY($2::text[])`,
      [stated.map(({ variantId }) => variantId), stated.map(({ canonicalKey }) => canonicalKey)],
    );
    const splitOff = await this.splitOffBy(products);
    return {
      bySlug: new Map(slugs.map((row) => [row.slug, row.product_id])),
      // What was split off a product is still in its importer's statement of it: that claims nothing.
      byVariant: new Map(
        variants.filter((row) => !splitOff.has(row.variant_id)).map((row) => [row.variant_id, row.product_id]),
      ),
      byKey: new Map(
        variants.flatMap((row) => (row.canonical_key === null ? [] : [[row.canonical_key, row.variant_id]])),
      ),
    };
  }

  async save(products: readonly ProductRecord[]): Promise<Stored> {
    const news = await this.newsOf(products);
    const before = await this.family(news.map(({ productId }) => productId));
    const after = new Map(before);
    for (const stated of news) {
      const known = before.get(stated.productId);
      if (known === undefined) after.set(stated.productId, { stated, decisions: {}, version: 0, stands: undefined });
      else after.set(stated.productId, { ...known, stated, decisions: renameSlug(known, stated.slug) });
    }
    await this.write(before, after);
    const created = news.filter(({ productId }) => !before.has(productId)).length;
    return { created, updated: news.length - created };
  }

  /** Those that are new, or stated otherwise than before. Compared where they are kept: most of an import says what is known. */
  private async newsOf(products: readonly ProductRecord[]): Promise<readonly ProductRecord[]> {
    const rows = await this.tx.query<{ product_id: string }>(
      `SELECT stated.product_id FROM unnest($1::uuid[], $2::jsonb[]) AS stated (product_id, document)
       LEFT JOIN product ON product.product_id = stated.product_id
       WHERE product.document IS DISTINCT FROM stated.document`,
      [products.map(({ productId }) => productId), products.map((product) => JSON.stringify(product))],
    );
    const news = new Set(rows.map(({ product_id }) => product_id));
    return products.filter(({ productId }) => news.has(productId));
  }

  family(productIds: readonly string[]): Promise<Map<string, Shelved>> {
    return familyOf(this.tx, productIds);
  }

  async ownerOfSlug(slug: string): Promise<string | undefined> {
    const [row] = await this.tx.query<{ product_id: string }>(
      'SELECT product_id FROM product_address WHERE slug = $1',
      [slug],
    );
    return row?.product_id;
  }

  async marketCodes(): Promise<ReadonlySet<string>> {
    return new Set((await this.tx.query<{ code: string }>('SELECT code FROM market')).map(({ code }) => code));
  }

  async keep(
    before: Family<ProductRecord>,
    after: Family<ProductRecord>,
    change: ProductChange,
  ): Promise<readonly Shelved[]> {
    if (differing(before, after).length === 0) return [];
    const said = await this.write(before, after, {
      variantsMove: change.action === 'merged' || change.action === 'split',
    });
    // A decision that stands already is noted by whoever took it first.
    if (said.length > 0)
      await this.tx.query(
        'INSERT INTO product_change (product_id, action, detail, actor, reason) VALUES ($1, $2, $3, $4, $5)',
        [change.productId, change.action, JSON.stringify(change.detail), change.actor, change.reason],
      );
    return said;
  }

  private async write(
    before: Family<ProductRecord>,
    after: Family<ProductRecord>,
    how: { readonly variantsMove?: boolean } = {},
  ): Promise<readonly Shelved[]> {
    const said = restateProducts(after, await colourNamesOf(this.tx), how);
    const rows = new Map(said.map((shelved) => [shelved.stated.productId, shelved]));
    for (const shelved of differing(before, after)) {
      const { stands } = shelved;
      if (stands !== undefined && !rows.has(shelved.stated.productId))
        rows.set(shelved.stated.productId, { ...shelved, stands });
    }
    await writeProducts(this.tx, [...rows.values()]);
    await sayMany(
      this.tx,
      productChangedV1,
      said.map(({ stands, version }) => ({
        data: { ...stands, version } as DataOf<typeof productChangedV1>,
        version,
      })),
    );
    return said;
  }

  private async splitOffBy(products: readonly ProductRecord[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.query<{ variant_id: string }>(
      `SELECT jsonb_array_elements_text(decisions->'splitOff') AS variant_id FROM product
       WHERE product_id = ANY($1::uuid[]) AND decisions ? 'splitOff'`,
      [products.map(({ productId }) => productId)],
    );
    return new Set(rows.map(({ variant_id }) => variant_id));
  }
}
