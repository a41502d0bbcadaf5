import { Money } from '@reprise/kernel';
import type { Break, BreakType } from './break.js';

/** Differences over which the books can be brought to what the provider or the bank says. */
const adjustable: ReadonlySet<BreakType> = new Set(['amount', 'duplicate', 'missing_internal', 'missing_external']);

/**
 * By how much the books must change to say what the outside says: positive when the provider has more of our money than the books. Undefined for
 * what no amount can settle: a fee is booked as it was kept, another currency is another account, and what is young will come.
 */
export function adjustmentOf({ type, currency, expectedMinor, actualMinor }: Break): Money | undefined {
  if (!adjustable.has(type)) return undefined;
  return Money.ofMinor((actualMinor ?? 0n) - (expectedMinor ?? 0n), currency);
}
