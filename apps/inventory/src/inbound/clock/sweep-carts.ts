import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { ExpireCarts } from '../../application/expire-carts.js';

/**
 * Gives overdue carts back at a steady beat. A sweep that fails is said and tried again at the next beat: what it would have given back
 * is still there. Answers how to stop it.
 */
export function sweepCarts(
  expireCarts: ExpireCarts,
  settings: { readonly sweepIntervalMs: number; readonly sweepBatchSize: number },
  logger: Logger,
): ShutdownStep {
  let sweeping: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    sweeping = sweep(expireCarts, settings.sweepBatchSize)
      .catch((error: unknown) => logger.warn('carts.sweep-failed', { err: error }))
      .finally(() => (busy = false));
  }, settings.sweepIntervalMs);
  return {
    name: 'cart sweeper',
    run: () => {
      clearInterval(timer);
      return sweeping;
    },
  };
}

/** A full batch means there may be more; they do not wait for the next beat. */
async function sweep(expireCarts: ExpireCarts, batchSize: number): Promise<void> {
  while ((await expireCarts.run()) === batchSize);
}
