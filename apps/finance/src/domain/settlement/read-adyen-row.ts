import type { Currency } from '@reprise/kernel';
import { Money, parseDecimalRatio } from '@reprise/kernel';
import { CellReader } from './cell-reader.js';
import type { LineRead, NamedCells, SettlementKind, SettlementLine } from './settlement-line.js';

/** Columns without which a settlement details report cannot be reconciled. */
export const adyenColumns = [
  ...['Psp Reference', 'Creation Date', 'TimeZone', 'Type', 'Modification Reference', 'Gross Currency'],
  ...['Gross Debit (GC)', 'Gross Credit (GC)', 'Exchange Rate', 'Net Currency', 'Net Debit (NC)', 'Net Credit (NC)'],
  ...['Commission (NC)', 'Markup (NC)', 'Scheme Fees (NC)', 'Interchange (NC)', 'Batch Number'],
] as const;

/** Journal types of https://docs.adyen.com/reporting/settlement-reconciliation/transaction-level/settlement-details-report */
const kinds: Readonly<Record<string, SettlementKind>> = {
  ...{ Settled: 'charge', SettledReversed: 'charge', Refunded: 'refund', RefundedReversed: 'refund' },
  ...{ Chargeback: 'chargeback', SecondChargeback: 'chargeback', ChargebackReversed: 'chargebackReversal' },
  ...{ Fee: 'fee', MiscCosts: 'fee', InvoiceDeduction: 'fee', ChargebackFee: 'fee' },
  ...{ MerchantPayout: 'payout', MerchantPayoutReversed: 'payoutReversal' },
  ...{ DepositCorrection: 'adjustment', Balancetransfer: 'adjustment', ReserveAdjustment: 'adjustment' },
};

const costColumns = ['Commission (NC)', 'Markup (NC)', 'Scheme Fees (NC)', 'Interchange (NC)'] as const;

/**
 * A row of Adyen's settlement details report. A credit is money to us; costs stand in columns of their own, in the currency of the account;
 * times are on the clock the row itself names.
 */
export function readAdyenRow(cells: NamedCells): LineRead<SettlementLine> {
  const read = new CellReader(cells);
  const type = read.required('Type');
  const kind = kinds[type ?? ''];
  if (type !== undefined && kind === undefined)
    read.refuse('Type', 'unknownType', `"${type}" is not a journal type known here.`);
  const occurredAt = read.instant('Creation Date', read.required('TimeZone') ?? 'UTC');
  const batch = read.required('Batch Number');
  const currency = read.currency('Net Currency');
  const net = credited(read, 'Net', 'NC', currency);
  const fee = currency && costsOf(read, currency);
  const isOfBuyer = kind !== 'fee' && kind !== 'payout' && kind !== 'payoutReversal' && kind !== 'adjustment';
  const presented = isOfBuyer ? credited(read, 'Gross', 'GC', read.currency('Gross Currency')) : undefined;
  const psp = isOfBuyer ? read.required('Psp Reference') : read.optional('Psp Reference');
  const gross = net !== undefined && fee !== undefined ? net.plus(fee) : undefined;
  const rate = isOfBuyer ? rateOf(read) : undefined;
  const whole = read.whole({ kind, presented: isOfBuyer ? presented : gross, gross, fee, net, occurredAt });
  if (whole === undefined) return { kind: 'refused', problems: read.problems };
  const modification = read.optional('Modification Reference');
  const key = [batch, type, psp, modification].filter((part) => part !== undefined).join('/');
  const reference = kind === 'refund' ? (modification ?? psp) : isOfBuyer ? psp : undefined;
  return { kind: 'line', value: { ...whole, provider: 'adyen', key, reference, payout: batch, rate } };
}

/** Debit and credit are two columns, of which one is empty; a row of costs alone has neither. */
function credited(
  read: CellReader,
  side: 'Gross' | 'Net',
  unit: 'GC' | 'NC',
  currency: Currency | undefined,
): Money | undefined {
  if (currency === undefined) return undefined;
  const zero = Money.zero(currency);
  const credit = read.amount(`${side} Credit (${unit})`, currency, zero);
  const debit = read.amount(`${side} Debit (${unit})`, currency, zero);
  return credit !== undefined && debit !== undefined ? credit.minus(debit) : undefined;
}

function costsOf(read: CellReader, currency: Currency): Money | undefined {
  const zero = Money.zero(currency);
  const costs = costColumns.map((column) => read.amount(column, currency, zero));
  return costs.every((cost) => cost !== undefined) ? Money.sum(costs, currency) : undefined;
}

/** Units of the account's currency per unit of the buyer's, as the row states it. Whether it was applied is for reconciliation to say. */
function rateOf(read: CellReader): string | undefined {
  const text = read.required('Exchange Rate');
  if (text === undefined) return undefined;
  const rate = parseDecimalRatio(text);
  if (rate !== undefined && rate.numerator > 0n) return text;
  return read.refuse('Exchange Rate', 'malformed', `"${text}" is not a rate.`);
}
