import type { Clock, Instant, LocalDay } from '@reprise/kernel';
import { addDays, localDayAt } from '@reprise/kernel';
import { cohortsOf, figuresOf, observedDays, rateOf, sum } from '../domain/quality-figures.js';
import type { DayOfQuality, MeasuredRate, QualityCohort, QualityFigures } from '../domain/quality-figures.js';
import { evidenceOf } from '../domain/quality-gate.js';
import type { ClosedGate, GateOverride } from '../domain/quality-gate.js';
import type { Seller } from './ports.js';
import { lookBackDays } from './review-quality.js';
import type { SellerDesk } from './seller-ports.js';

export interface QualityReport {
  readonly seller: Seller;
  readonly today: LocalDay;
  readonly figures: QualityFigures;
  readonly cohorts: readonly QualityCohort[];
  readonly kinds: readonly (Pick<DayOfQuality, 'market' | 'category' | 'grade'> & { readonly failure: MeasuredRate })[];
  readonly variants: readonly { readonly variantId: string; readonly grade: string; readonly failure: MeasuredRate }[];
  readonly gates: readonly { readonly gate: ClosedGate; readonly now: MeasuredRate }[];
  readonly overrides: readonly GateOverride[];
}

/** Says how the sales of a seller went, to the seller and to operations alike. */
export class ShowQuality {
  constructor(
    private readonly sellers: Pick<SellerDesk, 'seller' | 'qualityDays' | 'qualityByVariant' | 'overrides'>,
    private readonly clock: Clock,
  ) {}

  async run(sellerId: string): Promise<QualityReport | undefined> {
    const now = this.clock.now();
    const today = localDayAt(now, 'UTC');
    const to = addDays(today, -90);
    const sent = { from: addDays(to, -observedDays), to };
    const [seller, days, variants, overrides] = await Promise.all([
      this.sellers.seller(sellerId),
      this.sellers.qualityDays(sellerId, addDays(today, -lookBackDays)),
      this.sellers.qualityByVariant(sellerId, sent, variantsMax),
      this.sellers.overrides(sellerId, now),
    ]);
    if (seller === undefined) return undefined;
    return {
      seller,
      today,
      figures: figuresOf(days, today),
      cohorts: cohortsOf(days, today),
      kinds: kindsOf(days.filter(({ day }) => day >= sent.from && day < sent.to)),
      variants: variants.map(({ variantId, grade, shipped, failed90 }) => ({
        ...{ variantId, grade },
        failure: rateOf(failed90, shipped),
      })),
      gates: gatesOf(seller, days, now),
      overrides,
    };
  }
}

/** A seller has thousands of variants; a person reads what sold. */
const variantsMax = 200;

function kindsOf(days: readonly DayOfQuality[]): QualityReport['kinds'] {
  const kinds = new Map<string, DayOfQuality[]>();
  for (const each of days) {
    const name = `${each.market} ${each.category} ${each.grade}`;
    kinds.set(name, [...(kinds.get(name) ?? []), each]);
  }
  return [...kinds.values()].flatMap((ofKind) => {
    const [{ market, category, grade }] = ofKind as [DayOfQuality];
    const { failed90, shipped } = sum(ofKind);
    return shipped === 0 ? [] : [{ market, category, grade, failure: rateOf(failed90, shipped) }];
  });
}

function gatesOf({ gates = [] }: Seller, days: readonly DayOfQuality[], now: Instant): QualityReport['gates'] {
  return gates.map((gate) => ({ gate, now: evidenceOf(gate, days, gate.terms, now) }));
}
