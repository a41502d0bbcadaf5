import { marketChangedV1 } from '@reprise/contracts/events';
import { localeWordingSchema } from '@reprise/contracts/market';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { OfferInMarket } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';
import { presentOffer } from './present-offer.js';

const wordsOf = (language: string) =>
  localeWordingSchema.parse(
    parse(readFileSync(new URL(`../../../../../markets/locales/${language}.yaml`, import.meta.url), 'utf8')),
  );
const market = {
  ...marketChangedV1.example.definition,
  locales: ['en', 'fr-FR', 'de-DE'].map((locale) => ({ locale, fallback: ['en'] })),
  wording: { en: wordsOf('en'), 'fr-FR': wordsOf('fr'), 'de-DE': wordsOf('de') },
};
const terms = {
  ...{ gradeSold: true, priceMinMinor: 50, priceMaxMinor: 5_000_000, warrantyMonthsMin: 12, shipsFrom: undefined },
  ...{ shippingMinor: 0, deliveryDays: { min: 2, max: 6 } },
};
const measure = (events: number, of: number) => ({ events, of, lowPpm: 16_988, highPpm: 36_643 });

function offerOf(defects: number, devices: number): OfferInMarket {
  const rest = { cancel: measure(0, 0), lateShip: measure(0, 0), wrongGrade: measure(0, 0) };
  return {
    ...{ offerId: 'o1', sellerId: 's1', sellerName: 'Atelier', demo: false, seller: 'active', listed: true },
    ...{ available: 3, priceMinor: 39_900, sellerMinMinor: null, priorPriceMinor: null, warrantyMonths: 24 },
    ...{ batteryHealth: 90, grade: 'GOOD', shipsFrom: 'FR', leadTimeDays: 1, penaltyPpm: 0, vatScheme: 'REGULAR' },
    quality: {
      ...{ volume: devices, failureRatePpm: 0, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 },
      measures: { rule: 1, minimumVolume: 30, failure: measure(defects, devices), ...rest },
    },
  };
}

test.each([
  ['en', '2.5% of 1,000 devices this seller sent came back with a defect within 90 days.'],
  ['de-DE', '2,5 % von 1.000 Geräten dieses Händlers kamen innerhalb von 90 Tagen mit einem Defekt zurück.'],
  ['fr-FR', '2,5 % des 1 000 appareils expédiés par ce vendeur sont revenus avec un défaut dans les 90 jours.'],
])('in %s an offer says how many of its seller’s devices failed', (locale, statement) => {
  const { sellerQuality } = presentOffer(offerOf(25, 1_000), new Voice(market, locale), terms);
  // Numbers are set with spaces that do not break.
  expect({ ...sellerQuality, statement: sellerQuality?.statement?.replace(/[\u00a0\u202f]/g, ' ') }).toEqual({
    ...{ windowDays: 90, devices: 1_000, defects: 25, share: '0.025000', low: '0.016988', high: '0.036643' },
    statement,
  });
});

test('of a seller who sent too few to say, nothing is said', () => {
  expect(presentOffer(offerOf(3, 29), new Voice(market, 'en'), terms)).not.toHaveProperty('sellerQuality');
  expect(presentOffer(offerOf(0, 30), new Voice(market, 'en'), terms).sellerQuality?.share).toBe('0.000000');
});
