import type { Grade } from '@reprise/contracts';
import type { ProductCategory } from '@reprise/contracts/events';
import type { sellerQualitySchema } from '@reprise/contracts/http';
import { addDays, toIso } from '@reprise/kernel';
import type { z } from 'zod';
import type { Seller } from '../../application/ports.js';
import type { QualityReport } from '../../application/show-quality.js';
import { failureWindowsDays } from '../../domain/line-quality.js';
import { minimumVolume, observedDays, qualityRuleVersion } from '../../domain/quality-figures.js';
import type { MeasuredRate } from '../../domain/quality-figures.js';
import type { ClosedGate, GateScope } from '../../domain/quality-gate.js';

type SellerQualityJson = z.input<typeof sellerQualitySchema>;
type GateJson = SellerQualityJson['gates'][number];

/** How the sales of a seller went, in counts, shares and bounds. */
export function presentSellerQuality(report: QualityReport): SellerQualityJson {
  const { seller, today, figures, cohorts, kinds, variants, gates, overrides } = report;
  const { failure, deadOnArrival, wrongGrade, cancel, lateShip, shipped, response } = figures;
  return {
    sellerId: seller.sellerId,
    asOf: addDays(today, -1),
    rule: { version: qualityRuleVersion, minimumVolume, observedDays, confidence: '0.95' },
    failure: failureWindowsDays.map((windowDays) => ({ windowDays, ...rateJson(failure[windowDays]) })),
    deadOnArrival: rateJson(deadOnArrival),
    wrongGrade: rateJson(wrongGrade),
    cancel: rateJson(cancel),
    lateShip: rateJson(lateShip),
    shipped,
    response,
    cohorts: cohorts.map(({ failures, ...cohort }) => ({
      ...cohort,
      failures: failures.map(({ windowDays, mature, ...rate }) => ({ windowDays, mature, ...rateJson(rate) })),
    })),
    kinds: kinds.map(({ market, category, grade, failure: rate }) => ({
      ...{ market, category: category as ProductCategory, grade: grade as Grade },
      failure: rateJson(rate),
    })),
    variants: variants.map(({ variantId, grade, failure: rate }) => ({
      ...{ variantId, grade: grade as Grade },
      failure: rateJson(rate),
    })),
    gates: gates.map(({ gate, now }) => gateJson(gate, now)),
    overrides: overrides.map((override) => ({ ...scopeJson(override), until: toIso(override.until) })),
    ranking: rankingJson(seller.quality),
  };
}

function gateJson(gate: ClosedGate, now: MeasuredRate): GateJson {
  const { evidence, terms, since, reviewFrom } = gate;
  const { windowDays, evidenceDays, shippedMin, failureRateMaxPpm } = terms;
  const max = percentOf(failureRateMaxPpm);
  return {
    ...scopeJson(gate),
    since: toIso(since),
    reviewFrom: toIso(reviewFrom),
    reason:
      `${evidence.failures} of ${evidence.shipped} devices sent to ${gate.market} came back with a defect within ${windowDays} days: ` +
      `at least ${percentOf(evidence.lowPpm)} of all, where ${max} is the most.`,
    closedBy: { failures: evidence.failures, shipped: evidence.shipped, low: decimalOf(evidence.lowPpm) },
    now: { failures: now.events, shipped: now.of, low: decimalOf(now.lowPpm) },
    wayBack:
      `From ${toIso(reviewFrom)} on, looked at daily: the offers come back when that bound is at most ${max} for devices sent in the ` +
      `last ${evidenceDays} days, or fewer than ${shippedMin} of those are left to judge by. Operations may let them stand before.`,
    mustHold: { windowDays, evidenceDays, lowerBoundMax: decimalOf(failureRateMaxPpm), shippedMin },
  };
}

export function scopeJson({ market, category, grade }: GateScope): Pick<GateJson, 'market' | 'category' | 'grade'> {
  return { market, category: category as ProductCategory | null, grade: grade as Grade | null };
}

function rankingJson(quality: Seller['quality']): SellerQualityJson['ranking'] {
  if (quality === undefined) return null;
  return {
    volume: quality.volume,
    failureRate: decimalOf(quality.failureRatePpm),
    cancelRate: decimalOf(quality.cancelRatePpm),
    lateShipRate: decimalOf(quality.lateShipRatePpm),
    wrongGradeRate: decimalOf(quality.wrongGradeRatePpm),
  };
}

function rateJson({ events, of, enough, ratePpm, lowPpm, highPpm }: MeasuredRate): SellerQualityJson['cancel'] {
  if (!enough) return { events, of, rate: null, low: null, high: null };
  return { events, of, rate: decimalOf(ratePpm), low: decimalOf(lowPpm), high: decimalOf(highPpm) };
}

/** Parts per million as a decimal: 40,000 is `0.040000`. */
export function decimalOf(ppm: number): string {
  return (ppm / 1_000_000).toFixed(6);
}

function percentOf(ppm: number): string {
  return `${(ppm / 10_000).toFixed(2)} %`;
}
