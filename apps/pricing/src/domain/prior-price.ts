import type { Instant } from '@reprise/kernel';
import { addDays, localDayAt, Money, startOfLocalDay } from '@reprise/kernel';

/** From `at` on, buyers were shown `price`; null from when the offer left the market. Append-only, so history never changes. */
export interface ShownPrice {
  readonly price: Money | null;
  readonly at: Instant;
}

export interface PriorPriceRule {
  readonly windowDays: number;
  /** Whether further cuts, with no rise between, may all be compared with the price before the first of them. */
  readonly progressiveReduction: boolean;
  /** Whose days the window is counted in. */
  readonly timeZone: string;
}

/** An announced reduction as the law lets it be shown (Directive 98/6/EC art. 6a; CJEU C-330/23: percentages too). */
export interface PriorPrice {
  readonly price: Money;
  readonly reduction: Money;
  /** Whole percent, rounded down: 7.9 % is announced as 7, never as 8. */
  readonly percent: number;
  /** When the reduction that runs now began, and the window before it. */
  readonly reducedSince: Instant;
  readonly windowFrom: Instant;
}

/**
 * The lowest price shown in the window before the reduction that runs at `now`, or undefined when the current price is no reduction of it.
 * `history` is one offer in one market, in any order: other sellers' prices are not this trader's reduction. The price that held when the
 * window opens counts; while the offer was away, its last price still does.
 */
export function priorPrice(history: readonly ShownPrice[], rule: PriorPriceRule, now: Instant): PriorPrice | undefined {
  const shown = priceSteps(history, now);
  const current = shown.at(-1);
  const reduced = lastReduction(shown, rule);
  if (current === undefined || reduced === undefined) return undefined;
  const windowFrom = startOfWindow(reduced.at, rule);
  const lowest = lowestBetween(shown, windowFrom, reduced.at);
  if (lowest === undefined || lowest.compare(current.price) <= 0) return undefined;
  const reduction = lowest.minus(current.price);
  return {
    price: lowest,
    reduction,
    percent: Number((reduction.minor * 100n) / lowest.minor),
    reducedSince: reduced.at,
    windowFrom,
  };
}

interface Step {
  readonly price: Money;
  readonly at: Instant;
}

/** What was shown in turn until `now`: absences dropped, the same price said twice merged. */
function priceSteps(history: readonly ShownPrice[], now: Instant): Step[] {
  const steps: Step[] = [];
  for (const { price, at } of [...history].sort((a, b) => a.at - b.at))
    if (price !== null && at <= now && steps.at(-1)?.price.equals(price) !== true) steps.push({ price, at });
  return steps;
}

/** The step that began the reduction in force: the last cut, or with progressive reduction the first of an unbroken run of cuts. */
function lastReduction(steps: readonly Step[], rule: PriorPriceRule): Step | undefined {
  const isCut = (i: number): boolean => i > 0 && (steps[i] as Step).price.compare((steps[i - 1] as Step).price) < 0;
  let i = steps.length - 1;
  if (!isCut(i)) return undefined;
  if (rule.progressiveReduction) while (isCut(i - 1)) i -= 1;
  return steps[i];
}

function startOfWindow(reducedAt: Instant, { windowDays, timeZone }: PriorPriceRule): Instant {
  return startOfLocalDay(addDays(localDayAt(reducedAt, timeZone), -windowDays), timeZone);
}

function lowestBetween(steps: readonly Step[], from: Instant, until: Instant): Money | undefined {
  const carriedIn = steps.findLast(({ at }) => at <= from);
  const within = steps.filter(({ at }) => at > from && at < until);
  const prices = [...(carriedIn === undefined ? [] : [carriedIn]), ...within].map(({ price }) => price);
  const [first, ...rest] = prices;
  return first === undefined ? undefined : Money.min(first, ...rest);
}
