import { addDays, localDayAt, mustBeInstant, plusMs } from '@reprise/kernel';
import { noCounts } from './line-quality.js';
import type { DayOfQuality } from './quality-figures.js';
import { cohortsOf, figuresOf, nextChangeOf } from './quality-figures.js';
import { isMaterial, publishedQuality } from './published-quality.js';
import { decideGates, gateIdOf } from './quality-gate.js';
import type { QualityGateTerms } from './quality-gate.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const today = localDayAt(now, 'UTC');
const dayMs = 86_400_000;
const sent = (daysAgo: number, shipped: number, failed: number, more: Partial<DayOfQuality> = {}): DayOfQuality => ({
  day: addDays(today, -daysAgo),
  market: 'fr',
  category: 'smartphone',
  grade: 'GOOD',
  counts: { ...noCounts, ordered: shipped, shipped, failed30: failed, failed90: failed, failed365: failed },
  ...more,
});
const terms: QualityGateTerms = {
  windowDays: 90,
  evidenceDays: 180,
  shippedMin: 50,
  failureRateMaxPpm: 80_000,
  reviewAfterDays: 30,
};
const rules = new Map([['fr', terms]]);
const closedBy = (days: readonly DayOfQuality[]) => decideGates(days, rules, [], [], now).close;

test('a rate that is too high for certain closes the market and the kind of goods, one that only may be does not', () => {
  expect(closedBy([sent(100, 100, 20)]).map(gateIdOf)).toEqual(['fr/*/*', 'fr/smartphone/GOOD']);
  // 12 of 100 is above 8 %, and may be chance: its lower bound is 7 %.
  expect(closedBy([sent(100, 100, 12)])).toEqual([]);
});

test('too few devices decide nothing, however many of them failed', () => {
  expect(closedBy([sent(100, 49, 49)])).toEqual([]);
  expect(closedBy([sent(100, 50, 50)])).toHaveLength(2);
});

test('one kind of goods is closed without the others, and no other market is', () => {
  const days = [sent(100, 100, 20), sent(100, 900, 9, { grade: 'EXCELLENT' }), sent(100, 100, 20, { market: 'de' })];
  expect(closedBy(days).map(gateIdOf)).toEqual(['fr/smartphone/GOOD']);
});

test('what was sent longer ago than counts is no evidence, what was sent last week is', () => {
  expect(closedBy([sent(181, 100, 50)])).toEqual([]);
  expect(closedBy([sent(7, 100, 50)])).toHaveLength(2);
});

test('it says what closed it and from when it is looked at again', () => {
  const [gate] = closedBy([sent(100, 100, 20)]);
  expect(gate).toMatchObject({ since: now, reviewFrom: plusMs(now, 30 * dayMs), terms });
  expect(gate?.evidence).toEqual({ failures: 20, shipped: 100, lowPpm: 133_366 });
});

test('a closed gate stays closed until its review, then opens when the rate fell or too few are left', () => {
  const close = closedBy([sent(100, 100, 20)]).slice(0, 1);
  const at = (days: number, evidence: readonly DayOfQuality[]) =>
    decideGates(evidence, rules, close, [], plusMs(now, days * dayMs));
  expect(at(29, [sent(0, 1_000, 0)]).keep).toEqual(close);
  expect(at(30, [sent(0, 1_000, 0)]).open).toEqual([{ gate: close[0], why: 'rateFell' }]);
  expect(at(81, [sent(100, 100, 20)]).open).toEqual([{ gate: close[0], why: 'tooFewLeft' }]);
  expect(at(30, [sent(100, 100, 20)]).keep).toEqual(close);
});

test('an override lets offers stand until it ends, and of its own scope alone', () => {
  const days = [sent(100, 100, 20)];
  const override = { market: 'fr', category: null, grade: null, until: plusMs(now, dayMs) };
  expect(decideGates(days, rules, [], [override], now).close.map(gateIdOf)).toEqual(['fr/smartphone/GOOD']);
  const close = closedBy(days);
  expect(decideGates(days, rules, close, [override], now)).toMatchObject({ open: [{ why: 'overridden' }], close: [] });
  expect(decideGates(days, rules, [], [override], override.until).close).toHaveLength(2);
});

test('a market that drops its rule opens what it closed', () => {
  const close = closedBy([sent(100, 100, 20)]);
  expect(decideGates([], new Map(), close, [], now).open.map(({ why }) => why)).toEqual(['noSuchGate', 'noSuchGate']);
});

test('a rate is of devices whose window is over: of yesterday’s nobody knows yet', () => {
  const days = [sent(90, 40, 0), sent(91, 60, 6), sent(1, 500, 0)];
  expect(figuresOf(days, today).failure[90]).toMatchObject({ events: 6, of: 60, enough: true, ratePpm: 100_000 });
  expect(figuresOf(days, addDays(today, 1)).failure[90]).toMatchObject({ events: 6, of: 100 });
  expect(figuresOf(days, today).failure[365]).toMatchObject({ of: 0, enough: false, lowPpm: 0, highPpm: 1_000_000 });
});

test('a month is marked until the window of its last day is over', () => {
  const [november, august] = cohortsOf([sent(3, 10, 1), sent(100, 10, 1)], today);
  expect(november).toMatchObject({ month: '2026-11', shipped: 10 });
  expect(november?.failures.map(({ mature }) => mature)).toEqual([false, false, false]);
  expect(august).toMatchObject({ month: '2026-08', shipped: 10 });
  expect(august?.failures.map(({ mature }) => mature)).toEqual([true, false, false]);
});

test('time is looked at again when the next window closes, and never once nothing can change', () => {
  expect(nextChangeOf([addDays(today, -10)], today)).toBe(addDays(today, 21));
  expect(nextChangeOf([addDays(today, -31)], today)).toBe(addDays(today, 60));
  expect(nextChangeOf([addDays(today, -2_000)], today)).toBeUndefined();
  const figures = (daysLater: number) => figuresOf([sent(10, 40, 2)], addDays(today, daysLater));
  expect(figures(20)).toEqual(figures(0));
  expect(figures(21)).not.toEqual(figures(0));
});

test('quality is said again when it moved enough to matter, and not with each claim', () => {
  const said = (failed: number, shipped = 1_000) => publishedQuality(figuresOf([sent(100, shipped, failed)], today));
  expect(said(0, 29)).toBeUndefined();
  expect(isMaterial(said(0, 29), said(0, 30))).toBe(true);
  expect(isMaterial(said(40), said(41))).toBe(false);
  expect(isMaterial(said(40), said(43))).toBe(true);
  expect(isMaterial(said(40), said(48, 1_200))).toBe(false);
  expect(isMaterial(said(40), said(50, 1_250))).toBe(true);
  expect(isMaterial(said(40), said(40))).toBe(false);
});
