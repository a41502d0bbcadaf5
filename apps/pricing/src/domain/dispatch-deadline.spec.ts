import { mustBeInstant, toIso } from '@reprise/kernel';
import { dispatchDeadline } from './dispatch-deadline.js';

test.each([
  ['a Monday, one working day', '2026-11-23T10:00:00Z', 1, '2026-11-24T23:00:00.000Z'],
  ['a Friday: the weekend does not count', '2026-11-27T10:00:00Z', 1, '2026-11-30T23:00:00.000Z'],
  ['a Saturday', '2026-11-28T10:00:00Z', 2, '2026-12-01T23:00:00.000Z'],
  ['late on Monday in London is Tuesday in Paris', '2026-11-23T23:30:00Z', 1, '2026-11-25T23:00:00.000Z'],
  ['the same day is promised to nobody', '2026-11-23T10:00:00Z', 0, '2026-11-24T23:00:00.000Z'],
])('an order of %s', (_what, orderedAt, days, deadline) => {
  expect(toIso(dispatchDeadline(mustBeInstant(orderedAt), days, 'Europe/Paris'))).toBe(deadline);
});
