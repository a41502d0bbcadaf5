import { z } from 'zod';
import { hearingServiceSchema } from './dead-letters.js';
import { operation } from './operation.js';
import { marketCodeSchema, marketStatusSchema } from '../vocabulary.js';

/** What an operator's screen is told of as it happens. Each says what to read again, not what to show. */
export const opsEventSchema = z.discriminatedUnion('type', [
  /** A market was defined, changed or moved, and this region's shop knows. */
  z.object({
    type: z.literal('market'),
    market: marketCodeSchema,
    status: marketStatusSchema,
    version: z.int().positive(),
  }),
  /** What the shop knows of a seller changed: who they are, whether they sell, how they did. */
  z.object({ type: z.literal('seller'), sellerId: z.uuid(), status: z.enum(['active', 'suspended']) }),
  /** The number of facts set aside, or who can say it, changed. */
  z.object({
    type: z.literal('deadLetters'),
    dead: z.int().min(0),
    parked: z.int().min(0),
    unreachable: z.array(hearingServiceSchema),
  }),
  /** What was missed cannot be told any more: read everything again. */
  z.object({ type: z.literal('reset') }),
]);

export type OpsEvent = z.output<typeof opsEventSchema>;

/** What can be asked for by name; a reset comes to everybody. */
export const opsEventTopics = ['market', 'seller', 'deadLetters'] as const;
export type OpsEventTopic = (typeof opsEventTopics)[number];

export const streamOpsEvents = operation({
  id: 'streamOpsEvents',
  method: 'GET',
  path: '/v1/ops/events',
  owner: 'gateway',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What changes, as it happens',
  description:
    'Server-sent events (`text/event-stream`), as `EventSource` reads them: `event` names the type, `data` is JSON with what to read again. A comment every 15 seconds ' +
    'keeps the connection. `Last-Event-ID` goes on where a broken connection ended; what is too long ago to be told is a `reset`. A stream ends with its token. ' +
    'Each subject may hold 20 at a time; who reads too slowly is cut off and may go on from where they were.',
  query: z.object({
    topics: z
      .string()
      .max(200)
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(opsEventTopics)).min(1))
      .optional()
      .meta({ description: `Only these, with commas between them: ${opsEventTopics.join(', ')}.` }),
  }),
  headers: z.object({
    'last-event-id': z.string().max(100).optional().meta({ description: 'The `id` of the last event that arrived.' }),
  }),
  responses: {
    200: z.any().meta({ contentType: 'text/event-stream', description: 'Events, until one of the two hangs up.' }),
  },
  problems: [],
});
