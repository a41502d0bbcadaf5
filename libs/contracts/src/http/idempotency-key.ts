import { z } from 'zod';
import type { ProblemCode } from './problem-codes.js';

/**
 * The header of every call that must count once: the same key and body again is the same answer, byte for byte. Optional in the schema only
 * so that a missing one is refused with a code of its own.
 */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, '8 to 200 visible ASCII characters')
    .optional(),
});

/** What every call with an `Idempotency-Key` can be refused with. */
export const idempotencyProblems = [
  'IdempotencyKeyMissing',
  'IdempotencyKeyReused',
  'IdempotencyKeyInUse',
] as const satisfies readonly ProblemCode[];
