import type { FaultOffer } from '../buyers.ts';
import type { History } from '../history.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** I1: nothing is promised that is not there, levels are the sum of their movements, and clients were confirmed no more than was declared. */
export async function checkStock(
  { cell }: Shop,
  history: History,
  offers: readonly FaultOffer[],
): Promise<Violation[]> {
  const [broken, drifted, misallocated, misheld] = await Promise.all([
    query(
      cell,
      'inventory',
      'SELECT * FROM stock WHERE reserved < 0 OR allocated < 0 OR reserved + allocated > on_hand',
    ),
    query(
      cell,
      'inventory',
      `SELECT s.offer_id, s.on_hand, s.reserved, s.allocated, m.on_hand AS moved_on_hand, m.reserved AS moved_reserved, m.allocated AS moved_allocated
         FROM stock s JOIN (SELECT offer_id, sum(on_hand) AS on_hand, sum(reserved) AS reserved, sum(allocated) AS allocated
                              FROM stock_movement GROUP BY offer_id) m USING (offer_id)
        WHERE (s.on_hand, s.reserved, s.allocated) IS DISTINCT FROM (m.on_hand, m.reserved, m.allocated)`,
    ),
    query(
      cell,
      'inventory',
      `SELECT s.offer_id, s.allocated, coalesce(a.quantity, 0) AS held
         FROM stock s LEFT JOIN (SELECT offer_id, sum(quantity) AS quantity FROM allocation JOIN claim USING (order_id)
                                  WHERE claim.state = 'allocated' GROUP BY offer_id) a USING (offer_id)
        WHERE s.allocated <> coalesce(a.quantity, 0)`,
    ),
    query(
      cell,
      'inventory',
      `SELECT s.offer_id, s.reserved, coalesce(h.quantity, 0) AS held
         FROM stock s LEFT JOIN (SELECT offer_id, sum(quantity) AS quantity FROM hold JOIN cart ON cart.id = hold.cart_id
                                  WHERE cart.status = 'open' GROUP BY offer_id) h USING (offer_id)
        WHERE s.reserved <> coalesce(h.quantity, 0)`,
    ),
  ]);
  const json = (row: unknown): string => JSON.stringify(row);
  return [
    ...violations('I1', (row) => `more is promised than there is: ${json(row)}`, broken),
    ...violations('I1', (row) => `a level is not the sum of its movements: ${json(row)}`, drifted),
    ...violations('I1', (row) => `allocated is not what orders hold: ${json(row)}`, misallocated),
    ...violations('I1', (row) => `reserved is not what carts hold: ${json(row)}`, misheld),
    ...(await checkSold(cell, history, offers)),
  ];
}

/** What buyers were told, against what the seller declared: the one comparison no table of ours can fake. */
async function checkSold(cell: Shop['cell'], history: History, offers: readonly FaultOffer[]): Promise<Violation[]> {
  const ours = history.purchases.filter(({ orderId, region }) => orderId !== undefined && region === 'eu');
  // What was called off before it left is on the shelf again, and may be sold once more; what was sent is not.
  const kept = await query<{ order_id: string; pieces: number }>(
    cell,
    'checkout',
    'SELECT order_id, sum(quantity - cancelled)::int AS pieces FROM line_progress WHERE order_id = ANY ($1::uuid[]) GROUP BY order_id',
    [ours.map(({ orderId }) => orderId)],
  );
  const piecesOf = new Map(kept.map(({ order_id, pieces }) => [order_id, pieces]));
  const sold = new Map<string, number>();
  for (const { offerId, orderId } of ours)
    sold.set(offerId, (sold.get(offerId) ?? 0) + (piecesOf.get(orderId ?? '') ?? 0));
  const oversold = offers.filter(({ offerId, stock }) => (sold.get(offerId) ?? 0) > stock);
  return violations(
    'I1',
    (offer: FaultOffer) => `${sold.get(offer.offerId)} sold of ${offer.stock}: ${offer.offerId}`,
    oversold,
  );
}

/** I9: no cart keeps goods past its time and one sweep. */
export async function checkHolds({ cell }: Shop): Promise<Violation[]> {
  const late = await query(
    cell,
    'inventory',
    `SELECT id, expires_at FROM cart WHERE status = 'open' AND expires_at < clock_timestamp() - interval '30 seconds'`,
  );
  return violations('I9', (row) => `a cart holds goods past its time: ${JSON.stringify(row)}`, late);
}
