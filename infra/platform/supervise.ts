import { claimState } from './claim-state.ts';
import type { StateClaim } from './claim-state.ts';
import { guardChildren } from './guard-children.ts';
import { StartFailed } from './process-spec.ts';
import type { ProcessHandle, ProcessSpec, SupervisorEvent } from './process-spec.ts';
import { runJob } from './run-job.ts';
import type { JobSpec } from './run-job.ts';
import { restartDelayMs } from './restart-backoff.ts';
import { SupervisedProcess } from './supervised-process.ts';

export interface SupervisorOptions {
  readonly stateDir: string;
  readonly logDir: string;
  readonly onEvent?: (event: SupervisorEvent) => void;
  /** How long to wait before a restart; grows with the deaths in a row unless stated. */
  readonly restartDelayMs?: (deathsInARow: number) => number;
}

/** Starts, watches, restarts and stops child processes, and leaves none behind. */
export class Supervisor {
  readonly #claim: StateClaim;
  readonly #options: SupervisorOptions;
  readonly #dismissGuard: () => void;
  readonly #processes = new Map<string, SupervisedProcess>();
  readonly #jobs = new Set<Promise<void>>();
  readonly #jobsUnwanted = new AbortController();
  #stopping: Promise<void> | undefined;

  private constructor(options: SupervisorOptions, claim: StateClaim) {
    this.#options = options;
    this.#claim = claim;
    this.#dismissGuard = guardChildren(claim.pidDir);
  }

  /** Takes the state folder (throws AlreadyRunning) and ends what a killed supervisor left running in it. */
  static async claim(options: SupervisorOptions): Promise<Supervisor> {
    return new Supervisor(options, await claimState(options.stateDir));
  }

  get swept(): readonly string[] {
    return this.#claim.swept;
  }

  get processes(): ReadonlyMap<string, ProcessHandle> {
    return this.#processes;
  }

  /** Starts a child and resolves when it is ready; rejects with StartFailed when it does not get there. */
  async start(spec: ProcessSpec): Promise<ProcessHandle> {
    if (this.#stopping !== undefined) throw new StartFailed(`${spec.name} not started: stopping`);
    if (this.#processes.has(spec.name)) throw new Error(`two processes are named ${spec.name}`);
    const child = new SupervisedProcess(spec, {
      order: this.#processes.size,
      pidDir: this.#claim.pidDir,
      logDir: this.#options.logDir,
      onEvent: this.#options.onEvent ?? (() => undefined),
      restartDelayMs: this.#options.restartDelayMs ?? restartDelayMs,
    });
    this.#processes.set(spec.name, child);
    await child.start();
    return child;
  }

  /** Runs a command that ends by itself; `stop()` kills it. Rejects with StartFailed and what it said. */
  async run(job: JobSpec): Promise<void> {
    const running = runJob(job, this.#claim.pidDir, this.#jobsUnwanted.signal);
    this.#jobs.add(running);
    await running.finally(() => this.#jobs.delete(running));
  }

  handle(name: string): ProcessHandle {
    const found = this.#processes.get(name);
    if (found === undefined)
      throw new Error(`no process named ${name}; there are ${[...this.#processes.keys()].join(', ')}`);
    return found;
  }

  /** Stops all children in the reverse of their start order, then lets go of the state folder. Safe to call twice. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    this.#jobsUnwanted.abort(new StartFailed('stopping'));
    await Promise.allSettled(this.#jobs);
    const tiers = [...new Set([...this.#processes.values()].map((child) => child.tier))].sort((a, b) => b - a);
    for (const tier of tiers) {
      const children = [...this.#processes.values()].filter((child) => child.tier === tier);
      await Promise.all(children.map((child) => child.stop()));
    }
    this.#dismissGuard();
    this.#claim.release();
  }
}
