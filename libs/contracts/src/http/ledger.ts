import { z } from 'zod';
import { moneySchema } from '../money.js';
import { operation } from './operation.js';

export const periodSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as "2026-11"');
export const entityIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'a company of the books such as "reprise-eu"');
const entityQuery = entityIdSchema.optional().describe('A company of the books; the first when left out.');

const sidesSchema = z.object({
  /** Debit less credit before the period. */
  opening: moneySchema,
  debit: moneySchema,
  credit: moneySchema,
  /** Debit less credit after it. */
  closing: moneySchema,
});

export const listLedger = operation({
  id: 'listLedger',
  method: 'GET',
  path: '/v1/finance/ledger',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Postings of one company, in the order of their chain',
  description:
    'Oldest first: by month, by place in the month’s chain, by line. What is posted while you page comes after the page you have. Each posting ' +
    'names the fact it follows from, the order and the document.',
  query: z.object({
    entity: entityQuery,
    account: z.string().max(9).optional(),
    aux: z.string().max(80).optional().describe('Whose or which: a seller, a country, `psp EUR`.'),
    period: periodSchema.optional(),
    orderId: z.uuid().optional(),
    kind: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
    cursor: z.string().max(200).optional(),
  }),
  responses: {
    200: z
      .object({
        entity: z.string(),
        items: z.array(
          z.object({
            entryId: z.uuid(),
            entity: z.string(),
            period: periodSchema,
            /** The month it happened in, where that was closed when it was heard of. */
            originalPeriod: periodSchema.optional(),
            sequence: z.int(),
            lineNo: z.int(),
            journal: z.string(),
            /** Idempotency key, with `sourceId` and `kind`. */
            source: z.string(),
            sourceId: z.string(),
            kind: z.string(),
            text: z.string(),
            occurredAt: z.iso.datetime(),
            postedAt: z.iso.datetime(),
            factId: z.uuid().optional(),
            orderId: z.uuid().optional(),
            lineId: z.uuid().optional(),
            document: z.object({ kind: z.string(), ref: z.string() }).optional(),
            /** The entry it corrects or reverses. */
            corrects: z.uuid().optional(),
            bookedBy: z.string().optional(),
            account: z.string(),
            aux: z.string(),
            side: z.enum(['debit', 'credit']),
            amount: moneySchema,
            /** In the company’s currency. */
            base: moneySchema,
            /** Of the entry; holds the hash of the one before it in the month. */
            hash: z.string(),
          }),
        ),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'LedgerPage' }),
  },
  problems: [],
});

export const getTrialBalance = operation({
  id: 'getTrialBalance',
  method: 'GET',
  path: '/v1/finance/trial-balance',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'What stands on each account of one company',
  query: z.object({
    entity: entityQuery,
    period: periodSchema
      .optional()
      .describe('Movements of this month over the balances before it; all of time when left out.'),
    asOf: z.iso.datetime().optional().describe('As it stood at this moment: what was booked later is left out.'),
    view: z
      .enum(['asReported', 'asOfNow'])
      .default('asReported')
      .describe('Late facts in the month that was open for them, or in the month they happened in.'),
    detail: z.enum(['account', 'aux']).default('account'),
  }),
  responses: {
    200: z
      .object({
        entity: z.string(),
        period: periodSchema.optional(),
        asOf: z.iso.datetime().optional(),
        view: z.enum(['asReported', 'asOfNow']),
        balanced: z.boolean(),
        rows: z.array(
          sidesSchema.extend({ account: z.string(), name: z.string(), aux: z.string().optional(), base: sidesSchema }),
        ),
        /** By currency; `difference` is zero. */
        totals: z.array(z.object({ debit: moneySchema, credit: moneySchema, difference: moneySchema })),
        baseDifference: moneySchema,
        /** Movements that are known and not booked yet. */
        due: z.int(),
      })
      .meta({ id: 'TrialBalance' }),
  },
  problems: [],
});
