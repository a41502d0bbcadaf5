import type { Logger } from '../telemetry/logger.js';

/** One thing a process needs before it can serve. */
export interface ReadinessCheck {
  readonly name: string;
  /** Resolves when the thing is usable. Throw {@link NotReady} for a reason callers may read; any other error is logged, not shown. */
  readonly check: (signal: AbortSignal) => Promise<void> | void;
}

/** A reason for not being ready that is fit for a public page. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** What `/health/ready` answers. */
export interface ReadinessReport {
  readonly status: 'ready' | 'not-ready' | 'draining';
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly latencyMs: number;
    readonly reason?: string;
  }[];
}

/** A check that takes longer has failed: a load balancer asks every few seconds. */
const CHECK_TIMEOUT_MS = 2_000;

/** The checks of a process and whether it is on its way out. */
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];
  private draining = false;

  constructor(private readonly logger: Logger) {}

  add(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** From now on not ready, whatever the checks say. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** Runs every check at once. */
  async report(): Promise<ReadinessReport> {
    const checks = await Promise.all(this.checks.map((check) => this.run(check)));
    if (this.draining) return { status: 'draining', checks };
    return { status: checks.every(({ ok }) => ok) ? 'ready' : 'not-ready', checks };
  }

  private async run({ name, check }: ReadinessCheck): Promise<ReadinessReport['checks'][number]> {
    const startedAt = performance.now();
    const latencyMs = () => Math.round((performance.now() - startedAt) * 10) / 10;
    const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS);
    try {
      await Promise.race([check(signal), rejectOn(signal)]);
      return { name, ok: true, latencyMs: latencyMs() };
    } catch (error) {
      if (error instanceof NotReady) return { name, ok: false, latencyMs: latencyMs(), reason: error.message };
      this.logger.warn('health.check-failed', { check: name, err: error });
      return { name, ok: false, latencyMs: latencyMs(), reason: signal.aborted ? 'timed out' : 'failed' };
    }
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
