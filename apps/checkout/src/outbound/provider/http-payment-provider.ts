import { currencyOf, Money } from '@reprise/kernel';
import { z } from 'zod';
import type { ChargeAnswer, Payment, PaymentProvider, Refund, RefundAnswer } from '../../application/ports.js';

/** A charge as the provider shows it, in answers and in webhooks. Anything that does not fit is no answer. */
export const providerChargeSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('succeeded'),
    id: z.string().min(1).max(200),
    amountMinor: z.int().positive(),
    currency: z.string(),
    idempotencyKey: z.string(),
  }),
  z.object({ status: z.literal('declined'), declineCode: z.string().max(100), idempotencyKey: z.string() }),
  z.object({ status: z.literal('voided'), idempotencyKey: z.string() }),
]);

/** A refund as the provider shows it. */
export const providerRefundSchema = z.object({
  status: z.literal('succeeded'),
  id: z.string().min(1).max(200),
  idempotencyKey: z.string(),
});

/** What a charge of the provider means to us. */
export function chargeAnswerOf(charge: z.infer<typeof providerChargeSchema>): ChargeAnswer {
  switch (charge.status) {
    case 'succeeded': {
      const currency = currencyOf(charge.currency);
      if (currency === undefined) return { kind: 'unanswered', why: `charged in ${charge.currency}` };
      return { kind: 'succeeded', reference: charge.id, amount: Money.ofMinor(BigInt(charge.amountMinor), currency) };
    }
    case 'declined':
      return { kind: 'declined', code: charge.declineCode };
    case 'voided':
      return { kind: 'voided' };
  }
}

/** A charge as a webhook tells of it; one that does not read as a charge is no answer. */
export function chargeInMessage(json: unknown): ChargeAnswer {
  const charge = providerChargeSchema.safeParse(json);
  return charge.success ? chargeAnswerOf(charge.data) : { kind: 'unanswered', why: 'not a charge' };
}

/** Answers larger than this are not ours to read. */
const maxAnswerBytes = 64 * 1024;

/** The payment provider over HTTP. Every failure to get a clear word from it is the same to us: it may or may not have acted. */
export class HttpPaymentProvider implements PaymentProvider {
  constructor(
    private readonly url: string,
    private readonly timeoutMs: number,
  ) {}

  charge({ orderId, idempotencyKey, amount, token = '' }: Payment): Promise<ChargeAnswer> {
    const body = { amountMinor: Number(amount.minor), currency: amount.currency, token, reference: orderId };
    return this.askCharge('POST', '/charges', idempotencyKey, body);
  }

  find({ idempotencyKey }: Payment): Promise<ChargeAnswer> {
    return this.askCharge('GET', `/charges?idempotencyKey=${encodeURIComponent(idempotencyKey)}`, idempotencyKey);
  }

  close({ idempotencyKey }: Payment): Promise<ChargeAnswer> {
    return this.askCharge('POST', '/voids', idempotencyKey, {});
  }

  async refund({ idempotencyKey, chargeReference, amount }: Refund): Promise<RefundAnswer> {
    const body = { chargeId: chargeReference, amountMinor: Number(amount.minor), currency: amount.currency };
    const heard = await this.call('POST', '/refunds', idempotencyKey, body);
    if (typeof heard === 'string') return { kind: 'unanswered', why: heard };
    const refund = providerRefundSchema.safeParse(heard.body);
    if (!isSuccess(heard.status) || !refund.success || refund.data.idempotencyKey !== idempotencyKey) {
      return { kind: 'unanswered', why: `status ${heard.status}` };
    }
    return { kind: 'refunded', reference: refund.data.id };
  }

  private async askCharge(
    method: 'GET' | 'POST',
    path: string,
    idempotencyKey: string,
    body?: object,
  ): Promise<ChargeAnswer> {
    const heard = await this.call(method, path, idempotencyKey, body);
    if (typeof heard === 'string') return { kind: 'unanswered', why: heard };
    // Only the asking call can say so: a 404 of any other is a proxy's or a wrong address, and says nothing about money.
    if (heard.status === 404 && method === 'GET') return { kind: 'notFound' };
    const charge = providerChargeSchema.safeParse(heard.body);
    if (!isSuccess(heard.status) || !charge.success || charge.data.idempotencyKey !== idempotencyKey) {
      return { kind: 'unanswered', why: `status ${heard.status}` };
    }
    return chargeAnswerOf(charge.data);
  }

  /** Answers what was heard, or why nothing was. */
  private async call(
    method: 'GET' | 'POST',
    path: string,
    idempotencyKey: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: unknown } | string> {
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: { 'idempotency-key': idempotencyKey, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      return { status: response.status, body: JSON.parse(await textOf(response)) as unknown };
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new RangeError('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
