import { z } from 'zod';
import { operation } from './operation.js';
import { orderParams } from './orders.js';
import { documentSummarySchema } from './document-parts.js';
import { moneySchema } from '../money.js';
import { unitIdentitySchema } from '../returns.js';
import { feeSchema, taxLineSchema, totalsSchema } from '../tax-line.js';
import { countryCodeSchema, gradeSchema, vatSchemeSchema } from '../vocabulary.js';

/** Who issues a document, as the law wants it named (Directive 2006/112/EC art. 226(3) and (5)). */
const documentIssuerSchema = z.object({
  /** The seller's id, or `platform`. */
  id: z.string(),
  name: z.string(),
  country: countryCodeSchema,
  address: z.array(z.string()).optional(),
  taxNumber: z.string().optional(),
});

const documentBuyerSchema = z.object({
  name: z.string(),
  address: z.array(z.string()),
  country: countryCodeSchema,
  /** Of a business whose number counted. */
  taxNumber: z.string().optional(),
});

const documentLineSchema = z.object({
  /** Absent for delivery. */
  lineId: z.uuid().optional(),
  offerId: z.uuid().optional(),
  sellerId: z.uuid().optional(),
  description: z.string(),
  grade: gradeSchema.optional(),
  vatScheme: vatSchemeSchema.optional(),
  quantity: z.int(),
  unitPrice: moneySchema.optional(),
  /** Of a credit note: the price was lowered, and the pieces stay with the buyer. */
  reduction: z.boolean().optional(),
  discount: moneySchema.optional(),
  net: moneySchema,
  tax: moneySchema,
  /** Fees are not in it. */
  gross: moneySchema,
  taxLines: z.array(taxLineSchema),
  fees: z.array(feeSchema),
  includedLevies: z.array(z.object({ name: z.string(), amount: moneySchema })).optional(),
  units: z.array(unitIdentitySchema).optional(),
  /** The rule its tax follows, the law, and name and version of every table that was read. */
  taxRule: z.object({ rule: z.string(), legalBasis: z.string(), tables: z.array(z.string()) }).optional(),
});

/** A document as it was issued: it says the same for ever, and its PDF and XML are made from it. */
export const documentSchema = documentSummarySchema
  .extend({
    orderId: z.uuid(),
    market: z.string(),
    regime: z.enum(['eu-vat', 'us-sales-tax']),
    locale: z.string(),
    currency: z.string(),
    /** Calendar days of the market. */
    issuedOn: z.iso.date(),
    orderedOn: z.iso.date(),
    suppliedOn: z.iso.date().optional(),
    /** Version of the market's definition it was worded by. */
    marketVersion: z.int().positive(),
    issuer: documentIssuerSchema,
    /** The company that runs the shop, where another sells. */
    platform: z.string(),
    buyer: documentBuyerSchema,
    paymentMethod: z.string(),
    lines: z.array(documentLineSchema),
    /** Lines and delivery together, one for each jurisdiction, rate and treatment. */
    taxLines: z.array(taxLineSchema),
    fees: z.array(feeSchema),
    totals: totalsSchema.omit({ discount: true }),
    /** Sentences the law wants, in the language of the document. */
    mentions: z.array(z.string()),
    /** Of the acknowledgement of a withdrawal: its text. */
    text: z.array(z.string()).optional(),
  })
  .meta({ id: 'Document' });

const documentsPath = '/v1/markets/{market}/orders/{orderId}/documents';
const documentProblems = ['MarketNotFound', 'MarketInOtherRegion', 'OrderNotFound'] as const;

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: documentsPath,
  owner: 'checkout',
  policy: ['buyer', 'seller', 'ops'],
  tag: 'Storefront',
  summary: 'Confirmations, invoices, receipts and credit notes of an order',
  description:
    'For the holder of the order’s access token and operators: all of them. For a seller: those issued in its name. A document is there moments after what it is about: payment, shipment, refund.',
  params: orderParams,
  responses: { 200: z.object({ items: z.array(documentSummarySchema) }).meta({ id: 'DocumentList' }) },
  problems: documentProblems,
});

export const getDocument = operation({
  id: 'getDocument',
  method: 'GET',
  path: `${documentsPath}/{documentId}`,
  owner: 'checkout',
  policy: ['buyer', 'seller', 'ops'],
  tag: 'Storefront',
  summary: 'A document, as PDF, JSON or EN 16931 invoice',
  description:
    '`Accept: application/pdf` answers a page to print, the same bytes each time; `application/json` (the default) what the document says; `application/xml` a UBL 2.1 invoice or credit note after EN 16931, for invoices under European VAT.',
  params: orderParams.extend({ documentId: z.uuid() }),
  headers: z.object({ accept: z.string().max(300).optional() }),
  alsoAs: ['application/pdf', 'application/xml'],
  responses: { 200: documentSchema },
  problems: [...documentProblems, 'DocumentNotFound', 'DocumentNotExportable', 'MediaTypeNotOffered'],
});
