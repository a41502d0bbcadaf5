import type { Instant } from '@reprise/kernel';
import { addDays, localDayAt, plusMs, startOfLocalDay } from '@reprise/kernel';
import type { LocalDay } from '@reprise/kernel';

/** A market's word on withdrawing. Either is absent in a market copy made before checkout kept terms: then nothing closes the period. */
export interface WithdrawalTerms {
  readonly timeZone?: string | undefined;
  readonly days?: number | undefined;
}

/** Whether the buyer may withdraw now, and until when if that is known. */
export interface WithdrawalPeriod {
  readonly open: boolean;
  /** The first moment after the period. */
  readonly endsAt?: Instant;
}

/**
 * The period of Directive 2011/83/EU art. 9: from the delivery of the last piece of the order, so open before. Days are the market's calendar
 * days; the day of delivery is not counted, and a period that would end on a Saturday or Sunday ends with the next Monday (Regulation (EEC,
 * Euratom) 1182/71 art. 3). Public holidays, which would lengthen it too, are not known here: sellers may still accept later ones as returns.
 */
export function withdrawalPeriodOf(
  terms: WithdrawalTerms,
  lastDeliveredAt: Instant | undefined,
  now: Instant,
): WithdrawalPeriod {
  const { timeZone, days } = terms;
  if (days === 0) return { open: false };
  if (lastDeliveredAt === undefined || days === undefined || timeZone === undefined) return { open: true };
  const lastDay = workingDayFrom(addDays(localDayAt(lastDeliveredAt, timeZone), days));
  const endsAt = startOfLocalDay(addDays(lastDay, 1), timeZone);
  return { open: now < endsAt, endsAt };
}

/** The last moment of the period, as people are told it. */
export function lastMomentOf({ endsAt }: WithdrawalPeriod): Instant | undefined {
  return endsAt === undefined ? undefined : plusMs(endsAt, -1);
}

function workingDayFrom(day: LocalDay): LocalDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
