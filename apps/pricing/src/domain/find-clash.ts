import type { PriceList } from './price-list.js';
import { compareSpecificity, overlaps } from './price-list.js';

/**
 * The list that would tie with this one: same priority, some offer and moment in common, and neither meant for fewer offers. Which of the
 * two held would then be chance, so it is refused while a person can still decide it.
 */
export function findClash(list: PriceList, others: Iterable<PriceList>): PriceList | undefined {
  for (const other of others)
    if (
      other.id !== list.id &&
      other.priority === list.priority &&
      overlaps(list, other) &&
      compareSpecificity(list, other) === 0
    )
      return other;
  return undefined;
}
