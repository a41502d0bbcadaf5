import { Money } from '@reprise/kernel';
import type { CharmRule } from './market-terms.js';

/** The bounds a charm price stays within, the seller's own. */
export interface CharmBounds {
  readonly minPrice?: Money | undefined;
  readonly maxPrice?: Money | undefined;
}

/**
 * Gives a proposed price an ending the market is used to: the nearest such price, the next above or the next below, as the rule says.
 * Never below `minPrice` nor above `maxPrice`: the nearest charm price inside the bounds is taken instead, and where none is inside, the
 * price itself, moved into the bounds. Equally near prices: the higher. Run it after FX and fees, then look at the prior-price rule again.
 */
export function charmPrice(price: Money, rule: CharmRule, bounds: CharmBounds = {}): Money {
  const low = bounds.minPrice?.minor ?? 0n;
  const high = bounds.maxPrice?.minor;
  const inside = (minor: bigint): boolean => minor >= low && minor > 0n && (high === undefined || minor <= high);
  const clamped = high !== undefined && price.minor > high ? high : price.minor < low ? low : price.minor;
  if (price.minor < rule.floorMinor) return Money.ofMinor(clamped, price.currency);
  const below = charmBelow(price.minor, rule);
  const above = charmAbove(price.minor, rule);
  const preferred = inOrder(price.minor, below, above, rule.direction).find(inside);
  // The wanted side is out of bounds altogether, so look just inside them.
  const atBounds = [charmAbove(low, rule), ...(high === undefined ? [] : [charmBelow(high, rule)])].find(inside);
  return Money.ofMinor(preferred ?? atBounds ?? clamped, price.currency);
}

function inOrder(price: bigint, below: bigint, above: bigint, direction: CharmRule['direction']): bigint[] {
  if (direction === 'up') return [above, below];
  if (direction === 'down') return [below, above];
  return above - price <= price - below ? [above, below] : [below, above];
}

/** Highest charm price not above `minor`; below zero where there is none, which no bound lets through. */
function charmBelow(minor: bigint, { stepMinor, endingsMinor }: CharmRule): bigint {
  const step = (minor / stepMinor) * stepMinor;
  const ending = endingsMinor.findLast((candidate) => step + candidate <= minor);
  return ending === undefined ? step - stepMinor + (endingsMinor.at(-1) as bigint) : step + ending;
}

/** Lowest charm price not below `minor`. */
function charmAbove(minor: bigint, { stepMinor, endingsMinor }: CharmRule): bigint {
  const step = (minor / stepMinor) * stepMinor;
  const ending = endingsMinor.find((candidate) => step + candidate >= minor);
  return ending === undefined ? step + stepMinor + (endingsMinor[0] as bigint) : step + ending;
}
