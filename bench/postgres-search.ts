import type { ProductState } from '@reprise/contracts/events';
import type pg from 'pg';

/** Fills a table of the products' names, words and codes, with the GIN index a full text search of PostgreSQL stands on. */
export async function fillProductText(pool: pg.Pool, products: readonly ProductState[]): Promise<void> {
  await pool.query(
    `CREATE TABLE product_text (slug text PRIMARY KEY, brand text, category text, price integer, tsv tsvector)`,
  );
  for (let from = 0; from < products.length; from += 1_000) {
    const rows = products.slice(from, from + 1_000);
    await pool.query(
      `INSERT INTO product_text
       SELECT slug, brand, category, price,
         setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', words), 'B')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[])
         AS row (slug, brand, category, price, name, words)`,
      [
        rows.map(({ slug }) => slug),
        rows.map(({ brand }) => brand),
        rows.map(({ category }) => category),
        rows.map((_, i) => 4_000 + (((from + i) * 37) % 140_000)),
        rows.map(({ names }) => names.en),
        rows.map(({ aliases, modelCodes, variants }) =>
          [
            ...aliases,
            ...modelCodes,
            ...variants.flatMap(({ storageGb, colour, mpns }) => [
              `${storageGb ?? ''}GB`,
              colour?.names.en ?? '',
              ...mpns,
            ]),
          ].join(' '),
        ),
      ],
    );
  }
  await pool.query('CREATE INDEX ON product_text USING gin (tsv)');
  await pool.query('VACUUM ANALYZE product_text');
}

/** The best slugs for a query: every word, the last one as a beginning, the name before the rest. */
export async function findProducts(pool: pg.Pool, text: string, limit: number): Promise<string[]> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const asked = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
  const { rows } = await pool.query<{ slug: string }>({
    name: 'find products',
    text: `SELECT slug FROM product_text, to_tsquery('simple', $1) asked WHERE tsv @@ asked
           ORDER BY ts_rank(tsv, asked, 1) DESC, slug LIMIT $2`,
    values: [asked, limit],
  });
  return rows.map(({ slug }) => slug);
}
