import type { FaultOffer } from '../buyers.ts';
import type { History } from '../history.ts';
import type { Shop } from '../start-shop.ts';
import { checkCopies } from './check-copies.ts';
import { checkDeadLetters } from './check-dead-letters.ts';
import { checkFacts } from './check-facts.ts';
import { checkKeys } from './check-keys.ts';
import { checkOrders } from './check-orders.ts';
import { checkPayments } from './check-payments.ts';
import { checkPrivacy } from './check-privacy.ts';
import { checkSessions } from './check-sessions.ts';
import { checkHolds, checkStock } from './check-stock.ts';
import type { Violation } from './violation.ts';

/** Every invariant, once. What may still be on its way counts as broken here; see `checkSettled`. */
async function checkAll(shop: Shop, history: History, offers: readonly FaultOffer[]): Promise<Violation[]> {
  const found = await Promise.all([
    checkStock(shop, history, offers),
    checkHolds(shop),
    checkOrders(shop, history),
    checkPayments(shop),
    checkFacts(shop),
    checkCopies(shop, offers),
    checkKeys(shop, history),
    checkSessions(shop),
    checkDeadLetters(shop),
  ]);
  return found.flat();
}

const pauseMs = 1_000;

/**
 * Checks until nothing is wrong or time is up: after a fault the system may take a while to finish what it began, but then everything must
 * hold. Answers what is still broken, and how long settling took.
 */
export async function checkSettled(
  shop: Shop,
  history: History,
  offers: readonly FaultOffer[],
  timeoutMs: number,
): Promise<{ violations: Violation[]; settledMs: number }> {
  const startedAt = Date.now();
  for (;;) {
    const violations = await checkAll(shop, history, offers);
    if (violations.length === 0) violations.push(...(await checkPrivacy(shop)));
    const settledMs = Date.now() - startedAt;
    if (violations.length === 0 || settledMs > timeoutMs) return { violations, settledMs };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
