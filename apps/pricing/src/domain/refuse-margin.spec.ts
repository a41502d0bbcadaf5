import { realTables } from '../../test/real-markets.js';
import type { EuVatTable } from './eu-vat-table.js';
import type { Purchase } from './refuse-margin.js';
import { refuseMargin } from './refuse-margin.js';

const table = realTables.taxes.get('eu-vat') as EuVatTable;
const bought = (change: Partial<Purchase>): Purchase => ({
  supplierKind: 'private',
  vatScheme: 'MARGINAL',
  country: 'FR',
  ...change,
});

test.each(['private', 'exempt', 'smallEnterprise', 'marginDealer'] as const)(
  'a unit from a supplier of the kind "%s" may be sold on a margin (art. 314 a to d)',
  (supplierKind) => expect(refuseMargin(table, bought({ supplierKind }))).toBeUndefined(),
);

test.each<[string, Partial<Purchase>, string]>([
  ['a unit bought with VAT', { supplierKind: 'business', vatScheme: 'REGULAR' }, 'vatWasDeductible'],
  ['a business that charged none', { supplierKind: 'business', vatScheme: 'MARGINAL' }, 'purchaseContradicts'],
  ['a private person that charged VAT', { vatScheme: 'REGULAR' }, 'purchaseContradicts'],
  ['a dealer’s invoice that shows VAT', { supplierKind: 'marginDealer', vatScheme: 'REGULAR' }, 'purchaseContradicts'],
  ['a purchase in Switzerland', { country: 'CH' }, 'boughtOutsideUnion'],
  ['a purchase in Great Britain', { country: 'GB' }, 'boughtOutsideUnion'],
  ['a purchase in Réunion', { country: 'RE' }, 'boughtOutsideUnion'],
])('%s keeps a unit out of the margin scheme', (_what, change, refusal) => {
  expect(refuseMargin(table, bought(change))).toBe(refusal);
});

test.each(['MC', 'XI'])('a purchase in %s is one within the Union', (country) => {
  expect(refuseMargin(table, bought({ country }))).toBeUndefined();
});
