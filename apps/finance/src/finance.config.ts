import { serviceConfig } from '@reprise/platform/config';
import { z } from 'zod';

/** Everything an operator can set about finance. */
export const financeConfig = z.object({ ...serviceConfig('FINANCE') });

export type FinanceConfig = Readonly<z.output<typeof financeConfig>>;
