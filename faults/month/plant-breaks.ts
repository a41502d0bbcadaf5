import type { Random } from '../random.ts';
import type { Movement } from './money-trade.ts';
import { dayMs, Ids } from './money-trade.ts';
import type { Payout, ReportLine, SettledMonth } from './settled-month.ts';
import { feeOf } from './settled-month.ts';

/** A difference that reconciliation must find: its type, the sides, and what it is about. */
export interface Planted {
  readonly type: string;
  readonly side: string;
  readonly reference: string;
}

/** A month that no longer adds up in known places. */
export interface FoughtMonth {
  readonly settled: SettledMonth;
  readonly planted: readonly Planted[];
}

/**
 * Spoils a settled month in every way there is, each in a place of its own, and says where. What is merely too young for its report is no
 * mistake, but a difference too: it is named as `timing`.
 */
export function plantBreaks(trade: readonly Movement[], settled: SettledMonth, random: Random): FoughtMonth {
  const spoiler = new Spoiler(settled, random);
  spoiler.spoilLines();
  spoiler.spoilPayouts();
  const planted = [...spoiler.planted];
  for (const { kind, at, reference } of trade)
    if (at >= settled.reportedUntil && kind !== 'chargeback')
      planted.push({ type: 'timing', side: kind === 'sale' ? 'charge' : 'refund', reference });
  return { settled: { ...settled, payouts: spoiler.payouts }, planted };
}

/** Everything is changed in place of a copy; a payout whose lines change pays, and is booked, as they now sum. */
class Spoiler {
  readonly payouts: Payout[];
  readonly planted: Planted[] = [];
  private readonly touched = new Set<string>();
  private readonly ids: Ids;
  private readonly random: Random;
  /** What happened before and is missing is late, and not merely young. */
  private readonly overdueBefore: Date;

  constructor({ payouts, reportedUntil }: SettledMonth, random: Random) {
    this.random = random;
    this.payouts = payouts.map((payout) => ({ ...payout }));
    this.overdueBefore = new Date(reportedUntil.getTime() - 4 * dayMs);
    this.ids = new Ids(random);
  }

  spoilLines(): void {
    // An amount off by a cent: the fee is the agreed one of the wrong amount, so that this is all that is wrong.
    for (let n = 0; n < 2; n += 1)
      this.line('amount', 'charge', isStripe, (line) => [
        { ...line, presented: line.presented + 1, gross: line.gross + 1, fee: feeOf(line, 'charge', line.gross + 1) },
      ]);
    this.line('amount', 'refund', isStripe, (line) => [
      { ...line, presented: line.presented - 100, gross: line.gross - 100 },
    ]);
    this.line('duplicate', 'charge', isStripe, (line) => [line, { ...line, key: `txn_${this.ids.letters(20)}` }]);
    this.line('duplicate', 'refund', isStripe, (line) => [line, { ...line, key: `txn_${this.ids.letters(20)}` }]);
    this.line('currency', 'charge', isStripe, (line) => [
      { ...line, presentedIn: line.presentedIn === 'USD' ? 'EUR' : 'USD' },
    ]);
    this.line('fee', 'charge', isStripe, (line) => [{ ...line, fee: line.fee + 1 }]);
    this.line('fx', 'charge', isExchanged, (line) => [{ ...line, gross: line.gross - 7 }]);
    this.line('missing_external', 'charge', isAny, () => []);
    this.line('missing_external', 'refund', isAny, () => []);
    this.add('charge', (line, reference) => ({
      ...line,
      key: `txn_${this.ids.letters(20)}`,
      reference,
      payment: reference,
    }));
    this.add('chargeback', (line, payment) => this.disputeOf(line, payment, line.presented));
    // More is taken back than was paid.
    const all = this.payouts.flatMap(({ lines }) => lines);
    const disputed = new Set(all.filter(({ kind }) => kind === 'chargeback').map(({ payment }) => payment));
    this.line(
      ...(['amount', 'charge'] as const),
      (line) => isStripe(line) && !disputed.has(line.payment),
      (line) => [line, this.disputeOf(line, line.payment, line.presented + 5_000)],
      'chargeback',
    );
  }

