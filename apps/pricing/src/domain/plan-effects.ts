import type { Instant } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';
import type { QuoteRequestLine, QuoteTotals, ShipTo } from './quote.js';
import { quotePrice } from './quote-price.js';
import type { PriceTables } from './tax-tables.js';
import { validateOfferTerms } from './validate-offer-terms.js';
import type { StatedOfferTerms } from './validate-offer-terms.js';

/** An offer as a plan looks at it: its terms, its price in the market and its goods. */
export interface PlannedOffer extends Omit<StatedOfferTerms, 'prices'> {
  readonly offerId: string;
  readonly sku: string;
  readonly price: OfferPrice;
  readonly line: Omit<QuoteRequestLine, 'unitPrice' | 'quantity'>;
}

/** What offers are priced under. */
export interface Conditions {
  /** Undefined while there is no such market. */
  readonly terms: MarketTerms | undefined;
  readonly tables: PriceTables;
  readonly shipTo: ShipTo;
  readonly at: Instant;
}

/** What a buyer would pay for one, or everything that keeps it from being bought. */
export type Standing = { readonly totals: QuoteTotals } | { readonly reasons: readonly string[] };

export interface OfferEffect {
  readonly offer: PlannedOffer;
  readonly effect: 'same' | 'repriced' | 'stopping' | 'starting';
  readonly before: Standing;
  readonly after: Standing;
  /** How far what a buyer pays moves, in parts per million. */
  readonly movePpm: number;
}

/** What a plan does to one offer. */
export function effectOn(offer: PlannedOffer, now: Conditions, planned: Conditions): OfferEffect {
  const [before, after] = [standingOf(offer, now), standingOf(offer, planned)];
  const known = { offer, before, after, movePpm: 0 };
  if ('reasons' in before) return { ...known, effect: 'reasons' in after ? 'same' : 'starting' };
  if ('reasons' in after) return { ...known, effect: 'stopping' };
  if (sameTotals(before.totals, after.totals)) return { ...known, effect: 'same' };
  return { ...known, effect: 'repriced', movePpm: movePpm(before.totals, after.totals) };
}

function standingOf(offer: PlannedOffer, { terms, tables, shipTo, at }: Conditions): Standing {
  if (terms === undefined) return { reasons: ['marketNotFound'] };
  const { price } = offer;
  if (price.price.currency !== terms.currency) return { reasons: ['currencyNotAllowedInMarket'] };
  const stated = {
    ...{ market: terms.code, amount: price.price.toDecimalString() },
    minPrice: price.minPrice?.toDecimalString(),
    maxPrice: price.maxPrice?.toDecimalString(),
  };
  const checked = validateOfferTerms({ ...offer, prices: [stated] }, new Map([[terms.code, terms]]));
  if ('errors' in checked) return { reasons: checked.errors.map(({ code }) => code) };
  const lines = [{ ...offer.line, unitPrice: price.price, quantity: 1 }];
  const quote = quotePrice({ market: terms, shipTo, lines }, tables, at);
  return isRejection(quote) ? { reasons: [quote.code] } : { totals: quote.totals };
}

function sameTotals(a: QuoteTotals, b: QuoteTotals): boolean {
  return (['net', 'tax', 'fees', 'shipping', 'gross'] as const).every((part) => a[part].equals(b[part]));
}

function movePpm({ gross: before }: QuoteTotals, { gross: after }: QuoteTotals): number {
  return before.isPositive() ? Number(((after.minor - before.minor) * 1_000_000n) / before.minor) : 0;
}

/** Moves are counted in steps of one percent, five to each side; what is beyond is in the outermost. */
const bucketPpm = 10_000;
const bucketsEachSide = 5;
/** Examples kept: enough to see a pattern, few enough to read. */
const examplesKept = 20;

/** Counts effects as they come, in memory that does not grow with the offers. */
export class EffectTally {
  readonly counts = { same: 0, repriced: 0, stopping: 0, starting: 0 };
  private readonly reasons = new Map<string, number>();
  private readonly buckets = new Array<number>(2 * bucketsEachSide).fill(0);
  private examples: OfferEffect[] = [];

  add(found: OfferEffect): void {
    this.counts[found.effect] += 1;
    if (found.effect === 'same') return;
    if (found.effect === 'repriced') {
      const bucket = Math.floor(found.movePpm / bucketPpm) + bucketsEachSide;
      const within = Math.min(Math.max(bucket, 0), this.buckets.length - 1);
      this.buckets[within] = (this.buckets[within] ?? 0) + 1;
    }
    if (found.effect === 'stopping' && 'reasons' in found.after)
      for (const reason of new Set(found.after.reasons)) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    this.keep(found);
  }

  /** Those that stop first, then those that move most. */
  worst(): readonly OfferEffect[] {
    return this.examples.sort(byWeight).slice(0, examplesKept);
  }

  /** The most frequent first, then by name. */
  reasonsFound(): { readonly code: string; readonly offers: number }[] {
    return [...this.reasons]
      .map(([code, offers]) => ({ code, offers }))
      .sort((a, b) => b.offers - a.offers || (a.code < b.code ? -1 : 1));
  }

  moves(): { readonly fromPpm: number; readonly toPpm: number; readonly offers: number }[] {
    return this.buckets.map((offers, i) => ({
      fromPpm: (i - bucketsEachSide) * bucketPpm,
      toPpm: (i - bucketsEachSide + 1) * bucketPpm,
      offers,
    }));
  }

  private keep(found: OfferEffect): void {
    this.examples.push(found);
    if (this.examples.length >= 10 * examplesKept) this.examples = [...this.worst()];
  }
}

function byWeight(a: OfferEffect, b: OfferEffect): number {
  const [left, right] = [weightOf(a), weightOf(b)];
  return left === right ? 0 : right - left;
}

function weightOf({ effect, movePpm }: OfferEffect): number {
  return effect === 'stopping' ? Infinity : Math.abs(movePpm);
}
