import type { Instant } from '@reprise/kernel';
import { addDays, mustBeLocalDay, startOfLocalDay } from '@reprise/kernel';

/** A row of a table: it holds from the start of `validFrom` to the end of `validTo`, in the zone of whoever made the rule. */
export interface DatedRow {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/** A row with its days turned into moments, once, so that choosing it is two comparisons. */
export interface InForce<Row> {
  readonly fromMs: number;
  /** Exclusive. */
  readonly untilMs: number;
  readonly row: Row;
}

export interface Rate {
  readonly ratePpm: number;
  /** `"0.20"`; see `decimalOfPpm`. */
  readonly rate: string;
}

/** Newest first, because almost every price is asked for now. */
export function compileRows<Source extends DatedRow, Row>(
  rows: readonly Source[],
  timeZone: string,
  compile: (row: Source) => Row,
): readonly InForce<Row>[] {
  return rows
    .map((row) => ({
      fromMs: startOfLocalDay(mustBeLocalDay(row.validFrom), timeZone) as number,
      untilMs:
        row.validTo === undefined ? Infinity : startOfLocalDay(addDays(mustBeLocalDay(row.validTo), 1), timeZone),
      row: compile(row),
    }))
    .sort((a, b) => b.fromMs - a.fromMs);
}

export function compileRates(
  rows: readonly (DatedRow & { readonly ratePpm: number })[],
  timeZone: string,
): readonly InForce<Rate>[] {
  return compileRows(rows, timeZone, ({ ratePpm }) => ({
    ratePpm,
    rate: decimalOfPpm(ratePpm),
  }));
}

/** The row in force at `now`, or undefined where the table has none for that moment. */
export function rowAt<Row>(rows: readonly InForce<Row>[], now: Instant): Row | undefined {
  for (const { fromMs, untilMs, row } of rows) if (now >= fromMs && now < untilMs) return row;
  return undefined;
}

/** Parts per million as an exact decimal fraction of at least two decimals: 200 000 → `"0.20"`, 88 750 → `"0.08875"`. */
export function decimalOfPpm(ratePpm: number): string {
  const [whole = '0', fraction = ''] = (ratePpm / 1_000_000).toFixed(6).split('.');
  return `${whole}.${fraction.replace(/0+$/, '').padEnd(2, '0')}`;
}
