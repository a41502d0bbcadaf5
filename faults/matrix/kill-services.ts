import { setTimeout as sleep } from 'node:timers/promises';
import type { AppName } from '../../infra/platform/cell-apps.ts';
import type { Fault, FaultContext } from './fault.ts';

const victims = [
  'checkout',
  'inventory',
  'pricing',
  'catalog',
  'finance',
  'gateway',
] as const satisfies readonly AppName[];
const checkoutPoints = [
  'place.before-commit',
  'place.after-commit',
  'advance.before-commit',
  'advance.after-commit',
  'provider.before-call',
  'provider.after-call',
  'answer.before-store',
];

/** F1: processes die by SIGKILL at any moment, and at the moments that hurt most. */
export const killServices: Fault = {
  id: 'F1',
  title: 'SIGKILL at random moments and at named points',
  run: async (context) => {
    for (let round = 0; round < context.rounds; round += 1) {
      await killAtRandom(context);
      await dieAtPoints(context);
    }
  },
};

async function killAtRandom({ shop, random, inject }: FaultContext): Promise<void> {
  for (const victim of random.shuffled(victims)) {
    await sleep(random.between(50, 600));
    await inject(() => void shop.cell.kill(victim));
    await shop.cell.process(victim).waitUntilReady(60_000);
  }
}

/** A process told to die at its n-th passage of a point dies there again and again, as often as shoppers lead it past. */
async function dieAtPoints({ shop, random, inject, count }: FaultContext): Promise<void> {
  const { messagingFaultPoints } = await import('@reprise/platform/config');
  const plans = [
    ...checkoutPoints.map((point) => ['checkout', point] as const),
    ...messagingFaultPoints.map((point) => ['checkout', point] as const),
    ...messagingFaultPoints.map((point) => ['inventory', point] as const),
    ['pricing', 'relay.before-mark'] as const,
    ['finance', 'consumer.before-offset'] as const,
  ];
  const [victim, point] = random.pick(plans);
  const env = shop.extraEnv[victim] ?? {};
  const variable = `${victim.toUpperCase()}_FAULT_POINT`;
  const deathsBefore = shop.deaths();
  await inject(
    async () => {
      env[variable] = `${point}@${random.between(1, 4)}`;
      shop.cell.kill(victim);
      await sleep(6_000);
    },
    async () => {
      env[variable] = '';
      if (shop.cell.process(victim).pid !== undefined) shop.cell.kill(victim);
      await shop.cell.process(victim).waitUntilReady(60_000);
    },
  );
  count(Math.max(0, shop.deaths() - deathsBefore - 1));
}
