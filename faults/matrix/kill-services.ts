import { setTimeout as sleep } from 'node:timers/promises';
import type { AppName } from '../../infra/platform/cell-apps.ts';
import type { Random } from '../random.ts';
import type { Shop } from '../start-shop.ts';
import type { Fault, FaultContext } from './fault.ts';

/** Deaths of one round, all while shoppers shop. */
const deathsARound = 24;
/** A process that has not come past its point after this long, counted from when it was ready, dies where it stands. */
const patienceMs = 4_000;
/** No storm is longer: on a machine that is busy with other things processes may hardly get up. */
const longestMs = 300_000;

/** F1: processes die by SIGKILL at the moments that hurt most, and at any moment, several of them at a time. */
export const killServices: Fault = {
  id: 'F1',
  title: 'SIGKILL at named points and at random moments, several services at a time',
  roundsASlice: 2,
  run: async (context) => {
    for (let round = 0; round < context.rounds; round += 1) {
      const storm = await Storm.brewing(context);
      await context.inject(
        () => storm.rage(deathsARound),
        () => storm.calm(),
      );
      // The injection itself is counted as one.
      context.count(-1);
      for (const [where, deaths] of storm.deaths) context.count(deaths, where);
    }
  },
};

/** Who dies, and where it may be led to. */
type Points = Readonly<Partial<Record<AppName, readonly string[]>>>;

/**
 * While it rages every victim is given, at each start, another point to die at: it comes up, does its work until it is led past the point, dies, and
 * is started again, it alone. So one running system gives many deaths, and a death costs the start of one process.
 */
class Storm {
  readonly deaths = new Map<string, number>();
  readonly #shop: Shop;
  readonly #random: Random;
  readonly #points: Points;
  readonly #planned = new Map<AppName, string>();
  #raging = false;

  private constructor({ shop, random }: FaultContext, points: Points) {
    this.#shop = shop;
    this.#random = random;
    this.#points = points;
  }

  /** Checkout and inventory always, of the others one. */
  static async brewing(context: FaultContext): Promise<Storm> {
    const { messagingFaultPoints: messaging } = await import('@reprise/platform/config');
    const other = context.random.pick(['pricing', 'finance', 'catalog', 'gateway'] as const);
    return new Storm(context, {
      checkout: [...checkoutPoints, ...checkoutPoints, ...messaging],
      inventory: messaging,
      // The gateway has no outbox and reads to the end when it starts: it dies at any moment.
      [other]: other === 'gateway' ? [] : messaging,
    });
  }

  async rage(wanted: number): Promise<void> {
    const { cell } = this.#shop;
    let died = 0;
    const stopWatching = this.#shop.watchDeaths((name, how) => {
      const victim = name as AppName;
      if (!(victim in this.#points) || !how.includes('SIGKILL')) return;
      died += 1;
      const where = `${victim} ${this.#planned.get(victim) ?? 'at any moment'}`;
      this.deaths.set(where, (this.deaths.get(where) ?? 0) + 1);
    });
    this.#raging = true;
    const until = Date.now() + longestMs;
    const victims = this.#victims();
    victims.forEach((victim) => this.#plan(victim));
    await Promise.all(
      victims.map(async (victim) => {
        // The life it has now knows no point to die at.
        this.#planned.delete(victim);
        cell.kill(victim);
        while (died < wanted && Date.now() < until) {
          const pid = await this.#readyPid(victim);
          const late = Date.now() + this.#random.between(patienceMs / 2, patienceMs);
          while (pid !== undefined && cell.process(victim).pid === pid && died < wanted && Date.now() < late)
            await sleep(50);
          if (pid === undefined || cell.process(victim).pid !== pid || died >= wanted) continue;
          this.#planned.delete(victim);
          cell.process(victim).kill();
        }
      }),
    );
    this.#raging = false;
    stopWatching();
  }

  /** From now on everything that starts lives; what may still be on its way to a point is started again. */
  async calm(): Promise<void> {
    for (const victim of this.#victims()) {
      delete this.#shop.extraEnv[victim]?.[variableOf(victim)];
      this.#shop.cell.process(victim).kill();
    }
    await Promise.all(this.#victims().map((victim) => this.#shop.cell.process(victim).waitUntilReady(120_000)));
  }

  #victims(): AppName[] {
    return Object.keys(this.#points) as AppName[];
  }

  /** The environment of a process is read at each of its starts, so each start is given a point of its own. */
  #plan(victim: AppName): void {
    const points = this.#points[victim] ?? [];
    const env = (this.#shop.extraEnv[victim] ??= {});
    Object.defineProperty(env, variableOf(victim), {
      configurable: true,
      enumerable: true,
      get: () => {
        if (!this.#raging || points.length === 0) return '';
        const point = this.#random.pick(points);
        this.#planned.set(victim, point);
        return `${point}@${this.#random.between(1, 3)}`;
      },
    });
  }

  /** The process that is ready now; undefined when none is within a while. */
  async #readyPid(victim: AppName): Promise<number | undefined> {
    const process = this.#shop.cell.process(victim);
    await process.waitUntilReady(20_000).catch(() => undefined);
    return process.state === 'ready' ? process.pid : undefined;
  }
}

const checkoutPoints = [
  'place.before-commit',
  'place.after-commit',
  'advance.before-commit',
  'advance.after-commit',
  'provider.before-call',
  'provider.after-call',
  'answer.before-store',
  'documents.before-drop',
  'documents.before-commit',
];

function variableOf(victim: AppName): string {
  return `${victim.toUpperCase()}_FAULT_POINT`;
}
