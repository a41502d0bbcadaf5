import { requireExactSums } from '../domain/require-exact-sums.js';
import type { Sale } from '../domain/sale.js';
import type { SalesJournal } from './ports.js';

/** Stores sales of any region, each once, and none that does not add up. */
export async function recordSales(journal: SalesJournal, sales: readonly Sale[]): Promise<void> {
  sales.forEach(requireExactSums);
  await journal.append(sales);
}
