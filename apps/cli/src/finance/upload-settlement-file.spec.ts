import { formatOfName } from './upload-settlement-file.js';

test.each([
  ['bank-eu-2026-10.xml', 'camt.053'],
  ['settlement_detail_report_batch_12.csv', 'adyen-settlement-details'],
  ['payout_reconciliation-2026-10.csv', 'stripe-payout-reconciliation'],
  ['stripe-us-2026-10-stripe-balance.csv', 'stripe-balance'],
  ['october.csv', undefined],
])('%s is %s', (name, format) => expect(formatOfName(name)).toBe(format));
