import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** F3: the broker dies, or is restarted as a deploy would. */
export const killBroker: Fault = {
  id: 'F3',
  title: 'broker killed, broker restarted',
  run: async ({ shop, rounds, inject }) => {
    for (let round = 0; round < rounds; round += 1)
      await inject(
        () => void shop.cell.kill('kafka', round % 2 === 0 ? 'SIGKILL' : 'SIGTERM'),
        () => shop.cell.process('kafka').waitUntilReady(60_000),
      );
  },
};

/** F4: the broker stops answering for longer than clients wait for it: what it took may be acknowledged to nobody. */
export const freezeBroker: Fault = {
  id: 'F4',
  title: 'broker frozen for 35 s (12 s in the short slice): acknowledgements are lost',
  run: async ({ shop, rounds, inject }) => {
    for (let round = 0; round < Math.min(rounds, 5); round += 1)
      await inject(
        async () => {
          shop.cell.kill('kafka', 'SIGSTOP');
          await sleep(rounds === 1 ? 12_000 : 35_000);
        },
        () => void shop.cell.kill('kafka', 'SIGCONT'),
      );
  },
};
