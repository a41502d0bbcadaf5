import type { Instant, Money } from '@reprise/kernel';
import { instantOf } from '@reprise/kernel';
import type { StatedAmount } from './compile-price-list.js';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';
import { scheduledOverlap } from './scheduled-price.js';
import type { ScheduledPrice } from './scheduled-price.js';
import { readAmount } from './validate-price-list.js';
import type { PriceListError } from './validate-price-list.js';

/** Every reason a price stated ahead is refused; the API answers `ScheduledPriceRejected` and lists all of them. */
export type ScheduledPriceErrorCode =
  | PriceListError['code']
  | 'notPricedInMarket'
  | 'windowBegun'
  | 'alreadyInForce'
  | 'overlappingWindow'
  | 'priceBelowMinimum'
  | 'priceAboveMaximum'
  | 'noReduction'
  | 'tooManyScheduled';

export interface ScheduledPriceError {
  readonly field: string;
  readonly code: ScheduledPriceErrorCode;
  readonly message: string;
}

/** As a seller writes it: amounts and moments are text. */
export interface StatedScheduledPrice extends StatedAmount {
  readonly market: string;
  readonly kind: 'price' | 'sale';
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/** What it is judged by. */
export interface ScheduleContext {
  readonly id: string;
  readonly offerId: string;
  /** What is stated for the market now, its bounds with it. */
  readonly stated: OfferPrice;
  readonly market: MarketTerms;
  /** Everything stated ahead for the offer in this market. */
  readonly others: readonly ScheduledPrice[];
  /** What this one says so far. */
  readonly known: ScheduledPrice | undefined;
  readonly now: Instant;
}

/** More than anybody plans, few enough to look through for every price. */
const openMax = 50;

type Report = (field: string, code: ScheduledPriceErrorCode, message: string) => void;

/** The price stated ahead, or everything that is wrong with it. */
export function checkScheduledPrice(
  said: StatedScheduledPrice,
  context: ScheduleContext,
): { readonly price: Omit<ScheduledPrice, 'version'> } | { readonly errors: readonly ScheduledPriceError[] } {
  const errors: ScheduledPriceError[] = [];
  const report: Report = (field, code, message) => void errors.push({ field, code, message });
  const window = readWindow(said, context, report);
  const amount = readAmount(said, '', context.market, (field, code, message) =>
    report(field.replace(/^\./, ''), code, message),
  );
  if (amount !== undefined) checkAmount(amount, said.kind, context, report);
  if (amount === undefined || window === undefined || errors.length > 0) return { errors };
  const { id, offerId, known } = context;
  const price = { id, offerId, market: said.market, kind: said.kind, price: amount, ...window };
  checkOthers(price, context, report);
  if (known !== undefined) checkBegun(price, known, context.now, report);
  return errors.length > 0 ? { errors } : { price };
}

function readWindow(
  said: StatedScheduledPrice,
  { known, now }: ScheduleContext,
  report: Report,
): Pick<ScheduledPrice, 'validFrom' | 'validTo'> | undefined {
  const [validFrom, validTo] = (['validFrom', 'validTo'] as const).map((field) => {
    const text = said[field];
    const at = text === undefined ? undefined : instantOf(text);
    if (text !== undefined && at === undefined)
      report(field, 'momentMalformed', 'A moment with an offset, such as 2026-11-01T00:00:00+01:00.');
    return at;
  });
  if (validFrom === undefined || (said.validTo !== undefined && validTo === undefined)) return undefined;
  // What is in force keeps its beginning; anything else has to lie ahead, because what was shown cannot change any more.
  if (validFrom <= now && validFrom !== known?.validFrom)
    report(
      'validFrom',
      'windowBegun',
      'A price stated ahead begins in the future; to change the price now, state the offer.',
    );
  if (validTo !== undefined && validTo <= validFrom)
    report('validTo', 'windowInverted', 'The window ends before it starts.');
  else if (validTo !== undefined && validTo <= now)
    report('validTo', 'windowOver', 'The window is over: what was shown then cannot change any more.');
  return { validFrom, ...(validTo === undefined ? {} : { validTo }) };
}

function checkAmount(
  price: Money,
  kind: StatedScheduledPrice['kind'],
  { market, stated }: ScheduleContext,
  report: Report,
): void {
  const { code, priceMin, priceMax } = market;
  const { minPrice, maxPrice } = stated;
  if (price.compare(priceMin) < 0)
    report('amount', 'priceBelowMarketMinimum', `Market ${code} takes no price below ${priceMin.toDecimalString()}.`);
  if (price.compare(priceMax) > 0)
    report('amount', 'priceAboveMarketMaximum', `Market ${code} takes no price above ${priceMax.toDecimalString()}.`);
  if (minPrice !== undefined && price.compare(minPrice) < 0)
    report('amount', 'priceBelowMinimum', `Below your own minPrice of ${minPrice.toDecimalString()}.`);
  if (maxPrice !== undefined && price.compare(maxPrice) > 0)
    report('amount', 'priceAboveMaximum', `Above your own maxPrice of ${maxPrice.toDecimalString()}.`);
  if (kind === 'sale' && price.compare(stated.price) >= 0)
    report('amount', 'noReduction', `Not below your price of ${stated.price.toDecimalString()}, so it is no sale.`);
}

function checkOthers(price: Omit<ScheduledPrice, 'version'>, { others, now }: ScheduleContext, report: Report): void {
  const rest = others.filter(({ id }) => id !== price.id);
  const clash = rest.find((other) => scheduledOverlap(other, { ...price, version: 1 }));
  if (clash !== undefined) {
    const until = clash.validTo === undefined ? 'without end' : `until ${new Date(clash.validTo).toISOString()}`;
    const since = new Date(clash.validFrom).toISOString();
    report('validFrom', 'overlappingWindow', `${clash.id} is stated from ${since} ${until}: end it first.`);
  }
  if (rest.filter(({ validTo }) => validTo === undefined || validTo > now).length >= openMax)
    report('market', 'tooManyScheduled', `At most ${openMax} prices are stated ahead for an offer in a market.`);
}

/** Of what buyers see already, only the end may move. */
function checkBegun(price: Omit<ScheduledPrice, 'version'>, known: ScheduledPrice, now: Instant, report: Report): void {
  if (known.validFrom > now) return;
  const isSame =
    known.validFrom === price.validFrom &&
    known.market === price.market &&
    known.kind === price.kind &&
    known.price.equals(price.price);
  if (!isSame || (known.validTo !== undefined && known.validTo <= now))
    report('validFrom', 'alreadyInForce', 'It has begun: only its end may still be moved, while it lasts.');
}
