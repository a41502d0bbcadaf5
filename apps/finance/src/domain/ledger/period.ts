import type { Brand, Instant, LocalDay } from '@reprise/kernel';
import { Bug, localDayAt, mustBeLocalDay, addDays } from '@reprise/kernel';

/** A month of a company's books, `2026-11`. Sorts and compares as text. */
export type Period = Brand<string, 'Period'>;

/** The month in `text`, or undefined. */
export function periodOf(text: string): Period | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= '1900' ? (text as Period) : undefined;
}

/** As periodOf, for what was checked before. */
export function mustBePeriod(text: string): Period {
  const period = periodOf(text);
  if (period === undefined) throw new Bug(`${JSON.stringify(text)} is not a month`);
  return period;
}

/** The month in which something is booked that happened at `instant`, by the company's calendar. */
export function periodAt(instant: Instant, timeZone: string): Period {
  return mustBePeriod(localDayAt(instant, timeZone).slice(0, 7));
}

export function nextPeriod(period: Period): Period {
  return mustBePeriod(addDays(firstDay(period), 31).slice(0, 7));
}

export function previousPeriod(period: Period): Period {
  return mustBePeriod(addDays(firstDay(period), -1).slice(0, 7));
}

export function firstDay(period: Period): LocalDay {
  return mustBeLocalDay(`${period}-01`);
}

export function lastDay(period: Period): LocalDay {
  return addDays(firstDay(nextPeriod(period)), -1);
}
