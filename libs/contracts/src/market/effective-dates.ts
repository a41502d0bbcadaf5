import { z } from 'zod';

/** A calendar day in the zone of whoever made the rule, `2026-10-01`. A rule begins at that zone's midnight. */
export const localDaySchema = z.iso.date();

/** An amount in major units of the file's currency, quoted so that YAML keeps it a string. */
export const amountSchema = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'a quoted decimal amount such as "9.90"');

/** Doubts a reader of the number must know of. `conflictingSources`: needs counsel, the default taken is documented beside it. */
export const dataFlagSchema = z.enum([
  'unverified',
  'conflictingSources',
  'temporary',
  'includesMandatoryLocal',
  'noLocalTax',
]);

/** Where a number comes from; rows name it by its key in the file's `sources`. */
export const sourceSchema = z.strictObject({
  title: z.string().min(3),
  /** Day the source was read, or the day it speaks of. */
  date: localDaySchema,
  licence: z.string().optional(),
  url: z.string().optional(),
  note: z.string().optional(),
});

export const sourcesSchema = z.record(z.string(), sourceSchema);

interface Window {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/**
 * Refines a list of rows with `validFrom` and `validTo` (the last day it holds, left out while it holds for ever): in order of time,
 * never overlapping, and no window that ends before it starts. A gap is an error unless `gaps` allows it, because a day without a rate
 * is a day without a price.
 */
export function inOrderOfTime(options: { readonly gaps: boolean }) {
  return (ctx: z.core.ParsePayload<readonly Window[]>): void => {
    ctx.value.forEach((row, i) => {
      if (row.validTo !== undefined && row.validTo < row.validFrom)
        report(ctx, [i, 'validTo'], `validTo ${row.validTo} is before validFrom ${row.validFrom}`);
      const next = ctx.value[i + 1];
      if (next === undefined) return;
      if (row.validTo === undefined)
        report(ctx, [i, 'validTo'], `add validTo: the next row starts on ${next.validFrom}`);
      else if (next.validFrom <= row.validTo)
        report(ctx, [i + 1, 'validFrom'], `overlaps the row before, which holds until ${row.validTo}`);
      else if (!options.gaps && next.validFrom !== dayAfter(row.validTo))
        report(ctx, [i + 1, 'validFrom'], `leaves days without a rate: start on ${dayAfter(row.validTo)}`);
    });
  };
}

function report(ctx: z.core.ParsePayload<readonly Window[]>, path: (string | number)[], message: string): void {
  ctx.issues.push({ code: 'custom', path, message, input: ctx.value, continue: true });
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
