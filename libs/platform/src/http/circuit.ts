/** How quickly a circuit opens and how soon it tries again. */
export interface CircuitLimits {
  /** Connections refused in a row before it opens. */
  readonly failuresMax: number;
  /** First pause; it doubles with each failed try… */
  readonly pauseMs: number;
  /** …up to this. Longer spares a service that is starting; shorter brings it back into use sooner. */
  readonly pauseMaxMs: number;
}

export const DEFAULT_CIRCUIT: CircuitLimits = { failuresMax: 3, pauseMs: 250, pauseMaxMs: 2_000 };

/**
 * Remembers that a service could not be reached, so that callers are told at once instead of each waiting for the same refusal. Only
 * failed connections count: a service that answers, however badly, is there.
 */
export class Circuit {
  private failures = 0;
  private openUntilMs = 0;
  private probing = false;

  constructor(
    private readonly limits: CircuitLimits = DEFAULT_CIRCUIT,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether a request may be tried. After a pause exactly one may, as a probe; the rest wait for what it finds. */
  allow(): boolean {
    if (!this.isOpen) return true;
    if (this.probing || this.now() < this.openUntilMs) return false;
    this.probing = true;
    return true;
  }

  get isOpen(): boolean {
    return this.failures >= this.limits.failuresMax;
  }

  /** The service was reached. */
  reached(): void {
    this.failures = 0;
    this.probing = false;
  }

  /** No connection could be made. */
  unreachable(): void {
    this.failures += 1;
    this.probing = false;
    const { failuresMax, pauseMs, pauseMaxMs } = this.limits;
    const tries = this.failures - failuresMax;
    if (tries >= 0) this.openUntilMs = this.now() + Math.min(pauseMs * 2 ** Math.min(tries, 20), pauseMaxMs);
  }

  /** A try ended without saying whether the service is there: its caller gave up. */
  inconclusive(): void {
    this.probing = false;
  }
}
