import type { LocalDay } from '@reprise/kernel';
import { addDays, mustBeLocalDay } from '@reprise/kernel';

/**
 * Whether the euro payment system TARGET is open: Monday to Friday but for 1 January, Good Friday, Easter Monday, 1 May and 25 and
 * 26 December (ECB decision of 14 December 2000). Reference rates are published on these days only, whatever a country's own holidays.
 */
export function isTargetDay(day: LocalDay): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (fixedClosings.has(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return day !== addDays(easter, -2) && day !== addDays(easter, 1);
}

/** TARGET days after `from`, up to and including `to`: how many quotes a rate of `from` has missed by `to`. */
export function targetDaysSince(from: LocalDay, to: LocalDay): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isTargetDay(day)) count += 1;
  }
  return count;
}

const fixedClosings: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Gregorian Easter, by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b >> 2;
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = c >> 2;
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1;
  return mustBeLocalDay(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}
