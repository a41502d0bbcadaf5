import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { appEnv, cellApps } from '../../infra/platform/cell-apps.ts';
import type { AppName } from '../../infra/platform/cell-apps.ts';
import { cellPorts } from '../../infra/platform/cell-ports.ts';
import { childEnv } from '../../infra/platform/child-env.ts';
import type { Fault, FaultContext } from './fault.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** F15: a second instance joins and leaves the group again and again: partitions change hands in the middle of work. */
export const rebalanceStorm: Fault = {
  id: 'F15',
  title: 'a second inventory and checkout join and leave every few seconds',
  run: async (context) => {
    for (let round = 0; round < Math.min(context.rounds, 40); round += 1)
      for (const app of ['inventory', 'checkout'] as const) {
        const twin = await startTwin(context, app, round);
        await context.inject(async () => {
          await sleep(1_500);
          await twin.stop();
        });
      }
  },
};

/** The same app beside the first: same group, same database, a port of its own. */
function startTwin({ shop }: FaultContext, app: AppName, round: number) {
  const { cell, system, stateDir } = shop;
  const facts = {
    region: cell.region,
    stateDir: join(stateDir, cell.region),
    ports: { ...cellPorts(Number(new URL(cell.urls.gateway).port)), [app]: 0 },
    kafkaBrokers: cell.kafkaBrokers,
    databaseUrl: cell.databaseUrl,
    keys: system.keys,
    gatewayUrls: system.gatewayUrls,
  };
  return shop.supervisor.start({
    name: `${cell.region}-${app}-twin-${round}`,
    command: process.execPath,
    args: ['--enable-source-maps', join(root, 'apps', app, 'dist', 'main.js')],
    env: childEnv({ ...appEnv(cellApps[app], facts), ...shop.extraEnv[app] }),
    cwd: root,
    tier: 2,
    isReady: async () => true,
    readyTimeoutMs: 30_000,
  });
}
