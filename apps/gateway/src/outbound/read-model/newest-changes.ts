import type { StateChange } from '../../application/ports.js';
import type { MarketTable } from './market-table.js';
import type { OfferTable } from './offer-table.js';
import type { ProductTable } from './product-table.js';
import { versionAt } from './rows.js';
import type { SellerTable } from './seller-table.js';

/** What is known already, by kind. */
export interface Tables {
  readonly markets: Pick<MarketTable, 'find'>;
  readonly products: Pick<ProductTable, 'rows' | 'version'>;
  readonly sellers: Pick<SellerTable, 'rows' | 'version'>;
  readonly offers: Pick<OfferTable, 'rows' | 'version' | 'stockVersion' | 'priceVersion'>;
}

/** Of several versions of one key in a batch only the newest is kept, and none that is not newer than what is known. */
export function newestChanges(changes: readonly StateChange[], tables: Tables): StateChange[] {
  const newest = new Map<string, StateChange>();
  for (const change of changes) {
    const name = `${change.kind} ${change.key}`;
    const version = change.state?.version ?? Infinity;
    const pending = newest.get(name);
    const known = pending === undefined ? versionOf(change, tables) : (pending.state?.version ?? 0);
    if (version > known) newest.set(name, change);
  }
  return [...newest.values()];
}

function versionOf({ kind, key }: StateChange, { markets, products, sellers, offers }: Tables): number {
  switch (kind) {
    case 'market':
      return markets.find(key)?.version ?? 0;
    case 'product':
      return versionAt(products.rows.find(key), (row) => products.version(row));
    case 'seller':
      return versionAt(sellers.rows.find(key), (row) => sellers.version(row));
    case 'offer':
      return versionAt(offers.rows.find(key), (row) => offers.version(row));
    case 'stock':
      return versionAt(offers.rows.find(key), (row) => offers.stockVersion(row));
    case 'price':
      return versionAt(offers.rows.find(key), (row) => offers.priceVersion(row));
  }
}
