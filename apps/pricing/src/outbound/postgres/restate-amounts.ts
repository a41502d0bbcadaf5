import { Bug } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import { unnestRows } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { AmountStatement, RestatedAmounts } from '../../application/restate-amounts.js';
import { sayPrices } from './say-prices.js';

const termColumns = {
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
  markets: 'integer',
} as const;

const amountColumns = {
  place: 'integer',
  market: 'text',
  currency: 'text',
  amount_minor: 'bigint',
  min_minor: 'bigint',
  max_minor: 'bigint',
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
  const params: unknown[] = [sellerId, new Date(now)];
  const source = <C extends Parameters<typeof unnestRows>[0]>(
    columns: C,
    rows: Parameters<typeof unnestRows<C>>[1],
  ) => {
    const { sql, params: own } = unnestRows(columns, rows, params.length + 1);
    params.push(...own);
    return sql;
  };
  const terms = source(termColumns, stated.map(termsRow));
  const amounts = source(amountColumns, stated.flatMap(amountRows));
  const [found] = await tx.query<Restated>(
    `WITH ${comparing(terms, amounts)} ${dryRun ? '' : writing} ${answering(dryRun)}`,
    params,
  );
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
 * `known`: offers whose terms are as stated and which show their own price, now and as far as anybody has planned. `compared`: each of their prices beside the stated one.
 * `whole`: offers that are stated in exactly the markets they are in.
 */
function comparing(terms: string, amounts: string): string {
  return `
    known AS MATERIALIZED (
      SELECT s.place, s.markets, o.ctid AS tuple, o.offer_id, o.version
      FROM ${terms} AS s
      JOIN offer o ON o.seller_id = $1 AND o.sku = s.sku AND o.product_id = s.product_id AND o.variant_id = s.variant_id
        AND o.grade = s.grade AND o.quantity = s.quantity AND (o.status = 'active') = (s.quantity > 0)
        AND o.vat_scheme = s.vat_scheme AND o.warranty_months = s.warranty_months
        AND o.battery_health IS NOT DISTINCT FROM s.battery_health AND o.ships_from = s.ships_from
        AND o.ships_from_postal_code IS NOT DISTINCT FROM s.ships_from_postal_code
      WHERE NOT EXISTS (SELECT FROM listed_price l WHERE l.offer_id = o.offer_id)
        AND NOT EXISTS (SELECT FROM scheduled_price_change c WHERE c.offer_id = o.offer_id)
        AND NOT EXISTS (SELECT FROM stock WHERE stock.offer_id = o.offer_id AND stock.on_hand <> s.quantity)
    ),
    compared AS MATERIALIZED (
      SELECT k.place, k.markets, k.tuple AS offer_tuple, k.offer_id, k.version, p.ctid AS tuple, a.place IS NOT NULL AS stated,
        a.market, a.currency, a.amount_minor, a.min_minor, a.max_minor,
        p.amount_minor <> a.amount_minor AS moved,
        p.amount_minor <> a.amount_minor OR p.min_minor IS DISTINCT FROM a.min_minor
          OR p.max_minor IS DISTINCT FROM a.max_minor AS differs
      FROM known k
      JOIN offer_price p ON p.offer_id = k.offer_id
      LEFT JOIN ${amounts} AS a ON a.place = k.place AND a.market = p.market AND a.currency = p.currency
    ),
    whole AS MATERIALIZED (
      SELECT place, offer_tuple, offer_id, version + 1 AS version, bool_or(differs) AS changed
      FROM compared GROUP BY place, offer_tuple, offer_id, version
      HAVING bool_and(stated) AND count(*) = max(markets)
    )`;
}

const writing = `,
    offers_written AS (
      UPDATE offer SET version = whole.version, updated_at = $2 FROM whole
      WHERE offer.ctid = whole.offer_tuple AND whole.changed RETURNING 1
    ),
    amounts_written AS (
      UPDATE offer_price p SET amount_minor = c.amount_minor, min_minor = c.min_minor, max_minor = c.max_minor
      FROM compared c JOIN whole USING (place) WHERE p.ctid = c.tuple AND c.differs
    ),
    history AS (
      INSERT INTO price_change (offer_id, offer_version, market, currency, amount_minor, changed_at)
      SELECT c.offer_id, whole.version, c.market, c.currency, c.amount_minor, $2::timestamptz
      FROM compared c JOIN whole USING (place) WHERE c.moved
    )`;

function answering(dryRun: boolean): string {
  return `
    SELECT string_agg(place::text, ',') FILTER (WHERE changed) AS places,
      string_agg(offer_id::text, ',') FILTER (WHERE changed) AS offer_ids,
      string_agg(version::text, ',') FILTER (WHERE changed) AS versions,
      string_agg(place::text, ',') FILTER (WHERE NOT changed) AS unchanged,
      ${dryRun ? '($2::timestamptz IS NULL)::int' : '(SELECT count(*)::int FROM offers_written)'} AS offers_written
    FROM whole`;
}

function termsRow({ place, statement, productId, amounts }: AmountStatement) {
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
    markets: amounts.length,
  };
}

function amountRows({ place, amounts }: AmountStatement) {
  return amounts.map(({ market, currency, minor, minMinor, maxMinor }) => ({
    ...{ place, market, currency },
    amount_minor: minor,
    min_minor: minMinor,
    max_minor: maxMinor,
  }));
}

function numbersIn(list: string | null | undefined): number[] {
  return list == null ? [] : list.split(',').map(Number);
}
