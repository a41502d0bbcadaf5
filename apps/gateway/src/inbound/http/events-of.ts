import type { OpsEvent } from '@reprise/contracts/http';
import type { StateChange } from '../../application/ports.js';

/**
 * What operators are told of a change: markets and sellers, whose every change somebody made. Prices and stock change by the thousand a
 * second; screens that show them ask again by themselves.
 */
export function eventsOf(changes: readonly StateChange[]): OpsEvent[] {
  return changes.flatMap((change): OpsEvent[] => {
    if (change.state === undefined) return [];
    if (change.kind === 'market') {
      const { market, status, version } = change.state;
      return [{ type: 'market', market, status, version }];
    }
    if (change.kind !== 'seller') return [];
    const { sellerId, status } = change.state;
    return [{ type: 'seller', sellerId, status }];
  });
}
