import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** F17: the payment provider dies, stands still and is unreachable, besides every token that makes it misbehave. */
export const providerChaos: Fault = {
  id: 'F17',
  title: 'payment provider killed, frozen and cut off; every way a payment can go',
  run: async ({ shop, rounds, inject }) => {
    for (let round = 0; round < rounds; round += 1) {
      await inject(
        () => void shop.cell.kill('psp'),
        () => shop.cell.process('psp').waitUntilReady(30_000),
      );
      await inject(
        async () => {
          shop.cell.kill('psp', 'SIGSTOP');
          await sleep(4_000);
        },
        () => void shop.cell.kill('psp', 'SIGCONT'),
      );
      await inject(
        async () => {
          shop.links['checkout-psp'].set('drop answers');
          await sleep(4_000);
        },
        () => {
          shop.links['checkout-psp'].set('pass');
          shop.links['checkout-psp'].cut();
        },
      );
    }
  },
};
