import type { Currency, LocalDay, Money, Outcome, Ratio, Rejection } from '@reprise/kernel';
import { divideRatios, isRejection, ratioOf, reject } from '@reprise/kernel';
import { ratioOfQuote } from './fx-rate.js';
import type { FxRate } from './fx-rate.js';
import { targetDaysSince } from './target-days.js';

/** Rates of one source as of one day, with how far they may be trusted. */
export interface FxSheet {
  readonly base: Currency;
  /** The day they are asked for. */
  readonly date: LocalDay;
  readonly rates: ReadonlyMap<string, FxRate>;
  /** TARGET days a rate may have missed. */
  readonly maxAgeDays: number;
}

export type FxRejection = Rejection<'FxRateMissing' | 'FxRateStale'>;

/**
 * Units of `to` per unit of `from`, exactly, by way of the source's base currency. Rejects a currency without a rate and a rate that has
 * missed too many days: what nobody has looked at for a week says nothing about today.
 */
export function crossRate(from: Currency, to: Currency, sheet: FxSheet): Outcome<Ratio, FxRejection> {
  const perFrom = perBase(from, sheet);
  if (isRejection(perFrom)) return perFrom;
  const perTo = perBase(to, sheet);
  return isRejection(perTo) ? perTo : divideRatios(perTo, perFrom);
}

/** Money of `money`'s worth in another currency: by way of the base, rounded once, half up. For proposals and reports, never for a charge. */
export function convertMoney(money: Money, to: Currency, sheet: FxSheet): Outcome<Money, FxRejection> {
  const rate = crossRate(money.currency, to, sheet);
  return isRejection(rate) ? rate : money.convertedTo(to, rate, 'halfUp');
}

function perBase(currency: Currency, { base, date, rates, maxAgeDays }: FxSheet): Outcome<Ratio, FxRejection> {
  if (currency === base) return ratioOf(1n, 1n);
  const rate = rates.get(currency);
  if (rate === undefined) return reject('FxRateMissing', `There is no rate of ${currency} for ${date}.`);
  const missed = targetDaysSince(rate.date, date);
  if (missed <= maxAgeDays) return ratioOfQuote(rate.quote);
  return reject(
    'FxRateStale',
    `The rate of ${currency} is of ${rate.date}, ${missed} business days before ${date}; at most ${maxAgeDays} are accepted.`,
    { details: { currency, rateDate: rate.date, missedDays: missed } },
  );
}
