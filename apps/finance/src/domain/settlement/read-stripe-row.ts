import { CellReader } from './cell-reader.js';
import type { LineRead, NamedCells, SettlementKind, SettlementLine } from './settlement-line.js';

/** Columns without which neither of Stripe's itemised reports can be reconciled. */
export const stripeColumns = [
  ...['balance_transaction_id', 'created_utc', 'currency', 'gross', 'fee', 'net', 'reporting_category', 'source_id'],
] as const;

/** https://docs.stripe.com/reports/reporting-categories; what is not named here is an adjustment of our balance. */
const kinds: Readonly<Record<string, SettlementKind>> = {
  ...{ charge: 'charge', charge_failure: 'charge', partial_capture_reversal: 'charge' },
  ...{ refund: 'refund', refund_failure: 'refund' },
  ...{ dispute: 'chargeback', dispute_reversal: 'chargebackReversal' },
  ...{ fee: 'fee', network_cost: 'fee' },
  ...{ payout: 'payout', payout_reversal: 'payoutReversal' },
};

/**
 * A row of Stripe's itemised payout reconciliation or balance report. Amounts there are decimals of major units, while the API speaks of
 * minor ones: a file made from the API is refused as soon as a sum does not hold or an amount is absurd for its currency.
 * https://docs.stripe.com/reports/report-types/payout-reconciliation
 */
export function readStripeRow(cells: NamedCells): LineRead<SettlementLine> {
  const read = new CellReader(cells);
  const key = read.required('balance_transaction_id');
  const category = read.required('reporting_category');
  const occurredAt = read.instant('created_utc', 'UTC');
  const currency = read.currency('currency');
  const gross = read.amount('gross', currency);
  const fee = read.amount('fee', currency);
  const net = read.amount('net', currency);
  const source = read.optional('source_id');
  const presentedIn = read.optional('customer_facing_currency') === undefined ? undefined : 'customer_facing_currency';
  const presented =
    presentedIn === undefined ? gross : read.amount('customer_facing_amount', read.currency(presentedIn), gross);
  const kind = kinds[category ?? ''] ?? 'adjustment';
  const isPayout = kind === 'payout' || kind === 'payoutReversal';
  const payout = isPayout ? source : read.optional('automatic_payout_id');
  if (gross !== undefined && fee !== undefined && net !== undefined && !gross.minus(fee).equals(net))
    read.refuse('net', 'sumMismatch', `gross ${gross} less fee ${fee} is not net ${net}.`);
  if (isPayout && source === undefined) read.refuse('source_id', 'missing', 'A payout without its name.');
  const whole = read.whole({ key, presented, gross, fee, net, occurredAt });
  if (whole === undefined) return { kind: 'refused', problems: read.problems };
  const reference = referenceOf(kind, source, read.optional('payment_intent_id') ?? read.optional('charge_id'));
  return { kind: 'line', value: { ...whole, provider: 'stripe', kind, payout, reference, rate: undefined } };
}

/** Checkout knows a charge by its payment intent, and a refund by itself. */
function referenceOf(
  kind: SettlementKind,
  source: string | undefined,
  payment: string | undefined,
): string | undefined {
  switch (kind) {
    case 'refund':
      return source;
    case 'charge':
      return payment ?? source;
    case 'chargeback':
    case 'chargebackReversal':
      return payment;
    default:
      return undefined;
  }
}
