import { isRejection, Money } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';
import type { OfferTermsRejectionCode } from './price-rejection.js';
import type { VatScheme } from './quote.js';

/** What a seller states of one offer, its amounts still text: nothing has been checked against a market yet. */
export interface StatedOfferTerms {
  readonly grade: string;
  readonly quantity: number;
  readonly vatScheme: VatScheme;
  readonly warrantyMonths: number;
  readonly batteryHealth?: number | undefined;
  readonly shipsFrom: string;
  readonly prices: readonly StatedPrice[];
}

export interface StatedPrice {
  readonly market: string;
  readonly amount: string;
  readonly currency?: string | undefined;
  readonly minPrice?: string | undefined;
  readonly maxPrice?: string | undefined;
}

export interface OfferTermsError {
  /** Path inside the statement: `prices[0].amount`. */
  readonly field: string;
  readonly code: OfferTermsRejectionCode;
  readonly message: string;
}

/** Units a seller may state of one offer. Zero takes it off sale. */
export const maxStatedQuantity = 10_000;

export const maxWarrantyMonths = 120;

/**
 * Checks a statement against every market it names a price for and reads its amounts. Answers all errors at once, so that a seller mends
 * a row in one go. A market that is not in `markets` is a marketNotFound of the caller, who knows which exist elsewhere.
 */
export function validateOfferTerms(
  stated: StatedOfferTerms,
  markets: ReadonlyMap<string, MarketTerms>,
): { readonly prices: readonly OfferPrice[] } | { readonly errors: readonly [OfferTermsError, ...OfferTermsError[]] } {
  const errors: OfferTermsError[] = [];
  const report: Report = (field, code, message) => void errors.push({ field, code, message });
  checkOffer(stated, report);
  const seen = new Set<string>();
  const prices = stated.prices.flatMap((price, i) => {
    if (seen.has(price.market))
      report(`prices[${i}].market`, 'duplicateMarket', `Market ${price.market} has a price already.`);
    seen.add(price.market);
    const market = markets.get(price.market);
    if (market === undefined) return [];
    checkAgainstMarket(stated, market, report);
    return readPrice(price, market, `prices[${i}]`, report);
  });
  const [first, ...more] = distinct(errors);
  return first === undefined ? { prices } : { errors: [first, ...more] };
}

type Report = (field: string, code: OfferTermsRejectionCode, message: string) => void;

function checkOffer(stated: StatedOfferTerms, report: Report): void {
  const { quantity, warrantyMonths, batteryHealth, prices } = stated;
  if (!isWholeWithin(quantity, 0, maxStatedQuantity))
    report('quantity', 'quantityOutOfRange', `A whole number from 0 to ${maxStatedQuantity}.`);
  if (!isWholeWithin(warrantyMonths, 0, maxWarrantyMonths))
    report('warrantyMonths', 'warrantyOutOfRange', `A whole number from 0 to ${maxWarrantyMonths}.`);
  if (batteryHealth !== undefined && !isWholeWithin(batteryHealth, 1, 100))
    report('batteryHealth', 'batteryHealthOutOfRange', 'A percentage from 1 to 100.');
  if (prices.length === 0) report('prices', 'priceMissing', 'State a price for at least one market.');
}

function checkAgainstMarket(stated: StatedOfferTerms, market: MarketTerms, report: Report): void {
  const { grade, vatScheme, warrantyMonths, shipsFrom } = stated;
  if (!market.grades.has(grade))
    report('grade', 'gradeNotAllowed', `Market ${market.code} does not sell grade ${grade}.`);
  if (!market.tax.vatSchemes.includes(vatScheme))
    report('vatScheme', 'vatSchemeNotAllowed', `Market ${market.code} knows ${market.tax.vatSchemes.join(', ')}.`);
  if (warrantyMonths < market.warrantyMonthsMin)
    report(
      'warrantyMonths',
      'warrantyTooShort',
      `Market ${market.code} asks for ${market.warrantyMonthsMin} months or more.`,
    );
  if (market.shipsFrom !== undefined && !market.shipsFrom.has(shipsFrom))
    report('shipsFrom', 'originNotServed', `Goods from ${shipsFrom} would be an import in market ${market.code}.`);
}

function readPrice(stated: StatedPrice, market: MarketTerms, field: string, report: Report): OfferPrice[] {
  if (stated.currency !== undefined && stated.currency !== market.currency) {
    report(
      `${field}.currency`,
      'currencyNotAllowedInMarket',
      `Market ${market.code} sells in ${market.currency}; nothing is converted.`,
    );
    return [];
  }
  const read = (key: 'amount' | 'minPrice' | 'maxPrice'): Money | undefined => {
    const text = stated[key];
    if (text === undefined) return undefined;
    const money = Money.parse(text, market.currency);
    if (!isRejection(money)) return money;
    // The currency is the market's own, so what is left is a fault of the number.
    report(`${field}.${key}`, money.code === 'unknownCurrency' ? 'moneyMalformed' : money.code, `${money.message}.`);
    return undefined;
  };
  const [price, minPrice, maxPrice] = [read('amount'), read('minPrice'), read('maxPrice')];
  if (price === undefined) return [];
  checkBounds({ price, minPrice, maxPrice }, market, field, report);
  return [
    {
      market: stated.market,
      price,
      ...(minPrice === undefined ? {} : { minPrice }),
      ...(maxPrice === undefined ? {} : { maxPrice }),
    },
  ];
}

function checkBounds(
  { price, minPrice, maxPrice }: { price: Money; minPrice: Money | undefined; maxPrice: Money | undefined },
  market: MarketTerms,
  field: string,
  report: Report,
): void {
  if (!price.isPositive()) report(`${field}.amount`, 'priceNotPositive', 'A price is above zero.');
  else if (price.compare(market.priceMin) < 0)
    report(
      `${field}.amount`,
      'priceBelowMarketMinimum',
      `Market ${market.code} takes no price below ${market.priceMin.toDecimalString()}.`,
    );
  if (price.compare(market.priceMax) > 0)
    report(
      `${field}.amount`,
      'priceAboveMarketMaximum',
      `Market ${market.code} takes no price above ${market.priceMax.toDecimalString()}.`,
    );
  if (minPrice?.isNegative() === true) report(`${field}.minPrice`, 'priceNotPositive', 'A bound is zero or more.');
  if (minPrice !== undefined && maxPrice !== undefined && minPrice.compare(maxPrice) > 0) {
    report(`${field}.minPrice`, 'priceRangeInverted', 'minPrice is above maxPrice.');
    return;
  }
  if (minPrice !== undefined && price.compare(minPrice) < 0)
    report(`${field}.amount`, 'priceBelowMinimum', `Below your own minPrice of ${minPrice.toDecimalString()}.`);
  if (maxPrice !== undefined && price.compare(maxPrice) > 0)
    report(`${field}.amount`, 'priceAboveMaximum', `Above your own maxPrice of ${maxPrice.toDecimalString()}.`);
}

/** Two markets may refuse the same grade with the same words; three lines saying so help nobody. */
function distinct(errors: readonly OfferTermsError[]): OfferTermsError[] {
  return errors.filter(
    (error, i) =>
      errors.findIndex(
        ({ field, code, message }) => field === error.field && code === error.code && message === error.message,
      ) === i,
  );
}

function isWholeWithin(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}
