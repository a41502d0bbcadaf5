import { RequestRefused } from './answer.js';

/** How long callers wait, in milliseconds. */
export interface DeadlineLimits {
  /** For a caller who does not say. */
  readonly defaultMs: number;
  /** Longest wait granted, whatever the caller says. */
  readonly maxMs: number;
}

/** Enough for a slow payment; anything still running after that has lost its caller anyway. */
export const REQUEST_DEADLINE: DeadlineLimits = { defaultMs: 30_000, maxMs: 120_000 };

/** A bulk upload of a million rows takes minutes, not seconds. */
export const STREAM_DEADLINE: DeadlineLimits = { defaultMs: 600_000, maxMs: 1_800_000 };

/**
 * The instant (Unix milliseconds) a request stops being worth answering. `x-deadline-ms` is what remains, not a clock time, because
 * clocks of two machines disagree. Zero or less is already over.
 */
export function deadlineAtMs(header: string | string[] | undefined, limits: DeadlineLimits, nowMs: number): number {
  if (header === undefined) return nowMs + limits.defaultMs;
  if (typeof header !== 'string' || !/^-?\d{1,9}$/.test(header)) {
    const message = 'must be a whole number of milliseconds';
    throw new RequestRefused('ValidationFailed', `headers.X-Deadline-Ms: ${message}`, {
      errors: [{ field: 'headers.X-Deadline-Ms', code: 'invalid_format', message }],
    });
  }
  return nowMs + Math.min(Number(header), limits.maxMs);
}

/** The refusal of a call that ran out of time. */
export function deadlineExceeded(): RequestRefused {
  return new RequestRefused('DeadlineExceeded', 'The time allowed for this call ran out before there was an answer.');
}
