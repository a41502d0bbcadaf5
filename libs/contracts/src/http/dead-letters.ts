import { z } from 'zod';
import { operation } from './operation.js';

/** The services that hear facts into a database, and so may set one aside. */
export const hearingServiceSchema = z.enum(['catalog', 'pricing', 'inventory', 'checkout', 'finance']);

const serviceParams = z.object({ service: hearingServiceSchema });

/** Letters that died at the same place in the code for facts of one topic: one cause, seen once. */
export const deadLetterGroupSchema = z
  .object({
    service: hearingServiceSchema,
    topic: z.string(),
    state: z.enum(['dead', 'parked']),
    reason: z.string(),
    errorClass: z.string(),
    /** Equal for letters that died at the same place in the code; what a replay of the whole group names. */
    stackHash: z.string(),
    /** The error of the oldest of them. */
    errorMessage: z.string(),
    letters: z.int().positive(),
    oldestAt: z.iso.datetime(),
    newestAt: z.iso.datetime(),
  })
  .meta({ id: 'DeadLetterGroup' });

export const deadLetterSchema = z
  .object({
    id: z.string(),
    service: hearingServiceSchema,
    topic: z.string(),
    partition: z.int(),
    offset: z.string(),
    key: z.string().nullable(),
    /** The message as text, cut after 4,096 characters; null is a tombstone. */
    value: z.string().nullable(),
    factId: z.string().nullable(),
    factType: z.string().nullable(),
    /** `dead` could not be applied; `parked` is healthy and follows a dead one of its key. */
    state: z.enum(['dead', 'parked']),
    reason: z.string(),
    errorClass: z.string(),
    errorMessage: z.string(),
    stackHash: z.string(),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'DeadLetter' });

export const listDeadLetters = operation({
  id: 'listDeadLetters',
  method: 'GET',
  path: '/v1/ops/dead-letters',
  owner: 'gateway',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What every service of the region set aside, grouped by cause',
  description: 'Asks each service. One that does not answer is named in `unreachable` instead of failing the rest.',
  responses: {
    200: z
      .object({
        groups: z.array(deadLetterGroupSchema),
        dead: z.int(),
        parked: z.int(),
        unreachable: z.array(hearingServiceSchema),
      })
      .meta({ id: 'DeadLetterOverview' }),
  },
  problems: [],
});

export const listServiceDeadLetters = operation({
  id: 'listServiceDeadLetters',
  method: 'GET',
  path: '/v1/ops/dead-letters/{service}',
  owner: 'named',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What one service set aside, oldest first',
  params: serviceParams,
  query: z.object({
    stackHash: z.string().max(64).optional(),
    state: z.enum(['dead', 'parked']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z
      .string()
      .regex(/^\d{1,18}$/, 'what `nextCursor` of the page before said')
      .optional(),
  }),
  responses: {
    200: z
      .object({
        groups: z.array(deadLetterGroupSchema),
        items: z.array(deadLetterSchema),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'ServiceDeadLetters' }),
  },
  problems: [],
});

/** Which letters: some by id, or every one of a group. */
const chosenLetters = {
  ids: z
    .array(z.string().regex(/^\d{1,18}$/, 'the id of a dead letter'))
    .min(1)
    .max(500)
    .optional(),
  stackHash: z.string().min(1).max(64).optional(),
  /** Why; kept with who did it. */
  why: z.string().min(3).max(300),
};

export const replayDeadLetters = operation({
  id: 'replayDeadLetters',
  method: 'POST',
  path: '/v1/ops/dead-letters/{service}/replay',
  owner: 'named',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Apply again what was set aside',
  description:
    'Name letters by `ids`, or a whole group by `stackHash` (500 a call). Where order carries meaning a letter is applied with what is parked behind it, oldest first, up to the first that fails again. `dryRun` says what would be tried.',
  params: serviceParams,
  body: z
    .strictObject({ ...chosenLetters, dryRun: z.boolean().default(false) })
    .refine(namesOneChoice, { path: ['ids'], message: 'name `ids` or a `stackHash`, one of the two' })
    .meta({ id: 'ReplayDeadLetters' }),
  responses: {
    200: z
      .object({
        matched: z.int(),
        replayed: z.int(),
        /** Letters that still wait, with the error of the one that failed again. */
        failed: z.array(z.object({ id: z.string(), error: z.string() })),
      })
      .meta({ id: 'DeadLettersReplayed' }),
  },
  problems: [],
});

export const dropDeadLetters = operation({
  id: 'dropDeadLetters',
  method: 'POST',
  path: '/v1/ops/dead-letters/{service}/drop',
  owner: 'named',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Give up on what was set aside',
  description: 'For good: the facts are never applied here. Who dropped them, why, and their bytes stay on record.',
  params: serviceParams,
  body: z
    .strictObject(chosenLetters)
    .refine(namesOneChoice, { path: ['ids'], message: 'name `ids` or a `stackHash`, one of the two' })
    .meta({ id: 'DropDeadLetters' }),
  responses: { 200: z.object({ matched: z.int(), dropped: z.int() }).meta({ id: 'DeadLettersDropped' }) },
  problems: [],
});

function namesOneChoice({ ids, stackHash }: { ids?: unknown; stackHash?: unknown }): boolean {
  return (ids === undefined) !== (stackHash === undefined);
}
