import type { Database } from '@reprise/platform/persistence';
import type { PlanShelf } from '../../application/plan-market.js';
import type { PlannedOffer } from '../../domain/plan-effects.js';
import type { VatScheme } from '../../domain/quote.js';
import { priceOfRow } from './offer-rows.js';
import type { PriceRow } from './offer-rows.js';

interface PlannedRow extends PriceRow {
  readonly offer_id: string;
  readonly seller_id: string;
  readonly sku: string;
  readonly variant_id: string;
  readonly grade: string;
  readonly quantity: number;
  readonly vat_scheme: VatScheme;
  readonly warranty_months: number;
  readonly battery_health: number | null;
  readonly ships_from: string;
  readonly ships_from_postal_code: string | null;
  readonly established_in: string;
  readonly category: string;
  readonly screen_inches: string | null;
  readonly storage_gb: number | null;
}

/** Offers on sale in a market, in PostgreSQL. */
export class PostgresPlanShelf implements PlanShelf {
  constructor(private readonly database: Database) {}

  async pricedIn(market: string, { after, limit }: Parameters<PlanShelf['pricedIn']>[1]): Promise<PlannedOffer[]> {
    const rows = await this.database.query<PlannedRow>(
      `SELECT o.offer_id, o.seller_id, o.sku, o.variant_id, o.grade, o.quantity, o.vat_scheme, o.warranty_months, o.battery_health,
         o.ships_from, o.ships_from_postal_code, s.established_in, d.category, d.screen_inches, v.storage_gb,
         p.market, p.currency, p.amount_minor AS amount, p.min_minor AS min, p.max_minor AS max
       FROM offer o
       JOIN offer_price p ON p.offer_id = o.offer_id AND p.market = $1
       JOIN seller s ON s.seller_id = o.seller_id AND s.status = 'active'
       JOIN variant v ON v.variant_id = o.variant_id
       JOIN product d ON d.product_id = v.product_id AND d.published
       WHERE o.status = 'active' AND ($2::uuid IS NULL OR o.offer_id > $2)
       ORDER BY o.offer_id LIMIT $3`,
      [market, after ?? null, limit],
    );
    return rows.map(offerOf);
  }
}

function offerOf(row: PlannedRow): PlannedOffer {
  const { offer_id: offerId, vat_scheme: vatScheme, ships_from: shipsFrom } = row;
  return {
    ...{ offerId, vatScheme, shipsFrom, sku: row.sku, grade: row.grade, quantity: row.quantity },
    warrantyMonths: row.warranty_months,
    batteryHealth: row.battery_health ?? undefined,
    price: priceOfRow(row),
    line: {
      ...{ offerId, vatScheme, shipsFrom, sellerId: row.seller_id, variantId: row.variant_id, category: row.category },
      screenInches: row.screen_inches === null ? undefined : Number(row.screen_inches),
      storageGb: row.storage_gb ?? undefined,
      shipsFromPostalCode: row.ships_from_postal_code ?? undefined,
      sellerEstablishedIn: row.established_in,
    },
  };
}
