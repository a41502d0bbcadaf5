import type { Currency, LocalDay } from '@reprise/kernel';
import { changePpm } from './fx-rate.js';
import type { FxQuote, FxRate } from './fx-rate.js';

/** A quote as a file states it. */
export interface StatedRate {
  readonly date: LocalDay;
  readonly currency: Currency;
  readonly quote: FxQuote;
}

/** What importing a file would store. */
export interface FxImportPlan {
  /** New days, and corrections under a higher version. */
  readonly stored: readonly FxRate[];
  readonly corrected: number;
  readonly unchanged: number;
}

/**
 * What a file adds to what is known: quotes that are known change nothing, one that differs is a correction under the next version.
 * `known` holds the newest version of each day from the file's first to its last, and each currency's last day before that, so that
 * every quote can be held against the one published before it. Of two statements of one day the later in the file counts.
 */
export function planFxImport(stated: readonly StatedRate[], known: readonly FxRate[], jumpPpm: number): FxImportPlan {
  const stored: FxRate[] = [];
  let corrected = 0;
  let unchanged = 0;
  const statedBy = byCurrency(stated);
  const knownBy = byCurrency(known);
  for (const [currency, quotes] of statedBy) {
    const before = knownBy.get(currency) ?? new Map<LocalDay, FxRate>();
    const days = [...new Set([...before.keys(), ...quotes.keys()])].sort();
    let last: FxQuote | undefined;
    for (const date of days) {
      const was = before.get(date);
      const quote = quotes.get(date)?.quote ?? was?.quote;
      if (quote === undefined) continue;
      if (quotes.has(date) && was !== undefined && same(was.quote, quote)) unchanged += 1;
      else if (quotes.has(date)) {
        if (was !== undefined) corrected += 1;
        const change = last === undefined ? undefined : changePpm(last, quote);
        const jump = change !== undefined && Math.abs(change) > jumpPpm;
        stored.push({ date, currency, quote, version: (was?.version ?? 0) + 1, changePpm: change, jump });
      }
      last = quote;
    }
  }
  return { stored, corrected, unchanged };
}

function byCurrency<Rate extends StatedRate>(rates: readonly Rate[]): Map<Currency, Map<LocalDay, Rate>> {
  const found = new Map<Currency, Map<LocalDay, Rate>>();
  for (const rate of rates) {
    const days = found.get(rate.currency);
    if (days === undefined) found.set(rate.currency, new Map([[rate.date, rate]]));
    else days.set(rate.date, rate);
  }
  return found;
}

function same(a: FxQuote, b: FxQuote): boolean {
  return a.digits === b.digits && a.scale === b.scale;
}
