import { z } from 'zod';
import { productStateSchema, slugSchema } from '../events/catalog-product.v1.js';
import { namesSchema } from '../events/names.js';
import { marketCodeSchema } from '../vocabulary.js';
import { operation } from './operation.js';

const productParams = z.object({ productId: z.uuid() });
const reasonSchema = z.string().min(3).max(500).meta({ description: 'Kept with who decided and when.' });

const curationAnswer = z
  .object({
    changed: z.boolean(),
    /** The product that has now what was decided about. */
    product: productStateSchema,
  })
  .meta({ id: 'ProductCuration' });

const opsProductSchema = z
  .object({
    product: productStateSchema,
    merged: z.array(z.object({ productId: z.uuid(), slug: z.string(), variantIds: z.array(z.uuid()) })).meta({
      description: 'Products merged into this one. Splitting off all variants of one gives it back as it was.',
    }),
    changes: z.array(
      z.object({
        action: z.enum(['merged', 'split', 'scheduled', 'translated']),
        actor: z.string(),
        reason: z.string(),
        detail: z.record(z.string(), z.unknown()),
        changedAt: z.iso.datetime({ offset: true }),
      }),
    ),
  })
  .meta({ id: 'OpsProduct' });

export const getOpsProduct = operation({
  id: 'getOpsProduct',
  method: 'GET',
  path: '/v1/ops/products/{productId}',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A product as it stands, what is merged into it, and who decided what about it',
  params: productParams,
  responses: { 200: opsProductSchema },
  problems: ['ProductNotFound'],
});

export const mergeProduct = operation({
  id: 'mergeProduct',
  method: 'POST',
  path: '/v1/ops/products/{productId}/merge',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Declare a product a duplicate of another',
  description:
    'Its id, addresses, codes and variants lead to the other product from then on, and its offers are sold there. Variants that are the same device become one. Importing the duplicate again does not undo it; a split does.',
  params: productParams,
  body: z.strictObject({ into: z.uuid(), reason: reasonSchema }),
  responses: { 200: curationAnswer },
  problems: ['ProductNotFound', 'ProductMerged', 'MergeRejected', 'NotTheWriterRegion'],
});

export const splitProduct = operation({
  id: 'splitProduct',
  method: 'POST',
  path: '/v1/ops/products/{productId}/split',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Take variants out of a product',
  description:
    'All variants of a product that was merged into it: that product is there again, with its ids and addresses. Others become a product of their own, which `product` names.',
  params: productParams,
  body: z.strictObject({
    variantIds: z.array(z.uuid()).min(1).max(500),
    product: z.strictObject({ model: z.string().min(1).max(120), slug: slugSchema, names: namesSchema }).optional(),
    reason: reasonSchema,
  }),
  responses: { 200: curationAnswer },
  problems: ['ProductNotFound', 'ProductMerged', 'SplitRejected', 'ContentForbidden', 'NotTheWriterRegion'],
});

export const publishProduct = operation({
  id: 'publishProduct',
  method: 'PUT',
  path: '/v1/ops/products/{productId}/publication',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Say since when and until when each market shows a product',
  description:
    'Replaces what was said before. A market that is not named shows it always. Takes effect on the instant, in listing, page and buy box alike; an order already quoted is not undone.',
  params: productParams,
  body: z.strictObject({
    markets: z
      .array(
        z.strictObject({
          market: marketCodeSchema,
          publishedFrom: z.iso.datetime().optional(),
          publishedTo: z.iso.datetime().optional(),
        }),
      )
      .max(100),
    reason: reasonSchema,
  }),
  responses: { 200: curationAnswer },
  problems: ['ProductNotFound', 'MarketNotFound', 'NotTheWriterRegion'],
});
