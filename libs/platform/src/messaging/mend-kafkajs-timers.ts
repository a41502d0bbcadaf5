import { createRequire } from 'node:module';
import { Bug } from '@reprise/kernel';

/** The release this mend was written against. Another one may have moved the code, so it is refused rather than half-mended. */
const MENDED_VERSION = '2.2.4';
/** As in kafkajs: how long to wait for room among the requests in flight. */
const NO_ROOM_WAIT_MS = 10;

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs arms a timer after every response, even with nothing waiting, for `throttledUntil - now` milliseconds, a negative
 * number: one wasted wake-up a response, and a TimeoutNegativeWarning on Node 24 (tulios/kafkajs#1751). Here the timer is armed only
 * when a request waits, and never for less than a millisecond. Throws when kafkajs is not the release this was written for.
 */
export function mendKafkajsTimers(): void {
  const require = createRequire(import.meta.url);
  const { version } = require('kafkajs/package.json') as { version: string };
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  if (version !== MENDED_VERSION || typeof prototype.scheduleCheckPendingRequests !== 'function') {
    throw new Bug(`mend-kafkajs-timers was written for kafkajs ${MENDED_VERSION}, found ${version}: read #1751 again`);
  }
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const throttledMs = this.throttledUntil - Date.now();
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttledMs > 0 ? Math.max(1, throttledMs) : NO_ROOM_WAIT_MS,
    );
  };
}
