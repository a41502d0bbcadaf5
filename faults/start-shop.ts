import { join } from 'node:path';
import type { FaultProxy } from '@reprise/platform/testing';
import type { AppName } from '../infra/platform/cell-apps.ts';
import { findFreePorts } from '../infra/platform/find-free-ports.ts';
import type { SupervisorEvent } from '../infra/platform/process-spec.ts';
import type { Cell } from '../infra/platform/start-cell.ts';
import { startSystem } from '../infra/platform/start-system.ts';
import type { System } from '../infra/platform/start-system.ts';
import { Supervisor } from '../infra/platform/supervise.ts';
import { seed } from '../infra/seed.ts';

/** Links of the region under test that a fault may slow, cut or make swallow answers. */
export type Link = 'gateway-checkout' | 'gateway-inventory' | 'checkout-psp';

/** The running system with everything a fault needs to hurt it. Faults are injected in `cell`; the other region must not notice. */
export interface Shop {
  readonly system: System;
  readonly supervisor: Supervisor;
  readonly cell: Cell;
  readonly other: Cell;
  readonly stateDir: string;
  readonly links: Readonly<Record<Link, FaultProxy>>;
  /** Environment the apps of `cell` are given at their next start. */
  readonly extraEnv: Partial<Record<AppName, Record<string, string>>>;
  /** Calls back at each death of a process of `cell`, with its name there; answers how to stop that. */
  readonly watchDeaths: (listener: (process: string, how: string) => void) => () => void;
}

export interface ShopOptions {
  readonly stateDir: string;
  readonly offers: number;
  readonly onStep: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A process that is killed again and again must be back at once, or the run would measure the supervisor's patience. */
const restartDelayMs = 100;

/** Starts both regions on ports and state of their own, seeds them, and puts a proxy on each link. */
export async function startShop({ stateDir, offers, onStep, signal }: ShopOptions): Promise<Shop> {
  // Loaded here: they exist only once they are built.
  const { topics } = await import('@reprise/contracts/events');
  const { ensureTopics } = await import('@reprise/platform/messaging');
  const { startFaultProxy } = await import('@reprise/platform/testing');
  const listeners = new Set<(process: string, how: string) => void>();
  const supervisor = await Supervisor.claim({
    stateDir,
    logDir: join(stateDir, 'logs'),
    restartDelayMs: () => restartDelayMs,
    onEvent: ({ process, what, text }: SupervisorEvent) => {
      const [, name] = /^eu-(.+)$/.exec(process) ?? [];
      if (what === 'died' && name !== undefined) for (const listener of listeners) listener(name, text);
    },
  });
  signal.addEventListener('abort', () => void supervisor.stop());
  const ports = await findFreePorts(18_100);
  const to = (port: number): Promise<FaultProxy> => startFaultProxy({ host: '127.0.0.1', port });
  const links = {
    'gateway-checkout': await to(ports.eu.checkout),
    'gateway-inventory': await to(ports.eu.inventory),
    'checkout-psp': await to(ports.eu.psp),
  };
  const through = (link: Link): string => `http://127.0.0.1:${links[link].port}`;
  const extraEnv: Shop['extraEnv'] = {
    gateway: {
      GATEWAY_CHECKOUT_URL: through('gateway-checkout'),
      GATEWAY_INVENTORY_URL: through('gateway-inventory'),
    },
    checkout: {
      CHECKOUT_PSP_URL: through('checkout-psp'),
      CHECKOUT_PSP_TIMEOUT_MS: '1500',
      CHECKOUT_PATIENCE_SECONDS: '25',
    },
    inventory: {},
    pricing: {},
    catalog: {},
    finance: {},
  };
  const system = await startSystem(supervisor, {
    stateDir,
    regions: { eu: { gatewayPort: ports.eu.gateway, extraEnv }, us: { gatewayPort: ports.us.gateway } },
    topics,
    durable: false,
    ensureTopics: (brokers, region) => ensureTopics(brokers.split(','), topics, { region }),
    onStep: (part, step) => onStep(`${part}: ${step}`),
  });
  await seed({ ...system, logFile: join(stateDir, 'logs', 'seed.log'), offers, signal });
  const watchDeaths: Shop['watchDeaths'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const { eu, us } = system.cells;
  if (eu === undefined || us === undefined) throw new Error('both regions must be there');
  return { system, supervisor, cell: eu, other: us, stateDir, links, extraEnv, watchDeaths };
}
