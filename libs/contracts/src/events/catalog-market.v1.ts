import { z } from 'zod';
import { fact } from './fact.js';
import { catalogMarketTopic } from './topics.js';
import { marketCodeSchema, marketStatusSchema } from '../vocabulary.js';
import { marketDefinitionSchema } from '../market/index.js';
import { marketDefinitionExample } from '../market/market-definition.example.js';

/** A market was defined, changed or moved along its life cycle. Full state: the definition and where it stands. */
export const marketChangedV1 = fact({
  type: 'catalog.market.changed',
  v: 1,
  topic: catalogMarketTopic,
  schema: z.object({
    market: marketCodeSchema,
    version: z.int().positive(),
    status: marketStatusSchema,
    definition: marketDefinitionSchema,
  }),
  keyOf: (data) => data.market,
  example: { market: 'fr', version: 3, status: 'live', definition: marketDefinitionExample },
});
