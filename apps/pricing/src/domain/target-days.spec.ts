import { mustBeLocalDay } from '@reprise/kernel';
import { isTargetDay, targetDaysSince } from './target-days.js';

const day = mustBeLocalDay;

test.each([
  ['2026-10-30', true, 'a Friday'],
  ['2026-10-31', false, 'a Saturday'],
  ['2026-11-01', false, 'a Sunday'],
  ['2026-01-01', false, 'New Year'],
  ['2026-04-03', false, 'Good Friday'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-05-01', false, 'Labour Day'],
  ['2026-05-14', true, 'Ascension, on which TARGET is open'],
  ['2024-03-29', false, 'Good Friday'],
  ['2025-04-21', false, 'Easter Monday'],
  ['2038-04-26', false, 'Easter Monday on its latest date'],
  ['2026-12-25', false, 'Christmas'],
  ['2024-12-26', false, 'the day after'],
  ['2026-12-24', true, 'Christmas Eve'],
])('%s: open is %s, %s', (date, open) => expect(isTargetDay(day(date))).toBe(open));

test('days missed are counted from the quote, without those on which none was due', () => {
  expect(targetDaysSince(day('2026-10-30'), day('2026-10-30'))).toBe(0);
  expect(targetDaysSince(day('2026-10-30'), day('2026-11-01'))).toBe(0);
  expect(targetDaysSince(day('2026-10-30'), day('2026-11-02'))).toBe(1);
  // From Maundy Thursday to the Tuesday after Easter only that Tuesday.
  expect(targetDaysSince(day('2026-04-02'), day('2026-04-07'))).toBe(1);
});
