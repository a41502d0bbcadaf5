import { z } from 'zod';
import { operation } from './operation.js';
import { saleRecordedV1 } from '../events/checkout-sale.v1.js';
import { moneySchema } from '../money.js';
import { marketCodeSchema } from '../vocabulary.js';

export const listSales = operation({
  id: 'listSales',
  method: 'GET',
  path: '/v1/finance/sales',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Confirmed sales and refunds of every region this one hears, newest first',
  query: z.object({
    market: marketCodeSchema.optional(),
    kind: z.enum(['sale', 'refund']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z.string().max(200).optional(),
  }),
  responses: {
    200: z
      .object({
        items: z.array(
          z.object({
            eventId: z.uuid(),
            region: z.string(),
            occurredAt: z.iso.datetime(),
            sale: saleRecordedV1.schema,
          }),
        ),
        /** Sums over everything the filter matches, by market and currency; refunds are subtracted. */
        totals: z.array(
          z.object({
            market: z.string(),
            sales: z.int(),
            refunds: z.int(),
            net: moneySchema,
            tax: moneySchema,
            fees: moneySchema,
            shipping: moneySchema,
            gross: moneySchema,
          }),
        ),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'SalesList' }),
  },
  problems: [],
});
