import { setTimeout as sleep } from 'node:timers/promises';
import { NotShownInTime } from './failures.js';

/** Asks again until `look` answers something other than undefined. Throws NotShownInTime, which says what was waited for. */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T | undefined>,
  { timeoutMs, everyMs = 200 }: { readonly timeoutMs: number; readonly everyMs?: number },
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() + everyMs > deadline) throw new NotShownInTime(`${what}: not after ${timeoutMs / 1000} s`);
    await sleep(everyMs);
  }
}
