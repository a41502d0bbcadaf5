import type { Instant } from './instant.js';
import { instantOfEpochMs, plusMs } from './instant.js';

/** Where "now" comes from. Use-cases take one; domain functions take the `now` it gave. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantOfEpochMs(Date.now()) };

/** A clock that stands still until told to move. */
export interface FixedClock extends Clock {
  /** Moves by `durationMs`, back when negative. */
  advance(durationMs: number): void;
  /** Jumps to a moment. */
  set(at: Instant): void;
}

/** A FixedClock standing at `at`: for tests, previews ("what would this cost on 1 August?") and replays. */
export function fixedClock(at: Instant): FixedClock {
  let current = at;
  return {
    now: () => current,
    advance: (durationMs) => {
      current = plusMs(current, durationMs);
    },
    set: (moment) => {
      current = moment;
    },
  };
}
