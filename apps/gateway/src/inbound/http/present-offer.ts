import type { Grade } from '@reprise/contracts';
import type { offerSchema } from '@reprise/contracts/http';
import type { MoneyJson } from '@reprise/kernel';
import { Money, mustBeCurrency } from '@reprise/kernel';
import type { z } from 'zod';
import type { OfferInMarket } from '../../application/ports.js';
import { formatMessage } from '../../application/format-message.js';
import type { Voice } from '../../application/voice.js';
import type { BuyBoxTerms } from '../../domain/rank-offers.js';

export type OfferJson = z.input<typeof offerSchema>;
export type AvailabilityJson = OfferJson['availability'];

/** From here on few are left, and a page says so. */
const LOW_STOCK = 3;
/** Largest stock told: a competitor should not read a seller's warehouse off a page. */
const SHOWN_MAX = 10;

/** Days from dispatch within which a defect counts (`pricing.seller.changed`). */
const DEFECT_DAYS = 90;

export const soldOut: AvailabilityJson = { status: 'outOfStock', quantity: 0 };

/** An offer that can be bought, as a page shows it. */
export function presentOffer(offer: OfferInMarket, voice: Voice, terms: BuyBoxTerms): OfferJson {
  const { currency } = voice.market;
  const { deliveryDays } = terms;
  return {
    offerId: offer.offerId,
    seller: { id: offer.sellerId, name: offer.sellerName, demo: offer.demo },
    grade: offer.grade,
    gradeLabel: gradeWords(offer.grade, voice).label,
    price: moneyJson(offer.priceMinor ?? 0, currency),
    ...presentReduction(offer, currency),
    availability: presentAvailability(offer.available),
    delivery: { minDays: offer.leadTimeDays + deliveryDays.min, maxDays: offer.leadTimeDays + deliveryDays.max },
    warrantyMonths: offer.warrantyMonths,
    ...(offer.batteryHealth !== undefined && { batteryHealth: offer.batteryHealth }),
    shipsFrom: offer.shipsFrom,
    vatScheme: offer.vatScheme,
    ...presentQuality(offer, voice),
  };
}

/** How many of the seller's devices failed, where enough were sold for the number to mean something. */
function presentQuality({ quality }: OfferInMarket, { words, locale }: Voice): Pick<OfferJson, 'sellerQuality'> {
  const measures = quality?.measures;
  if (measures === undefined || measures.failure.of < measures.minimumVolume) return {};
  const { events, of, lowPpm, highPpm } = measures.failure;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(events / of);
  const said = words.ranking?.defects;
  const statement = said && formatMessage(said, locale, { percent, devices: of, days: DEFECT_DAYS });
  const share = (ppm: number): string => (ppm / 1_000_000).toFixed(6);
  return {
    sellerQuality: {
      ...{ windowDays: DEFECT_DAYS, devices: of, defects: events },
      share: (events / of).toFixed(6),
      ...{ low: share(lowPpm), high: share(highPpm) },
      ...(statement !== undefined && { statement }),
    },
  };
}

/** The prior price and the reduction from it. A prior price that is not above the price announces no reduction and is not shown. */
function presentReduction(
  { priceMinor, priorPriceMinor }: OfferInMarket,
  currency: string,
): Pick<OfferJson, 'priorPrice' | 'reductionPercent'> {
  if (priceMinor === null || priorPriceMinor === null || priorPriceMinor <= priceMinor) return {};
  // Rounded down: "−8 %" of 7.9 % would announce more than was reduced.
  const percent = Math.floor(((priorPriceMinor - priceMinor) * 100) / priorPriceMinor);
  return { priorPrice: moneyJson(priorPriceMinor, currency), ...(percent > 0 && { reductionPercent: percent }) };
}

export function presentAvailability(available: number): AvailabilityJson {
  if (available <= 0) return soldOut;
  return { status: available <= LOW_STOCK ? 'lowStock' : 'inStock', quantity: Math.min(available, SHOWN_MAX) };
}

/** What the market calls a grade and what it promises; a grade it does not sell keeps its code. */
export function gradeWords(grade: Grade, voice: Voice): { readonly label: string; readonly definition: string } {
  const key = voice.market.grades.find((sold) => sold.grade === grade)?.wordingKey;
  return (key !== undefined ? voice.words.grades[key] : undefined) ?? { label: grade, definition: '' };
}

export function moneyJson(minor: number, currency: string): MoneyJson {
  return Money.ofMinor(BigInt(minor), mustBeCurrency(currency)).toJSON();
}
