import type { ProductRecord } from '@reprise/contracts/events';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { ProductBook, ProductsTx, Stored } from '../../application/ports.js';
import type { Owners } from '../../domain/refuse-taken.js';
import { productChangedV1 } from '@reprise/contracts/events';
import { sayMany } from '@reprise/platform/messaging';
import { insertMany } from '@reprise/platform/persistence';

/** Products on PostgreSQL. Every list is one statement, whatever its length. */
export class PostgresProductBook implements ProductBook<ProductRecord> {
  constructor(private readonly database: Database) {}

  change<T>(work: (tx: ProductsTx<ProductRecord>) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      // One writer at a time: what ownersOf answered must still be so when save runs.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('catalog.product'))");
      return work(new PostgresProductsTx(tx));
    });
  }
}

class PostgresProductsTx implements ProductsTx<ProductRecord> {
  constructor(private readonly tx: Tx) {}

  async ownersOf(products: readonly ProductRecord[]): Promise<Owners> {
    const slugs = await this.tx.query<{ slug: string; product_id: string }>(
      'SELECT slug, product_id FROM product WHERE slug = ANY($1::text[])',
      [products.map((product) => product.slug)],
    );
    const variants = await this.tx.query<{ variant_id: string; product_id: string }>(
      'SELECT variant_id, product_id FROM variant WHERE variant_id = ANY($1::uuid[])',
      [products.flatMap((product) => product.variants.map((variant) => variant.variantId))],
    );
    return {
      bySlug: new Map(slugs.map((row) => [row.slug, row.product_id])),
      byVariant: new Map(variants.map((row) => [row.variant_id, row.product_id])),
    };
  }

  async save(products: readonly ProductRecord[]): Promise<Stored> {
    const changed = await insertMany<typeof productColumns, { product_id: string; version: number }>(
      this.tx,
      'product',
      productColumns,
      products.map((product) => ({ product_id: product.productId, version: 1, slug: product.slug, document: product })),
      `ON CONFLICT (product_id) DO UPDATE
         SET version = product.version + 1, slug = excluded.slug, document = excluded.document, changed_at = clock_timestamp()
         WHERE product.document IS DISTINCT FROM excluded.document
       RETURNING product_id, version`,
    );
    const versions = new Map(changed.map((row) => [row.product_id, row.version]));
    const news = products.flatMap((product) => {
      const version = versions.get(product.productId);
      return version === undefined ? [] : [{ ...product, version }];
    });
    await ownVariants(this.tx, news);
    await sayMany(
      this.tx,
      productChangedV1,
      news.map((product) => ({ data: product, version: product.version })),
    );
    const created = news.filter((product) => product.version === 1).length;
    return { created, updated: news.length - created };
  }
}

const productColumns = { product_id: 'uuid', version: 'int', slug: 'text', document: 'jsonb' } as const;

async function ownVariants(tx: Tx, products: readonly ProductRecord[]): Promise<void> {
  await insertMany(
    tx,
    'variant',
    { variant_id: 'uuid', product_id: 'uuid' },
    products.flatMap((product) =>
      product.variants.map((variant) => ({ variant_id: variant.variantId, product_id: product.productId })),
    ),
    'ON CONFLICT (variant_id) DO NOTHING',
  );
}
