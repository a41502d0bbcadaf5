import type { Database } from '@reprise/platform/persistence';
import type { OfferCatalogue, PricedOffer } from '../../application/ports.js';
import type { Offer } from '../../domain/offer.js';
import { offerOfRow, offerSelect } from './offer-rows.js';
import type { OfferRow } from './offer-rows.js';
import { sellerOfRow } from './seller-rows.js';
import type { SellerRow } from './seller-rows.js';
import { variantOfRow } from './variant-rows.js';
import type { VariantRow } from './variant-rows.js';

interface PricedOfferRow extends OfferRow {
  readonly seller: SellerRow;
  readonly variant: VariantRow | null;
  readonly available: number | null;
  readonly purchases: PricedOffer['purchases'] | null;
}

/** How the units of `o` on the shelf were bought, each way once. */
const purchasesOnHand = `
  SELECT jsonb_agg(jsonb_build_object(
    'supplierKind', supplier_kind, 'vatScheme', vat_scheme, 'country', country, 'listed', listed, 'units', units
  )) AS purchases
  FROM (
    SELECT supplier_kind, vat_scheme, country, status = 'listed' AS listed, count(*) AS units FROM unit
    WHERE seller_id = o.seller_id AND sku = o.sku AND status IN ('received', 'tested', 'listed')
    GROUP BY 1, 2, 3, 4
  ) ways`;

/** Offers with all a price depends on, in one statement however many are asked for. */
export class PostgresOfferCatalogue implements OfferCatalogue {
  constructor(private readonly database: Database) {}

  async find(offerIds: readonly string[]): Promise<ReadonlyMap<string, PricedOffer>> {
    const rows = await this.database.query<PricedOfferRow>(
      `SELECT o.*, s.available, u.purchases, to_jsonb(seller) AS seller,
         CASE WHEN v.variant_id IS NULL THEN NULL ELSE jsonb_build_object(
           'variant_id', v.variant_id, 'product_id', v.product_id, 'storage_gb', v.storage_gb,
           'published', product.published, 'category', product.category, 'screen_inches', product.screen_inches,
           'publication', product.publication
         ) END AS variant
       FROM (${offerSelect} WHERE o.offer_id = ANY($1::uuid[])) o
       JOIN seller USING (seller_id)
       LEFT JOIN variant v ON v.variant_id = o.variant_id
       LEFT JOIN product ON product.product_id = v.product_id
       LEFT JOIN stock s ON s.offer_id = o.offer_id
       LEFT JOIN LATERAL (${purchasesOnHand}) u ON o.vat_scheme = 'MARGINAL'`,
      [offerIds],
    );
    return new Map(rows.map((row) => [row.offer_id, pricedOfferOf(row)]));
  }

  async findBySku(sellerId: string, sku: string): Promise<Offer | undefined> {
    const [row] = await this.database.query<OfferRow>(`${offerSelect} WHERE o.seller_id = $1 AND o.sku = $2`, [
      sellerId,
      sku,
    ]);
    return row && offerOfRow(row);
  }
}

function pricedOfferOf(row: PricedOfferRow): PricedOffer {
  return {
    offer: offerOfRow(row),
    seller: sellerOfRow(row.seller),
    variant: row.variant === null ? undefined : variantOfRow(row.variant),
    available: row.available ?? undefined,
    purchases: row.purchases ?? [],
  };
}
