/** What one more call of a caller came to. */
export interface Taken {
  readonly allowed: boolean;
  /** Calls a window allows. */
  readonly limit: number;
  /** Calls that would be allowed right now. */
  readonly remaining: number;
  /** Seconds, rounded up, until all of the window's calls are allowed again. */
  readonly resetSeconds: number;
  /** Seconds, rounded up, until one more call is allowed; 0 when it was. */
  readonly retryAfterSeconds: number;
}

/** Callers remembered a generation; there are two. A flood of addresses then costs some megabytes and no more. */
const CALLERS_MAX = 100_000;

/** Of a call: a sum of fractions is not exact, and must not cost the last call of a window. */
const INEXACT = 0.001;

/**
 * How many calls each caller may make in a window that slides: a caller may spend all of it at once, and gets it back evenly. One number is
 * kept for each (the generic cell rate algorithm), and only for as long as it says anything: who made no call for a window has all of it.
 */
export class Allowance {
  /** Until when a caller has spent ahead, on the clock of `nowMs`. */
  private recent = new Map<string, number>();
  private older = new Map<string, number>();
  private turnedAtMs = 0;
  private readonly everyMs: number;

  constructor(
    readonly limit: number,
    private readonly windowMs: number,
  ) {
    this.everyMs = windowMs / limit;
  }

  /** One more call. A refused one costs the caller nothing. */
  take(caller: string, nowMs: number): Taken {
    this.turn(nowMs);
    const spentUntilMs = Math.max(nowMs, this.recent.get(caller) ?? this.older.get(caller) ?? 0);
    const aheadMs = spentUntilMs + this.everyMs - nowMs;
    if (aheadMs > this.windowMs + this.everyMs * INEXACT)
      return this.taken(false, spentUntilMs - nowMs, aheadMs - this.windowMs);
    this.recent.set(caller, nowMs + aheadMs);
    return this.taken(true, aheadMs, 0);
  }

  private taken(allowed: boolean, aheadMs: number, waitMs: number): Taken {
    return {
      allowed,
      limit: this.limit,
      remaining: Math.max(0, Math.floor((this.windowMs - aheadMs) / this.everyMs + INEXACT)),
      resetSeconds: Math.ceil(aheadMs / 1_000),
      retryAfterSeconds: Math.ceil(waitMs / 1_000),
    };
  }

  private turn(nowMs: number): void {
    if (nowMs - this.turnedAtMs < this.windowMs && this.recent.size < CALLERS_MAX) return;
    this.older = this.recent;
    this.recent = new Map();
    this.turnedAtMs = nowMs;
  }
}
