import currencyJs from 'currency.js';
import type { Currency } from './currency.js';
import { displayDigitsOf, exponentOf } from './currency.js';
import { Bug } from './fault.js';
import { Money } from './money.js';

/** A currency.js value. Floating point inside and no currency on it: only for showing, never for storing or deciding. */
export type DisplayAmount = currencyJs;

/**
 * The same amount as a currency.js value, in minor units so that nothing is parsed or scaled. An amount currency.js cannot hold or
 * cannot write is a Bug: beyond 2^53 − 1 minor units it is silently wrong, and with three or four decimals its text goes wrong sooner.
 */
export function toDisplayAmount(money: Money): DisplayAmount {
  const precision = exponentOf(money.currency);
  const amount = currencyJs(Number(money.minor), { fromCents: true, precision, errorOnInvalid: true, symbol: '' });
  if (!Number.isSafeInteger(amount.intValue) || amount.toString() !== money.toDecimalString()) {
    throw new Bug(`${money} is too large for currency.js`);
  }
  return amount;
}

/** Back to Money. NaN, infinity, an unsafe integer or another precision than the currency's is a Bug: currency.js lets each of them through. */
export function fromDisplayAmount(amount: DisplayAmount, currency: Currency): Money {
  const { intValue, value } = amount;
  if (!Number.isSafeInteger(intValue)) throw new Bug(`currency.js holds ${intValue}, which is no amount`);
  if (value !== intValue / 10 ** exponentOf(currency)) {
    throw new Bug(`currency.js holds ${value} as ${intValue} minor units, which is not the precision of ${currency}`);
  }
  return Money.ofMinor(BigInt(intValue), currency);
}

/** How formatPlain writes. In patterns `#` is the number and `!` the symbol, as in currency.js. */
export interface PlainFormat {
  /** Decimal point. `.` unless given. */
  readonly decimal?: string;
  /** Between thousands. None unless given. */
  readonly separator?: string;
  readonly symbol?: string;
  readonly pattern?: string;
  readonly negativePattern?: string;
}

/** Every stored decimal in a fixed notation no ICU release can change: files for authorities, receipts, logs. `{ decimal: ',' }` → `-1234,50`. */
export function formatPlain(money: Money, format: PlainFormat = {}): string {
  const { decimal = '.', separator = '', symbol = '', pattern = '#', negativePattern = '-#' } = format;
  return toDisplayAmount(money).format({ decimal, separator, symbol, pattern, negativePattern });
}

/**
 * As people in `locale` (BCP 47) write it, with the currency's display digits: `1 234,50 €`. Exact at any size. A stored amount
 * finer than what is shown (HUF) is rounded half up on its magnitude, and never shown as minus zero.
 * Spaces are the locale's own (U+00A0, U+202F), so normalise before comparing. A malformed locale is a Bug.
 */
export function formatMoney(money: Money, locale: string): string {
  // Intl reads a decimal string exactly; a number would pass through a float.
  return formatterOf(locale, money.currency).format(money.toDecimalString() as `${number}`);
}

/** Bound on formatters kept, should locales ever come from outside the markets' own few. */
const maxFormatters = 1_000;
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    if (formatters.size >= maxFormatters) formatters.clear();
    formatter = newFormatter(locale, currency);
    formatters.set(key, formatter);
  }
  return formatter;
}

function newFormatter(locale: string, currency: Currency): Intl.NumberFormat {
  const digits = displayDigitsOf(currency);
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      roundingMode: 'halfExpand',
      signDisplay: 'negative',
    });
  } catch (cause) {
    throw new Bug(`${JSON.stringify(locale)} is not a locale`, { cause });
  }
}
