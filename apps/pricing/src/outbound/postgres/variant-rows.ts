import type { Publication } from '@reprise/contracts/events';
import type { CatalogVariant } from '../../application/ports.js';

export interface VariantRow {
  readonly variant_id: string;
  readonly product_id: string;
  readonly storage_gb: number | null;
  readonly published: boolean;
  readonly category: string;
  readonly screen_inches: string | null;
  readonly publication: Publication | null;
}

/** The variant a row holds. */
export function variantOfRow(row: VariantRow): CatalogVariant {
  return {
    variantId: row.variant_id,
    productId: row.product_id,
    published: row.published,
    category: row.category,
    ...(row.publication === null ? {} : { publication: row.publication }),
    ...(row.screen_inches === null ? {} : { screenInches: Number(row.screen_inches) }),
    ...(row.storage_gb === null ? {} : { storageGb: row.storage_gb }),
  };
}
