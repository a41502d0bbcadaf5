import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { mendKafkajsTimers } from './mend-kafkajs-timers.js';

interface Queue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: unknown;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);
const RequestQueue = require('kafkajs/src/network/requestQueue') as new (options: object) => Queue;
const queue = () =>
  new RequestQueue({ maxInFlightRequests: 1, requestTimeout: 1_000, logger: { debug: () => undefined } });

test('the mend fits the installed kafkajs, and without it a negative timer is armed with nothing waiting', () => {
  const unmended = queue();
  unmended.scheduleCheckPendingRequests();
  expect(unmended.throttleCheckTimeoutId).not.toBeNull();
  clearTimeout(unmended.throttleCheckTimeoutId as NodeJS.Timeout);

  mendKafkajsTimers();
  const mended = queue();
  mended.scheduleCheckPendingRequests();
  expect(mended.throttleCheckTimeoutId).toBeNull();
});

test('a waiting request is looked at again once the throttle of the broker has passed', async () => {
  mendKafkajsTimers();
  const throttled = queue();
  const looks: number[] = [];
  const startedAt = performance.now();
  throttled.pending = ['request'];
  throttled.throttledUntil = Date.now() + 40;
  throttled.checkPendingRequests = () => looks.push(performance.now() - startedAt);
  throttled.scheduleCheckPendingRequests();
  throttled.scheduleCheckPendingRequests();
  await sleep(80);
  expect(looks).toHaveLength(1);
  expect(looks[0]).toBeGreaterThan(35);
});
