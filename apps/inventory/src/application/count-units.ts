import type { OfferId } from '@reprise/kernel';
import type { MovementCause } from '../domain/stock-level.js';
import type { StockSheet } from '../domain/stock-sheet.js';
import type { StockTx } from './ports.js';

/**
 * Sets the stock of offers that are counted by units to their listed units. Called after units moved, with the levels locked: whatever
 * happened in between, stock is what can be counted.
 */
export async function countUnits(
  tx: StockTx,
  sheet: StockSheet,
  offerIds: Iterable<OfferId>,
  cause: MovementCause = {},
): Promise<void> {
  const counted = [...new Set(offerIds)].filter((offerId) => sheet.levelOf(offerId).countedBy === 'units');
  if (counted.length === 0) return;
  const listed = await tx.units.countListed(counted);
  for (const offerId of counted) sheet.count(offerId, listed.get(offerId) ?? 0, cause);
}
