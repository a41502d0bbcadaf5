import { z } from 'zod';
import { idempotencyHeaders, idempotencyProblems } from './idempotency-key.js';
import { operation } from './operation.js';
import { lineQuantitySchema, returnListSchema, returnSchema } from './order-parts.js';
import { orderParams } from './orders.js';
import { moneySchema } from '../money.js';
import { returnReasonSchema } from '../returns.js';

const linesSchema = z.array(lineQuantitySchema).min(1).max(50);
const orderProblems = [
  'MarketNotFound',
  'MarketInOtherRegion',
  'OrderNotFound',
  'OrderNotInThatState',
  'LineNotFound',
  'QuantityNotLeft',
  ...idempotencyProblems,
] as const;

export const cancelLines = operation({
  id: 'cancelLines',
  method: 'POST',
  path: '/v1/markets/{market}/orders/{orderId}/cancellations',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'Call off what was not sent yet',
  description:
    'One cancellation for each seller concerned. What was paid for it goes back at once. Needs `Idempotency-Key`.',
  params: orderParams,
  headers: idempotencyHeaders,
  body: z.strictObject({ lines: linesSchema }).meta({ id: 'CancelLines' }),
  responses: { 201: returnListSchema },
  problems: orderProblems,
});

export const requestReturn = operation({
  id: 'requestReturn',
  method: 'POST',
  path: '/v1/markets/{market}/orders/{orderId}/returns',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'Ask to send goods back, or claim under the guarantee',
  description:
    'One return for each seller concerned; its seller approves or rejects it. To withdraw without a reason use `stateWithdrawal`, which needs nobody’s approval. Needs `Idempotency-Key`.',
  params: orderParams,
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      kind: z.enum(['return', 'warrantyClaim']).default('return'),
      reason: returnReasonSchema.exclude(['cannotSupply', 'lost']),
      lines: linesSchema,
    })
    .meta({ id: 'RequestReturn' }),
  responses: { 201: returnListSchema },
  problems: orderProblems,
});

export const withdrawalStatementSchema = z
  .object({
    withdrawalId: z.uuid(),
    /** Hand it to `confirmWithdrawal`. */
    confirmationToken: z.string(),
    expiresAt: z.iso.datetime(),
    lines: linesSchema,
    /** What will be paid back, delivery included where nothing of the order is kept. */
    refund: moneySchema,
    /** True: something was sent, and the money goes back when the seller has it, or at once for what was not sent. */
    goodsToSendBack: z.boolean(),
    /** The last moment to withdraw, once everything is delivered. */
    until: z.iso.datetime().optional(),
  })
  .meta({ id: 'WithdrawalStatement' });

export const stateWithdrawal = operation({
  id: 'stateWithdrawal',
  method: 'POST',
  path: '/v1/markets/{market}/orders/{orderId}/withdrawal',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'Withdraw from the contract: the statement, and what would follow',
  description:
    'The first step of the withdrawal function (Directive 2011/83/EU art. 11a): label it “withdraw from contract here”. Nothing is binding until `confirmWithdrawal`. Without `lines` all that can still be withdrawn from is meant. Open for the whole period, before delivery too, and for guests: the order’s access token is enough. Needs `Idempotency-Key`.',
  params: orderParams,
  headers: idempotencyHeaders,
  body: z.strictObject({ lines: linesSchema.optional() }).meta({ id: 'StateWithdrawal' }),
  responses: { 201: withdrawalStatementSchema },
  problems: [...orderProblems, 'WithdrawalPeriodOver'],
});

export const withdrawalAcknowledgementSchema = z
  .object({
    withdrawalId: z.uuid(),
    orderId: z.uuid(),
    /** Date and time of the withdrawal: what counts for the period. */
    withdrawnAt: z.iso.datetime(),
    refund: moneySchema,
    returns: z.array(returnSchema),
    /** The acknowledgement as a text to keep: offer it for saving, and send it. */
    text: z.string(),
  })
  .meta({ id: 'WithdrawalAcknowledgement' });

export const confirmWithdrawal = operation({
  id: 'confirmWithdrawal',
  method: 'POST',
  path: '/v1/markets/{market}/orders/{orderId}/withdrawal/{withdrawalId}/confirmation',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'Confirm the withdrawal and get its acknowledgement',
  description:
    'The second step: label it “confirm withdrawal”. The answer is the acknowledgement of receipt, with date and time, on a durable medium. Needs `Idempotency-Key`.',
  params: orderParams.extend({ withdrawalId: z.uuid() }),
  headers: idempotencyHeaders,
  body: z.strictObject({ confirmationToken: z.string().min(20).max(200) }).meta({ id: 'ConfirmWithdrawal' }),
  responses: { 201: withdrawalAcknowledgementSchema },
  problems: [...orderProblems, 'WithdrawalNotFound', 'WithdrawalPeriodOver'],
});

export const getWithdrawal = operation({
  id: 'getWithdrawal',
  method: 'GET',
  path: '/v1/markets/{market}/orders/{orderId}/withdrawal/{withdrawalId}',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'The acknowledgement of a withdrawal, unchanged, for as long as the order can be read',
  params: orderParams.extend({ withdrawalId: z.uuid() }),
  responses: { 200: withdrawalAcknowledgementSchema },
  problems: ['MarketNotFound', 'MarketInOtherRegion', 'OrderNotFound', 'WithdrawalNotFound'],
});
