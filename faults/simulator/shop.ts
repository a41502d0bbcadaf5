import { Bug } from '@reprise/kernel';
import type { Clock, Instant } from '@reprise/kernel';
import type { QuoteVerifier } from '../../apps/checkout/src/application/ports.ts';
import type { VerifiedQuote } from '../../apps/checkout/src/domain/order.ts';
import type { Violation } from '../checks/violation.ts';
import { Broker } from './broker.ts';
import type { Message } from './broker.ts';
import type { Bugs } from './bugs.ts';
import { CheckoutProcess } from './checkout-process.ts';
import { ConsumerGroup } from './consumer.ts';
import { startFinance } from './finance-process.ts';
import { InventoryProcess } from './inventory-process.ts';
import { MemoryDatabase } from './memory-database.ts';
import { SimulatedProvider } from './provider.ts';
import type { Services } from './services.ts';
import { Life, World } from './world.ts';

/** A process in one of its lives. */
export interface Running<Process> {
  readonly life: Life;
  readonly process: Process;
}

/** The services with the world around them. Each has two instances, and whichever dies is started again. */
export class SimulatedShop {
  readonly world: World;
  readonly services: Services;
  readonly bugs: Bugs;
  readonly broker = new Broker();
  readonly provider: SimulatedProvider;
  readonly databases: { readonly [name in 'checkout' | 'inventory' | 'finance']: MemoryDatabase };
  readonly groups: { readonly [name in 'checkout' | 'inventory' | 'finance']: ConsumerGroup };
  readonly quotes = new Map<string, VerifiedQuote>();
  readonly checkouts: (Running<CheckoutProcess> | undefined)[] = [];
  readonly inventories: (Running<InventoryProcess> | undefined)[] = [];
  readonly broken: Violation[] = [];
  deaths = 0;
  readonly clock: Clock;
  readonly quoteVerifier: QuoteVerifier;

  constructor(seed: number, services: Services, bugs: Bugs) {
    this.world = new World(seed);
    this.services = services;
    this.bugs = bugs;
    this.provider = new SimulatedProvider(this.world, bugs);
    const database = (name: string): MemoryDatabase => new MemoryDatabase(name, this.world, bugs);
    this.databases = { checkout: database('checkout'), inventory: database('inventory'), finance: database('finance') };
    const group = (): ConsumerGroup => new ConsumerGroup(this.world);
    this.groups = { checkout: group(), inventory: group(), finance: group() };
    this.clock = { now: () => this.world.nowMs as Instant };
    this.quoteVerifier = {
      verify: async (token) => {
        const quote = this.quotes.get(token);
        if (quote === undefined) throw new Bug('buyers of the simulator forge no quotes');
        return quote;
      },
    };
    this.provider.tell = (news) => void this.ask(this.checkouts, (process) => process.hear(news));
  }

  start(): void {
    for (let i = 0; i < 2; i += 1) {
      this.#keepRunning('checkout', i, this.checkouts, (life) => new CheckoutProcess(this, life));
      this.#keepRunning('inventory', i, this.inventories, (life) => new InventoryProcess(this, life));
    }
    this.#keepRunning('finance', 0, [], (life) => startFinance(this, life));
  }

  /** What any client gets: an answer, or undefined when none came. What was asked may have been done all the same. */
  async ask<Process, Answer>(
    instances: readonly (Running<Process> | undefined)[],
    work: (process: Process) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { world } = this;
    await world.step(world.eternal, 'asks');
    const alive = instances.filter((each) => each?.life.alive === true);
    if (alive.length === 0 || world.mishap(0.03)) return undefined;
    const { life, process } = world.random.pick(alive) as Running<Process>;
    const died = life.died.then(() => undefined);
    const answer = await Promise.race([work(process), died]).catch((error: unknown) => this.noteBug(error));
    await world.step(world.eternal, 'is answered');
    return world.mishap(0.05) ? undefined : answer;
  }

  /** Kills and freezes processes now and then. */
  storm(): void {
    const { world } = this;
    const victims = [...this.checkouts, ...this.inventories].flatMap((each) => each?.life ?? []);
    if (world.mishap(0.002)) world.kill(world.random.pick(victims));
    if (world.mishap(0.001)) world.freeze(world.random.pick(victims), world.random.between(100, 5_000));
  }

  setAside(where: string) {
    return (error: unknown, facts: readonly Message[]): void => {
      const what = facts.map(({ type, key }) => `${type} of ${key}`).join(', ');
      this.fail('I7', `${where} set facts aside (${what}): ${String(error)}`);
    };
  }

  fail(invariant: string, what: string): void {
    if (!this.broken.some((each) => each.what === what)) this.broken.push({ invariant, what });
  }

  /** A lost session is the world's doing; a bug is ours. */
  noteBug(error: unknown): undefined {
    if (error instanceof Bug) this.fail('I2', `work ended in a bug: ${error.message}`);
    return undefined;
  }

  #keepRunning<Process>(
    name: string,
    place: number,
    instances: (Running<Process> | undefined)[],
    start: (life: Life) => Process,
  ): void {
    const life = new Life(`${name} ${place + 1}`);
    instances[place] = { life, process: start(life) };
    void life.died
      .then(() => (this.deaths += 1))
      .then(() => this.world.sleep(this.world.eternal, this.world.random.between(20, 800)))
      .then(() => this.#keepRunning(name, place, instances, start));
  }
}
