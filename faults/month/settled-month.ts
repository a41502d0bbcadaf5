import type { Random } from '../random.ts';
import type { Movement, TradingMarket } from './money-trade.ts';
import { boundsOf, dayMs, Ids } from './money-trade.ts';

/** One line of a provider's report, before it is written in the provider's format. Amounts are signed minor units. */
export interface ReportLine {
  readonly account: TradingMarket['account'];
  readonly key: string;
  readonly kind: 'charge' | 'refund' | 'chargeback' | 'fee';
  /** The payment, refund or dispute. */
  readonly reference: string;
  /** The payment that a refund or dispute undoes; of a charge, itself. */
  readonly payment: string;
  readonly presentedIn: string;
  readonly presented: number;
  readonly currency: string;
  readonly gross: number;
  readonly fee: number;
  /** Exchange rate where the currencies differ. */
  readonly rate: string;
  readonly payout: string;
  readonly at: Date;
}

/** One payout of a provider: its lines, and what the provider and the bank say it is. */
export interface Payout {
  readonly account: TradingMarket['account'];
  readonly name: string;
  readonly currency: string;
  readonly lines: readonly ReportLine[];
  /** What the provider says it paid. */
  readonly paid: number;
  readonly at: Date;
  readonly bankEntries: readonly BankLine[];
}

export interface BankLine {
  readonly key: string;
  readonly amount: number;
  readonly currency: string;
  readonly at: Date;
}

/** What was reported and paid out of a month's trade until the evening after it. What is too young is not in it. */
export interface SettledMonth {
  readonly payouts: readonly Payout[];
  /** Nothing later was reported. */
  readonly reportedUntil: Date;
  /** Nothing later was booked at the bank. */
  readonly bookedUntil: Date;
}

/** Settles every movement as its provider would: Stripe pays out daily, Adyen weekly, and the bank books a day later. */
export function settle(month: string, trade: readonly Movement[], random: Random): SettledMonth {
  const [start, end] = boundsOf(month);
  const reportedUntil = new Date(end - dayMs);
  const ids = new Ids(random);
  const rates = sekRates(start, end, random);
  const batches = new Map<string, { market: TradingMarket; day: number; name: string; lines: ReportLine[] }>();
  for (const movement of trade) {
    if (movement.at >= reportedUntil) continue;
    const { market } = movement;
    const day = payoutDay(movement, start, end);
    const key = `${market.account} ${market.settledIn} ${day}`;
    const batch = batches.get(key) ?? { market, day, name: payoutName(market, batches.size, ids), lines: [] };
    batches.set(key, batch);
    batch.lines.push(lineOf(movement, batch.name, rates, ids));
  }
  const payouts = [...batches.values()].map(({ market, day, name, lines }) => payoutOf(market, day, name, lines, ids));
  return { payouts, reportedUntil, bookedUntil: new Date(end + dayMs) };
}

/** Stripe pays the day's money out at its end; Adyen closes a batch on Sundays, and on the last day that was reported. */
function payoutDay({ market, at }: Movement, start: number, end: number): number {
  const day = start + Math.floor((at.getTime() - start) / dayMs) * dayMs + dayMs;
  if (market.account !== 'adyen-eu') return day;
  const toSunday = (7 - new Date(day).getUTCDay()) % 7;
  return Math.min(day + toSunday * dayMs, end - dayMs);
}

function payoutName({ account }: TradingMarket, count: number, ids: Ids): string {
  return account === 'adyen-eu' ? `${100 + count}` : `po_${ids.letters(24)}`;
}

function lineOf(movement: Movement, payout: string, rates: (at: Date) => string, ids: Ids): ReportLine {
  const { market, kind, reference, minor, at, of } = movement;
  const presented = kind === 'sale' ? minor : -minor;
  const rate = market.currency === market.settledIn ? '1' : rates(at);
  const gross = market.currency === market.settledIn ? presented : Math.round(presented * Number(rate));
  return {
    ...{ account: market.account, key: `txn_${ids.letters(20)}`, kind: kind === 'sale' ? 'charge' : kind },
    ...{ reference, payment: of?.reference ?? reference, presentedIn: market.currency, presented },
    ...{ currency: market.settledIn, gross, fee: feeOf(market, kind, gross), rate, payout, at },
  };
}

/** What the demonstration's accounts agreed: 1.5 % + 0.25 in the EU, 2.9 % + 0.30 in the US, nothing of refunds, 15.00 of a dispute. */
export function feeOf(
  { account }: Pick<TradingMarket, 'account'>,
  kind: Movement['kind'] | 'charge',
  gross: number,
): number {
  if (kind === 'chargeback') return 1500;
  if (kind === 'refund') return 0;
  const [share, fixed] = { 'stripe-eu': [0.015, 25], 'stripe-us': [0.029, 30], 'adyen-eu': [0.012, 11] }[account] as [
    number,
    number,
  ];
  return Math.round(Math.round(gross * share * 1000) / 1000) + fixed;
}

function payoutOf(market: TradingMarket, day: number, name: string, lines: readonly ReportLine[], ids: Ids): Payout {
  const paid = lines.reduce((sum, { gross, fee }) => sum + gross - fee, 0);
  const at = new Date(day - 60_000);
  const booked = new Date(day + dayMs / 2);
  return {
    ...{ account: market.account, name, currency: market.settledIn, lines, paid, at },
    bankEntries: [{ key: `B${ids.digits(10)}`, amount: paid, currency: market.settledIn, at: booked }],
  };
}

/** Euros for a krona, a little different every day. */
function sekRates(start: number, end: number, random: Random): (at: Date) => string {
  const rates: string[] = [];
  let rate = 0.0893;
  for (let day = start; day <= end; day += dayMs) {
    rate *= 1 + (random.next() - 0.5) * 0.008;
    rates.push(rate.toFixed(6));
  }
  return (at) => rates[Math.floor((at.getTime() - start) / dayMs)] ?? '0.089300';
}
