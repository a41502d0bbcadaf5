import { isRejection, Money } from '@reprise/kernel';
import { eur, frenchVat, lineOf, sampleDocument } from '../../test/sample-documents.js';
import { brokenRulesOf } from './check-e-invoice.js';
import type { DocumentTax, IssuedDocument } from './document.js';
import type { EInvoice } from './e-invoice.js';
import { eInvoiceOf, percentOf } from './e-invoice.js';

function invoiceOf(changed: Partial<IssuedDocument> = {}): EInvoice {
  const invoice = eInvoiceOf(sampleDocument('fr', 'fr-FR', changed).document);
  if (isRejection(invoice)) throw new Error(invoice.message);
  return invoice;
}

const untaxed = (changed: Partial<DocumentTax>): Partial<IssuedDocument> => ({
  lines: [
    lineOf({
      ...{ net: eur('319.00'), tax: eur('0.00'), gross: eur('319.00') },
      taxLines: [{ ...frenchVat, rate: '0.00', taxable: eur('319.00'), amount: eur('0.00'), ...changed }],
    }),
  ],
});
const germanBuyer = { name: 'Käufer GmbH', address: ['Hauptstr. 1'], country: 'DE', taxNumber: 'DE136695976' };

test('a taxed sale is category S, with the rate as a percentage', () => {
  expect(invoiceOf().vat).toEqual([
    { category: 'S', percent: '20', taxable: Money.of('415.83', 'EUR'), tax: Money.of('83.17', 'EUR') },
  ]);
});

test('goods under the margin scheme are exempt by VATEX-EU-F, with the mention as the reason', () => {
  const mention = "Régime particulier – Biens d'occasion";
  const [vat] = invoiceOf(untaxed({ treatment: 'marginScheme', legalMention: mention })).vat;
  expect(vat).toMatchObject({ category: 'E', percent: '0', reason: mention, reasonCode: 'VATEX-EU-F' });
});

test.each([
  [{ treatment: 'exempt', reason: 'Directive 2006/112/EC, article 138(1)' }, 'K', 'VATEX-EU-IC'],
  [{ treatment: 'reverseCharge' }, 'AE', 'VATEX-EU-AE'],
  [{ treatment: 'export' }, 'G', 'VATEX-EU-G'],
])('%j is category %s', (tax, category, reasonCode) => {
  const [vat] = invoiceOf({ ...untaxed(tax), buyer: germanBuyer }).vat;
  expect(vat).toMatchObject({ category, reasonCode });
});

test('taxed and margin goods stand on one invoice, each in a group of its own that its lines add up to', () => {
  const margin = untaxed({ treatment: 'marginScheme' }).lines ?? [];
  const invoice = invoiceOf({ lines: [lineOf(), lineOf(), ...margin] });
  expect(invoice.vat.map(({ category, taxable }) => [category, taxable.toDecimalString()])).toEqual([
    ['S', '831.66'],
    ['E', '319.00'],
  ]);
  expect(invoice.gross).toEqual(Money.of('1317.00', 'EUR'));
});

test.each([
  [
    'a seller without a VAT number',
    { issuer: { ...sampleDocument('fr', 'fr-FR').document.issuer, taxNumber: undefined } },
    'BR-S-02',
  ],
  ['a reverse charge on nobody in particular', untaxed({ treatment: 'reverseCharge' }), 'BR-AE-02'],
  ['a credit note that corrects nothing', { kind: 'creditNote' as const }, 'BR-55'],
])('%s is refused by name of the rule', (_what, changed, rule) => {
  const refused = eInvoiceOf(sampleDocument('fr', 'fr-FR', changed).document);
  expect(refused).toMatchObject({
    code: 'DocumentNotExportable',
    details: { brokenRules: expect.arrayContaining([rule]) },
  });
});

test('a receipt of another tax is no invoice', () => {
  expect(eInvoiceOf(sampleDocument('us', 'en-US', { kind: 'receipt' }).document)).toMatchObject({
    code: 'DocumentNotExportable',
  });
});

test.each<[string, (invoice: EInvoice) => Partial<EInvoice>]>([
  ['BR-CO-10', ({ net, tax }) => ({ net: net.plus(tax) })],
  ['BR-CO-14', ({ tax, gross }) => ({ tax: tax.plus(tax), gross: gross.plus(tax) })],
  ['BR-CO-15', ({ net }) => ({ gross: net })],
  ['BR-CO-18', () => ({ vat: [] })],
  ['BR-S-08', ({ vat }) => ({ vat: vat.map((each) => ({ ...each, taxable: each.tax })) })],
  ['BR-CO-17', ({ vat }) => ({ vat: vat.map((each) => ({ ...each, tax: each.taxable })) })],
  ['BR-E-09', ({ vat }) => ({ vat: vat.map((each) => ({ ...each, category: 'E' as const })) })],
  ['BR-16', () => ({ lines: [] })],
])('an invoice made to break %s is found out', (rule, change) => {
  const invoice = invoiceOf();
  expect(brokenRulesOf(invoice)).toEqual([]);
  expect(brokenRulesOf({ ...invoice, ...change(invoice) }).map((broken) => broken.rule)).toContain(rule);
});

test.each([
  ['0.20', '20'],
  ['0.255', '25.5'],
  ['0.05', '5'],
  ['1.00', '100'],
  ['0.00', '0'],
])('a rate of %s is %s percent', (fraction, percent) => {
  expect(percentOf(fraction)).toBe(percent);
});
