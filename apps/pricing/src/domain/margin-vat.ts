import type { RoundingMode } from '@reprise/kernel';
import { invariant, Money } from '@reprise/kernel';
import { taxInside } from './compute-tax.js';

/** VAT due on one or more second-hand units sold under the margin scheme. */
export interface MarginVat {
  readonly cost: Money;
  /** May be negative: a loss, on which no VAT is due and which is not set off against other units (individual method). */
  readonly margin: Money;
  readonly tax: Money;
}

/**
 * Directive 2006/112/EC art. 315: the tax is inside the margin, selling price less purchase price, both tax included, unit by unit and
 * never below zero. A selling price holds the delivery charged with it (art. 312); repairs do not raise the cost.
 */
export function marginVat(
  sellingPrices: readonly Money[],
  unitCosts: readonly Money[],
  ratePpm: number,
  mode: RoundingMode,
): MarginVat {
  invariant(sellingPrices.length === unitCosts.length, 'a margin needs one cost for each unit sold');
  const [first] = sellingPrices;
  invariant(first !== undefined, 'no unit, no margin');
  const { currency } = first;
  const margins = sellingPrices.map((price, i) => price.minus(unitCosts[i] as Money));
  const taxMinor = margins.reduce(
    (sum, margin) => (margin.isPositive() ? sum + taxInside(margin.minor, ratePpm, mode) : sum),
    0n,
  );
  return {
    cost: Money.sum(unitCosts, currency),
    margin: Money.sum(margins, currency),
    tax: Money.ofMinor(taxMinor, currency),
  };
}

/**
 * What giving back a part of a unit's price gives back of its VAT: the price falls, what the unit cost does not (art. 90 and 315). All of
 * the price gives back exactly what was charged, and so do all reductions together.
 */
export function marginVatGivenBack(
  sellingPrice: Money,
  unitCost: Money,
  refund: Money,
  ratePpm: number,
  mode: RoundingMode,
): Money {
  const taxAt = (price: Money): Money => marginVat([price], [unitCost], ratePpm, mode).tax;
  return taxAt(sellingPrice).minus(taxAt(sellingPrice.minus(refund)));
}
