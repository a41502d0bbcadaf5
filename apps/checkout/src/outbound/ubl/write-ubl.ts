import type { Money } from '@reprise/kernel';
import { create } from 'xmlbuilder2';
import type { EInvoice, EInvoiceLine, VatBreakdown } from '../../domain/e-invoice.js';

const oasis = 'urn:oasis:names:specification:ubl:schema:xsd';

/** An object of elements as xmlbuilder2 reads it: order is that of the schema, `@` are attributes, arrays repeat. */
type Elements = { [name: string]: string | Elements | Elements[] | string[] };

/** Writes an invoice as UBL 2.1 (OASIS), the syntax of CEN/TS 16931-3-2. Elements stand in the order the schema has them in. */
export function writeUbl(invoice: EInvoice): string {
  const isCredit = invoice.type === '381';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const body: Elements = {
    '@xmlns': `${oasis}:${root}-2`,
    '@xmlns:cac': `${oasis}:CommonAggregateComponents-2`,
    '@xmlns:cbc': `${oasis}:CommonBasicComponents-2`,
    'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issuedOn,
    [`cbc:${root}TypeCode`]: invoice.type,
    ...(invoice.notes.length > 0 && { 'cbc:Note': [...invoice.notes] }),
    'cbc:DocumentCurrencyCode': invoice.currency,
    'cac:OrderReference': { 'cbc:ID': invoice.orderId },
    ...(invoice.preceding.length > 0 && {
      'cac:BillingReference': invoice.preceding.map(({ number, issuedOn }) => ({
        'cac:InvoiceDocumentReference': { 'cbc:ID': number, 'cbc:IssueDate': issuedOn },
      })),
    }),
    'cac:AccountingSupplierParty': party(invoice.seller),
    'cac:AccountingCustomerParty': party(invoice.buyer),
    'cac:Delivery': {
      'cbc:ActualDeliveryDate': invoice.deliveredOn,
      'cac:DeliveryLocation': { 'cac:Address': { 'cac:Country': { 'cbc:IdentificationCode': invoice.deliveredTo } } },
    },
    'cac:PaymentMeans': { 'cbc:PaymentMeansCode': invoice.paymentMeans },
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(invoice.tax),
      'cac:TaxSubtotal': invoice.vat.map(subtotal),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(invoice.net),
      'cbc:TaxExclusiveAmount': amount(invoice.net),
      'cbc:TaxInclusiveAmount': amount(invoice.gross),
      'cbc:PrepaidAmount': amount(invoice.gross),
      'cbc:PayableAmount': amount(invoice.gross.minus(invoice.gross)),
    },
    [`cac:${root}Line`]: invoice.lines.map((line) => lineElements(line, isCredit ? 'Credited' : 'Invoiced')),
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, { [root]: body }).end({ prettyPrint: true });
}

function party({ name, address, country, vatId }: EInvoice['seller']): Elements {
  const [street, ...more] = address;
  const extra = more.map((line) => ({ 'cbc:Line': line }));
  return {
    'cac:Party': {
      'cac:PostalAddress': {
        ...(street !== undefined && { 'cbc:StreetName': street }),
        ...(extra.length > 0 && { 'cac:AddressLine': extra.slice(0, 1) }),
        'cac:Country': { 'cbc:IdentificationCode': country },
      },
      ...(vatId !== undefined && {
        'cac:PartyTaxScheme': { 'cbc:CompanyID': vatId.replaceAll(' ', ''), 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
      }),
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    },
  };
}

function subtotal({ category, percent, taxable, tax, reason, reasonCode }: VatBreakdown): Elements {
  return {
    'cbc:TaxableAmount': amount(taxable),
    'cbc:TaxAmount': amount(tax),
    'cac:TaxCategory': {
      'cbc:ID': category,
      // What is outside VAT has no rate, not one of zero (BR-O-05).
      ...(category !== 'O' && { 'cbc:Percent': percent }),
      ...(reasonCode !== undefined && { 'cbc:TaxExemptionReasonCode': reasonCode }),
      ...(reason !== undefined && { 'cbc:TaxExemptionReason': reason }),
      'cac:TaxScheme': { 'cbc:ID': 'VAT' },
    },
  };
}

function lineElements(line: EInvoiceLine, verb: 'Invoiced' | 'Credited'): Elements {
  const pieces = { '@unitCode': 'C62', '#': String(line.quantity) };
  return {
    'cbc:ID': line.id,
    [`cbc:${verb}Quantity`]: pieces,
    'cbc:LineExtensionAmount': amount(line.net),
    'cac:Item': {
      'cbc:Name': line.name,
      'cac:ClassifiedTaxCategory': {
        'cbc:ID': line.category,
        ...(line.category !== 'O' && { 'cbc:Percent': line.percent }),
        'cac:TaxScheme': { 'cbc:ID': 'VAT' },
      },
      ...(line.serials.length > 0 && {
        'cac:AdditionalItemProperty': line.serials.map((serial) => ({
          'cbc:Name': 'Serial number',
          'cbc:Value': serial,
        })),
      }),
    },
    // The price of all pieces: that of one would be rounded, and no longer be the line.
    'cac:Price': { 'cbc:PriceAmount': amount(line.net), 'cbc:BaseQuantity': pieces },
  };
}

function amount(money: Money): Elements {
  return { '@currencyID': money.currency, '#': money.toDecimalString() };
}
