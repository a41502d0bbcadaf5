import { askPatiently } from '../client.ts';
import { gatewayOf } from '../buyers.ts';
import type { FaultOffer } from '../buyers.ts';
import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** I6 and I7: the gateway shows what the owners store, and finance has each movement of money once, in both regions. */
export async function checkCopies(shop: Shop, offers: readonly FaultOffer[]): Promise<Violation[]> {
  return [...(await checkShown(shop, offers)), ...(await checkSales(shop))];
}

async function checkShown(shop: Shop, offers: readonly FaultOffer[]): Promise<Violation[]> {
  const { cell } = shop;
  const mine = offers.filter(({ region }) => region === 'eu');
  const ids = mine.map(({ offerId }) => offerId);
  const prices = await query<{ offer_id: string; amount_minor: string }>(
    cell,
    'pricing',
    'SELECT offer_id, amount_minor FROM offer_price WHERE offer_id = ANY ($1::uuid[])',
    [ids],
  );
  const levels = await query<{ offer_id: string; available: number }>(
    cell,
    'inventory',
    'SELECT offer_id, on_hand - reserved - allocated AS available FROM stock WHERE offer_id = ANY ($1::uuid[])',
    [ids],
  );
  const wrong: string[] = [];
  for (const { offerId, market, region, body } of mine) {
    const { answer } = await askPatiently(
      `${gatewayOf(shop, region)}/v1/markets/${market}/variants/${body['variantId']}/offers?limit=200`,
      'GET',
    );
    const item = answer?.body?.items?.find((each: { offerId: string }) => each.offerId === offerId);
    const available = levels.find((row) => row.offer_id === offerId)?.available ?? 0;
    const price = prices.find((row) => row.offer_id === offerId)?.amount_minor;
    const shownMinor = item === undefined ? undefined : Math.round(Number(item.price.amount) * 100);
    if (item === undefined ? available > 0 : shownMinor !== Number(price))
      wrong.push(`${offerId} is shown at ${shownMinor} and costs ${price} (${available} available)`);
  }
  return violations('I6', (text: string) => text, wrong);
}

/** Every sale the regions' checkouts booked is in the European finance once, and adds up to the same sum. */
async function checkSales({ cell, other }: Shop): Promise<Violation[]> {
  const confirmed = `SELECT count(*)::int AS orders, coalesce(sum(gross_minor), 0)::text AS gross FROM placed_order
    WHERE order_id IN (SELECT order_id FROM order_event WHERE state = 'confirmed')`;
  const refunded = `SELECT count(*)::int AS orders, coalesce(sum(amount_minor), 0)::text AS gross FROM refund
    WHERE reference IS NOT NULL AND order_id IN (SELECT order_id FROM order_event WHERE state = 'confirmed')`;
  const wrong: string[] = [];
  for (const region of [cell, other])
    for (const [kind, sql] of Object.entries({ sale: confirmed, refund: refunded })) {
      const [booked] = await query<{ orders: number; gross: string }>(region, 'checkout', sql);
      const [heard] = await query<{ orders: number; gross: string }>(
        cell,
        'finance',
        `SELECT count(*)::int AS orders, coalesce(sum(gross_minor), 0)::text AS gross FROM sale WHERE kind = $2 AND region = $1`,
        [region.region, kind],
      );
      if (booked?.orders !== heard?.orders || booked?.gross !== heard?.gross)
        wrong.push(
          `checkout ${region.region} has ${booked?.orders} ${kind}s (${booked?.gross}), finance ${heard?.orders} (${heard?.gross})`,
        );
    }
  return violations('I7', (text: string) => text, wrong);
}
