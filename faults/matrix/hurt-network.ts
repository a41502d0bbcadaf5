import { setTimeout as sleep } from 'node:timers/promises';
import type { Link } from '../start-shop.ts';
import type { Fault } from './fault.ts';

const links: readonly Link[] = ['gateway-checkout', 'gateway-inventory', 'checkout-psp'];

/** F6: links drop answers that were already earned, reset connections, or refuse them. */
export const hurtNetwork: Fault = {
  id: 'F6',
  title: 'answers dropped, connections reset and refused between services and at the provider',
  run: async ({ shop, rounds, inject, random }) => {
    for (let round = 0; round < rounds; round += 1)
      for (const link of random.shuffled(links)) {
        const proxy = shop.links[link];
        const mode = random.pick(['drop answers', 'refuse'] as const);
        await inject(
          async () => {
            proxy.set(mode);
            await sleep(4_000);
          },
          () => {
            proxy.set('pass');
            proxy.cut();
          },
        );
        await inject(async () => {
          for (let i = 0; i < 5; i += 1) {
            proxy.cut();
            await sleep(200);
          }
        });
      }
  },
};
