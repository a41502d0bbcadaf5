import type { Rate } from './effective-rates.js';
import type { EuVatTable, ReverseCharge } from './eu-vat-table.js';
import type { Basket, QuoteRequestLine } from './quote.js';
import { refuseMargin } from './refuse-margin.js';

/**
 * Whether a line is among goods whose tax the buyer owes itself, and its seller supplies enough of them at once. The bound is on what is
 * charged without tax, for all such goods of the seller in the basket together; margin goods do not count (they bear no tax to shift).
 * A bound in another currency than the basket's is not met: no rate of exchange decides who owes a tax.
 */
export function meetsReverseCharge(
  table: EuVatTable,
  rule: ReverseCharge | undefined,
  { lines, shownMinor }: Basket,
  index: number,
  rate: Rate | undefined,
): boolean {
  const line = lines[index];
  if (rule === undefined || rate === undefined || line === undefined || !rule.categories.has(line.category))
    return false;
  if (line.unitPrice.currency !== rule.minTaxable.currency) return false;
  const grossMinor = lines.reduce((sum, other, i) => {
    const counts = other.sellerId === line.sellerId && rule.categories.has(other.category);
    return counts && isTaxedInFull(table, other) ? sum + (shownMinor[i] as bigint) : sum;
  }, 0n);
  return grossMinor * 1_000_000n >= rule.minTaxable.minor * BigInt(1_000_000 + rate.ratePpm);
}

function isTaxedInFull(table: EuVatTable, { vatScheme, purchases }: QuoteRequestLine): boolean {
  return vatScheme === 'REGULAR' || (purchases ?? []).some((purchase) => refuseMargin(table, purchase) !== undefined);
}
