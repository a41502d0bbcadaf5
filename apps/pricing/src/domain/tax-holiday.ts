import type { Instant } from '@reprise/kernel';
import { Money, mustBeLocalDay, startOfLocalDay } from '@reprise/kernel';
import type { Currency } from '@reprise/kernel';
import type { StackedRate, TaxStack } from './tax-stack.js';

/** Days on which a state does not tax some goods; a row of the contracts' `UsSalesTaxTable` has this shape. */
export interface TaxHolidaySource {
  readonly id: string;
  readonly state: string;
  /** `2026-08-01T00:00` in the state's own time; the end is exclusive. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly categories: readonly string[];
  readonly cap?: string | undefined;
  readonly capKind?: 'allOrNothing' | 'firstNExempt' | undefined;
  readonly localTaxes: 'joined' | 'optedOut';
  readonly localExceptions: readonly string[];
}

export interface TaxHoliday {
  readonly id: string;
  readonly fromMs: number;
  /** Exclusive. */
  readonly untilMs: number;
  readonly categories: ReadonlySet<string>;
  /** Decimal amount of one unit, in whatever currency the state's market has; undefined for no cap. */
  readonly cap: string | undefined;
  readonly capKind: 'allOrNothing' | 'firstNExempt';
  readonly localsJoin: boolean;
  readonly localExceptions: ReadonlySet<string>;
}

export function compileTaxHoliday(source: TaxHolidaySource, timeZone: string): TaxHoliday {
  return {
    id: source.id,
    fromMs: momentOf(source.startsAt, timeZone),
    untilMs: momentOf(source.endsAt, timeZone),
    categories: new Set(source.categories),
    cap: source.cap,
    capKind: source.capKind ?? 'allOrNothing',
    localsJoin: source.localTaxes === 'joined',
    localExceptions: new Set(source.localExceptions),
  };
}

/** The holiday that goods of a category have at a moment; a table never has two. */
export function holidayAt(holidays: readonly TaxHoliday[], category: string, now: Instant): TaxHoliday | undefined {
  return holidays.find(({ fromMs, untilMs, categories }) => now >= fromMs && now < untilMs && categories.has(category));
}

/**
 * What a unit of this price is taxed as on the holiday: wholly relieved, in part, or as ever because it costs more than the cap.
 * `taxed` is the stack of any other day; its first rate is the state's.
 */
export function onHoliday(holiday: TaxHoliday, taxed: TaxStack, unitPrice: Money): TaxStack {
  const relieved = relievedStack(holiday, taxed);
  if (holiday.cap === undefined) return relieved;
  const cap = capOf(holiday.cap, unitPrice.currency);
  if (unitPrice.compare(cap) <= 0) return relieved;
  if (holiday.capKind === 'allOrNothing') return taxed;
  return { ...taxed, relief: { stack: relieved, unitMinor: cap.minor } };
}

function capOf(cap: string, currency: Currency): Money {
  return Money.of(cap, currency);
}

/** The same jurisdictions without the tax of those that keep the holiday: a county that opted out goes on taxing. */
function relievedStack(holiday: TaxHoliday, taxed: TaxStack): TaxStack {
  const rates = taxed.rates.map((rate, i): StackedRate => {
    const keeps = i === 0 || holiday.localsJoin !== holiday.localExceptions.has(rate.jurisdiction.code);
    if (!keeps || rate.ratePpm === 0) return rate;
    return { jurisdiction: rate.jurisdiction, ratePpm: 0, rate: '0.00', treatment: 'exempt', holiday: holiday.id };
  });
  return {
    ...taxed,
    roundingKey: `holiday ${holiday.id}`,
    rates,
    combinedPpm: rates.reduce((sum, { ratePpm }) => sum + ratePpm, 0),
    holiday: holiday.id,
  };
}

function momentOf(localTime: string, timeZone: string): number {
  const [day = '', clock = '00:00'] = localTime.split('T');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  // No state changes its clocks on the days holidays begin or end, so midnight plus the hours is the wall's time.
  return startOfLocalDay(mustBeLocalDay(day), timeZone) + (hours * 60 + minutes) * 60_000;
}
