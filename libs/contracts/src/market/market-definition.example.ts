import type { MarketDefinition } from './market-definition.js';

/** A small but complete market, for examples of facts and calls. The real ones are in `markets/`. */
export const marketDefinitionExample: MarketDefinition = {
  code: 'fr',
  name: { en: 'France', fr: 'France' },
  region: 'eu',
  countries: ['FR', 'MC'],
  shipsTo: ['FR', 'MC', 'DE'],
  currency: 'EUR',
  defaultLocale: 'fr-FR',
  locales: [
    { locale: 'fr-FR', fallback: ['fr', 'en'] },
    { locale: 'en', fallback: [] },
  ],
  timeZone: 'Europe/Paris',
  taxInclusive: true,
  tax: {
    regime: 'eu-vat',
    tables: ['eu-vat'],
    roundingPolicy: 'perRatePerDocument',
    roundingMode: 'halfUp',
    outsideTaxArea: 'block',
    exemptPrice: 'withoutTax',
    vatSchemes: ['REGULAR', 'MARGINAL'],
  },
  fees: ['fr-copie-privee'],
  charm: { step: '1.00', endings: ['0.00', '0.99'], direction: 'nearest' },
  shipping: [
    {
      id: 'standard',
      name: { en: 'Standard delivery', fr: 'Livraison standard' },
      price: '0.00',
      deliveryDays: { min: 2, max: 4 },
      countries: ['FR', 'MC', 'DE'],
    },
  ],
  payments: [{ method: 'card', name: { en: 'Card', fr: 'Carte bancaire' } }],
  grades: [
    { grade: 'EXCELLENT', wordingKey: 'excellent' },
    { grade: 'GOOD', wordingKey: 'good' },
  ],
  offerLimits: { priceMin: '0.50', priceMax: '50000.00', quantityMax: 100, warrantyMonthsMin: 12 },
  consumerLaw: {
    withdrawalDays: 14,
    legalGuaranteeMonths: 24,
    usedGoodsGuaranteeMonths: 24,
    withdrawalFunction: { since: '2026-06-19' },
    guaranteeNotice: { since: '2026-09-27' },
    priorPrice: { windowDays: 30, progressiveReduction: true },
  },
  contentLint: [
    {
      language: 'fr',
      phrases: ['état neuf', 'comme neuf', 'à neuf'],
      reason: 'A refurbished product may not be called new.',
      source: 'decree-2022-190',
    },
  ],
  sources: { 'decree-2022-190': { title: 'Décret n° 2022-190 du 17 février 2022', date: '2022-02-17' } },
  wording: {
    en: {
      grades: {
        excellent: { label: 'Excellent', definition: 'No signs of use at 20 cm.' },
        good: { label: 'Good', definition: 'Light marks on the body, none on the screen.' },
      },
      categories: {
        smartphone: 'Smartphones',
        tablet: 'Tablets',
        laptop: 'Laptops',
        desktop: 'Desktops',
        wearable: 'Watches and wearables',
        tv: 'Televisions',
        console: 'Consoles',
        other: 'Other devices',
      },
      legal: {
        marginScheme: 'Margin scheme: second-hand goods.',
        marginVatNotRecoverable: 'VAT is not shown and cannot be recovered.',
        reverseCharge: 'Reverse charge.',
        intraEuSupply: 'Exempt intra-Community supply, article 138 of Directive 2006/112/EC.',
        export: 'Exempt export, article 146 of Directive 2006/112/EC.',
        deemedSupplier: 'The marketplace accounts for the VAT on this sale.',
        withdrawHere: 'Withdraw from contract here',
        confirmWithdrawal: 'Confirm withdrawal',
        priorPrice: 'Lowest price of the last 30 days before the reduction',
        taxIncluded: 'VAT included',
        taxAddedAtCheckout: 'Tax is added at checkout',
      },
    },
  },
};
