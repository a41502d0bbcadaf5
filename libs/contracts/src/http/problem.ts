import { z } from 'zod';

/** RFC 9457 problem document, with the code a program branches on and the fields a form can mark. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, machine-readable: `OutOfStock`, `ValidationFailed`. */
  code: z.string(),
  detail: z.string(),
  /** One entry per offending field, `field` as a path: `lines[0].quantity`, `query.limit`, `headers.Idempotency-Key`. */
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  requestId: z.string(),
});

export type Problem = z.infer<typeof problemSchema>;
