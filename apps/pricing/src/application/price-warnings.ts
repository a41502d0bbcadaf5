import { marginRefusals, refuseMargin } from '../domain/refuse-margin.js';
import { vatTableOf } from '../domain/tax-tables.js';
import type { PriceTables } from '../domain/tax-tables.js';
import type { Market, PricedOffer } from './ports.js';

/** Something that does not keep the offer from being bought, and that its seller should mend. */
export interface PriceWarning {
  readonly code: 'marginRefused';
  readonly message: string;
}

/** Units that may not be sold under the offer's margin scheme: while one of them is listed, the whole price is taxed. */
export function warningsOf({ purchases }: PricedOffer, { terms }: Market, tables: PriceTables): PriceWarning[] {
  const table = vatTableOf(terms, tables);
  if (table === undefined) return [];
  return purchases.flatMap((purchase): PriceWarning[] => {
    const refusal = refuseMargin(table, purchase);
    if (refusal === undefined) return [];
    const which = `${purchase.units} ${purchase.listed ? 'listed' : 'not yet listed'} of this SKU`;
    const so = purchase.listed
      ? 'the whole price is taxed until they are sold under another SKU'
      : 'they cannot be listed under this SKU';
    return [{ code: 'marginRefused', message: `No margin scheme for ${which}: ${marginRefusals[refusal]}; ${so}.` }];
  });
}
