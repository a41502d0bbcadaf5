import { orderHeaders, ordersUrl } from '../buyers.ts';
import { askPatiently } from '../client.ts';
import type { History } from '../history.ts';
import type { Shop } from '../start-shop.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** I11: the same key and body again gives the very bytes it gave at first. A sample, the newest. */
export async function checkKeys(shop: Shop, history: History): Promise<Violation[]> {
  const answered = history.purchases.filter(({ verdict, region }) => verdict === 'ok' && region === 'eu').slice(-20);
  const wrong: string[] = [];
  for (const purchase of answered) {
    const { answer } = await askPatiently(ordersUrl(shop, purchase), 'POST', {
      body: purchase.body,
      headers: orderHeaders(purchase.key, 0),
    });
    if (answer?.status !== purchase.answer?.status || answer?.text !== purchase.answer?.body)
      wrong.push(`key ${purchase.key} answered ${purchase.answer?.status}, then ${answer?.status} with another body`);
  }
  return violations('I11', (text: string) => text, wrong);
}
