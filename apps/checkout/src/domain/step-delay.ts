import type { SagaState } from './saga-state.js';

const firstRetryMs = 250;
const longestRetryMs = 30_000;

/** How long to wait before a step is tried again: 0.25 s, doubling, at most 30 s. `tries` counts the tries so far. */
export function retryDelayMs(tries: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(tries, 10));
}

/** How long after entering a state its step is due; undefined where there is nothing to do but wait for others. */
export function firstDelayMs(state: SagaState, tries: number, patienceMs: number): number | undefined {
  switch (state) {
    case 'reserving':
      return patienceMs;
    case 'uncertain':
      // The request may still be on its way: ask too soon and it is not there yet.
      return retryDelayMs(tries);
    case 'paying':
    case 'abandoning':
    case 'reversing':
    case 'refunding':
      return 0;
    case 'confirmed':
    case 'partlyRefunded':
    case 'declined':
    case 'cancelled':
    case 'refunded':
      return undefined;
  }
}

/** Tries belong to a payment as a whole, asking and charging together; every other state starts counting anew. */
export function keepsTries(from: SagaState, to: SagaState): boolean {
  return isPayment(from) && isPayment(to);
}

function isPayment(state: SagaState): boolean {
  return state === 'paying' || state === 'uncertain';
}
