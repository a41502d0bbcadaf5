import { marketChangedV1 } from '@reprise/contracts/events';
import type { MarketFileKind } from '@reprise/contracts/market';

const market = marketChangedV1.example.definition;

/** A few right lines of every kind of file: what a message shows for a key that is missing. The schema's own types check none of them. */
export const exampleFiles: { readonly [kind in MarketFileKind]: unknown } = {
  market,
  locale: market.wording['en'],
  'tax-table': {
    id: 'eu-vat',
    regime: 'eu-vat',
    version: '2026-11-24',
    sources: { 'my-source': { title: 'Where the number comes from', date: '2026-11-24' } },
    countries: [
      {
        country: 'FR',
        name: 'France',
        vatIdPrefix: 'FR',
        timeZone: 'Europe/Paris',
        standard: [{ ratePpm: 200000, validFrom: '2016-01-01', source: 'my-source' }],
      },
    ],
    territories: [],
  },
  'fee-table': {
    id: 'fr-copie-privee',
    version: '2026-11-24',
    name: { en: 'Private copying levy' },
    jurisdiction: { country: 'FR' },
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    display: 'included',
    rows: [{ validFrom: '2026-01-01', rule: { kind: 'perOrder', amount: '0.28' }, source: 'my-source' }],
    sources: { 'my-source': { title: 'Where the number comes from', date: '2026-11-24' } },
  },
  'finance-books': {
    version: '2026-11-24',
    reportingCurrency: 'EUR',
    fxSource: 'ecb',
    accounts: { '512': { name: { en: 'Bank' }, type: 'asset', per: 'bankAccount', monetary: true } },
    commission: [{ validFrom: '2026-01-01', rate: '0.10', source: 'my-source' }],
    sources: { 'my-source': { title: 'Where the number comes from', date: '2026-11-24' } },
  },
  'settlement-accounts': {
    version: '2026-11-24',
    providers: [
      {
        ...{ id: 'stripe-eu', provider: 'stripe', entity: 'reprise-eu', regions: ['eu'], currencies: ['EUR'] },
        calledInSales: 'psp',
        ...{ settlesWithinDays: 3, bankAccount: 'bank-eu', payoutPattern: '(po_[A-Za-z0-9]+)', fxTolerance: '0.03' },
        fees: [{ validFrom: '2026-01-01', rate: '0.015', fixed: '0.25', source: 'my-source' }],
      },
    ],
    banks: [{ id: 'bank-eu', entity: 'reprise-eu', number: 'FR7630006000011234567890189', currencies: ['EUR'] }],
    sources: { 'my-source': { title: 'Where the number comes from', date: '2026-11-24' } },
  },
  examples: {
    market: 'fr',
    signedBy: 'Finance',
    signedOn: '2026-11-24',
    examples: [
      {
        claim: '499.00 delivered in France holds 20 % VAT',
        at: '2026-11-24T10:00:00Z',
        shipTo: { country: 'FR' },
        lines: [{ unitPrice: '499.00' }],
        expect: {
          totals: { net: '415.83', tax: '83.17', fees: '0.00', shipping: '0.00', gross: '499.00' },
        },
      },
    ],
  },
};
