import { instantOfEpochMs } from '@reprise/kernel';
import { unnestRows } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Offer, OfferPrice, StatedOffer } from '../../domain/offer.js';
import { byMarket, priceOfRow, readOffers } from './offer-rows.js';
import type { PriceRow } from './offer-rows.js';

const termColumns = {
  n: 'integer',
  offer_id: 'uuid',
  product_id: 'uuid',
  variant_id: 'uuid',
  grade: 'text',
  quantity: 'integer',
  vat_scheme: 'text',
  warranty_months: 'integer',
  battery_health: 'integer',
  ships_from: 'text',
  ships_from_postal_code: 'text',
} as const;

interface UnchangedRow extends PriceRow {
  readonly n: number;
  readonly version: string;
  readonly quantity_version: string;
  readonly updated_ms: string;
}

/**
 * Offers by id, as `readOffers`, for whoever knows what their sellers now say of them. Most statements of a large file change a price and
 * nothing else: PostgreSQL is told what is said and answers prices where the rest is the same, so that it need not be carried back.
 */
export async function readOffersStated(tx: Tx, stated: readonly StatedOffer[]): Promise<Map<string, Offer>> {
  const offers = await readUnchanged(tx, stated);
  const others = [...new Set(stated.map(({ offerId }) => offerId))].filter((offerId) => !offers.has(offerId));
  if (others.length > 0) for (const [id, offer] of await readOffers(tx, others)) offers.set(id, offer);
  return offers;
}

async function readUnchanged(tx: Tx, stated: readonly StatedOffer[]): Promise<Map<string, Offer>> {
  if (stated.length === 0) return new Map();
  const source = unnestRows(
    termColumns,
    stated.map((offer, n) => ({
      n,
      offer_id: offer.offerId,
      product_id: offer.productId,
      variant_id: offer.variantId,
      grade: offer.grade,
      quantity: offer.quantity,
      vat_scheme: offer.vatScheme,
      warranty_months: offer.warrantyMonths,
      battery_health: offer.batteryHealth ?? null,
      ships_from: offer.shipsFrom,
      ships_from_postal_code: offer.shipsFromPostalCode ?? null,
    })),
  );
  const rows = await tx.query<UnchangedRow>(
    `SELECT s.n, o.version, o.quantity_version, floor(extract(epoch FROM o.updated_at) * 1000)::bigint AS updated_ms,
       p.market, p.currency, p.amount_minor AS amount, p.min_minor AS min, p.max_minor AS max
     FROM ${source.sql} AS s
     JOIN offer o ON o.offer_id = s.offer_id AND o.product_id = s.product_id AND o.variant_id = s.variant_id
       AND o.grade = s.grade AND o.quantity = s.quantity AND (o.status = 'active') = (s.quantity > 0)
       AND o.vat_scheme = s.vat_scheme AND o.warranty_months = s.warranty_months
       AND o.battery_health IS NOT DISTINCT FROM s.battery_health AND o.ships_from = s.ships_from
       AND o.ships_from_postal_code IS NOT DISTINCT FROM s.ships_from_postal_code
     JOIN offer_price p ON p.offer_id = o.offer_id`,
    source.params,
  );
  const prices = new Map<number, { readonly row: UnchangedRow; readonly prices: OfferPrice[] }>();
  for (const row of rows) {
    const known = prices.get(row.n);
    if (known === undefined) prices.set(row.n, { row, prices: [priceOfRow(row)] });
    else known.prices.push(priceOfRow(row));
  }
  return new Map(
    [...prices].map(([n, { row, prices: own }]) => {
      const offer = asItStood(stated[n] as StatedOffer, row, own.sort(byMarket));
      return [offer.offerId, offer];
    }),
  );
}

function asItStood(stated: StatedOffer, row: UnchangedRow, prices: readonly OfferPrice[]): Offer {
  return {
    ...stated,
    prices,
    version: Number(row.version),
    quantityVersion: Number(row.quantity_version),
    status: stated.quantity > 0 ? 'active' : 'delisted',
    updatedAt: instantOfEpochMs(Number(row.updated_ms)),
  };
}
