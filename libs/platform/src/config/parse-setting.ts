import { z } from 'zod';

/** A whole number within bounds. Every number a process is given has a bound: an absurd one is a mistake, not a wish. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^-?\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}

/** `true` or `false`, spelled so; `1`, `yes` and `on` are refused rather than guessed at. */
export function yesOrNo() {
  return z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
}

/** A comma-separated list of at least one entry; blanks around entries are dropped. */
export function list(entry: z.ZodType<string, string> = z.string().min(1, 'must not be empty')) {
  return z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(entry).min(1).max(64));
}

/** A URL with one of the given protocols, kept as the string the client libraries want. */
export function url(...protocols: readonly string[]) {
  const accepted = protocols.map((protocol) => `${protocol}:`);
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && accepted.includes(new URL(value).protocol),
      `must be a URL starting with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    );
}

/** JSON in a variable, then checked by `schema`. What was given is never quoted in the error: it may be a key. */
export function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((value, ctx): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        ctx.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
