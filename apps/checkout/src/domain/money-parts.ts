import { invariant, Money } from '@reprise/kernel';
import type { MoneyJson } from '@reprise/kernel';
import type { Order, OrderLine } from './order.js';

/** One tax as far as it is reported: what it fell on, and how much it is. Minor units. */
export interface TaxPart {
  readonly taxableMinor: bigint;
  readonly amountMinor: bigint;
}

/**
 * Money taken apart as far as anybody reports it, in minor units of the order's currency: what a line costs, what of it was given back, what is
 * left. Taxes and fees stand in the order in which the quote showed them.
 */
export interface MoneyParts {
  readonly netMinor: bigint;
  readonly taxes: readonly TaxPart[];
  readonly feeMinors: readonly bigint[];
}

/** What it comes to: `net + taxes + fees`. */
export function totalMinor({ netMinor, taxes, feeMinors }: MoneyParts): bigint {
  return netMinor + sumOf(taxes.map(({ amountMinor }) => amountMinor)) + sumOf(feeMinors);
}

/** Nothing is left to give back or to report. */
export function isNothing(parts: MoneyParts): boolean {
  return (
    totalMinor(parts) === 0n && parts.taxes.every(({ taxableMinor, amountMinor }) => taxableMinor + amountMinor === 0n)
  );
}

export function taxMinor({ taxes }: MoneyParts): bigint {
  return sumOf(taxes.map(({ amountMinor }) => amountMinor));
}

export function feesMinor({ feeMinors }: MoneyParts): bigint {
  return sumOf(feeMinors);
}

/**
 * `numerator / denominator` of what is left, by largest remainder: the whole is rounded half up, and its minor units go to the parts with the
 * largest fraction cut off. So no part ever gives more than it has, and a share of everything is exactly what is left. Whatever was taken before,
 * the last share therefore ends at what was paid, tax included.
 */
export function shareOf(left: MoneyParts, numerator: bigint, denominator: bigint): MoneyParts {
  invariant(0n <= numerator && numerator <= denominator && denominator > 0n, 'a share is between nothing and all');
  const whole = [left.netMinor, ...left.taxes.map(({ amountMinor }) => amountMinor), ...left.feeMinors];
  const shares = splitShare(whole, numerator, denominator);
  const share = (minor: bigint): bigint => halfUp(minor * numerator, denominator);
  const netMinor = shares[0] as bigint;
  return {
    netMinor,
    taxes: left.taxes.map(({ taxableMinor }, i) => ({
      // A tax on the whole net stays on the whole net.
      taxableMinor: taxableMinor === left.netMinor ? netMinor : share(taxableMinor),
      amountMinor: shares[1 + i] as bigint,
    })),
    feeMinors: shares.slice(1 + left.taxes.length),
  };
}

/** What is left of `whole` when each of `taken` is gone. */
export function without(whole: MoneyParts, taken: readonly MoneyParts[]): MoneyParts {
  return taken.reduce(
    (left, parts) => ({
      netMinor: left.netMinor - parts.netMinor,
      taxes: left.taxes.map((tax, i) => taxWithout(tax, parts.taxes[i])),
      feeMinors: left.feeMinors.map((minor, i) => minor - (parts.feeMinors[i] ?? 0n)),
    }),
    whole,
  );
}

/** Parts of one line, together. */
export function sumParts([first, ...others]: readonly MoneyParts[]): MoneyParts {
  invariant(first, 'something is summed');
  return others.reduce(
    (sum, { netMinor, taxes, feeMinors }) => ({
      netMinor: sum.netMinor + netMinor,
      taxes: sum.taxes.map(({ taxableMinor, amountMinor }, i) => ({
        taxableMinor: taxableMinor + (taxes[i]?.taxableMinor ?? 0n),
        amountMinor: amountMinor + (taxes[i]?.amountMinor ?? 0n),
      })),
      feeMinors: sum.feeMinors.map((minor, i) => minor + (feeMinors[i] ?? 0n)),
    }),
    first,
  );
}

/** What a line costs. */
export function partsOfLine(line: OrderLine): MoneyParts {
  const { taxLines = [], fees = [] } = line.shown as ShownAmounts;
  return {
    netMinor: line.net.minor,
    taxes: taxLines.map(taxPartOf),
    feeMinors: fees.map(({ amount }) => Money.fromJson(amount).minor),
  };
}

/** What delivery costs, and the fees owed once an order: what no line holds. */
export function partsOfDelivery(order: Order): MoneyParts {
  const { taxLines = [] } = (order.shown['shipping'] ?? {}) as ShownAmounts;
  const onLines = sumOf(order.lines.map((line) => feesMinor(partsOfLine(line))));
  return {
    netMinor: order.totals.shipping.minor,
    taxes: taxLines.map(taxPartOf),
    feeMinors: [order.totals.fees.minor - onLines],
  };
}

interface ShownTax {
  readonly taxable: MoneyJson;
  readonly amount: MoneyJson;
}

/** The amounts among what pricing signed; its schema was checked when the quote's token was. */
interface ShownAmounts {
  readonly taxLines?: readonly ShownTax[];
  readonly fees?: readonly { readonly amount: MoneyJson }[];
}

function taxPartOf({ taxable, amount }: ShownTax): TaxPart {
  return { taxableMinor: Money.fromJson(taxable).minor, amountMinor: Money.fromJson(amount).minor };
}

function taxWithout(tax: TaxPart, taken: TaxPart | undefined): TaxPart {
  return {
    taxableMinor: tax.taxableMinor - (taken?.taxableMinor ?? 0n),
    amountMinor: tax.amountMinor - (taken?.amountMinor ?? 0n),
  };
}

function splitShare(whole: readonly bigint[], numerator: bigint, denominator: bigint): bigint[] {
  const shares = whole.map((minor) => (minor * numerator) / denominator);
  const leftover = halfUp(sumOf(whole) * numerator, denominator) - sumOf(shares);
  const byRemainder = whole
    .map((minor, index) => ({ index, remainder: (minor * numerator) % denominator }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, Number(leftover))) shares[index] = (shares[index] as bigint) + 1n;
  return shares;
}

/** Both are never negative here. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function sumOf(minors: readonly bigint[]): bigint {
  return minors.reduce((sum, minor) => sum + minor, 0n);
}
