import type { Database } from '@reprise/platform/persistence';
import type { TranslationSource, WordedMarket } from '../../application/ports.js';
import type { TranslatableProduct } from '../../domain/missing-translations.js';
import type { Texts } from '../../domain/stated-product.js';
import { coloursIn } from './translation-rows.js';

/** Products a page. Only their texts are read, so a page is small. */
const pageSize = 1000;

/** Every text of the catalogue on PostgreSQL, read without holding up writers. */
export class PostgresTranslationSource implements TranslationSource {
  constructor(private readonly database: Database) {}

  markets(): Promise<readonly WordedMarket[]> {
    return this.database.query<WordedMarket>(
      `SELECT code, coalesce(definition->'locales', '[]') AS locales, coalesce(definition->'wording', '{}') AS wording
       FROM market WHERE status <> 'retired' ORDER BY code`,
    );
  }

  colours(): Promise<ReadonlyMap<string, Texts>> {
    return coloursIn(this.database);
  }

  async *products(): AsyncGenerator<readonly TranslatableProduct[]> {
    let after: string | undefined;
    for (;;) {
      const page: TranslatableProduct[] = await this.database.query<TranslatableProduct>(
        `SELECT product_id AS "productId", stands->>'slug' AS slug, stands->'names' AS names,
                stands->'descriptions' AS descriptions, stands->'slugs' AS slugs
         FROM product WHERE stands->>'status' = 'published' AND ($1::uuid IS NULL OR product_id > $1)
         ORDER BY product_id LIMIT $2`,
        [after ?? null, pageSize],
      );
      // A field that is not there comes as null from SQL.
      yield page.map((one) => ({ ...one, descriptions: one.descriptions ?? undefined, slugs: one.slugs ?? undefined }));
      if (page.length < pageSize) return;
      after = page.at(-1)?.productId;
    }
  }
}