  spoilPayouts(): void {
    const youngest = this.payouts.reduce((last, each) =>
      each.account === 'stripe-eu' && each.at > last.at ? each : last,
    );
    this.touched.add(youngest.name);
    this.payouts[this.payouts.indexOf(youngest)] = { ...youngest, bankEntries: [] };
    this.planted.push({ type: 'timing', side: 'bank', reference: youngest.name });
    this.payout('bank', 'amount', (payout) => ({
      bankEntries: payout.bankEntries.map((entry) => ({ ...entry, amount: entry.amount - 1 })),
    }));
    this.payout('bank', 'missing_external', () => ({ bankEntries: [] }));
    this.payout('bank', 'duplicate', ({ bankEntries }) => ({
      bankEntries: [...bankEntries, ...bankEntries.map((entry) => ({ ...entry, key: `B${this.ids.digits(10)}` }))],
    }));
    // The provider says it paid ten more than its lines sum to, and the bank got just that.
    const adyen = this.payouts.findIndex(({ account, name }) => account === 'adyen-eu' && !this.touched.has(name));
    const found = this.payouts[adyen];
    if (found === undefined) throw new Error('there is no payout of Adyen left to spoil');
    this.touched.add(found.name);
    const paid = found.paid + 1000;
    this.payouts[adyen] = {
      ...found,
      paid,
      bankEntries: found.bankEntries.map((entry) => ({ ...entry, amount: paid })),
    };
    this.planted.push({ type: 'amount', side: 'payout', reference: found.name });
    // Money from a payout that no report speaks of.
    const name = `po_${this.ids.letters(24)}`;
    const like = this.untouched(({ account }) => account === 'stripe-eu');
    const [entry] = like.bankEntries.map((each) => ({ ...each, key: `B${this.ids.digits(10)}`, amount: 12_345 }));
    this.payouts.push({ ...like, name, lines: [], paid: 0, bankEntries: entry ? [entry] : [] });
    this.planted.push({ type: 'missing_internal', side: 'bank', reference: name });
  }

  private disputeOf(line: ReportLine, payment: string, amount: number): ReportLine {
    return {
      ...{ ...line, key: `txn_${this.ids.letters(20)}`, kind: 'chargeback', reference: `dp_${this.ids.letters(24)}` },
      ...{ payment, presented: -amount, gross: -amount, fee: 1500 },
    };
  }

  /** Replaces one untouched line of a kind. */
  private line(
    type: string,
    kind: 'charge' | 'refund',
    suits: (line: ReportLine) => boolean,
    spoil: (line: ReportLine) => ReportLine[],
    side: string = kind,
  ): void {
    const candidates = this.payouts.flatMap((payout) =>
      payout.lines.filter(
        (line) => line.kind === kind && suits(line) && !this.touched.has(line.payment) && line.at < this.overdueBefore,
      ),
    );
    const line = this.random.pick(candidates);
    this.touched.add(line.payment);
    this.replace(line.payout, (lines) => lines.flatMap((each) => (each.key === line.key ? spoil(each) : [each])));
    this.planted.push({ type, side, reference: line.reference });
  }

  /** Adds a line of a payment that checkout never spoke of. */
  private add(side: 'charge' | 'chargeback', make: (like: ReportLine, reference: string) => ReportLine): void {
    const like = this.random.pick(
      this.payouts.flatMap(({ lines }) => lines).filter((line) => line.kind === 'charge' && isStripe(line)),
    );
    const reference = `pi_${this.ids.letters(24)}`;
    this.replace(like.payout, (lines) => [...lines, make(like, reference)]);
    this.planted.push({ type: 'missing_internal', side, reference });
  }

  private replace(payoutName: string, change: (lines: readonly ReportLine[]) => ReportLine[]): void {
    const place = this.payouts.findIndex(({ name }) => name === payoutName);
    const payout = this.payouts[place];
    if (payout === undefined) throw new Error(`there is no payout ${payoutName}`);
    const lines = change(payout.lines);
    const paid = lines.reduce((sum, { gross, fee }) => sum + gross - fee, 0);
    this.payouts[place] = {
      ...payout,
      lines,
      paid,
      bankEntries: payout.bankEntries.map((entry) => ({ ...entry, amount: paid })),
    };
  }

  private payout(side: string, type: string, spoil: (payout: Payout) => Partial<Payout>): void {
    const payout = this.untouched(({ account }) => account !== 'adyen-eu');
    this.touched.add(payout.name);
    this.payouts[this.payouts.indexOf(payout)] = { ...payout, ...spoil(payout) };
    this.planted.push({ type, side, reference: payout.name });
  }

  private untouched(suits: (payout: Payout) => boolean): Payout {
    return this.random.pick(
      this.payouts.filter(
        (payout) =>
          payout.paid > 0 && payout.at < this.overdueBefore && suits(payout) && !this.touched.has(payout.name),
      ),
    );
  }
}

const isAny = (): boolean => true;
const isStripe = ({ account }: ReportLine): boolean => account !== 'adyen-eu';
const isExchanged = ({ presentedIn, currency }: ReportLine): boolean => presentedIn !== currency;
