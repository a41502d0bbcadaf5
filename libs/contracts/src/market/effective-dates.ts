import { isTimeZone } from '@reprise/kernel';
import { z } from 'zod';

/** A calendar day in the zone of whoever made the rule, `2026-10-01`. A rule begins at that zone's midnight. */
export const localDaySchema = z.iso.date('a day such as 2026-10-01');

/** An amount in major units of the file's currency, quoted so that YAML keeps it a string. */
export const amountSchema = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'a quoted decimal amount such as "9.90"');

/** The zone whose midnights begin and end what is dated. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'an IANA time zone such as "Europe/Paris"');

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
 * is a day without a price. Looks at rows that are wrong otherwise too, as far as their days are days.
 */
export function inOrderOfTime(options: { readonly gaps: boolean }): z.core.$ZodCheck<readonly Window[]> {
  return z.superRefine<readonly Window[]>(
    (rows, ctx) => {
      if (!Array.isArray(rows)) return;
      const report = (path: (string | number)[], message: string): void =>
        ctx.addIssue({ code: 'custom', path, message });
      rows.forEach((row: unknown, i) => {
        if (!isWindow(row)) return;
        if (row.validTo !== undefined && row.validTo < row.validFrom)
          report(
            [i, 'validTo'],
            `validTo ${row.validTo} is before validFrom ${row.validFrom}: write the last day it holds`,
          );
        const next: unknown = rows[i + 1];
        if (isWindow(next)) compareNeighbours(row, next, i, options.gaps, report);
      });
    },
    { when: () => true },
  );
}

function compareNeighbours(
  row: Window,
  next: Window,
  i: number,
  gaps: boolean,
  report: (path: (string | number)[], message: string) => void,
): void {
  if (row.validTo === undefined)
    report(
      [i, 'validTo'],
      `is missing: add validTo: ${dayBefore(next.validFrom)}, because the next row starts on ${next.validFrom}`,
    );
  else if (row.validTo < row.validFrom)
    return; // Reported; what follows would be about the slip.
  else if (next.validFrom <= row.validTo)
    report(
      [i + 1, 'validFrom'],
      `overlaps the row before, which holds until ${row.validTo}: start on ${dayAfter(row.validTo)} or end that one on ${dayBefore(next.validFrom)}`,
    );
  else if (!gaps && next.validFrom !== dayAfter(row.validTo))
    report([i + 1, 'validFrom'], `leaves days without a rate: start on ${dayAfter(row.validTo)}`);
}

function isWindow(row: unknown): row is Window {
  if (typeof row !== 'object' || row === null) return false;
  const { validFrom, validTo } = row as Record<string, unknown>;
  const isDay = (value: unknown): boolean => localDaySchema.safeParse(value).success;
  return isDay(validFrom) && (validTo === undefined || isDay(validTo));
}

function dayAfter(day: string): string {
  return daysFrom(day, 1);
}

function dayBefore(day: string): string {
  return daysFrom(day, -1);
}

function daysFrom(day: string, days: number): string {
  const other = new Date(`${day}T00:00:00Z`);
  other.setUTCDate(other.getUTCDate() + days);
  return other.toISOString().slice(0, 10);
}
