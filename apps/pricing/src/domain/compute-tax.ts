import type { RoundingMode } from '@reprise/kernel';
import { allocateMinor, divideRounded } from '@reprise/kernel';
import type { RoundingPolicy } from './market-terms.js';
import type { TaxStack } from './tax-stack.js';

/** An amount as it is shown to the buyer, and the tax stack it falls under. */
export interface TaxableItem {
  readonly stack: TaxStack;
  readonly quantity: number;
  /** For all units together, discounts taken off. */
  readonly shownMinor: bigint;
}

/** `net + tax = gross`, and `parts` (one per rate of the stack) sum to `tax`. */
export interface ItemTax {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly partsMinor: readonly bigint[];
  /** What each part was worked out on, where that is not the net: a tax service may tax a part of the price. */
  readonly taxablesMinor?: readonly bigint[];
}

export interface TaxRule {
  /** True where shown amounts hold the tax. */
  readonly inclusive: boolean;
  readonly policy: RoundingPolicy;
  readonly mode: RoundingMode;
}

/**
 * Works out the tax of every item. The combined rate is rounded, never each jurisdiction's (SST agreement § 324): on each unit or line,
 * or once for all items of one `roundingKey`, then shared out by largest remainder to items and from there to jurisdictions.
 */
export function computeTax(items: readonly TaxableItem[], rule: TaxRule): ItemTax[] {
  const first = items[0];
  if (first !== undefined && items.every((item) => item.stack.roundingKey === first.stack.roundingKey))
    return taxGroup(items, rule);
  const taxes = new Array<ItemTax>(items.length);
  for (const key of new Set(items.map((item) => item.stack.roundingKey))) {
    const members = items.flatMap((item, index) => (item.stack.roundingKey === key ? [index] : []));
    const group = taxGroup(
      members.map((index) => items[index] as TaxableItem),
      rule,
    );
    members.forEach((index, i) => (taxes[index] = group[i] as ItemTax));
  }
  return taxes;
}

/**
 * Tax inside a tax-inclusive amount: gross × r / (1 + r), rounded once from the exact quotient. Rounding the net first would differ on
 * exact half cents, which 20 % has at every sixth price.
 */
export function taxInside(grossMinor: bigint, ratePpm: number, mode: RoundingMode): bigint {
  return divideRounded(grossMinor * BigInt(ratePpm), BigInt(1_000_000 + ratePpm), mode);
}

/** Tax on top of a tax-exclusive amount. */
export function taxOnTop(netMinor: bigint, ratePpm: number, mode: RoundingMode): bigint {
  return divideRounded(netMinor * BigInt(ratePpm), 1_000_000n, mode);
}

function taxGroup(items: readonly TaxableItem[], rule: TaxRule): ItemTax[] {
  const { stack } = items[0] as TaxableItem;
  const takenOut = stack.takenOutPpm !== undefined;
  const ratePpm = stack.takenOutPpm ?? stack.combinedPpm;
  const taxes = ratePpm === 0 ? items.map(() => 0n) : roundByPolicy(items, ratePpm, rule);
  if (takenOut) return items.map((item, i) => untaxed(item.shownMinor - (taxes[i] as bigint), stack));
  const parts = splitToJurisdictions(taxes, stack);
  return items.map((item, i) => {
    const taxMinor = taxes[i] as bigint;
    const netMinor = rule.inclusive ? item.shownMinor - taxMinor : item.shownMinor;
    return { netMinor, taxMinor, grossMinor: netMinor + taxMinor, partsMinor: parts[i] as bigint[] };
  });
}

function roundByPolicy(items: readonly TaxableItem[], ratePpm: number, rule: TaxRule): bigint[] {
  const taxOf = rule.inclusive ? taxInside : taxOnTop;
  switch (rule.policy) {
    case 'perUnit':
      return items.map((item) => taxOfUnits(item, (unitMinor) => taxOf(unitMinor, ratePpm, rule.mode)));
    case 'perLine':
      return items.map((item) => taxOf(item.shownMinor, ratePpm, rule.mode));
    case 'perRatePerDocument': {
      const total = taxOf(
        items.reduce((sum, item) => sum + item.shownMinor, 0n),
        ratePpm,
        rule.mode,
      );
      return split(
        total,
        items.map((item) => item.shownMinor),
      );
    }
  }
}

/** A discount need not divide by the quantity: some units then cost one minor unit more than the others. */
function taxOfUnits({ shownMinor, quantity }: TaxableItem, taxOf: (unitMinor: bigint) => bigint): bigint {
  const units = BigInt(quantity);
  const unitMinor = shownMinor / units;
  const dearer = shownMinor % units;
  const tax = taxOf(unitMinor) * (units - dearer);
  return dearer === 0n ? tax : tax + taxOf(unitMinor + 1n) * dearer;
}

/**
 * Shares each item's tax out to the jurisdictions of its stack so that both margins hold: an item's parts sum to its tax, and a
 * jurisdiction's parts sum to its share of the whole. What flooring leaves over goes to the largest remainder that still has room.
 */
function splitToJurisdictions(taxes: readonly bigint[], stack: TaxStack): bigint[][] {
  if (stack.rates.length === 1) return taxes.map((tax) => [tax]);
  const weights = stack.rates.map(({ ratePpm }) => BigInt(ratePpm));
  if (taxes.length === 1) return [split(taxes[0] as bigint, weights)];
  const combined = BigInt(stack.combinedPpm);
  if (combined === 0n) return taxes.map(() => weights.map(() => 0n));
  const room = split(
    taxes.reduce((sum, tax) => sum + tax, 0n),
    weights,
  );
  const cells = taxes.map((tax) => weights.map((weight) => (tax * weight) / combined));
  for (const row of cells) row.forEach((cell, k) => (room[k] = (room[k] as bigint) - cell));
  cells.forEach((row, i) => {
    const tax = taxes[i] as bigint;
    let left = row.reduce((sum, cell) => sum - cell, tax);
    const byRemainder = weights
      .map((weight, k) => ({ k, remainder: (tax * weight) % combined }))
      .sort((a, b) => (a.remainder === b.remainder ? a.k - b.k : a.remainder < b.remainder ? 1 : -1));
    while (left > 0n)
      for (const { k } of byRemainder)
        if (left > 0n && (room[k] as bigint) > 0n) {
          row[k] = (row[k] as bigint) + 1n;
          room[k] = (room[k] as bigint) - 1n;
          left -= 1n;
        }
  });
  return cells;
}

function untaxed(amountMinor: bigint, stack: TaxStack): ItemTax {
  return {
    netMinor: amountMinor,
    taxMinor: 0n,
    grossMinor: amountMinor,
    partsMinor: stack.rates.map(() => 0n),
  };
}

function split(total: bigint, weights: readonly bigint[]): bigint[] {
  return weights.length === 1 ? [total] : allocateMinor(total, weights);
}
