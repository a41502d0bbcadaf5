import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { Offer, OfferPrice } from '../../domain/offer.js';
import type { VatScheme } from '../../domain/quote.js';

/** An offer and its prices as `offerSelect` reads them: int8 as text, prices as one JSON array ordered by market. */
export interface OfferRow {
  readonly offer_id: string;
  readonly seller_id: string;
  readonly sku: string;
  readonly version: string;
  readonly product_id: string;
  readonly variant_id: string;
  readonly grade: string;
  readonly status: 'active' | 'delisted';
  readonly quantity: number;
  readonly quantity_version: string;
  readonly vat_scheme: VatScheme;
  readonly warranty_months: number;
  readonly battery_health: number | null;
  readonly ships_from: string;
  readonly ships_from_postal_code: string | null;
  readonly updated_at: Date;
  readonly prices: readonly PriceRow[];
}

/** Minor units as text: a JSON number would lose digits past 2^53. */
export interface PriceRow {
  readonly market: string;
  readonly currency: string;
  readonly amount: string;
  readonly min: string | null;
  readonly max: string | null;
}

/** Selects whole offers; add a WHERE on `o`. */
export const offerSelect = `
  SELECT o.*, p.prices
  FROM offer o
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'market', market, 'currency', currency, 'amount', amount_minor::text, 'min', min_minor::text, 'max', max_minor::text
    ) ORDER BY market), '[]') AS prices
    FROM offer_price WHERE offer_id = o.offer_id
  ) p`;

/** Offers by id. Prices come beside their offers, not inside them as `offerSelect` has them: for thousands that is half the work. */
export async function readOffers(tx: Pick<Tx, 'query'>, offerIds: readonly string[]): Promise<Map<string, Offer>> {
  const rows = await tx.query<Omit<OfferRow, 'prices'>>('SELECT * FROM offer WHERE offer_id = ANY($1::uuid[])', [
    offerIds,
  ]);
  const prices = new Map<string, PriceRow[]>(rows.map((row) => [row.offer_id, []]));
  const priceRows = await tx.query<PriceRow & { readonly offer_id: string }>(
    `SELECT offer_id, market, currency, amount_minor AS amount, min_minor AS min, max_minor AS max
     FROM offer_price WHERE offer_id = ANY($1::uuid[])`,
    [[...prices.keys()]],
  );
  for (const row of priceRows) prices.get(row.offer_id)?.push(row);
  return new Map(
    rows.map((row) => [row.offer_id, offerOfRow({ ...row, prices: (prices.get(row.offer_id) ?? []).sort(byMarket) })]),
  );
}

/** The offer a row holds. */
export function offerOfRow(row: OfferRow): Offer {
  return {
    offerId: row.offer_id,
    sellerId: row.seller_id,
    sku: row.sku,
    version: Number(row.version),
    productId: row.product_id,
    variantId: row.variant_id,
    grade: row.grade,
    status: row.status,
    quantity: row.quantity,
    quantityVersion: Number(row.quantity_version),
    vatScheme: row.vat_scheme,
    warrantyMonths: row.warranty_months,
    ...(row.battery_health === null ? {} : { batteryHealth: row.battery_health }),
    shipsFrom: row.ships_from,
    ...(row.ships_from_postal_code === null ? {} : { shipsFromPostalCode: row.ships_from_postal_code }),
    prices: row.prices.map(priceOfRow),
    updatedAt: instantOfEpochMs(row.updated_at.getTime()),
  };
}

export function byMarket(a: { readonly market: string }, b: { readonly market: string }): number {
  return a.market < b.market ? -1 : 1;
}

export function priceOfRow(row: PriceRow): OfferPrice {
  const currency = mustBeCurrency(row.currency);
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), currency);
  return {
    market: row.market,
    price: money(row.amount),
    ...(row.min === null ? {} : { minPrice: money(row.min) }),
    ...(row.max === null ? {} : { maxPrice: money(row.max) }),
  };
}
