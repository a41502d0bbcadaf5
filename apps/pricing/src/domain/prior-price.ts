import type { Instant } from '@reprise/kernel';
import { addDays, localDayAt, Money, startOfLocalDay } from '@reprise/kernel';

/** From `at` on, buyers were shown `price`; null from when the offer left the market. Append-only, so history never changes. */
export interface ShownPrice {
  readonly price: Money | null;
  readonly at: Instant;
  /** Whether it was announced as a reduction. A seller who just asks for less announces nothing. */
  readonly announced: boolean;
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
 * The lowest price shown in the window before the reduction announced at `now`, or undefined when none is announced or it is none.
 * `history` is one offer in one market, in any order; `elsewhere` answers for the same seller's other offers of the same goods
 * there, because the law looks at the trader and the product. Other sellers' prices are not this trader's reduction. The price that held
 * when the window opens counts; while the offer was away, its last price still does.
 */
export function priorPrice(
  history: readonly ShownPrice[],
  rule: PriorPriceRule,
  now: Instant,
  elsewhere: LowestApplied = () => undefined,
): PriorPrice | undefined {
  const shown = priceSteps(history, now);
  const current = shown.at(-1);
  if (current?.announced !== true) return undefined;
  const reduced = startOfReduction(shown, rule);
  const windowFrom = startOfWindow(reduced.at, rule);
  const lowest = lowestOf([
    ...shownBetween(shown, windowFrom, reduced.at),
    ...[elsewhere(windowFrom, reduced.at) ?? []].flat(),
  ]);
  if (lowest === undefined || lowest.compare(current.price) <= 0) return undefined;
  return { price: lowest, ...reductionFrom(lowest, current.price), reducedSince: reduced.at, windowFrom };
}

/** The lowest price applied from a moment (what held when it came included) until another. */
export type LowestApplied = (from: Instant, until: Instant) => Money | undefined;

/**
 * The lowest price of many offers of the same goods. Each window is worked out once: offers of one sale ask for the same one, and a
 * seller may have a thousand numbers for one thing.
 */
export function lowestAppliedIn(histories: readonly (readonly ShownPrice[])[]): LowestApplied {
  const known = new Map<string, Money | undefined>();
  return (from, until) => {
    const window = `${from} ${until}`;
    if (!known.has(window))
      known.set(window, lowestOf(histories.flatMap((history) => appliedBetween(history, from, until))));
    return known.get(window);
  };
}

/** What a reduction comes to. The percentage is rounded down, so that no announcement ever says more than is given. */
export function reductionFrom(prior: Money, price: Money): { readonly reduction: Money; readonly percent: number } {
  const reduction = prior.minus(price);
  return { reduction, percent: Number((reduction.minor * 100n) / prior.minor) };
}

interface Step {
  readonly price: Money;
  readonly at: Instant;
  readonly announced: boolean;
}

/** What was shown in turn until `now`: absences dropped, the same said twice merged. */
function priceSteps(history: readonly ShownPrice[], now: Instant): Step[] {
  const steps: Step[] = [];
  for (const { price, at, announced } of inOrder(history)) {
    const last = steps.at(-1);
    if (price === null || at > now) continue;
    if (last?.announced !== announced || !last.price.equals(price)) steps.push({ price, at, announced });
  }
  return steps;
}

/** When the announcement in force began: its last change, or with progressive reduction the first of an unbroken run of announced cuts. */
function startOfReduction(steps: readonly Step[], rule: PriorPriceRule): Step {
  const isFurtherCut = (i: number): boolean => {
    const [before, step] = [steps[i - 1], steps[i] as Step];
    return before?.announced === true && step.price.compare(before.price) < 0;
  };
  let i = steps.length - 1;
  if (rule.progressiveReduction) while (isFurtherCut(i)) i -= 1;
  return steps[i] as Step;
}

function startOfWindow(reducedAt: Instant, { windowDays, timeZone }: PriorPriceRule): Instant {
  return startOfLocalDay(addDays(localDayAt(reducedAt, timeZone), -windowDays), timeZone);
}

function shownBetween(steps: readonly Step[], from: Instant, until: Instant): Money[] {
  const carriedIn = steps.findLast(({ at }) => at <= from);
  const within = steps.filter(({ at }) => at > from && at < until);
  return [...(carriedIn === undefined ? [] : [carriedIn]), ...within].map(({ price }) => price);
}

/** As shownBetween for another offer: one that had left the market before the window opened was not applied in it. */
function appliedBetween(history: readonly ShownPrice[], from: Instant, until: Instant): Money[] {
  const inTurn = inOrder(history);
  const carriedIn = inTurn.findLast(({ at }) => at <= from);
  const within = inTurn.filter(({ at }) => at > from && at < until);
  return [...(carriedIn === undefined ? [] : [carriedIn]), ...within].flatMap(({ price }) => price ?? []);
}

function lowestOf([first, ...rest]: readonly Money[]): Money | undefined {
  return first === undefined ? undefined : Money.min(first, ...rest);
}

function inOrder(history: readonly ShownPrice[]): ShownPrice[] {
  return [...history].sort((a, b) => a.at - b.at);
}
