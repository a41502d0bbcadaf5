import { Bug, invariant } from './fault.js';
import { Money } from './money.js';

/**
 * Splits `total` in proportion to `weights` by largest remainder: parts sum to the total exactly, and each is within one minor unit of
 * its exact share. Equal remainders go to the earlier index, so the same input always gives the same answer. The split of −t is the
 * negated split of t, so a refund undoes its sale line by line. All-zero weights split equally. No weights, or a negative one, is a Bug.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  return allocateMinor(total.minor, weights).map((part) => Money.ofMinor(part, total.currency));
}

/** As allocate, on bare minor units, for sums that already know their currency. */
export function allocateMinor(total: bigint, weights: readonly bigint[]): bigint[] {
  invariant(weights.length > 0, 'allocate: nothing to allocate to');
  const shares = weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
  return total < 0n ? splitMagnitude(-total, shares).map((part) => -part) : splitMagnitude(total, shares);
}

function splitMagnitude(magnitude: bigint, weights: readonly bigint[]): bigint[] {
  let weightSum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new Bug(`allocate: negative weight ${weight}`);
    weightSum += weight;
  }
  const parts = weights.map((weight) => (magnitude * weight) / weightSum);
  const leftover = magnitude - parts.reduce((sum, part) => sum + part, 0n);
  for (const index of largestRemainders(magnitude, weights, weightSum, Number(leftover))) {
    parts[index] = (parts[index] as bigint) + 1n;
  }
  return parts;
}

/** The `count` indexes with the largest fraction cut off, earlier first among equals. Fewer than the weights, by construction. */
function largestRemainders(magnitude: bigint, weights: readonly bigint[], weightSum: bigint, count: number): number[] {
  if (count === 0) return [];
  return weights
    .map((weight, index) => ({ index, remainder: (magnitude * weight) % weightSum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
    .slice(0, count)
    .map(({ index }) => index);
}
