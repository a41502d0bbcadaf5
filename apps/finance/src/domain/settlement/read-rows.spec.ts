import { toIso } from '@reprise/kernel';
import { missingColumns, nameCells } from './cell-reader.js';
import { adyenColumns, readAdyenRow } from './read-adyen-row.js';
import { readStripeRow, stripeColumns } from './read-stripe-row.js';
import type { LineRead } from './settlement-line.js';

const stripeHeader = [
  ...['automatic_payout_id', 'balance_transaction_id', 'created_utc', 'currency', 'gross', 'fee', 'net'],
  ...['reporting_category', 'source_id', 'charge_id', 'payment_intent_id', 'customer_facing_amount'],
  'customer_facing_currency',
];
const stripe = (changed: Readonly<Record<string, string>>) => {
  const row: Record<string, string> = {
    ...{ automatic_payout_id: 'po_1', balance_transaction_id: 'txn_1', created_utc: '2026-11-02 21:30:00' },
    ...{ currency: 'eur', gross: '504.99', fee: '7.82', net: '497.17', reporting_category: 'charge' },
    ...{ source_id: 'ch_1', charge_id: 'ch_1', payment_intent_id: 'pi_1', ...changed },
  };
  return readStripeRow(nameCells(stripeHeader)(stripeHeader.map((column) => row[column] ?? '')));
};

const adyenHeader = ['Company Account', 'Merchant Reference', ...adyenColumns];
const adyen = (changed: Readonly<Record<string, string>>) => {
  const row: Record<string, string> = {
    ...{ 'Psp Reference': '8516237', 'Creation Date': '2026-07-15 10:00:00', TimeZone: 'CEST', Type: 'Settled' },
    ...{ 'Modification Reference': '1713702551795048', 'Gross Currency': 'GBP', 'Gross Credit (GC)': '5.00' },
    ...{ 'Exchange Rate': '1', 'Net Currency': 'GBP', 'Net Credit (NC)': '4.88', 'Markup (NC)': '0.04' },
    ...{ 'Scheme Fees (NC)': '0.01', 'Interchange (NC)': '0.07', 'Batch Number': '12', ...changed },
  };
  return readAdyenRow(nameCells(adyenHeader)(adyenHeader.map((column) => row[column] ?? '')));
};

const lineOf = <Value>(read: LineRead<Value>): Value => {
  if (read.kind !== 'line') throw new Error(JSON.stringify(read));
  return read.value;
};
const problemsOf = (read: LineRead<unknown>): readonly string[] =>
  read.kind === 'refused' ? read.problems.map(({ field, code }) => `${field}: ${code}`) : [];

describe('a row of Stripe', () => {
  test('a charge is known by its payment intent, in decimals of major units and UTC', () => {
    const line = lineOf(stripe({}));
    expect(line).toMatchObject({ kind: 'charge', key: 'txn_1', reference: 'pi_1', payout: 'po_1' });
    expect([line.gross, line.fee, line.net].map(String)).toEqual(['504.99 EUR', '7.82 EUR', '497.17 EUR']);
    expect(toIso(line.occurredAt)).toBe('2026-11-02T21:30:00.000Z');
  });

  test('what a Polish buyer paid stays in złoty beside what reached the account', () => {
    const line = lineOf(stripe({ customer_facing_amount: '2150.00', customer_facing_currency: 'pln' }));
    expect([line.presented, line.gross].map(String)).toEqual(['2150.00 PLN', '504.99 EUR']);
  });

  test('a refund is known by itself and is negative', () => {
    const line = lineOf(
      stripe({ reporting_category: 'refund', source_id: 're_1', gross: '-100.00', fee: '0.00', net: '-100.00' }),
    );
    expect(line).toMatchObject({ kind: 'refund', reference: 're_1' });
    expect(line.presented.toString()).toBe('-100.00 EUR');
  });

  test('a dispute points at the payment it disputes', () => {
    expect(
      lineOf(
        stripe({
          reporting_category: 'dispute',
          source_id: 'dp_1',
          gross: '-504.99',
          fee: '15.00',
          net: '-519.99',
        }),
      ),
    ).toMatchObject({ kind: 'chargeback', reference: 'pi_1' });
  });

  test('a payout carries itself', () => {
    expect(
      lineOf(
        stripe({
          ...{ reporting_category: 'payout', source_id: 'po_7', automatic_payout_id: '' },
          ...{ gross: '-497.17', fee: '0', net: '-497.17' },
        }),
      ),
    ).toMatchObject({ kind: 'payout', payout: 'po_7', reference: undefined });
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['minor units', { gross: '50499', fee: '782', net: '497.17' }, ['net: sumMismatch']],
    ['a comma for the point', { gross: '504,99' }, ['gross: malformed']],
    ['three decimals of euro', { fee: '7.820' }, ['fee: malformed']],
    ['a currency nobody has', { currency: 'eux' }, ['currency: unknownCurrency']],
    ['a day that is none', { created_utc: '2026-02-30 10:00:00' }, ['created_utc: malformed']],
    [
      'everything at once',
      { balance_transaction_id: '', created_utc: 'yesterday', net: '' },
      ['balance_transaction_id: missing', 'created_utc: malformed', 'net: missing'],
    ],
  ])('%s is refused by column', (_name, changed, problems) => expect(problemsOf(stripe(changed))).toEqual(problems));

  test('no column the report needs may be missing', () =>
    expect(missingColumns(['Currency', 'GROSS'], stripeColumns)).toEqual(
      stripeColumns.filter((column) => column !== 'currency' && column !== 'gross'),
    ));
});

