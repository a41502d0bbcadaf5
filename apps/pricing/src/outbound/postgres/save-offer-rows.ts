import { insertMany, unnestRows } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Offer } from '../../domain/offer.js';

const termColumns = {
  offer_id: 'uuid',
  seller_id: 'uuid',
  sku: 'text',
  version: 'bigint',
  product_id: 'uuid',
  variant_id: 'uuid',
  grade: 'text',
  status: 'text',
  quantity: 'integer',
  quantity_version: 'bigint',
  vat_scheme: 'text',
  warranty_months: 'integer',
  battery_health: 'integer',
  ships_from: 'text',
  ships_from_postal_code: 'text',
  updated_at: 'timestamptz',
} as const;

/** Stores what sellers state of offers, but for their prices. */
export async function saveTerms(tx: Tx, offers: readonly Offer[]): Promise<void> {
  await insertMany(
    tx,
    'offer',
    termColumns,
    offers.map((offer) => ({
      offer_id: offer.offerId,
      seller_id: offer.sellerId,
      sku: offer.sku,
      version: offer.version,
      product_id: offer.productId,
      variant_id: offer.variantId,
      grade: offer.grade,
      status: offer.status,
      quantity: offer.quantity,
      quantity_version: offer.quantityVersion,
      vat_scheme: offer.vatScheme,
      warranty_months: offer.warrantyMonths,
      battery_health: offer.batteryHealth ?? null,
      ships_from: offer.shipsFrom,
      ships_from_postal_code: offer.shipsFromPostalCode ?? null,
      updated_at: new Date(offer.updatedAt),
    })),
    `ON CONFLICT (offer_id) DO UPDATE SET version = excluded.version, product_id = excluded.product_id,
       variant_id = excluded.variant_id, grade = excluded.grade, status = excluded.status, quantity = excluded.quantity,
       quantity_version = excluded.quantity_version, vat_scheme = excluded.vat_scheme,
       warranty_months = excluded.warranty_months, battery_health = excluded.battery_health,
       ships_from = excluded.ships_from, ships_from_postal_code = excluded.ships_from_postal_code, updated_at = excluded.updated_at`,
  );
}

const priceColumns = {
  offer_id: 'uuid',
  market: 'text',
  currency: 'text',
  amount_minor: 'bigint',
  min_minor: 'bigint',
  max_minor: 'bigint',
} as const;

/** Makes the prices of the offers what they are: markets left out are gone, prices that stay are not written. */
export async function savePrices(tx: Tx, offers: readonly Offer[]): Promise<void> {
  if (offers.length === 0) return;
  const rows = offers.flatMap(priceRowsOf);
  await tx.query(
    `DELETE FROM offer_price p USING unnest($1::uuid[]) AS stated (offer_id)
     WHERE p.offer_id = stated.offer_id AND NOT EXISTS (
       SELECT 1 FROM unnest($2::uuid[], $3::text[]) AS kept (offer_id, market)
       WHERE kept.offer_id = p.offer_id AND kept.market = p.market)`,
    [offers.map(({ offerId }) => offerId), rows.map(({ offer_id }) => offer_id), rows.map(({ market }) => market)],
  );
  await insertMany(
    tx,
    'offer_price',
    priceColumns,
    rows,
    `ON CONFLICT (offer_id, market) DO UPDATE SET currency = excluded.currency, amount_minor = excluded.amount_minor,
       min_minor = excluded.min_minor, max_minor = excluded.max_minor
     WHERE (offer_price.currency, offer_price.amount_minor, offer_price.min_minor, offer_price.max_minor)
       IS DISTINCT FROM (excluded.currency, excluded.amount_minor, excluded.min_minor, excluded.max_minor)`,
  );
}

/** Stores new versions of offers whose terms are what they were. */
export async function saveVersions(tx: Tx, offers: readonly Offer[]): Promise<void> {
  if (offers.length === 0) return;
  const { sql, params } = unnestRows(
    { offer_id: 'uuid', version: 'bigint', updated_at: 'timestamptz' },
    offers.map(({ offerId, version, updatedAt }) => ({
      offer_id: offerId,
      version,
      updated_at: new Date(updatedAt),
    })),
  );
  await tx.query(
    `UPDATE offer SET version = new.version, updated_at = new.updated_at FROM ${sql} AS new
     WHERE offer.offer_id = new.offer_id`,
    params,
  );
}

/** Stores the amounts of prices in the markets and currencies that are stored already. */
export async function saveAmounts(tx: Tx, offers: readonly Offer[]): Promise<void> {
  if (offers.length === 0) return;
  const { sql, params } = unnestRows(priceColumns, offers.flatMap(priceRowsOf));
  await tx.query(
    `UPDATE offer_price p SET amount_minor = new.amount_minor, min_minor = new.min_minor, max_minor = new.max_minor
     FROM ${sql} AS new WHERE p.offer_id = new.offer_id AND p.market = new.market
       AND (p.amount_minor, p.min_minor, p.max_minor) IS DISTINCT FROM (new.amount_minor, new.min_minor, new.max_minor)`,
    params,
  );
}

function priceRowsOf({ offerId, prices }: Offer) {
  return prices.map((price) => ({
    offer_id: offerId,
    market: price.market,
    currency: price.price.currency,
    amount_minor: price.price.minor,
    min_minor: price.minPrice?.minor ?? null,
    max_minor: price.maxPrice?.minor ?? null,
  }));
}
