import type { Instant } from '@reprise/kernel';
import { compareRatios, instantOf, isRejection, Money, parseDecimalRatio } from '@reprise/kernel';
import type { StatedAdjustment, StatedAmount, StatedPriceList } from './compile-price-list.js';
import type { MarketTerms } from './market-terms.js';

/** Every reason a price list is refused, one a field; the API answers `PriceListRejected` and lists all of them. */
export const priceListRejectionCodes = [
  'momentMalformed',
  'windowInverted',
  'windowOver',
  'gradeNotAllowed',
  'quantityOutOfRange',
  'percentOutOfRange',
  'currencyNotAllowedInMarket',
  'moneyMalformed',
  'tooManyDecimals',
  'outOfRange',
  'priceNotPositive',
  'priceBelowMarketMinimum',
  'priceAboveMarketMaximum',
  'duplicateOffer',
] as const;

export interface PriceListError {
  /** Path inside the statement: `adjustment.prices[0].amount`. */
  readonly field: string;
  readonly code: (typeof priceListRejectionCodes)[number];
  readonly message: string;
}

export type ReportPriceListError = (field: string, code: PriceListError['code'], message: string) => void;
type Report = ReportPriceListError;

/** Everything that is wrong with a statement, all at once, against the market it is for. */
export function priceListErrors(stated: StatedPriceList, market: MarketTerms, now: Instant): PriceListError[] {
  const errors: PriceListError[] = [];
  const report: Report = (field, code, message) => void errors.push({ field, code, message });
  checkWindow(stated, now, report);
  checkRules(stated.rules, market, report);
  checkAdjustment(stated.adjustment, market, report);
  return errors;
}

function checkWindow(stated: StatedPriceList, now: Instant, report: Report): void {
  const [validFrom, validTo] = (['validFrom', 'validTo'] as const).map((field) => {
    const text = stated[field];
    const at = text === undefined ? undefined : instantOf(text);
    if (text !== undefined && at === undefined)
      report(field, 'momentMalformed', 'A moment with an offset, such as 2026-11-01T00:00:00+01:00.');
    return at;
  });
  if (validFrom === undefined || validTo === undefined) return;
  if (validTo <= validFrom) report('validTo', 'windowInverted', 'The window ends before it starts.');
  else if (validTo <= now)
    report('validTo', 'windowOver', 'The window is over: what was shown then cannot change any more.');
}

function checkRules({ grade, minQuantity }: StatedPriceList['rules'], market: MarketTerms, report: Report): void {
  const { code, grades, quantityMax } = market;
  if (grade !== undefined && !grades.has(grade))
    report('rules.grade', 'gradeNotAllowed', `Market ${code} does not sell grade ${grade}.`);
  if (minQuantity > quantityMax)
    report('rules.minQuantity', 'quantityOutOfRange', `Market ${code} sells at most ${quantityMax} of an offer.`);
}

function checkAdjustment(stated: StatedAdjustment, market: MarketTerms, report: Report): void {
  switch (stated.type) {
    case 'percentOff':
      return checkPercent(stated.percent, report);
    case 'amountOff':
      return void readAmount(stated, 'adjustment', market, report);
    case 'fixedPrices':
      return checkPrices(stated.prices, market, report);
  }
}

/** A share of the price, above nothing and below all of it. */
function checkPercent(text: string, report: Report): void {
  const percent = parseDecimalRatio(text);
  const isWithin =
    percent !== undefined && percent.numerator > 0n && compareRatios(percent, { numerator: 100n, denominator: 1n }) < 0;
  if (!isWithin)
    report('adjustment.percent', 'percentOutOfRange', 'Above 0 and below 100, as a decimal such as "7.5".');
}

function checkPrices(
  stated: readonly ({ readonly offerId: string } & StatedAmount)[],
  market: MarketTerms,
  report: Report,
): void {
  const { priceMin, priceMax, code } = market;
  const seen = new Set<string>();
  stated.forEach((entry, i) => {
    const field = `adjustment.prices[${i}]`;
    if (seen.has(entry.offerId))
      report(`${field}.offerId`, 'duplicateOffer', 'This offer has a price in the list already.');
    seen.add(entry.offerId);
    const price = readAmount(entry, field, market, report);
    if (price === undefined) return;
    const amount = `${field}.amount`;
    if (price.compare(priceMin) < 0)
      report(amount, 'priceBelowMarketMinimum', `Market ${code} takes no price below ${priceMin.toDecimalString()}.`);
    if (price.compare(priceMax) > 0)
      report(amount, 'priceAboveMarketMaximum', `Market ${code} takes no price above ${priceMax.toDecimalString()}.`);
  });
}

/** Reads an amount of the market's currency; what is wrong with it is reported under the field. */
export function readAmount(
  stated: StatedAmount,
  field: string,
  market: MarketTerms,
  report: Report,
): Money | undefined {
  const { currency, code } = market;
  if (stated.currency !== undefined && stated.currency !== currency) {
    const message = `Market ${code} sells in ${currency}; nothing is converted.`;
    report(`${field}.currency`, 'currencyNotAllowedInMarket', message);
    return undefined;
  }
  const money = Money.parse(stated.amount, currency);
  if (isRejection(money)) {
    // The currency is the market's own, so what is left is a fault of the number.
    report(`${field}.amount`, money.code === 'unknownCurrency' ? 'moneyMalformed' : money.code, `${money.message}.`);
    return undefined;
  }
  if (money.isPositive()) return money;
  report(`${field}.amount`, 'priceNotPositive', 'An amount is above zero.');
  return undefined;
}
