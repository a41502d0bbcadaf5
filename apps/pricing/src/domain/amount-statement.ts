import { exponentOf } from '@reprise/kernel';
import type { Currency } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import { maxStatedQuantity, maxWarrantyMonths } from './validate-offer-terms.js';
import type { StatedOfferTerms, StatedPrice } from './validate-offer-terms.js';

/** A price of a statement that is right beyond doubt, in minor units small enough for a number. */
export interface StatedAmount {
  readonly market: string;
  readonly currency: Currency;
  readonly minor: number;
  readonly minMinor: number | null;
  readonly maxMinor: number | null;
}

/** A market as amounts are held against it: once compiled, a check is a comparison of numbers. */
export interface AmountScale {
  readonly market: MarketTerms;
  readonly exponent: number;
  readonly minMinor: number;
  readonly maxMinor: number;
}

export function amountScaleOf(market: MarketTerms): AmountScale {
  return {
    market,
    exponent: exponentOf(market.currency),
    minMinor: Number(market.priceMin.minor),
    maxMinor: Number(market.priceMax.minor),
  };
}

/**
 * The prices of a statement where everything about it is right at first sight, and undefined where it is not, or may not be: then
 * `validateOfferTerms` is asked, which words what is wrong. What is answered here it would answer too; a property holds the two together.
 */
export function readAmounts(
  stated: StatedOfferTerms,
  scaleOf: (market: string) => AmountScale | undefined,
): StatedAmount[] | undefined {
  const { quantity, warrantyMonths, batteryHealth, prices } = stated;
  if (!isWhole(quantity, 0, maxStatedQuantity) || !isWhole(warrantyMonths, 0, maxWarrantyMonths)) return undefined;
  if (batteryHealth !== undefined && !isWhole(batteryHealth, 1, 100)) return undefined;
  if (prices.length === 0) return undefined;
  const amounts: StatedAmount[] = [];
  for (const price of prices) {
    const scale = scaleOf(price.market);
    if (scale === undefined || !suits(stated, scale.market)) return undefined;
    if (amounts.some(({ market }) => market === price.market)) return undefined;
    const amount = readAmount(price, scale);
    if (amount === undefined) return undefined;
    amounts.push(amount);
  }
  return amounts;
}

function suits({ grade, vatScheme, warrantyMonths, shipsFrom }: StatedOfferTerms, market: MarketTerms): boolean {
  return (
    market.grades.has(grade) &&
    market.tax.vatSchemes.includes(vatScheme) &&
    warrantyMonths >= market.warrantyMonthsMin &&
    (market.shipsFrom === undefined || market.shipsFrom.has(shipsFrom))
  );
}

function readAmount(
  { market, amount, currency, minPrice, maxPrice }: StatedPrice,
  { market: terms, exponent, minMinor: lowest, maxMinor: highest }: AmountScale,
): StatedAmount | undefined {
  if (currency !== undefined && currency !== terms.currency) return undefined;
  const minor = minorOf(amount, exponent);
  const minMinor = minPrice === undefined ? null : minorOf(minPrice, exponent);
  const maxMinor = maxPrice === undefined ? null : minorOf(maxPrice, exponent);
  if (minor === undefined || minMinor === undefined || maxMinor === undefined) return undefined;
  if (minor <= 0 || minor < lowest || minor > highest) return undefined;
  if ((minMinor !== null && minor < minMinor) || (maxMinor !== null && minor > maxMinor)) return undefined;
  return { market, currency: terms.currency, minor, minMinor, maxMinor };
}

/** Digits a number holds without loss. */
const digitsMax = 15;

/** Minor units of a plain decimal with at most the currency's decimals; undefined for anything else. */
export function minorOf(text: string, exponent: number): number | undefined {
  let minor = 0;
  let digits = 0;
  let point = -1;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      minor = minor * 10 + digit;
      digits += 1;
    } else if (digit === pointCode && point < 0 && digits > 0) point = digits;
    else return undefined;
  }
  const decimals = point < 0 ? 0 : digits - point;
  if (digits === 0 || decimals > exponent || (point >= 0 && decimals === 0)) return undefined;
  if (digits + exponent - decimals > digitsMax) return undefined;
  return minor * (powersOfTen[exponent - decimals] as number);
}

const pointCode = '.'.charCodeAt(0) - 48;
const powersOfTen = [1, 10, 100, 1_000, 10_000];

/** Minor units as every decimal the currency has: 4990 at two decimals is `49.90`. */
export function decimalOf(minor: number, exponent: number): string {
  if (exponent === 0) return String(minor);
  const digits = String(minor).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
