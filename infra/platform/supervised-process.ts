import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog } from './open-log.ts';
import { removePidFile, writePidFile } from './pid-files.ts';
import { StartFailed } from './process-spec.ts';
import type { ProcessHandle, ProcessSpec, ProcessState, SupervisorEvent } from './process-spec.ts';
import { readLogTail } from './read-log-tail.ts';
import { countDeath } from './restart-backoff.ts';

const pollMs = 50;
const defaultStopGraceMs = 15_000;
/** Deaths in a row, never having been ready, after which starting is given up: a wrong setting does not mend itself. */
const firstStartAttempts = 3;

interface Surroundings {
  readonly order: number;
  readonly pidDir: string;
  readonly logDir: string;
  readonly onEvent: (event: SupervisorEvent) => void;
  readonly restartDelayMs: (deathsInARow: number) => number;
}

/** A child that is brought back whenever it dies, until it is stopped. */
export class SupervisedProcess implements ProcessHandle {
  readonly name: string;
  readonly tier: number;
  readonly logFile: string;
  state: ProcessState = 'stopped';
  restarts = 0;
  readonly #spec: ProcessSpec;
  readonly #around: Surroundings;
  readonly #changes = new EventEmitter();
  #child: ChildProcess | undefined;
  /** Aborted when the child is no longer wanted; present while it is. */
  #wanted: AbortController | undefined;
  #lives: Promise<void> = Promise.resolve();
  #failure: StartFailed | undefined;

  constructor(spec: ProcessSpec, around: Surroundings) {
    this.#spec = spec;
    this.#around = around;
    this.name = spec.name;
    this.tier = spec.tier;
    this.logFile = join(around.logDir, `${spec.name}.log`);
    this.#changes.setMaxListeners(0);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    if (this.#wanted === undefined) {
      await this.#lives;
      this.#wanted = new AbortController();
      this.#failure = undefined;
      this.#become('starting');
      this.#lives = this.#liveUntilUnwanted(this.#wanted.signal);
    }
    await this.waitUntilReady();
  }

  async stop(): Promise<void> {
    this.#wanted?.abort();
    this.#wanted = undefined;
    const child = this.#child;
    if (child !== undefined) await this.#end(child);
    await this.#lives;
    this.#become('stopped');
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): boolean {
    const sent = this.#child?.kill(signal) ?? false;
    // Certain to die: whoever waits for it from now on waits for its next life, though the news of the death is not here yet.
    if (sent && signal === 'SIGKILL') this.#become('waiting');
    return sent;
  }

  async waitUntilReady(timeoutMs?: number): Promise<void> {
    const signal = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
    while (this.state !== 'ready') {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.state === 'stopped') throw new StartFailed(`${this.name} was stopped`);
      try {
        await once(this.#changes, 'change', signal === undefined ? {} : { signal });
      } catch {
        throw new StartFailed(`${this.name} is not ready after ${timeoutMs} ms (${this.state}); see ${this.logFile}`);
      }
    }
  }

  async #liveUntilUnwanted(unwanted: AbortSignal): Promise<void> {
    let deaths = 0;
    let everReady = false;
    while (!unwanted.aborted) {
      const bornAt = performance.now();
      const ended = await this.#liveOnce(unwanted, () => {
        if (everReady) this.#cameBack();
        everReady = true;
      });
      if (unwanted.aborted) return;
      deaths = countDeath(deaths, performance.now() - bornAt);
      if (!everReady && deaths >= firstStartAttempts) return this.#giveUp(ended);
      const delayMs = this.#around.restartDelayMs(deaths);
      this.#become('waiting');
      this.#around.onEvent({ process: this.name, what: 'died', text: `${ended}; starting it again in ${delayMs} ms` });
      await sleep(delayMs, undefined, { signal: unwanted }).catch(() => undefined);
    }
  }

  /** One life: from spawn to exit. Returns how it ended, in words. */
  async #liveOnce(unwanted: AbortSignal, onReady: () => void): Promise<string> {
    this.#become('starting');
    try {
      await this.#spec.beforeStart?.();
    } catch (error) {
      return `could not be prepared (${error instanceof Error ? error.message : String(error)})`;
    }
    if (unwanted.aborted) return 'not wanted any more';
    const child = this.#spawn();
    const exited = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`could not run ${this.#spec.command} (${error.message})`));
      child.once('exit', (code, signal) => resolve(signal === null ? `exited with ${code}` : `died by ${signal}`));
    });
    this.#child = child;
    this.#notePid(child);
    const readiness = await this.#waitForReadiness(exited);
    if (readiness === 'ready') {
      onReady();
      this.#become('ready');
    }
    if (readiness === 'late') child.kill('SIGKILL');
    const ended = await exited;
    this.#child = undefined;
    removePidFile(this.#around.pidDir, this.name);
    return readiness === 'late' ? `was not ready within ${this.#spec.readyTimeoutMs} ms` : ended;
  }

  /** `detached` gives the child its own process group: a terminal's Ctrl-C reaches the supervisor alone, which stops them in order. */
  #spawn(): ChildProcess {
    const log = openLog(this.logFile);
    const { command, args, env, cwd, user } = this.#spec;
    const child = spawn(command, args, {
      env: typeof env === 'function' ? env() : env,
      cwd,
      ...user,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return child;
  }

  #notePid(child: ChildProcess): void {
    if (child.pid === undefined) return;
    const { pidDir, order } = this.#around;
    writePidFile(pidDir, { pid: child.pid, name: this.name, order, stopSignal: this.#spec.stopSignal ?? 'SIGTERM' });
  }

  async #waitForReadiness(exited: Promise<string>): Promise<'ready' | 'late' | 'dead'> {
    const deadline = performance.now() + this.#spec.readyTimeoutMs;
    let dead = false;
    void exited.then(() => (dead = true));
    while (!dead) {
      if (await this.#spec.isReady().catch(() => false)) return dead ? 'dead' : 'ready';
      if (performance.now() > deadline) return 'late';
      await Promise.race([sleep(pollMs), exited]);
    }
    return 'dead';
  }

  async #end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(this.#spec.stopSignal ?? 'SIGTERM');
    const graceMs = this.#spec.stopGraceMs ?? defaultStopGraceMs;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      this.#around.onEvent({ process: this.name, what: 'killed', text: `did not stop within ${graceMs} ms; killed` });
    }, graceMs);
    await exited;
    clearTimeout(timer);
  }

  #cameBack(): void {
    this.restarts += 1;
    this.#around.onEvent({ process: this.name, what: 'restarted', text: `is up again (pid ${this.pid})` });
  }

  #giveUp(ended: string): void {
    this.#wanted = undefined;
    this.#failure = new StartFailed(`${this.name} ${ended}; see ${this.logFile}\n${readLogTail(this.logFile)}`);
    this.#become('stopped');
  }

  #become(state: ProcessState): void {
    this.state = state;
    this.#changes.emit('change');
  }
}
