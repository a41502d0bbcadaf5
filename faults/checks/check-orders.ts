import { readOrder } from '../buyers.ts';
import type { History, Purchase } from '../history.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

const ends = ['confirmed', 'partlyRefunded', 'declined', 'cancelled', 'refunded'];
/** Buyers are told of fewer states. */
const toldAs: Readonly<Record<string, string>> = { partlyRefunded: 'confirmed' };

/** I2 and the promise of every 2xx: each order a client was told of is there, in one end, and says so to whoever asks. */
export async function checkOrders(shop: Shop, history: History): Promise<Violation[]> {
  const { cell } = shop;
  const acked = history.purchases.filter(({ verdict, region }) => verdict === 'ok' && region === 'eu');
  const rows = await query<{ order_id: string; state: string; gross_minor: string }>(
    cell,
    'checkout',
    'SELECT order_id, state, gross_minor FROM saga JOIN placed_order USING (order_id)',
  );
  const byId = new Map(rows.map((row) => [row.order_id, row]));
  const lost = acked.filter(({ orderId }) => !byId.has(orderId ?? ''));
  const repriced = acked.filter(({ orderId, grossMinor }) => {
    const row = byId.get(orderId ?? '');
    return row !== undefined && Number(row.gross_minor) !== grossMinor;
  });
  const unended = rows.filter(({ state }) => !ends.includes(state));
  const twice = await query(
    cell,
    'checkout',
    `SELECT order_id, array_agg(state ORDER BY version) AS states FROM order_event
      WHERE state IN ('confirmed', 'declined', 'cancelled') GROUP BY order_id HAVING count(*) > 1`,
  );
  return [
    ...violations('I2', (each: Purchase) => `an acknowledged order is lost: ${each.orderId} (key ${each.key})`, lost),
    ...violations('I2', (each: Purchase) => `an order costs another sum than was answered: ${each.orderId}`, repriced),
    ...violations('I2', (row) => `an order has not ended: ${row.order_id} is ${row.state}`, unended),
    ...violations('I2', (row) => `an order ended twice: ${JSON.stringify(row)}`, twice),
    ...(await checkAnswers(shop, acked, byId)),
  ];
}

/** What the buyer reads agrees with the table; a sample, the newest. */
async function checkAnswers(
  shop: Shop,
  acked: readonly Purchase[],
  rows: ReadonlyMap<string, { readonly state: string }>,
): Promise<Violation[]> {
  const wrong: string[] = [];
  for (const purchase of acked.slice(-25)) {
    const read = (await readOrder(shop, purchase)) as { status?: string } | undefined;
    const state = rows.get(purchase.orderId ?? '')?.state;
    if (state === undefined || read?.status !== (toldAs[state] ?? state))
      wrong.push(`${purchase.orderId} is ${state} and reads as ${read?.status}`);
  }
  return violations('I2', (text: string) => `a buyer reads another state: ${text}`, wrong);
}
