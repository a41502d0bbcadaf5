import type { MeasuredRate, QualityFigures } from './quality-figures.js';
import { minimumVolume, qualityRuleVersion } from './quality-figures.js';

interface Measure {
  readonly events: number;
  readonly of: number;
  readonly lowPpm: number;
  readonly highPpm: number;
}

/** What is said of a seller's quality: the part of the figures that ranks offers and that buyers may see. */
export interface PublishedQuality {
  readonly volume: number;
  readonly failureRatePpm: number;
  readonly cancelRatePpm: number;
  readonly lateShipRatePpm: number;
  readonly wrongGradeRatePpm: number;
  readonly measures: {
    readonly rule: number;
    readonly minimumVolume: number;
    readonly failure: Measure;
    readonly cancel: Measure;
    readonly lateShip: Measure;
    readonly wrongGrade: Measure;
  };
}

/** Undefined while no rate has the volume to say anything. */
export function publishedQuality({ failure, ...rates }: QualityFigures): PublishedQuality | undefined {
  const { cancel, lateShip, wrongGrade, shipped } = rates;
  const failed = failure[90];
  if (![failed, cancel, lateShip, wrongGrade].some(({ enough }) => enough)) return undefined;
  return {
    volume: shipped,
    failureRatePpm: failed.ratePpm,
    cancelRatePpm: cancel.ratePpm,
    lateShipRatePpm: lateShip.ratePpm,
    wrongGradeRatePpm: wrongGrade.ratePpm,
    measures: {
      rule: qualityRuleVersion,
      minimumVolume,
      failure: measureOf(failed),
      cancel: measureOf(cancel),
      lateShip: measureOf(lateShip),
      wrongGrade: measureOf(wrongGrade),
    },
  };
}

/** Rates that moved less than this, and volumes less than this share, are not worth asking every reader to rank again. */
const materialPpm = 2_500;
const materialShare = 0.2;

/**
 * Whether what was said last is so different from what holds that it must be said again. Measured from what was said, not from yesterday:
 * many small steps in one direction are one large one.
 */
export function isMaterial(said: PublishedQuality | undefined, now: PublishedQuality | undefined): boolean {
  if (said === undefined || now === undefined) return said !== now;
  if (said.measures.rule !== now.measures.rule || said.measures.minimumVolume !== now.measures.minimumVolume)
    return true;
  return (['failure', 'cancel', 'lateShip', 'wrongGrade'] as const).some((name) => {
    const before = said.measures[name];
    const after = now.measures[name];
    return (
      Math.abs(now[`${name}RatePpm`] - said[`${name}RatePpm`]) >= materialPpm ||
      before.of >= minimumVolume !== after.of >= minimumVolume ||
      Math.abs(after.of - before.of) > Math.max(before.of, 1) * materialShare
    );
  });
}

function measureOf({ events, of, lowPpm, highPpm }: MeasuredRate): Measure {
  return { events, of, lowPpm, highPpm };
}
