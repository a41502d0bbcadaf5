import { setImmediate } from 'node:timers';
import { Random } from '../random.ts';

/** One run of one process, from its start to its death. Whatever it waits for it waits for here, so that dying ends all of it. */
export class Life {
  readonly name: string;
  readonly died: Promise<void>;
  alive = true;
  frozenSinceMs = Infinity;
  thawsAtMs = 0;
  readonly #onDeath: (() => void)[] = [];
  #noteDeath: () => void = () => undefined;

  constructor(name: string) {
    this.name = name;
    this.died = new Promise((resolve) => (this.#noteDeath = resolve));
  }

  onDeath(clean: () => void): void {
    this.#onDeath.push(clean);
  }

  end(): void {
    this.alive = false;
    for (const clean of this.#onDeath.splice(0)) clean();
    this.#noteDeath();
  }
}

interface Waiting {
  readonly life: Life;
  readonly atMs: number;
  readonly what: string;
  readonly resume: () => void;
}

/** Steps shown of a run that went wrong. */
const tracedSteps = 400;

/**
 * The only source of time and chance. Everything any process waits for stands in one list, and the seed decides who goes on next: of what can
 * happen at the same time every order is possible, and the same seed gives the same one.
 */
export class World {
  readonly random: Random;
  readonly trace: string[] = [];
  /** Someone, such as a buyer, who does not die. */
  readonly eternal = new Life('world');
  nowMs = Date.UTC(2026, 0, 1);
  steps = 0;
  /** While it is, things go wrong. */
  stormy = true;
  #waiting: Waiting[] = [];

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** Whether something with this probability happens; in calm weather it never does. */
  mishap(probability: number): boolean {
    return this.stormy && this.random.next() < probability;
  }

  /** Waits for its turn. In a storm it may be a long wait. */
  step(life: Life, what: string): Promise<void> {
    return this.sleep(life, this.mishap(0.02) ? this.random.between(1, 4_000) : 0, what);
  }

  /** Waits at least so long. The dead wait for ever. */
  sleep(life: Life, ms: number, what = 'sleep'): Promise<void> {
    return new Promise((resume) => {
      if (life.alive) this.#waiting.push({ life, atMs: this.nowMs + ms, what, resume });
    });
  }

  /** SIGKILL. */
  kill(life: Life): void {
    if (!life.alive || life === this.eternal) return;
    this.note(life, '† dies');
    this.#waiting = this.#waiting.filter((each) => each.life !== life);
    life.end();
  }

  /** SIGSTOP, and SIGCONT after a while. */
  freeze(life: Life, ms: number): void {
    this.note(life, `stands still for ${ms} ms`);
    life.frozenSinceMs = this.nowMs;
    life.thawsAtMs = this.nowMs + ms;
  }

  note(life: Life, what: string): void {
    if (this.trace.length === tracedSteps) this.trace.shift();
    this.trace.push(`${String(this.nowMs % 10_000_000).padStart(7)} ${life.name}: ${what}`);
  }

  /** Lets one after the other go on until `isOver`, or until that takes more than `maxSteps`; answers whether it is over. */
  async run(isOver: () => boolean, maxSteps: number, beforeEach: () => void = () => undefined): Promise<boolean> {
    for (const until = this.steps + maxSteps; this.steps < until; this.steps += 1) {
      await everybodyWaits();
      if (isOver()) return true;
      beforeEach();
      this.#next()?.resume();
      this.nowMs += this.random.between(0, 2);
    }
    return false;
  }

  /** Whoever goes on next; time passes when nobody can yet. */
  #next(): Waiting | undefined {
    const readyAtMs = ({ atMs, life }: Waiting): number => Math.max(atMs, life.thawsAtMs);
    const soonestMs = this.#waiting.reduce((soonest, each) => Math.min(soonest, readyAtMs(each)), Infinity);
    if (soonestMs === Infinity) return undefined;
    this.nowMs = Math.max(this.nowMs, soonestMs);
    const chosen = this.random.pick(this.#waiting.filter((each) => readyAtMs(each) <= this.nowMs));
    this.#waiting.splice(this.#waiting.indexOf(chosen), 1);
    if (chosen.life.thawsAtMs <= this.nowMs) chosen.life.frozenSinceMs = Infinity;
    if (chosen.what !== 'sleep') this.note(chosen.life, chosen.what);
    return chosen;
  }
}

/** Promises run on until each waits for the world again: nothing here waits for anything else. */
function everybodyWaits(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
