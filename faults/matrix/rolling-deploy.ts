import type { AppName } from '../../infra/platform/cell-apps.ts';
import type { Fault } from './fault.ts';

const order = [
  'catalog',
  'pricing',
  'inventory',
  'checkout',
  'finance',
  'gateway',
] as const satisfies readonly AppName[];

/** F22: every process is asked to stop and started again, one after the other, while shoppers shop. */
export const rollingDeploy: Fault = {
  id: 'F22',
  title: 'SIGTERM and restart of every service in turn',
  run: async ({ shop, rounds, inject }) => {
    for (let round = 0; round < Math.min(rounds, 10); round += 1)
      for (const app of order)
        await inject(
          () => void shop.cell.kill(app, 'SIGTERM'),
          async () => {
            await new Promise((resolve) => setTimeout(resolve, 300));
            await shop.cell.process(app).waitUntilReady(60_000);
          },
        );
  },
};
