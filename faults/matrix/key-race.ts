import { randomUUID } from 'node:crypto';
import { orderHeaders, ordersUrl } from '../buyers.ts';
import { tryOnce } from '../client.ts';
import type { Fault, FaultContext } from './fault.ts';

const racers = 50;

/** F19: the same key fifty times at once, with the same body and with another. */
export const keyRace: Fault = {
  id: 'F19',
  title: 'fifty requests race with one idempotency key',
  run: async (context) => {
    for (let round = 0; round < Math.min(context.rounds, 20); round += 1) await race(context);
  },
};

async function race({ shop, goods, random, broken, count }: FaultContext): Promise<void> {
  const { market, region, offerId } = random.pick(goods.plenty);
  const shipTo = { country: 'FR', city: 'Paris', postalCode: '75011' };
  const quoted = await tryOnce(`${shop.system.gatewayUrls[region]}/v1/markets/${market}/quotes`, 'POST', {
    body: JSON.stringify({ lines: [{ offerId, quantity: 1 }], shipTo }),
  });
  const order = (name: string): string =>
    JSON.stringify({
      quoteToken: quoted?.body?.token,
      customer: { email: 'race@example.org', name },
      shipTo,
      payment: { method: 'card', token: 'tok_approve' },
    });
  const key = randomUUID();
  const url = ordersUrl(shop, { market, region });
  const answers = await Promise.all(
    Array.from({ length: racers }, (_, i) =>
      tryOnce(url, 'POST', { body: order(i % 5 === 4 ? 'Somebody Else' : 'Ada'), headers: orderHeaders(key, 0) }),
    ),
  );
  count(racers);
  const ids = new Set(
    answers.filter((each) => each !== undefined && each.status < 300).map((each) => each?.body.id as string),
  );
  const odd = answers.filter((each) => each === undefined || ![201, 202, 409, 422].includes(each.status));
  if (ids.size !== 1) broken('I11', `one key made ${ids.size} orders`);
  if (odd.length > 0) broken('I11', `a racer was answered ${odd.map((each) => each?.status ?? 'nothing').join(', ')}`);
}
