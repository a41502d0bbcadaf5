import { setTimeout as sleep } from 'node:timers/promises';
import { buy, gatewayOf, noteOther, paymentTokenFor } from './buyers.ts';
import type { FaultOffer } from './buyers.ts';
import { askPatiently } from './client.ts';
import { followSomething } from './follow-orders.ts';
import type { History } from './history.ts';
import { Random } from './random.ts';
import type { Shop } from './start-shop.ts';

/** What shoppers buy during a run: plenty that never runs out, scarce things that many want at once. */
export interface Goods {
  readonly plenty: readonly FaultOffer[];
  readonly scarce: readonly FaultOffer[];
  readonly american: FaultOffer;
}

/** Shoppers, sellers and operators at work until stopped. */
export interface Load {
  stop(): Promise<void>;
}

/** Starts `buyers` shoppers, a seller who changes prices, somebody who ships, calls off, sends back or refunds, somebody with a cart, and one shopper in the other region. */
export function startLoad(shop: Shop, history: History, goods: Goods, options: { buyers: number; seed: number }): Load {
  let going = true;
  const loops = [
    ...Array.from({ length: options.buyers }, (_, i) =>
      loop(options.seed + i, (random) => shopOnce(shop, history, goods, random)),
    ),
    loop(options.seed + 101, (random) => changePrice(shop, history, random.pick(goods.plenty), random)),
    loop(options.seed + 102, (random) => followSomething(shop, history, [...goods.plenty, ...goods.scarce], random)),
    loop(options.seed + 103, (random) => fillCart(shop, history, random.pick(goods.plenty))),
    loop(options.seed + 104, async (random) => {
      await buy(shop, history, goods.american, { quantity: 1, paymentToken: paymentTokenFor(random) });
      await sleep(1_000);
    }),
  ];
  return {
    stop: async () => {
      going = false;
      await Promise.all(loops);
    },
  };

  async function loop(seed: number, once: (random: Random) => Promise<unknown>): Promise<void> {
    const random = new Random(seed);
    while (going) {
      await once(random);
      await sleep(random.between(10, 60));
    }
  }
}

async function shopOnce(shop: Shop, history: History, goods: Goods, random: Random): Promise<void> {
  const offer = random.next() < 0.25 ? random.pick(goods.scarce) : random.pick(goods.plenty);
  await buy(shop, history, offer, {
    quantity: random.between(1, 2),
    paymentToken: paymentTokenFor(random),
    waitSeconds: random.next() < 0.5 ? 5 : 0,
  });
}

async function changePrice(shop: Shop, history: History, offer: FaultOffer, random: Random): Promise<void> {
  const prices = [{ market: offer.market, amount: `${random.between(150, 250)}.00` }];
  const { answer, attempts, serverErrors } = await askPatiently(
    `${gatewayOf(shop, offer.region)}/v1/seller/offers/${offer.sku}`,
    'PUT',
    { token: offer.sellerToken, body: JSON.stringify({ ...offer.body, prices }) },
  );
  history.serverErrors += serverErrors;
  const detail = `${offer.offerId} ${prices[0]?.amount}`;
  noteOther(history, 'price', offer.region, verdictOf(answer?.status), detail, attempts);
  await sleep(300);
}

async function fillCart(shop: Shop, history: History, offer: FaultOffer): Promise<void> {
  const base = `${gatewayOf(shop, offer.region)}/v1/markets/${offer.market}/carts`;
  const opened = await askPatiently(base, 'POST', { body: '{}' });
  history.serverErrors += opened.serverErrors;
  const cartId = opened.answer?.body?.id as string | undefined;
  if (cartId !== undefined) {
    const line = await askPatiently(`${base}/${cartId}/lines/${offer.offerId}`, 'PUT', {
      body: JSON.stringify({ quantity: 1 }),
    });
    history.serverErrors += line.serverErrors;
    noteOther(history, 'cart', offer.region, verdictOf(line.answer?.status), cartId, line.attempts);
  }
  await sleep(500);
}

function verdictOf(status: number | undefined): 'ok' | 'refused' | 'unknown' {
  if (status === undefined || status >= 500) return 'unknown';
  return status < 300 ? 'ok' : 'refused';
}
