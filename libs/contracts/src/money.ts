import { z } from 'zod';

/**
 * Money as it crosses a process line: an exact decimal string in major units and an ISO 4217 code, `{"amount":"499.00","currency":"EUR"}`.
 * The number of decimals a currency allows is checked by `Money.parse` of the kernel, which every receiver calls.
 */
export const moneySchema = z
  .object({
    amount: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/, 'a decimal string such as "499.00"'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"'),
  })
  .meta({ id: 'Money' });

export type MoneyJson = z.infer<typeof moneySchema>;
