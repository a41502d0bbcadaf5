import { currencyOf, exponentOf } from '@reprise/kernel';
import { z } from 'zod';

export type Path = readonly (string | number)[];

/** Says what is wrong at a path and what to write instead. */
export type Report = (path: Path, message: string) => void;

/** A rule over several keys of a file. `isSound` asks of an entry of a list that `reads` does not name whether it is right in itself. */
export interface FileRule<Value> {
  /** Keys of the file it looks at; where one of them is wrong in itself, that is said already and the rule has nothing to add. */
  readonly reads: readonly string[];
  readonly check: (value: Value, report: Report, isSound: (path: Path) => boolean) => void;
}

/**
 * Runs rules over a file's keys even where other keys are wrong, so that all mistakes of a file are found in one go. Without this a schema
 * looks at what keys must agree on only once each of them is right in itself.
 */
export function fileRules<Value>(rules: readonly FileRule<Value>[]): z.core.$ZodCheck<Value> {
  return z.superRefine<Value>(
    (value, ctx) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      const wrong = new Set(ctx.issues.map(({ path }) => path?.[0]));
      const report: Report = (path, message) => ctx.addIssue({ code: 'custom', path: [...path], message });
      const found = ctx.issues.map(({ path }) => path ?? []);
      const isSound = (path: Path): boolean => !found.some((at) => path.every((step, i) => at[i] === step));
      for (const { reads, check } of rules) if (!reads.some((key) => wrong.has(key))) check(value, report, isSound);
    },
    { when: () => true },
  );
}

/** No two entries of the list `list` have one key. */
export function unique<Value>(
  list: keyof Value & string,
  keysOf: (value: Value) => readonly string[],
): FileRule<Value> {
  return {
    reads: [list],
    check: (value, report) => {
      const keys = keysOf(value);
      keys.forEach((key, i) => {
        if (keys.indexOf(key) !== i) report([list, i], `${key} stands here twice: leave one`);
      });
    },
  };
}

/** An ISO 4217 code of real money. */
export const currencyCodeSchema = z
  .string()
  .refine((code) => currencyOf(code) !== undefined, 'an ISO 4217 currency code such as "EUR"');

/** Refuses an amount finer than its currency: a price with 3 decimals in EUR is never rounded away. */
export function amountFits(report: Report, currencyCode: string, amount: string | undefined, path: Path): void {
  const currency = currencyOf(currencyCode);
  // An unknown currency is reported on its own key.
  if (currency === undefined || amount === undefined) return;
  const exponent = exponentOf(currency);
  if ((amount.split('.')[1]?.length ?? 0) > exponent)
    report(path, `${currencyCode} has ${exponent} decimals: write ${shortened(amount, exponent)}`);
}

function shortened(amount: string, exponent: number): string {
  const cut = amount.slice(0, amount.indexOf('.') + (exponent === 0 ? 0 : exponent + 1));
  return `'${cut}'`;
}
