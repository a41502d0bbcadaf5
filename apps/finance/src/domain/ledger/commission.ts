import type { LocalDay, Ratio } from '@reprise/kernel';
import { compareRatios, localDayAt, Money, ratioOf, subtractRatios } from '@reprise/kernel';
import type { Books, CommissionRow, Entity } from './books.js';
import type { LineState, MoneyMovement, MovedLine } from './movement.js';

/**
 * What the marketplace charges the seller for one line, decided when it was sold and never worked out again: a rate that changes later changes
 * nothing that was agreed.
 */
export interface FrozenCommission {
  readonly orderId: string;
  readonly lineId: string;
  readonly sellerId: string;
  /** What it is a share of. */
  readonly base: Money;
  readonly rate: string;
  readonly amount: Money;
  /** VAT on the service. */
  readonly vatRate: string;
  readonly vat: Money;
  /** Which row of which books decided it: `2026-11-24 market=fr category=* from=2026-01-01`. */
  readonly rule: string;
}

/** The commission of every line of a sale, by the books of the day it was sold. */
export function freezeCommission(
  books: Books,
  entity: Entity,
  sale: MoneyMovement,
  categoryOf: (variantId: string) => string | undefined,
): FrozenCommission[] {
  const day = localDayAt(sale.occurredAt, entity.timeZone);
  return sale.lines.map((line) => {
    const row = rowOf(books.commission, day, sale.market, categoryOf(line.variantId));
    // The shown price may hold a tax that a business buyer never paid.
    const base = Money.min(line.shown, line.gross);
    const amount = row ? base.timesRatio(row.rate, 'halfUp') : Money.zero(base.currency);
    const vatRate = serviceVatOf(entity, line, day);
    return {
      orderId: sale.orderId,
      lineId: line.lineId,
      sellerId: line.sellerId,
      base,
      rate: row?.rateText ?? '0',
      amount,
      vatRate: decimalOf(vatRate),
      vat: amount.timesRatio(vatRate, 'halfUp'),
      rule: ruleText(books, row),
    };
  });
}

/** Commission and VAT that are earned of a line. */
export interface Earned {
  readonly amount: Money;
  readonly vat: Money;
}

/**
 * A commission is earned on what was sent and is kept: of the frozen one, the smaller of the share of pieces that left and the share of the price
 * that was not given back. It depends on what happened and not on the order in which it was heard, so a late parcel or an early refund ends at
 * the same sum; and all of it given back is exactly nothing earned.
 */
export function earnedOf(frozen: FrozenCommission, line: MovedLine, { sentQuantity, refunded }: LineState): Earned {
  const sent = ratioOf(BigInt(sentQuantity), BigInt(line.quantity));
  const given = line.gross.isZero() ? nothing : ratioOf(refunded.minor, line.gross.minor);
  const kept = subtractRatios(whole, given);
  const share = compareRatios(sent, kept) < 0 ? sent : kept;
  return { amount: frozen.amount.timesRatio(share, 'halfUp'), vat: frozen.vat.timesRatio(share, 'halfUp') };
}

const whole = ratioOf(1n, 1n);
const nothing = ratioOf(0n, 1n);

/** The newest row of the most specific kind that holds on the day. */
function rowOf(
  rows: readonly CommissionRow[],
  day: LocalDay,
  market: string,
  category: string | undefined,
): CommissionRow | undefined {
  const specificity = (row: CommissionRow): number => (row.market ? 2 : 0) + (row.category ? 1 : 0);
  return rows
    .filter((row) => row.validFrom <= day)
    .filter((row) => row.market === undefined || row.market === market)
    .filter((row) => row.category === undefined || row.category === category)
    .sort((a, b) => specificity(b) - specificity(a) || (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** Directive 2006/112/EC art. 44: a service to a business is taxed where that is. At home it is charged; elsewhere the seller accounts for it. */
function serviceVatOf(entity: Entity, { sellerEstablishedIn }: MovedLine, day: LocalDay): Ratio {
  const atHome = sellerEstablishedIn === undefined || sellerEstablishedIn === entity.country;
  return (atHome ? entity.serviceVat.filter(({ validFrom }) => validFrom <= day).at(-1)?.rate : undefined) ?? nothing;
}

/** Rates in the books have at most six decimals. */
function decimalOf({ numerator, denominator }: Ratio): string {
  const text = ((numerator * 1_000_000n) / denominator).toString().padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/0{1,4}$/, '');
}

function ruleText(books: Books, row: CommissionRow | undefined): string {
  if (row === undefined) return `${books.version} none`;
  return `${books.version} market=${row.market ?? '*'} category=${row.category ?? '*'} from=${row.validFrom}`;
}
