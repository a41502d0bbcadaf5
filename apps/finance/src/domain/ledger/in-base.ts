import type { Currency, Ratio } from '@reprise/kernel';
import { allocateMinor, invariant, Money } from '@reprise/kernel';
import type { Entity } from './books.js';
import type { Draft, Posting } from './entry.js';

/** Units of the company's currency per unit of another, on the day of an entry. */
export type RateOf = (currency: Currency) => Ratio;

/**
 * Postings with their value in the company's currency, balanced in both. A side is converted once and shared out by largest remainder, so that
 * rounding each line cannot leave a cent between debits and credits. What states its own value keeps it. Lines of nothing are left out.
 */
export function inBase(entity: Entity, drafts: readonly Draft[], rateOf: RateOf): Posting[] {
  const lines = drafts.filter(({ amount, base }) => !amount.isZero() || base?.isZero() === false);
  requireBalance(lines);
  const bases = new Map<Draft, Money>();
  const open = lines.filter((draft) => {
    if (draft.base === undefined) return true;
    bases.set(draft, draft.base);
    return false;
  });
  for (const currency of new Set(open.map(({ amount }) => amount.currency)))
    for (const sign of [1, -1]) {
      const side = open.filter(({ amount }) => amount.currency === currency && amount.compare(zeroOf(amount)) === sign);
      shareOut(side, entity.currency, rateOf).forEach((base, i) => bases.set(side[i] as Draft, base));
    }
  return lines.map((draft) => ({
    account: entity.accountOf(draft.role),
    aux: draft.aux ?? '',
    amount: draft.amount,
    base: bases.get(draft) as Money,
    ...(draft.orderId !== undefined && { orderId: draft.orderId }),
    ...(draft.lineId !== undefined && { lineId: draft.lineId }),
  }));
}

function shareOut(side: readonly Draft[], to: Currency, rateOf: RateOf): Money[] {
  const [first] = side;
  if (first === undefined) return [];
  const { currency } = first.amount;
  if (currency === to) return side.map(({ amount }) => amount);
  const total = Money.sum(
    side.map(({ amount }) => amount),
    currency,
  ).convertedTo(to, rateOf(currency), 'halfUp');
  return allocateMinor(
    total.minor,
    side.map(({ amount }) => amount.abs().minor),
  ).map((minor) => Money.ofMinor(minor, to));
}

function zeroOf({ currency }: Money): Money {
  return Money.zero(currency);
}

/** Debits are credits, currency by currency. The database refuses it as well; here it says which rule is wrong. */
function requireBalance(drafts: readonly Draft[]): void {
  const sums = new Map<Currency, bigint>();
  for (const { amount } of drafts) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  for (const [currency, minor] of sums)
    invariant(minor === 0n, `an entry is off by ${minor} minor units of ${currency}`);
}
