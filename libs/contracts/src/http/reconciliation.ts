import { z } from 'zod';
import { operation } from './operation.js';
import { moneySchema } from '../money.js';

const cursorSchema = z.string().max(400).optional();
const limitSchema = z.coerce.number().int().min(1).max(500).default(50);

/**
 * Where an imported file stands. `active`: its lines count. `unchanged`: the same bytes were imported before (`sameAs`). `rejected`: a line is
 * wrong, so nothing of the file counts. `failed`: it did not arrive whole.
 */
export const settlementFileSchema = z
  .object({
    id: z.uuid(),
    account: z.string(),
    format: z.string(),
    name: z.string(),
    status: z.enum(['reading', 'active', 'unchanged', 'rejected', 'failed']),
    sameAs: z.uuid().nullable(),
    lines: z.int(),
    /** Lines that count from now on. */
    accepted: z.int(),
    /** Lines that an earlier file reported alike. */
    known: z.int(),
    /** Lines with nothing to reconcile, such as what is still pending at the bank. */
    skipped: z.int(),
    rejected: z.int(),
    /** The first 1,000 problems, by line and the column or element as the file names it. Line 0 is the file as a whole. */
    problems: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
    importedBy: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SettlementFile' });

export const importSettlementFile = operation({
  id: 'importSettlementFile',
  method: 'POST',
  path: '/v1/finance/reconciliation/files',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Take in a settlement report of a payment provider, or a bank statement',
  description:
    'Reads the file as it arrives and answers when the last line is in. All of its lines begin to count at once, or none: one wrong line and the file is ' +
    '`rejected`, with every wrong line named. Lines reported before count once. The same bytes again are `unchanged`; a changed file of a name that was ' +
    'imported before is `rejected`, with the lines that differ.',
  query: z.object({
    account: z
      .string()
      .min(1)
      .max(40)
      .describe('Whose account it is of, as `markets/finance/settlement-accounts.yaml` names it.'),
    format: z.enum(['stripe-payout-reconciliation', 'stripe-balance', 'adyen-settlement-details', 'camt.053']),
    fileName: z.string().min(1).max(200).describe('The name its publisher gave the file.'),
    oldest: z.iso.date().optional().describe('Lines before this day are refused. A year ago when left out.'),
  }),
  body: z.any().meta({
    description: 'text/csv or XML, as its publisher made it',
    contentType: ['text/csv', 'application/xml', 'text/xml'],
  }),
  responses: { 201: settlementFileSchema },
  problems: ['SettlementFileRejected'],
});

export const getSettlementFile = operation({
  id: 'getSettlementFile',
  method: 'GET',
  path: '/v1/finance/reconciliation/files/{fileId}',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'What became of a settlement file',
  params: z.object({ fileId: z.uuid() }),
  responses: { 200: settlementFileSchema },
  problems: ['SettlementFileNotFound'],
});

export const listSettlementFiles = operation({
  id: 'listSettlementFiles',
  method: 'GET',
  path: '/v1/finance/reconciliation/files',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Imported settlement files and bank statements, newest first',
  query: z.object({ account: z.string().max(40).optional(), limit: limitSchema }),
  responses: { 200: z.object({ items: z.array(settlementFileSchema) }).meta({ id: 'SettlementFileList' }) },
  problems: [],
});

const breakTypeSchema = z.enum([
  ...(['missing_internal', 'missing_external', 'amount', 'currency', 'duplicate', 'timing', 'fee', 'fx'] as const),
]);

/** A difference between two sides. What checkout, a report or a bank says is null where that side says nothing. */
const breakFields = {
  type: breakTypeSchema,
  /** What was compared: a charge or refund with its report, a dispute with its payment, a payout with what it carried, or with the bank. */
  side: z.enum(['charge', 'refund', 'chargeback', 'payout', 'bank']),
  account: z.string().nullable(),
  /** The payment, refund or payout, as the provider calls it. */
  reference: z.string(),
  orderId: z.uuid().nullable(),
  market: z.string().nullable(),
  expected: moneySchema.nullable(),
  actual: moneySchema.nullable(),
  occurredAt: z.iso.datetime(),
  reason: z.string(),
};
const breakSchema = z.object({ key: z.string(), ...breakFields }).meta({ id: 'ReconciliationBreak' });

const runSchema = z
  .object({
    id: z.uuid(),
    asOf: z.iso.datetime(),
    /** Charges and refunds that checkout spoke of, lines of providers, payouts and entries of banks that were compared. */
    movements: z.int(),
    lines: z.int(),
    payouts: z.int(),
    bankEntries: z.int(),
    /** Charges and refunds that a provider reports alike. */
    matched: z.int(),
    /** How many of each type there are. */
    breaks: z.partialRecord(breakTypeSchema, z.int()),
    requestedBy: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
  })
  .meta({ id: 'Reconciliation' });

export const reconcile = operation({
  id: 'reconcile',
  method: 'POST',
  path: '/v1/finance/reconciliation/runs',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Compare orders, payment providers, payouts and banks',
  description:
    'Compares everything up to a moment and keeps what differs, to the minor unit. A run is never changed: it can be repeated for the same moment at any ' +
    'time. Differences that the newest run finds stand in the queue of exceptions until they are settled, or until a run no longer finds them.',
  body: z.strictObject({ asOf: z.iso.datetime({ offset: true }).optional().describe('Now when left out.') }),
  responses: { 201: runSchema },
  problems: [],
});

export const listReconciliations = operation({
  id: 'listReconciliations',
  method: 'GET',
  path: '/v1/finance/reconciliation',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Reconciliations, newest first',
  query: z.object({ limit: limitSchema }),
  responses: { 200: z.object({ items: z.array(runSchema) }).meta({ id: 'ReconciliationList' }) },
  problems: [],
});

export const getReconciliation = operation({
  id: 'getReconciliation',
  method: 'GET',
  path: '/v1/finance/reconciliation/runs/{runId}',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'One reconciliation',
  params: z.object({ runId: z.uuid() }),
  responses: { 200: runSchema },
  problems: ['ReconciliationNotFound'],
});

export const listBreaks = operation({
  id: 'listBreaks',
  method: 'GET',
  path: '/v1/finance/reconciliation/runs/{runId}/breaks',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'What a reconciliation found',
  params: z.object({ runId: z.uuid() }),
  query: z.object({ type: breakTypeSchema.optional(), limit: limitSchema, cursor: cursorSchema }),
  responses: {
    200: z.object({ items: z.array(breakSchema), nextCursor: z.string().nullable() }).meta({ id: 'BreakList' }),
  },
  problems: ['ReconciliationNotFound'],
});

const actionSchema = z.enum(['accept', 'adjust', 'claim']);

const exceptionSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['open', 'proposed', 'resolved', 'cleared']),
    ...breakFields,
    firstRun: z.uuid(),
    lastRun: z.uuid(),
    openedAt: z.iso.datetime(),
    /** Whole days since it happened. */
    ageDays: z.int(),
    owner: z.string().nullable(),
    resolution: z
      .object({
        action: actionSchema,
        why: z.string(),
        proposedBy: z.string(),
        proposedAt: z.iso.datetime(),
        decidedBy: z.string().nullable(),
        decidedAt: z.iso.datetime().nullable(),
        /** The entry of the ledger that settled it. */
        entryId: z.uuid().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ReconciliationException' });

export const listExceptions = operation({
  id: 'listExceptions',
  method: 'GET',
  path: '/v1/finance/reconciliation/exceptions',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Differences that somebody has to settle, oldest first',
  query: z.object({
    state: z.enum(['open', 'proposed', 'resolved', 'cleared']).optional(),
    type: breakTypeSchema.optional(),
    owner: z.string().max(200).optional(),
    limit: limitSchema,
    cursor: cursorSchema,
  }),
  responses: {
    200: z.object({ items: z.array(exceptionSchema), nextCursor: z.string().nullable() }).meta({ id: 'ExceptionList' }),
  },
  problems: [],
});

const exceptionParams = z.object({ exceptionId: z.uuid() });

export const assignException = operation({
  id: 'assignException',
  method: 'PUT',
  path: '/v1/finance/reconciliation/exceptions/{exceptionId}/owner',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Say who looks after an exception',
  params: exceptionParams,
  body: z.strictObject({ owner: z.string().min(1).max(200).nullable() }),
  responses: { 200: exceptionSchema },
  problems: ['ExceptionNotFound'],
});

export const proposeResolution = operation({
  id: 'proposeResolution',
  method: 'POST',
  path: '/v1/finance/reconciliation/exceptions/{exceptionId}/resolution',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Propose how an exception is settled',
  description:
    '`accept`: it is right as it is. `adjust`: the ledger follows the outside world, by an entry over the difference. `claim`: the other party owes it. ' +
    'Another person decides.',
  params: exceptionParams,
  body: z.strictObject({ action: actionSchema, why: z.string().min(3).max(1000) }),
  responses: { 200: exceptionSchema },
  problems: ['ExceptionNotFound', 'ExceptionNotInThatState', 'ExceptionNotAdjustable'],
});

export const decideResolution = operation({
  id: 'decideResolution',
  method: 'POST',
  path: '/v1/finance/reconciliation/exceptions/{exceptionId}/decision',
  owner: 'finance',
  policy: ['finance'],
  tag: 'Finance',
  summary: 'Approve or turn down what somebody else proposed',
  params: exceptionParams,
  body: z.strictObject({ approved: z.boolean() }),
  responses: { 200: exceptionSchema },
  problems: ['ExceptionNotFound', 'ExceptionNotInThatState', 'SecondPersonNeeded'],
});
