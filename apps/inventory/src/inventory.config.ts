import { serviceConfig, setting, wholeNumber } from '@reprise/platform/config';
import { z } from 'zod';

/** Everything an operator can set about inventory. */
export const inventoryConfig = z.object({
  ...serviceConfig('INVENTORY'),
  holdSeconds: setting('INVENTORY_HOLD_SECONDS', wholeNumber(60, 3600).default(900), {
    description:
      'How long a cart holds stock after its last change, in seconds. Longer loses sales to abandoned baskets; shorter loses baskets to slow buyers.',
    example: '900',
  }),
  paymentHoldSeconds: setting('INVENTORY_PAYMENT_HOLD_SECONDS', wholeNumber(60, 3600).default(900), {
    description:
      'How long a cart holds stock from the moment its buyer goes to pay, in seconds. Longer than a bank takes to ask for a second factor.',
    example: '900',
  }),
  sweepGraceSeconds: setting('INVENTORY_SWEEP_GRACE_SECONDS', wholeNumber(0, 600).default(20), {
    description:
      'How long an overdue cart keeps its stock, in seconds: an order placed in its last moment is heard this much later at most.',
    example: '20',
  }),
  sweepIntervalMs: setting('INVENTORY_SWEEP_INTERVAL_MS', wholeNumber(50, 60_000).default(1_000), {
    description: 'How often overdue carts are looked for. Stock of an overdue cart is back on sale this much later.',
    example: '1000',
  }),
  sweepBatchSize: setting('INVENTORY_SWEEP_BATCH_SIZE', wholeNumber(1, 1_000).default(100), {
    description: 'Carts given back in one transaction. More is faster after a rush and locks more levels at a time.',
    example: '100',
  }),
});

export type InventoryConfig = Readonly<z.output<typeof inventoryConfig>>;
