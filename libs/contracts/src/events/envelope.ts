import { z } from 'zod';

/**
 * What wraps every fact on Kafka. `id` names the fact (UUIDv7) and is what an inbox deduplicates by; `key` is the thing that
 * must stay in order and is the Kafka message key; `version` grows by one per key, so a late or repeated copy is recognisable.
 */
export const envelopeSchema = z.object({
  id: z.uuid(),
  /** Dotted, past tense: `pricing.offer.changed`. */
  type: z.string().min(3),
  /** Version of the data schema, not of the thing. */
  v: z.int().positive(),
  occurredAt: z.iso.datetime(),
  /** The cell whose database committed the row this fact tells of. */
  region: z.string().min(2),
  /** Market the fact belongs to, when it belongs to one. */
  market: z.string().optional(),
  key: z.string().min(1),
  version: z.int().positive(),
  /** W3C trace context of the request that made it true. */
  traceparent: z.string().optional(),
  data: z.unknown(),
});

export type Envelope<Data = unknown> = Omit<z.infer<typeof envelopeSchema>, 'data'> & { data: Data };
