import type { LocalDay } from '@reprise/kernel';
import { addDays } from '@reprise/kernel';
import { failureWindowsDays, noCounts, noticedWithinDays, qualityCounters } from './line-quality.js';
import type { FailureWindowDays, QualityCounter, QualityCounts } from './line-quality.js';
import { wilsonBounds } from './wilson-bounds.js';
import type { RateBounds } from './wilson-bounds.js';

/** How these figures are made. A change of what is counted, or over what time, is another version. */
export const qualityRuleVersion = 1;
/** Below so many of what a rate is a share of, it is neither shown to buyers nor said to be measured. */
export const minimumVolume = 30;
/** How much of the past counts: what a seller did longer ago is no longer held against them. */
export const observedDays = 365;

/** What happened to parcels and orders of one day, of one kind of goods in one market. */
export interface DayOfQuality {
  readonly day: LocalDay;
  readonly market: string;
  readonly category: string;
  readonly grade: string;
  readonly counts: QualityCounts;
}

/** So many of so many. */
export interface MeasuredRate extends RateBounds {
  readonly events: number;
  readonly of: number;
  /** `of` reaches the minimum volume. */
  readonly enough: boolean;
}

/** One month of dispatch. */
export interface QualityCohort {
  /** `2026-11`. */
  readonly month: string;
  readonly shipped: number;
  readonly late: number;
  /** By window. `mature`: the window is over for every parcel of the month; until then claims still come. */
  readonly failures: readonly (MeasuredRate & { readonly windowDays: FailureWindowDays; readonly mature: boolean })[];
}

export interface QualityFigures {
  /** Defects within so many days of dispatch, of devices sent long enough ago to know. */
  readonly failure: { readonly [Days in FailureWindowDays]: MeasuredRate };
  readonly deadOnArrival: MeasuredRate;
  readonly wrongGrade: MeasuredRate;
  readonly cancel: MeasuredRate;
  readonly lateShip: MeasuredRate;
  readonly shipped: number;
  /** Returns and claims a seller had to answer, and how long that took on average; null where there was none. */
  readonly response: { readonly answered: number; readonly averageHours: number } | null;
}

/** The figures of a seller, or of a part of what they sell, as of the beginning of `today` in UTC. */
export function figuresOf(days: readonly DayOfQuality[], today: LocalDay): QualityFigures {
  const observed = (window: number): QualityCounts => {
    const end = addDays(today, -window);
    const begin = addDays(end, -observedDays);
    return sum(days.filter(({ day }) => day >= begin && day < end));
  };
  const year = sum(days.filter(({ day }) => day >= addDays(today, -observedDays)));
  const failure = Object.fromEntries(
    failureWindowsDays.map((window) => {
      const counts = observed(window);
      return [window, rateOf(counts[`failed${window}`], counts.shipped)];
    }),
  ) as { [Days in FailureWindowDays]: MeasuredRate };
  const noticed = observed(noticedWithinDays);
  return {
    failure,
    deadOnArrival: rateOf(noticed.deadOnArrival, noticed.shipped),
    wrongGrade: rateOf(noticed.wrongGrade, noticed.shipped),
    cancel: rateOf(year.cancelled, year.ordered),
    lateShip: rateOf(year.late, year.shipped),
    shipped: year.shipped,
    response:
      year.answered === 0
        ? null
        : { answered: year.answered, averageHours: Math.round(year.answerMinutes / year.answered / 6) / 10 },
  };
}

/** Month by month, newest first. */
export function cohortsOf(days: readonly DayOfQuality[], today: LocalDay): QualityCohort[] {
  const months = new Map<string, DayOfQuality[]>();
  for (const each of days) {
    if (each.counts.shipped === 0) continue;
    const month = each.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, ofMonth]) => {
      const counts = sum(ofMonth);
      return {
        month,
        shipped: counts.shipped,
        late: counts.late,
        failures: failureWindowsDays.map((windowDays) => ({
          windowDays,
          mature: addDays(endOfMonth(month), windowDays) < today,
          ...rateOf(counts[`failed${windowDays}`], counts.shipped),
        })),
      };
    });
}

/**
 * The next day on which time alone changes a figure: when a day’s devices have been out for a whole window, or are longer ago than counts.
 * Undefined when nothing is left that could change.
 */
export function nextChangeOf(days: readonly LocalDay[], today: LocalDay): LocalDay | undefined {
  const ages = [0, ...failureWindowsDays].flatMap((window) => [window + 1, window + observedDays + 1]);
  let next: LocalDay | undefined;
  for (const day of days)
    for (const age of ages) {
      const at = addDays(day, age);
      if (at > today && (next === undefined || at < next)) next = at;
    }
  return next;
}

export function sum(days: readonly Pick<DayOfQuality, 'counts'>[]): QualityCounts {
  const total: Record<QualityCounter, number> = { ...noCounts };
  for (const { counts } of days) for (const counter of qualityCounters) total[counter] += counts[counter];
  return total;
}

/** While facts are on their way a claim may be heard before its sale; a share is never above one all the same. */
export function rateOf(events: number, of: number): MeasuredRate {
  const counted = Math.min(events, of);
  return { events: counted, of, enough: of >= minimumVolume, ...wilsonBounds(counted, of) };
}

function endOfMonth(month: string): LocalDay {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as LocalDay;
}
