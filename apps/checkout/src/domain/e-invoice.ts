import type { MoneyJson, Outcome } from '@reprise/kernel';
import { Money, mustBeCurrency, reject } from '@reprise/kernel';
import type { OrderRejection } from './check-order.js';
import { brokenRulesOf } from './check-e-invoice.js';
import type { DocumentLine, DocumentTax, IssuedDocument } from './document.js';

/** VAT categories of EN 16931 (UNTDID 5305): standard, zero, exempt, reverse charge, intra-Community supply, export, outside VAT. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O';

interface Party {
  readonly name: string;
  readonly address: readonly string[];
  readonly country: string;
  readonly vatId?: string;
}

export interface EInvoiceLine {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly net: Money;
  readonly category: VatCategory;
  /** Percent, exact: `20`, `25.5`. */
  readonly percent: string;
  readonly serials: readonly string[];
}

export interface VatBreakdown {
  readonly category: VatCategory;
  readonly percent: string;
  readonly taxable: Money;
  readonly tax: Money;
  readonly reason?: string;
  readonly reasonCode?: string;
}

/** An invoice or credit note by the business terms of EN 16931-1 (`BT-…`), free of any syntax. */
export interface EInvoice {
  /** BT-3: 380 commercial invoice, 381 credit note. */
  readonly type: '380' | '381';
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  readonly notes: readonly string[];
  /** BT-13 */
  readonly orderId: string;
  /** BG-3 */
  readonly preceding: readonly { readonly number: string; readonly issuedOn: string }[];
  readonly seller: Party;
  readonly buyer: Party;
  readonly deliveredOn: string;
  readonly deliveredTo: string;
  /** BT-81, UNTDID 4461: bank card, or online payment service. */
  readonly paymentMeans: '48' | '68';
  readonly lines: readonly EInvoiceLine[];
  readonly vat: readonly VatBreakdown[];
  /** BT-106 and, without allowances and charges, BT-109. */
  readonly net: Money;
  readonly tax: Money;
  /** BT-112; all of it was paid (BT-113), or paid back, so nothing is due (BT-115). */
  readonly gross: Money;
}

/** Exemption reason codes (CEF VATEX list) of categories that have one of their own; what else is exempt says so in words. */
const reasonCodes: { readonly [category in VatCategory]?: string } = {
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
};

/** Second-hand goods under the margin scheme: exempt on the face of the invoice (Directive 2006/112/EC art. 313 and 325). */
const marginReasonCode = 'VATEX-EU-F';

/** The document as an electronic invoice, or which rules of the standard it cannot satisfy. */
export function eInvoiceOf(document: IssuedDocument): Outcome<EInvoice, OrderRejection> {
  const { kind, number, regime } = document;
  const isInvoice = kind === 'invoice' || kind === 'creditNote';
  if (!isInvoice || number === undefined || regime !== 'eu-vat') return noInvoice;
  const invoice = termsOf(document, number);
  const broken = brokenRulesOf(invoice);
  if (broken.length === 0) return invoice;
  const rules = broken.map(({ rule, message }) => `${rule}: ${message}`);
  return reject('DocumentNotExportable', `The invoice breaks rules of EN 16931. ${rules.join(' ')}`, {
    details: { brokenRules: broken.map(({ rule }) => rule) },
  });
}

const noInvoice: OrderRejection = reject(
  'DocumentNotExportable',
  'Only invoices and credit notes under European VAT can be had as XML.',
);

function termsOf(document: IssuedDocument, number: string): EInvoice {
  const { issuer, buyer, lines, mentions, corrects = [], issuedOn, suppliedOn = issuedOn, currency } = document;
  const sum = (amounts: readonly MoneyJson[]): Money =>
    Money.sum(amounts.map(Money.fromJson), mustBeCurrency(currency));
  return {
    type: document.kind === 'creditNote' ? '381' : '380',
    ...{ number, issuedOn, currency, orderId: document.orderId },
    notes: mentions,
    preceding: corrects.map((each) => ({ number: each.number, issuedOn: each.issuedOn })),
    seller: partyOf(issuer.name, issuer.address ?? [], issuer.country, issuer.taxNumber),
    buyer: partyOf(buyer.name, buyer.address, buyer.country, buyer.taxNumber),
    deliveredOn: suppliedOn,
    deliveredTo: buyer.country,
    paymentMeans: document.paymentMethod === 'card' ? '48' : '68',
    lines: lines.map(lineOf),
    vat: breakdownOf(lines),
    net: sum(lines.map(({ net }) => net)),
    tax: sum(lines.map(({ tax }) => tax)),
    gross: sum(lines.map(({ gross }) => gross)),
  };
}

function partyOf(name: string, address: readonly string[], country: string, vatId: string | undefined): Party {
  return { name, address, country, ...(vatId !== undefined && { vatId }) };
}

function lineOf(line: DocumentLine, i: number): EInvoiceLine {
  const { category, percent } = vatOf(line);
  return {
    id: String(i + 1),
    name: line.description,
    quantity: line.quantity,
    net: Money.fromJson(line.net),
    ...{ category, percent },
    serials: (line.units ?? []).flatMap(({ imei, serial }) => imei ?? serial ?? []),
  };
}

/** One group for each category and rate (BG-23). */
function breakdownOf(lines: readonly DocumentLine[]): VatBreakdown[] {
  const groups = Map.groupBy(lines, (line) => {
    const { category, percent } = vatOf(line);
    return `${category} ${percent}`;
  });
  return [...groups.values()].map((group) => {
    const [first] = group as [DocumentLine, ...DocumentLine[]];
    const currency = mustBeCurrency(first.net.currency);
    const total = (of: (line: DocumentLine) => MoneyJson): Money =>
      Money.sum(
        group.map((line) => Money.fromJson(of(line))),
        currency,
      );
    return { ...vatOf(first), taxable: total(({ net }) => net), tax: total(({ tax }) => tax) };
  });
}

/** What the standard calls the treatment of a line, and why no tax is due where none is. */
function vatOf({ taxLines }: DocumentLine): Pick<VatBreakdown, 'category' | 'percent' | 'reason' | 'reasonCode'> {
  const [tax] = taxLines;
  const category = tax ? categoryOf(tax) : 'O';
  const percent = category === 'S' && tax ? percentOf(tax.rate) : '0';
  if (category === 'S' || category === 'Z') return { category, percent };
  const reason = tax?.legalMention ?? tax?.reason;
  const reasonCode = tax?.treatment === 'marginScheme' ? marginReasonCode : reasonCodes[category];
  return {
    ...{ category, percent },
    ...(reason !== undefined && { reason }),
    ...(reasonCode !== undefined && { reasonCode }),
  };
}

function categoryOf({ treatment, reason = '' }: DocumentTax): VatCategory {
  switch (treatment) {
    case 'standard':
    case 'reduced':
      return 'S';
    case 'zero':
      return 'Z';
    case 'reverseCharge':
      return 'AE';
    case 'export':
      return 'G';
    case 'notTaxed':
      return 'O';
    case 'marginScheme':
      return 'E';
    default:
      // An exempt intra-Community supply is a category of its own (Directive 2006/112/EC art. 138).
      return /article 138\b/.test(reason) ? 'K' : 'E';
  }
}

/** `0.20` as `20`, `0.255` as `25.5`: by moving the point, not by floating point. */
export function percentOf(fraction: string): string {
  const [whole = '0', decimals = ''] = fraction.split('.');
  const digits = decimals.padEnd(2, '0');
  const percent = `${whole}${digits.slice(0, 2)}.${digits.slice(2)}`;
  return percent.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
}
