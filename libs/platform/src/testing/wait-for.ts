import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `condition` answers something truthy and answers that. Throws after `timeoutMs`, with what the condition last answered
 * or threw, so that a red test says how far things got.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 20, what = 'the condition' }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (let last: unknown; ;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}; last: ${String(last)}`);
    await sleep(everyMs);
  }
}

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** What is waited for, for the message. */
  readonly what?: string;
}
