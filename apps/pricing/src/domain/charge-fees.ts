import type { Instant } from '@reprise/kernel';
import { Money } from '@reprise/kernel';
import { taxOnTop } from './compute-tax.js';
import { rowAt } from './effective-rates.js';
import type { FeeRule, FeeSchedule } from './fee-schedule.js';
import type { Fee, IncludedLevy, QuoteRequestLine } from './quote.js';

/** The fees of one jurisdiction that a basket meets at one moment. */
export interface FeeInForce {
  readonly schedule: FeeSchedule;
  readonly rule: FeeRule;
}

/** Picks the schedules of a market that hold where the goods go. */
export function feesInForce(
  schedules: readonly FeeSchedule[],
  country: string,
  state: string | undefined,
  now: Instant,
): FeeInForce[] {
  const found: FeeInForce[] = [];
  for (const schedule of schedules) {
    if (schedule.country !== country || (schedule.state !== undefined && schedule.state !== state)) continue;
    const rule = rowAt(schedule.rows, now);
    if (rule !== undefined) found.push({ schedule, rule });
  }
  return found;
}

/** Receipt lines a line of goods adds: so much a unit, times the quantity. */
export function lineFees(fees: readonly FeeInForce[], line: QuoteRequestLine): Fee[] {
  const charged: Fee[] = [];
  for (const { schedule, rule } of fees) {
    if (schedule.display !== 'added' || !falls(schedule, line)) continue;
    const minor = minorPerUnit(rule, line);
    if (minor !== 0n) charged.push(feeOf(schedule, minor * BigInt(line.quantity)));
  }
  return charged;
}

/** Levies inside the price of a line whose amount the law wants shown, without tax and with it at `ratePpm`. */
export function includedLevies(fees: readonly FeeInForce[], line: QuoteRequestLine, ratePpm: number): IncludedLevy[] {
  const levies: IncludedLevy[] = [];
  for (const { schedule, rule } of fees) {
    if (schedule.display !== 'included' || !falls(schedule, line)) continue;
    const minor = minorPerUnit(rule, line) * BigInt(line.quantity);
    if (minor === 0n) continue;
    const { id, amount, name } = feeOf(schedule, minor);
    const inclTax = Money.ofMinor(minor + taxOnTop(minor, ratePpm, 'halfUp'), schedule.currency);
    levies.push({ id, name, amount, amountInclTax: inclTax });
  }
  return levies;
}

/** Receipt lines once an order: due when its taxed goods come to the rule's minimum. */
export function orderFees(fees: readonly FeeInForce[], taxedGoodsMinor: bigint): Fee[] {
  return fees.flatMap(({ schedule, rule }) =>
    rule.kind === 'perOrder' && schedule.display === 'added' && taxedGoodsMinor >= rule.minTaxableMinor
      ? [feeOf(schedule, rule.minor)]
      : [],
  );
}

function falls(schedule: FeeSchedule, { category, shipsFrom }: QuoteRequestLine): boolean {
  if (schedule.withheld.has(category) || schedule.exceptShippedFrom.has(shipsFrom)) return false;
  return schedule.categories === undefined || schedule.categories.has(category);
}

function minorPerUnit(rule: FeeRule, line: QuoteRequestLine): bigint {
  switch (rule.kind) {
    case 'perOrder':
      return 0n;
    case 'percentage': {
      const minor = taxOnTop(line.unitPrice.minor, rule.ratePpm, 'halfUp');
      return rule.maxMinor !== undefined && minor > rule.maxMinor ? rule.maxMinor : minor;
    }
    case 'screenBands': {
      const inches = line.screenInches ?? rule.assumeInches.get(line.category) ?? 0;
      return rule.bands.find((band) => inches > band.over && inches >= band.from && inches < band.under)?.minor ?? 0n;
    }
    case 'storageBands': {
      const megabytes = line.storageGb === undefined ? (rule.assumeMb.get(line.category) ?? 0) : line.storageGb * 1024;
      return rule.byCategory.get(line.category)?.find((band) => megabytes <= band.upToMb)?.minor ?? 0n;
    }
    case 'productCodes':
      return rule.byCategory.get(line.category) ?? 0n;
  }
}

function feeOf(schedule: FeeSchedule, minor: bigint): Fee {
  return {
    id: schedule.id,
    name: schedule.name['en'] ?? schedule.id,
    amount: Money.ofMinor(minor, schedule.currency),
    jurisdiction: schedule.jurisdictionCode,
  };
}
