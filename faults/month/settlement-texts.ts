import type { Payout, ReportLine } from './settled-month.ts';

/** A file as its publisher would hand it over. */
export interface SettlementText {
  readonly account: string;
  readonly format: 'stripe-payout-reconciliation' | 'stripe-balance' | 'adyen-settlement-details' | 'camt.053';
  readonly name: string;
  readonly text: string;
}

const bankOf = { 'stripe-eu': 'bank-eu', 'adyen-eu': 'bank-eu', 'stripe-us': 'bank-us' } as const;
const numbers = { 'bank-eu': 'FR7630006000011234567890189', 'bank-us': '000123456789' } as const;

/**
 * A month's payouts in the formats of whoever reports them. The American account is reported twice, as an activity report without payouts and as a
 * payout report: the second one tells of the same lines, and counts once.
 */
export function textsOf(month: string, payouts: readonly Payout[]): SettlementText[] {
  const of = (account: Payout['account']): Payout[] => payouts.filter((payout) => payout.account === account);
  return [
    stripe(month, 'stripe-eu', of('stripe-eu'), true),
    stripe(month, 'stripe-us', of('stripe-us'), false),
    stripe(month, 'stripe-us', of('stripe-us'), true),
    adyen(month, of('adyen-eu')),
    camt(month, 'bank-eu', payouts),
    camt(month, 'bank-us', payouts),
  ];
}

const category = { charge: 'charge', refund: 'refund', chargeback: 'dispute', fee: 'fee' } as const;

function stripe(
  month: string,
  account: Payout['account'],
  payouts: readonly Payout[],
  withPayouts: boolean,
): SettlementText {
  const header = [
    ...(withPayouts ? ['automatic_payout_id'] : []),
    ...['balance_transaction_id', 'created_utc', 'created', 'currency', 'gross', 'fee', 'net', 'reporting_category'],
    ...[
      'source_id',
      'description',
      'customer_facing_amount',
      'customer_facing_currency',
      'charge_id',
      'payment_intent_id',
    ],
  ];
  const rows = payouts.flatMap(({ lines }) =>
    lines.map((line) => [
      ...(withPayouts ? [line.payout] : []),
      ...[line.key, clock(line.at), clock(line.at), line.currency.toLowerCase()],
      ...[line.gross, line.fee, line.gross - line.fee].map(decimal),
      ...[
        category[line.kind],
        line.kind === 'charge' ? `ch_${line.payment.slice(3)}` : line.reference,
        'Order "A", boxed',
      ],
      ...[decimal(line.presented), line.presentedIn.toLowerCase(), `ch_${line.payment.slice(3)}`, line.payment],
    ]),
  );
  const format = withPayouts ? 'stripe-payout-reconciliation' : 'stripe-balance';
  return { account, format, name: `${account}-${month}-${format}.csv`, text: csv(header, rows) };
}

const adyenType = { charge: 'Settled', refund: 'Refunded', chargeback: 'Chargeback', fee: 'Fee' } as const;

function adyen(month: string, payouts: readonly Payout[]): SettlementText {
  const header = [
    ...[
      'Company Account',
      'Merchant Account',
      'Psp Reference',
      'Merchant Reference',
      'Payment Method',
      'Creation Date',
      'TimeZone',
    ],
    ...['Type', 'Modification Reference', 'Gross Currency', 'Gross Debit (GC)', 'Gross Credit (GC)', 'Exchange Rate'],
    ...['Net Currency', 'Net Debit (NC)', 'Net Credit (NC)', 'Commission (NC)', 'Markup (NC)', 'Scheme Fees (NC)'],
    ...['Interchange (NC)', 'Payment Method Variant', 'Batch Number'],
  ];
  const rows = payouts.flatMap((payout) => [...payout.lines.map(adyenRow), payoutRow(payout)]);
  const format = 'adyen-settlement-details';
  return { account: 'adyen-eu', format, name: `settlement_detail_report_batch_${month}.csv`, text: csv(header, rows) };
}

function adyenRow(line: ReportLine): string[] {
  // A third each to the scheme and to interchange; what is left is the markup.
  const third = Math.trunc(line.fee / 3);
  // What was charged twice is settled twice, under two modifications of one payment.
  const modification = line.kind === 'refund' ? line.reference : line.key.slice(4);
  return [
    ...[
      'Reprise',
      'RepriseEU',
      line.kind === 'refund' ? line.payment : line.payment,
      '',
      'visa',
      wallClock(line.at),
      'CET',
    ],
    ...[adyenType[line.kind], modification, line.presentedIn, ...debitCredit(line.presented), line.rate],
    ...[
      line.currency,
      ...debitCredit(line.gross - line.fee),
      '',
      decimal(line.fee - 2 * third),
      decimal(third),
      decimal(third),
    ],
    ...['visaclassic', line.payout],
  ];
}

function payoutRow({ name, currency, paid, at }: Payout): string[] {
  return [
    ...['Reprise', 'RepriseEU', '', '', '', wallClock(at), 'CET', 'MerchantPayout', `payout ${name}`, '', '', '', ''],
    ...[currency, ...debitCredit(-paid), '', '', '', '', '', name],
  ];
}

function camt(month: string, bank: keyof typeof numbers, payouts: readonly Payout[]): SettlementText {
  const entries = payouts
    .filter(({ account }) => bankOf[account] === bank)
    .flatMap((payout) =>
      payout.bankEntries.map(({ key, amount, currency, at }) => {
        const text = payout.account === 'adyen-eu' ? `ADYEN BATCH ${payout.name} REPRISE` : `STRIPE ${payout.name}`;
        return entry(key, amount, currency, at, text);
      }),
    );
  const rent = entry(
    'RENT',
    -350_000,
    bank === 'bank-eu' ? 'EUR' : 'USD',
    new Date(`${month}-03T00:00:00Z`),
    'RENT & HEATING',
  );
  const account = bank === 'bank-eu' ? `<IBAN>${numbers[bank]}</IBAN>` : `<Othr><Id>${numbers[bank]}</Id></Othr>`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>${bank}-${month}</MsgId><CreDtTm>${month}-28T06:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>${bank}-${month}</Id><Acct><Id>${account}</Id></Acct>
${[rent, ...entries].join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
  return { account: bank, format: 'camt.053', name: `${bank}-${month}.xml`, text };
}

function entry(key: string, amount: number, currency: string, at: Date, text: string): string {
  return `<Ntry><Amt Ccy="${currency}">${decimal(Math.abs(amount))}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${at.toISOString().slice(0, 10)}</Dt></BookgDt><AcctSvcrRef>${key}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${text.replaceAll('&', '&amp;')}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

/** Every currency of the month has two decimals. */
function decimal(minor: number): string {
  const digits = Math.abs(minor).toString().padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function debitCredit(minor: number): [string, string] {
  return minor < 0 ? [decimal(-minor), ''] : ['', decimal(minor)];
}

function clock(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

/** An hour ahead of UTC, as the row says. */
function wallClock(at: Date): string {
  return clock(new Date(at.getTime() + 3_600_000));
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
