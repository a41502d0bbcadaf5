import type { Instant, LocalDay } from '@reprise/kernel';
import { addDays, localDayAt, plusMs } from '@reprise/kernel';
import type { FailureWindowDays } from './line-quality.js';
import { rateOf, sum } from './quality-figures.js';
import type { DayOfQuality, MeasuredRate } from './quality-figures.js';

/** From what failure rate on a market takes offers down, as its data says. */
export interface QualityGateTerms {
  /** Days from dispatch within which a defect counts. */
  readonly windowDays: FailureWindowDays;
  /** Devices sent longer ago are not looked at. */
  readonly evidenceDays: number;
  /** Fewer devices sent decide nothing. */
  readonly shippedMin: number;
  /** The lower bound of the failure rate may reach this and no more. */
  readonly failureRateMaxPpm: number;
  /** Once closed it stays so at least this long, so that an offer does not come and go by the day. */
  readonly reviewAfterDays: number;
}

/** What a gate closes: all of a seller’s offers in a market, or those of one category and grade. */
export interface GateScope {
  readonly market: string;
  readonly category: string | null;
  readonly grade: string | null;
}

export interface GateEvidence {
  readonly failures: number;
  readonly shipped: number;
  readonly lowPpm: number;
}

/** A closed gate. */
export interface ClosedGate extends GateScope {
  readonly since: Instant;
  readonly reviewFrom: Instant;
  /** What closed it. */
  readonly evidence: GateEvidence;
  readonly terms: QualityGateTerms;
}

/** Somebody of operations lets the offers stand for a time. */
export interface GateOverride extends GateScope {
  readonly until: Instant;
}

export interface GateDecision {
  readonly close: readonly ClosedGate[];
  readonly open: readonly {
    readonly gate: ClosedGate;
    readonly why: 'rateFell' | 'tooFewLeft' | 'overridden' | 'noSuchGate';
  }[];
  readonly keep: readonly ClosedGate[];
}

/**
 * Which gates close, open and stay. The lower bound decides: a rate that only may be too high is not. Devices whose window is not over are
 * evidence too, since claims that are still to come could only raise it.
 */
export function decideGates(
  days: readonly DayOfQuality[],
  termsOf: ReadonlyMap<string, QualityGateTerms>,
  closed: readonly ClosedGate[],
  overrides: readonly GateOverride[],
  now: Instant,
): GateDecision {
  const overridden = (scope: GateScope): boolean =>
    overrides.some((override) => override.until > now && gateIdOf(override) === gateIdOf(scope));
  const close: ClosedGate[] = [];
  const open: GateDecision['open'][number][] = [];
  const keep: ClosedGate[] = [];
  const standing = new Set(closed.map(gateIdOf));
  for (const gate of closed) {
    const terms = termsOf.get(gate.market);
    const why = terms === undefined ? 'noSuchGate' : overridden(gate) ? 'overridden' : whyOpen(gate, days, terms, now);
    if (why === undefined) keep.push(gate);
    else open.push({ gate, why });
  }
  for (const [market, terms] of termsOf)
    for (const scope of scopesOf(market, days)) {
      if (standing.has(gateIdOf(scope)) || overridden(scope)) continue;
      const rate = evidenceOf(scope, days, terms, now);
      if (!isTooHigh(rate, terms)) continue;
      const evidence = { failures: rate.events, shipped: rate.of, lowPpm: rate.lowPpm };
      close.push({ ...scope, since: now, reviewFrom: plusMs(now, terms.reviewAfterDays * dayMs), evidence, terms });
    }
  return { close, open, keep };
}

function whyOpen(
  gate: ClosedGate,
  days: readonly DayOfQuality[],
  terms: QualityGateTerms,
  now: Instant,
): 'rateFell' | 'tooFewLeft' | undefined {
  if (now < gate.reviewFrom) return undefined;
  const rate = evidenceOf(gate, days, terms, now);
  if (rate.of < terms.shippedMin) return 'tooFewLeft';
  return isTooHigh(rate, terms) ? undefined : 'rateFell';
}

function isTooHigh({ of, lowPpm }: MeasuredRate, { shippedMin, failureRateMaxPpm }: QualityGateTerms): boolean {
  return of >= shippedMin && lowPpm > failureRateMaxPpm;
}

/** The failure rate a gate looks at. */
export function evidenceOf(
  scope: GateScope,
  days: readonly DayOfQuality[],
  { windowDays, evidenceDays }: QualityGateTerms,
  now: Instant,
): MeasuredRate {
  const begin: LocalDay = addDays(localDayAt(now, 'UTC'), -evidenceDays);
  const counts = sum(days.filter((each) => each.day >= begin && isOf(each, scope)));
  return rateOf(counts[`failed${windowDays}`], counts.shipped);
}

/** Whether goods are behind a gate. */
export function isOf(
  goods: { readonly market: string; readonly category: string; readonly grade: string },
  { market, category, grade }: GateScope,
): boolean {
  return (
    goods.market === market &&
    (category === null || goods.category === category) &&
    (grade === null || goods.grade === grade)
  );
}

function scopesOf(market: string, days: readonly DayOfQuality[]): GateScope[] {
  const ofMarket = days.filter((each) => each.market === market);
  if (ofMarket.length === 0) return [];
  const kinds = new Map(ofMarket.map(({ category, grade }) => [`${category} ${grade}`, { market, category, grade }]));
  return [{ market, category: null, grade: null }, ...kinds.values()];
}

export function gateIdOf({ market, category, grade }: GateScope): string {
  return [market, category ?? '*', grade ?? '*'].join('/');
}

const dayMs = 86_400_000;
