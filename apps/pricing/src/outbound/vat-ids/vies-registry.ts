import { z } from 'zod';
import type { VatIdAnswer, VatIdRegistry } from '../../application/ports.js';

/** Where no registry is configured. */
export class NoVatIdRegistry implements VatIdRegistry {
  ask(): Promise<VatIdAnswer> {
    return Promise.resolve({ kind: 'notAsked' });
  }
}

/** An answer of VIES. An error may come with `valid: false` beside it, so `valid` counts only where there is no error. */
const answerSchema = z.object({
  valid: z.boolean().optional(),
  requestIdentifier: z.string().max(60).optional(),
  userError: z.string().optional(),
  errorWrappers: z.array(z.object({ error: z.string() })).optional(),
});

/** Answers larger than this are not ours to read. */
const maxAnswerBytes = 64 * 1024;

/**
 * The European Commission's VIES over its REST API: `POST {url}/check-vat-number` with the number cut into state and rest. Asking in one's
 * own name (`requesterMemberStateCode`, `requesterNumber`) brings a consultation number, which proves the question to an auditor.
 */
export class ViesRegistry implements VatIdRegistry {
  constructor(
    private readonly settings: {
      readonly url: string;
      readonly timeoutMs: number;
      /** Our own VAT number; without it VIES gives no consultation number. */
      readonly requesterVatId?: string | undefined;
    },
  ) {}

  async ask(vatId: string): Promise<VatIdAnswer> {
    const { url, timeoutMs, requesterVatId } = this.settings;
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/check-vat-number`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          countryCode: vatId.slice(0, 2),
          vatNumber: vatId.slice(2),
          ...(requesterVatId !== undefined && {
            requesterMemberStateCode: requesterVatId.slice(0, 2),
            requesterNumber: requesterVatId.slice(2),
          }),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      if (text.length > maxAnswerBytes) return unanswered('too large an answer');
      return answerOf(response.status, JSON.parse(text));
    } catch (error) {
      return unanswered(error instanceof Error ? error.name : 'no answer');
    }
  }
}

function answerOf(status: number, json: unknown): VatIdAnswer {
  const read = answerSchema.safeParse(json);
  if (!read.success) return unanswered(`status ${status}, not an answer of VIES`);
  const { valid, requestIdentifier, userError, errorWrappers } = read.data;
  // VALID and INVALID are the two words of `userError` that are verdicts.
  const error = errorWrappers?.[0]?.error ?? (userError === 'VALID' || userError === 'INVALID' ? undefined : userError);
  if (error === 'INVALID_INPUT') return { kind: 'notRegistered' };
  if (error !== undefined && error !== '') return unanswered(error);
  if (status !== 200 || valid === undefined) return unanswered(`status ${status}`);
  if (!valid) return { kind: 'notRegistered' };
  return {
    kind: 'registered',
    ...(requestIdentifier !== undefined && requestIdentifier !== '' && { consultationNumber: requestIdentifier }),
  };
}

function unanswered(why: string): VatIdAnswer {
  return { kind: 'unanswered', why };
}
