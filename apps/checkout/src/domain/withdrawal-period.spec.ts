import { mustBeInstant, toIso } from '@reprise/kernel';
import { lastMomentOf, withdrawalPeriodOf } from './withdrawal-period.js';

const paris = { timeZone: 'Europe/Paris', days: 14 };
const now = mustBeInstant('2026-12-10T12:00:00Z');
const until = (delivered: string, terms = paris) => {
  const last = lastMomentOf(withdrawalPeriodOf(terms, mustBeInstant(delivered), now));
  return last === undefined ? undefined : toIso(last);
};

test.each([
  // Thursday 26 November: 14 days later is Thursday 10 December, to its end.
  ['2026-11-26T10:30:00Z', '2026-12-10T22:59:59.999Z'],
  // Late in the evening it is the next day in Paris already, and that day is not counted.
  ['2026-11-26T23:30:00Z', '2026-12-11T22:59:59.999Z'],
  // Saturday 28 November: would end on Saturday 12 December, ends with Monday the 14th.
  ['2026-11-28T10:00:00Z', '2026-12-14T22:59:59.999Z'],
  // Sunday: the same Monday.
  ['2026-11-29T10:00:00Z', '2026-12-14T22:59:59.999Z'],
  // Over the change to winter time: the last day ends an hour later by UTC.
  ['2026-10-20T10:00:00Z', '2026-11-03T22:59:59.999Z'],
])('delivered at %s in Paris: until %s', (delivered, last) => {
  expect(until(delivered)).toBe(last);
});

test('a shop’s promise of thirty days is counted where the shop is', () => {
  expect(until('2026-11-24T03:00:00Z', { timeZone: 'America/New_York', days: 30 })).toBe('2026-12-24T04:59:59.999Z');
});

test('open before delivery, open to the last moment, closed at the next', () => {
  const delivered = mustBeInstant('2026-11-26T10:30:00Z');
  expect(withdrawalPeriodOf(paris, undefined, now)).toEqual({ open: true });
  const last = mustBeInstant('2026-12-10T22:59:59.999Z');
  expect(withdrawalPeriodOf(paris, delivered, last).open).toBe(true);
  expect(withdrawalPeriodOf(paris, delivered, mustBeInstant('2026-12-10T23:00:00Z')).open).toBe(false);
});

test('a market that promises none has none, and terms that are not known close nothing', () => {
  const delivered = mustBeInstant('2020-01-01T00:00:00Z');
  expect(withdrawalPeriodOf({ ...paris, days: 0 }, undefined, now).open).toBe(false);
  expect(withdrawalPeriodOf({}, delivered, now).open).toBe(true);
});
