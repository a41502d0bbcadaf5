import { Bug } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import { unnestRows } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { AmountStatement, RestatedAmounts } from '../../application/restate-amounts.js';
import { sayPrices } from './say-prices.js';

/** A row a statement, its prices as lists in one order: rows of prices would have to be joined to it, by a plan that guesses how many there are. */
const columns = {
  place: 'integer',
  sku: 'text',
  product_id: 'uuid',
  variant_id: 'uuid',
  grade: 'text',
  quantity: 'integer',
  vat_scheme: 'text',
  warranty_months: 'integer',
  battery_health: 'integer',
  ships_from: 'text',
  ships_from_postal_code: 'text',
  markets: 'text',
  amounts: 'text',
  mins: 'text',
  maxs: 'text',
} as const;

/** Places and, of those that changed, offers and versions: text, because thousands of rows cost more to take apart than to split. */
interface Restated {
  readonly places: string | null;
  readonly offer_ids: string | null;
  readonly versions: string | null;
  readonly unchanged: string | null;
  readonly offers_written: number;
}

/**
 * Changes prices of the seller's offers where statements say nothing else, and says them as packs. Its one statement finds the offers,
 * compares them, writes what differs and appends it to history: for each offer that is one look at each table and one new version of
 * each row. The caller holds the seller's shelf, so what it finds is still so where it writes (and rows may go by their place on disk).
 */
export async function restateAmounts(
  tx: Tx,
  sellerId: string,
  stated: readonly AmountStatement[],
  { now, dryRun }: { readonly now: Instant; readonly dryRun: boolean },
): Promise<RestatedAmounts> {
  const { sql, params } = unnestRows(columns, stated.map(rowOf), 3);
  const [found] = await tx.query<Restated>(`WITH ${judged(sql)} ${dryRun ? '' : writing} ${answering(dryRun)}`, [
    sellerId,
    new Date(now),
    ...params,
  ]);
  const [updated, unchanged] = [numbersIn(found?.places), numbersIn(found?.unchanged)];
  if (dryRun || updated.length === 0) return { updated, unchanged };
  if (found?.offers_written !== updated.length) throw new Bug('an offer changed under the lock of its shelf');
  const byPlace = new Map(stated.map((each) => [each.place, each]));
  const [offerIds, versions] = [(found.offer_ids ?? '').split(','), numbersIn(found.versions)];
  const restated = updated.map((place, i) => ({
    offerId: offerIds[i] as string,
    version: versions[i] as number,
    amounts: (byPlace.get(place) as AmountStatement).amounts,
  }));
  await sayPrices(tx, sellerId, restated, now);
  return { updated, unchanged };
}

/**
 * `compared`: the prices, beside the stated ones, of offers whose terms are as stated and which show their own price, now and as far as
 * anybody has planned. `judged`: of offers that are stated in exactly the markets they are in, which have changed. Each
 * statement looks its offer up by key, and it is written so that no other plan can be made of it: one that
 * guesses wrong how many rows there are reads every offer the seller has for every batch.
 */
