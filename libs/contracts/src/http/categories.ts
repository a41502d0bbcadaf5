import { z } from 'zod';
import { localeQuery, marketParams } from './markets.js';
import { operation } from './operation.js';

const leafSchema = z
  .object({ code: z.string(), name: z.string(), products: z.int().nonnegative() })
  .meta({ id: 'Category' });

export const listCategories = operation({
  id: 'listCategories',
  method: 'GET',
  path: '/v1/markets/{market}/categories',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'The category tree, with what can be bought in each branch',
  description: 'Every code is a value of `?category=` of the product list: a branch stands for all below it.',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  responses: {
    200: z
      .object({
        market: z.string(),
        locale: z.string(),
        servedLocales: z.record(z.string(), z.string()),
        items: z.array(leafSchema.extend({ children: z.array(leafSchema) }).meta({ id: 'CategoryBranch' })),
      })
      .meta({ id: 'CategoryTree' }),
  },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});
