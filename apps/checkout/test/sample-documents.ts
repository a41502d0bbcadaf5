import type { MoneyJson, OrderId, SellerId, Uuid } from '@reprise/kernel';
import { mustBeId, mustBeInstant, mustBeLocalDay, mustBeMarketCode } from '@reprise/kernel';
import type { StoredDocument } from '../src/application/document-ports.js';
import type { DocumentLine, DocumentTax, IssuedDocument } from '../src/domain/document.js';
import { realTerms } from './real-terms.js';

export const sellerId = mustBeId<SellerId>('0199d3a0-0000-7000-8000-000000000001');
const orderId = mustBeId<OrderId>('0199d3a0-0000-7000-8000-000000000030');

export function eur(amount: string): MoneyJson {
  return { amount, currency: 'EUR' };
}

export const frenchVat: DocumentTax = {
  jurisdiction: { country: 'FR', code: 'FR', name: 'France' },
  ...{ rate: '0.20', taxable: eur('415.83'), amount: eur('83.17') },
  ...{ treatment: 'standard', taxCollectionResponsibility: 'SELLER' },
};

export function lineOf(changed: Partial<DocumentLine> = {}): DocumentLine {
  return {
    lineId: mustBeId<Uuid>('0199d3a0-0000-7000-8000-000000000031'),
    description: 'iPhone 13 · 128 GB · Minuit · Parfait état',
    ...{ vatScheme: 'REGULAR', quantity: 1, unitPrice: eur('499.00') },
    ...{ net: eur('415.83'), tax: eur('83.17'), gross: eur('499.00') },
    taxLines: [frenchVat],
    fees: [],
    units: [{ imei: '490154203237518' }],
    ...changed,
  };
}

/** An invoice of a French seller for one phone at 499.00, as it is stored; `changed` makes it another. */
export function sampleDocument(market: string, locale: string, changed: Partial<IssuedDocument> = {}): StoredDocument {
  const terms = realTerms(market);
  const words = terms.wording[locale];
  if (!words) throw new Error(`${market} has no ${locale}`);
  const document: IssuedDocument = {
    id: mustBeId<Uuid>('0199d3a0-0000-7000-8000-0000000000d0'),
    issuedAt: mustBeInstant('2026-11-24T13:00:00Z'),
    number: 'F-FR-2026-000042',
    kind: 'invoice',
    ...{ orderId, market: mustBeMarketCode(market), regime: terms.regime, locale, currency: 'EUR', marketVersion: 1 },
    issuedOn: mustBeLocalDay('2026-11-24'),
    orderedOn: mustBeLocalDay('2026-11-23'),
    suppliedOn: mustBeLocalDay('2026-11-24'),
    issuer: {
      ...{ id: sellerId, name: 'Atelier du Mobile', country: 'FR', taxNumber: 'FR40303265045' },
      address: ['1 rue du Faubourg', '75011 Paris'],
    },
    platform: 'Reprise',
    buyer: { name: 'Zoë Łukaszewicz-Ångström', address: ['Größenallee 5', '1051 Győr'], country: 'FR' },
    paymentMethod: 'card',
    lines: [lineOf()],
    taxLines: [frenchVat],
    fees: [],
    totals: {
      ...{ net: eur('415.83'), tax: eur('83.17'), fees: eur('0.00'), shipping: eur('0.00'), gross: eur('499.00') },
    },
    mentions: [],
    ...changed,
  };
  return { document, words: words.documents, subjectId: orderId };
}