function judged(statements: string): string {
  return `
    compared AS (
      SELECT s.place, s.market_count, o.tuple AS offer_tuple, o.offer_id, o.version + 1 AS version, p.tuple, p.market, p.currency,
        s.amounts[i] AS amount_minor, s.mins[i] AS min_minor, s.maxs[i] AS max_minor, i IS NOT NULL AS stated,
        p.amount_minor <> s.amounts[i] AS moved,
        p.amount_minor <> s.amounts[i] OR p.min_minor IS DISTINCT FROM s.mins[i] OR p.max_minor IS DISTINCT FROM s.maxs[i] AS differs
      FROM (
        SELECT place, sku, product_id, variant_id, grade, quantity, vat_scheme, warranty_months, battery_health, ships_from,
          ships_from_postal_code, string_to_array(markets, ',') AS markets, cardinality(string_to_array(markets, ',')) AS market_count,
          string_to_array(amounts, ',')::bigint[] AS amounts, string_to_array(mins, ',', '')::bigint[] AS mins,
          string_to_array(maxs, ',', '')::bigint[] AS maxs
        FROM ${statements} AS statement
      ) s
      CROSS JOIN LATERAL (SELECT ctid AS tuple, * FROM offer WHERE seller_id = $1 AND sku = s.sku LIMIT 1) o
      CROSS JOIN LATERAL (SELECT ctid AS tuple, * FROM offer_price WHERE offer_id = o.offer_id OFFSET 0) p
      CROSS JOIN LATERAL array_position(s.markets, p.market || ':' || p.currency) AS i
      WHERE o.product_id = s.product_id AND o.variant_id = s.variant_id AND o.grade = s.grade
        AND o.quantity = s.quantity AND (o.status = 'active') = (s.quantity > 0)
        AND o.vat_scheme = s.vat_scheme AND o.warranty_months = s.warranty_months
        AND o.battery_health IS NOT DISTINCT FROM s.battery_health AND o.ships_from = s.ships_from
        AND o.ships_from_postal_code IS NOT DISTINCT FROM s.ships_from_postal_code
        AND (SELECT count(*) FROM listed_price WHERE offer_id = o.offer_id) = 0
        AND (SELECT count(*) FROM scheduled_price_change WHERE offer_id = o.offer_id) = 0
        AND coalesce((SELECT on_hand FROM stock WHERE offer_id = o.offer_id), s.quantity) = s.quantity
    ),
    judged AS MATERIALIZED (
      SELECT *, row_number() OVER own = 1 AS first, bool_and(stated) OVER own AND count(*) OVER own = market_count AS whole,
        bool_or(differs) OVER own AS changed
      FROM compared WINDOW own AS (PARTITION BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    )`;
}

const writing = `,
    offers_written AS (
      UPDATE offer SET version = judged.version, updated_at = $2 FROM judged
      WHERE offer.ctid = judged.offer_tuple AND whole AND changed AND first RETURNING 1
    ),
    amounts_written AS (
      UPDATE offer_price p SET amount_minor = judged.amount_minor, min_minor = judged.min_minor, max_minor = judged.max_minor
      FROM judged WHERE p.ctid = judged.tuple AND whole AND differs
    ),
    history AS (
      INSERT INTO price_change (offer_id, offer_version, market, currency, amount_minor, changed_at)
      SELECT offer_id, version, market, currency, amount_minor, $2::timestamptz FROM judged WHERE whole AND moved
    )`;

function answering(dryRun: boolean): string {
  return `
    SELECT string_agg(place::text, ',') FILTER (WHERE changed) AS places,
      string_agg(offer_id::text, ',') FILTER (WHERE changed) AS offer_ids,
      string_agg(version::text, ',') FILTER (WHERE changed) AS versions,
      string_agg(place::text, ',') FILTER (WHERE NOT changed) AS unchanged,
      ${dryRun ? '($2::timestamptz IS NULL)::int' : '(SELECT count(*)::int FROM offers_written)'} AS offers_written
    FROM judged WHERE whole AND first`;
}

function rowOf({ place, statement, productId, amounts }: AmountStatement) {
  return {
    place,
    sku: statement.sku,
    product_id: productId,
    variant_id: statement.variantId,
    grade: statement.grade,
    quantity: statement.quantity,
    vat_scheme: statement.vatScheme,
    warranty_months: statement.warrantyMonths,
    battery_health: statement.batteryHealth ?? null,
    ships_from: statement.shipsFrom,
    ships_from_postal_code: statement.shipsFromPostalCode ?? null,
    markets: listed(amounts, ({ market, currency }) => `${market}:${currency}`),
    amounts: listed(amounts, ({ minor }) => minor),
    mins: listed(amounts, ({ minMinor }) => minMinor),
    maxs: listed(amounts, ({ maxMinor }) => maxMinor),
  };
}

/** Values in the order of markets, apart by commas; nothing for one that is not stated. */
function listed(
  amounts: AmountStatement['amounts'],
  valueOf: (amount: AmountStatement['amounts'][number]) => string | number | null,
): string {
  const [only, ...others] = amounts;
  if (only !== undefined && others.length === 0) return String(valueOf(only) ?? '');
  return amounts.map((amount) => valueOf(amount) ?? '').join(',');
}

function numbersIn(list: string | null | undefined): number[] {
  return list == null ? [] : list.split(',').map(Number);
}
