import type { Database } from '@reprise/platform/persistence';
import type { LaunchShelf, ShelfCheck, ShelfCount } from '../../application/launch-ports.js';
import type { MarketTerms } from '../../domain/market-terms.js';

/** Offers that could be sold in a market: on sale, of a published product and an active seller, sent from where the market lets goods come. */
const deliverable = `
  FROM offer o
  JOIN seller s ON s.seller_id = o.seller_id AND s.status = 'active'
  JOIN variant v ON v.variant_id = o.variant_id
  JOIN product d ON d.product_id = v.product_id AND d.published
  LEFT JOIN offer_price p ON p.offer_id = o.offer_id AND p.market = $1
  LEFT JOIN stock k ON k.offer_id = o.offer_id
  WHERE o.status = 'active' AND ($2::text[] IS NULL OR o.ships_from = ANY ($2) OR p.market IS NOT NULL)`;

/** A priced offer the market would refuse, were it stated now. */
const breaksTerms = `NOT (o.grade = ANY ($3::text[]) AND o.vat_scheme = ANY ($4::text[]) AND o.warranty_months >= $5
  AND p.amount_minor BETWEEN $6::bigint AND $7::bigint AND ($2::text[] IS NULL OR o.ships_from = ANY ($2)))`;
const empty = 'coalesce(k.available, o.quantity) <= 0';

interface CountRow {
  readonly offers: string;
  readonly priced: string;
  readonly breaking: string;
  readonly empty: string;
  readonly sellers: string;
  readonly serving: string;
}

/** The offers of this region in PostgreSQL: one pass over them counts everything. */
export class PostgresLaunchShelf implements LaunchShelf {
  constructor(private readonly database: Database) {}

  async counts(market: MarketTerms): Promise<{ readonly [check in ShelfCheck]: ShelfCount }> {
    const [row] = await this.database.query<CountRow>(
      `SELECT count(*) AS offers, count(p.market) AS priced,
         count(*) FILTER (WHERE p.market IS NOT NULL AND ${breaksTerms}) AS breaking,
         count(*) FILTER (WHERE p.market IS NOT NULL AND ${empty}) AS empty,
         count(DISTINCT o.seller_id) AS sellers,
         count(DISTINCT o.seller_id) FILTER (WHERE p.market IS NOT NULL) AS serving
       ${deliverable}`,
      termsOf(market),
    );
    const count = (key: keyof CountRow): number => Number(row?.[key] ?? 0);
    return {
      prices: { failing: count('offers') - count('priced'), total: count('offers') },
      offerTerms: { failing: count('breaking'), total: count('priced') },
      stock: { failing: count('empty'), total: count('priced') },
      sellers: { failing: count('sellers') - count('serving'), total: count('sellers') },
    };
  }

  async failing(check: ShelfCheck, market: MarketTerms, { after, limit }: Parameters<LaunchShelf['failing']>[2]) {
    const params = [...termsOf(market), after ?? null, limit];
    if (check === 'sellers') {
      const rows = await this.database.query<{ id: string; name: string; offers: string }>(
        `SELECT s.seller_id AS id, s.name, count(*) AS offers ${deliverable} AND ($8::uuid IS NULL OR s.seller_id > $8)
           ${unusedTerms} GROUP BY s.seller_id, s.name HAVING count(p.market) = 0 ORDER BY s.seller_id LIMIT $9`,
        params,
      );
      return rows.map(({ id, name, offers }) => ({
        id,
        subject: `seller:${id}`,
        message: `${name} has ${offers} offers and a price for none of them here.`,
      }));
    }
    const rows = await this.database.query<{ id: string; sku: string; grade: string; amount: string | null }>(
      `SELECT o.offer_id AS id, o.sku, o.grade, p.amount_minor::text AS amount ${deliverable}
         AND ($8::uuid IS NULL OR o.offer_id > $8) ${unusedTerms} AND ${failingOf[check]} ORDER BY o.offer_id LIMIT $9`,
      params,
    );
    return rows.map(({ id, sku, grade }) => ({
      id,
      subject: `offer:${id}`,
      message: `${sku} (${grade}) ${says[check]}`,
    }));
  }
}

/** Names every parameter, because PostgreSQL must know the type of those a query has no use for. */
const unusedTerms = `AND ($3::text[], $4::text[], $5::int, $6::bigint, $7::bigint) IS NOT NULL`;

const failingOf: { readonly [check in Exclude<ShelfCheck, 'sellers'>]: string } = {
  prices: 'p.market IS NULL',
  offerTerms: `p.market IS NOT NULL AND ${breaksTerms}`,
  stock: `p.market IS NOT NULL AND ${empty}`,
};

const says: { readonly [check in Exclude<ShelfCheck, 'sellers'>]: string } = {
  prices: 'has no price in this market.',
  offerTerms: 'breaks a rule of the market: its grade, VAT scheme, warranty, price or where it is sent from.',
  stock: 'is out of stock.',
};

function termsOf(market: MarketTerms): unknown[] {
  return [
    market.code,
    market.shipsFrom === undefined ? null : [...market.shipsFrom],
    [...market.grades],
    [...market.tax.vatSchemes],
    market.warrantyMonthsMin,
    market.priceMin.minor,
    market.priceMax.minor,
  ];
}
