import type { Rate } from './effective-rates.js';
import type { ReverseCharge } from './eu-vat-table.js';
import type { Basket } from './quote.js';

/**
 * Whether a line is among goods whose tax the buyer owes itself, and its seller supplies enough of them at once. The bound is on what is
 * charged without tax, for all such goods of the seller in the basket together; margin goods do not count (they bear no tax to shift).
 * A bound in another currency than the basket's is not met: no rate of exchange decides who owes a tax.
 */
export function meetsReverseCharge(
  rule: ReverseCharge | undefined,
  { lines, shownMinor }: Basket,
  index: number,
  rate: Rate | undefined,
): boolean {
  const line = lines[index];
  if (rule === undefined || rate === undefined || line === undefined || !rule.categories.has(line.category))
    return false;
  if (line.unitPrice.currency !== rule.minTaxable.currency) return false;
  const grossMinor = lines.reduce((sum, { sellerId, category, vatScheme, marginEligible }, i) => {
    const counts = sellerId === line.sellerId && rule.categories.has(category);
    const taxedInFull = vatScheme === 'REGULAR' || marginEligible === false;
    return counts && taxedInFull ? sum + (shownMinor[i] as bigint) : sum;
  }, 0n);
  return grossMinor * 1_000_000n >= rule.minTaxable.minor * BigInt(1_000_000 + rate.ratePpm);
}
