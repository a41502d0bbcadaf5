import { setTimeout as sleep } from 'node:timers/promises';
import type { AppName } from '../../infra/platform/cell-apps.ts';
import type { Fault } from './fault.ts';

const victims = ['checkout', 'inventory', 'pricing', 'gateway'] as const satisfies readonly AppName[];
const frozenMs = [5_000, 15_000, 60_000];

/** F2: a process stands still and comes back believing no time has passed. */
export const freezeServices: Fault = {
  id: 'F2',
  title: 'SIGSTOP of a service, then SIGCONT',
  run: async ({ shop, rounds, random, inject }) => {
    for (let round = 0; round < Math.min(rounds, frozenMs.length); round += 1)
      for (const victim of rounds === 1 ? [random.pick(victims)] : victims)
        await inject(
          async () => {
            shop.cell.kill(victim, 'SIGSTOP');
            await sleep(frozenMs[round] ?? 5_000);
          },
          () => void shop.cell.kill(victim, 'SIGCONT'),
        );
  },
};
