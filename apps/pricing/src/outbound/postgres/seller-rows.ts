import type { Seller } from '../../application/ports.js';

export const sellerColumns = 'seller_id, version, name, established_in, status, demo';

export interface SellerRow {
  readonly seller_id: string;
  readonly version: string;
  readonly name: string;
  readonly established_in: string;
  readonly status: 'active' | 'suspended';
  readonly demo: boolean;
}

/** The seller a row holds. */
export function sellerOfRow(row: SellerRow): Seller {
  return {
    sellerId: row.seller_id,
    version: Number(row.version),
    name: row.name,
    establishedIn: row.established_in,
    status: row.status,
    demo: row.demo,
  };
}
