import type { Instant } from '@reprise/kernel';
import { addDays, localDayAt, startOfLocalDay } from '@reprise/kernel';

/**
 * Until when a parcel has to leave: the end of the last of so many working days after the day of the order, where the market is. Monday to
 * Friday count; a public holiday counts too, since no calendar of them is kept.
 */
export function dispatchDeadline(orderedAt: Instant, handlingDays: number, timeZone: string): Instant {
  let day = localDayAt(orderedAt, timeZone);
  for (let left = Math.max(1, handlingDays); left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return startOfLocalDay(addDays(day, 1), timeZone);
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