describe('a row of Adyen', () => {
  test('5.00 less 0.04, 0.01 and 0.07 is 4.88, on the clock the row names', () => {
    const line = lineOf(adyen({}));
    expect([line.gross, line.fee, line.net].map(String)).toEqual(['5.00 GBP', '0.12 GBP', '4.88 GBP']);
    expect(line).toMatchObject({ kind: 'charge', reference: '8516237', payout: '12', rate: '1' });
    expect(toIso(line.occurredAt)).toBe('2026-07-15T08:00:00.000Z');
  });

  test.each([
    ['CET', '2026-07-15T09:00:00.000Z'],
    ['PDT', '2026-07-15T17:00:00.000Z'],
    ['Europe/Amsterdam', '2026-07-15T08:00:00.000Z'],
  ])('the same wall clock in %s is another moment', (zone, iso) =>
    expect(toIso(lineOf(adyen({ TimeZone: zone })).occurredAt)).toBe(iso),
  );

  test('a refund is money from us, known by its own reference', () => {
    const line = lineOf(
      adyen({
        ...{ Type: 'Refunded', 'Gross Credit (GC)': '', 'Gross Debit (GC)': '5.00', 'Net Credit (NC)': '' },
        ...{ 'Net Debit (NC)': '5.00', 'Markup (NC)': '', 'Scheme Fees (NC)': '', 'Interchange (NC)': '' },
      }),
    );
    expect(line).toMatchObject({ kind: 'refund', reference: '1713702551795048' });
    expect([line.presented, line.net].map(String)).toEqual(['-5.00 GBP', '-5.00 GBP']);
  });

  test('a payout needs neither a buyer nor a rate', () =>
    expect(
      lineOf(
        adyen({
          ...{ Type: 'MerchantPayout', 'Psp Reference': '', 'Exchange Rate': '', 'Gross Credit (GC)': '' },
          ...{ 'Gross Currency': '', 'Net Credit (NC)': '', 'Net Debit (NC)': '4.88', 'Markup (NC)': '' },
          ...{ 'Scheme Fees (NC)': '', 'Interchange (NC)': '' },
        }),
      ),
    ).toMatchObject({ kind: 'payout', payout: '12', key: '12/MerchantPayout/1713702551795048' }));

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a type nobody knows', { Type: 'Gifted' }, ['Type: unknownType']],
    ['a zone nobody lives in', { TimeZone: 'Mars/Olympus' }, ['Creation Date: malformed']],
    ['no batch', { 'Batch Number': '' }, ['Batch Number: missing']],
    ['a rate of nothing', { 'Exchange Rate': '0' }, ['Exchange Rate: malformed']],
  ])('%s is refused by column', (_name, changed, problems) => expect(problemsOf(adyen(changed))).toEqual(problems));
});
