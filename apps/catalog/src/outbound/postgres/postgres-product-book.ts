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
  TextTerms,
  TranslationDesk,
  TranslationTx,
} from '../../application/ports.js';
import type { Family } from '../../domain/merge-products.js';
import type { Owners } from '../../domain/refuse-taken.js';
import type { ShelvedProduct, Texts } from '../../domain/stated-product.js';
import type { Translation } from '../../domain/translate-product.js';
import { productChangedV1 } from '@reprise/contracts/events';
import type { PhraseRule } from '@reprise/kernel';
import { sayMany } from '@reprise/platform/messaging';
import { insertMany } from '@reprise/platform/persistence';
import { restateProducts } from '../../domain/restate-products.js';
import { renameSlug } from '../../domain/rename-slug.js';
import { mergedInto, ownVariants } from '../../domain/stand-product.js';
import { colourNamesOf, differing, familyOf, writeProducts } from './product-rows.js';
import { coloursIn, phraseRulesIn, productsColoured, textTermsIn, writeColourNames } from './translation-rows.js';

type Shelved = ShelvedProduct<ProductRecord>;

/** Products on PostgreSQL. Every list is one statement, whatever its length. */
export class PostgresProductBook
  implements ProductBook<ProductRecord>, CurationDesk<ProductRecord>, TranslationDesk<ProductRecord>
{
  constructor(private readonly database: Database) {}

  change<T>(work: (tx: PostgresProductsTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      // One writer at a time: what ownersOf answered must still be so when save runs.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('catalog.product'))");
      return work(new PostgresProductsTx(tx));
    });
  }

  translate<T>(work: (tx: PostgresProductsTx) => Promise<T>): Promise<T> {
    return this.change(work);
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

class PostgresProductsTx implements ProductsTx<ProductRecord>, CurationTx<ProductRecord>, TranslationTx<ProductRecord> {
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

  async ownersOfSlugs(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.query<{ slug: string; product_id: string }>(
      'SELECT slug, product_id FROM product_address WHERE slug = ANY($1::text[])',
      [slugs],
    );
    return new Map(rows.map(({ slug, product_id }) => [slug, product_id]));
  }

  phraseRules(): Promise<readonly PhraseRule[]> {
    return phraseRulesIn(this.tx);
  }

  terms(): Promise<TextTerms> {
    return textTermsIn(this.tx);
  }

  colours(codes: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
    return coloursIn(this.tx, codes);
  }

  async nameColours(
    names: readonly Translation[],
    by: { readonly actor: string; readonly reason: string },
  ): Promise<void> {
    await writeColourNames(this.tx, names, by);
    const coloured = await productsColoured(this.tx, [...new Set(names.map(({ key }) => key))]);
    for (let at = 0; at < coloured.length; at += restatedAtOnce) {
      const family = await this.family(coloured.slice(at, at + restatedAtOnce));
      await this.write(family, family);
    }
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
    if (said.length > 0) await noteChanges(this.tx, [change]);
    return said;
  }

  async keepAll(
    before: Family<ProductRecord>,
    after: Family<ProductRecord>,
    changes: readonly ProductChange[],
  ): Promise<void> {
    if (changes.length === 0) return;
    await this.write(before, after);
    await noteChanges(this.tx, changes);
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

/** Products restated in one go when a colour they have is renamed. */
const restatedAtOnce = 500;

async function noteChanges(tx: Tx, changes: readonly ProductChange[]): Promise<void> {
  await insertMany(
    tx,
    'product_change',
    { product_id: 'uuid', action: 'text', detail: 'jsonb', actor: 'text', reason: 'text' },
    changes.map(({ productId, ...change }) => ({ ...change, product_id: productId })),
    '',
  );
}
