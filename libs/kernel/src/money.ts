import type { Currency } from './currency.js';
import { currencyOf, exponentOf } from './currency.js';
import { Bug } from './fault.js';
import type { Outcome, Rejection } from './outcome.js';
import { isRejection, reject } from './outcome.js';
import type { Ratio } from './ratio.js';
import type { RoundingMode } from './rounding.js';
import { divideRounded } from './rounding.js';

/** Money on HTTP and Kafka: an exact decimal with every digit of the currency's exponent, and an ISO 4217 code. */
export interface MoneyJson {
  readonly amount: string;
  readonly currency: string;
}

/** Why a text is not money. `tooManyDecimals`: more than the currency has; it is refused, never rounded away. */
export type MoneyRejection = Rejection<'moneyMalformed' | 'tooManyDecimals' | 'unknownCurrency' | 'outOfRange'>;

/** Two currencies met in one sum or comparison. Converting needs a rate and a date, so this is always a Bug. */
export class CurrencyMismatch extends Bug {
  constructor(left: Currency, right: Currency) {
    super(`${left} met ${right}; convert explicitly, at a stated rate`);
  }
}

/** A result that PostgreSQL's bigint cannot hold: no real sum of money, so inputs were not bounded. */
export class MoneyOutOfRange extends Bug {
  constructor(minor: bigint, currency: Currency) {
    super(`${minor} minor units of ${currency} are beyond ±${maxMinor}`);
  }
}

/** Largest magnitude, in minor units: 2^63 − 1, what PostgreSQL's bigint holds. Symmetric, so that negating always works. */
export const maxMinor = 2n ** 63n - 1n;

/**
 * An exact amount of one currency. Immutable; every operation returns a new value. Integer minor units inside (`minor`: cents for EUR),
 * so nothing is ever rounded but where a rounding mode is named.
 */
export class Money {
  readonly minor: bigint;
  readonly currency: Currency;

  private constructor(minor: bigint, currency: Currency) {
    if (minor > maxMinor || minor < -maxMinor) throw new MoneyOutOfRange(minor, currency);
    this.minor = minor;
    this.currency = currency;
    Object.freeze(this);
  }

  /** From minor units: `Money.ofMinor(49900n, EUR)` is €499.00. Beyond ±(2^63 − 1) is a Bug. */
  static ofMinor(minor: bigint, currency: Currency): Money {
    return new Money(minor, currency);
  }

  /** Nothing, in a currency. */
  static zero(currency: Currency): Money {
    return new Money(0n, currency);
  }

  /** From a plain decimal and a code, strictly: an optional `-`, digits, at most the currency's decimals. No `+`, exponent, grouping or space. */
  static parse(amount: string, currencyCode: string): Outcome<Money, MoneyRejection> {
    const currency = currencyOf(currencyCode);
    if (currency === undefined)
      return reject('unknownCurrency', 'not an ISO 4217 currency code', { field: 'currency' });
    const match = amountPattern.exec(amount);
    if (match === null) return reject('moneyMalformed', 'must be a plain decimal like "499.00"', { field: 'amount' });
    const [, sign = '', whole = '', fraction = ''] = match;
    const exponent = exponentOf(currency);
    if (fraction.length > exponent) {
      return reject('tooManyDecimals', `${currency} has ${exponent} decimals`, { field: 'amount' });
    }
    if (whole.length > maxWholeDigits) return reject('outOfRange', 'too large an amount', { field: 'amount' });
    const minor = BigInt(sign + whole + fraction.padEnd(exponent, '0'));
    if (minor > maxMinor || minor < -maxMinor) return reject('outOfRange', 'too large an amount', { field: 'amount' });
    return new Money(minor, currency);
  }

  /** As parse, for literals, tests and data already validated: a rejection is a Bug. */
  static of(amount: string, currencyCode: string): Money {
    const money = Money.parse(amount, currencyCode);
    if (isRejection(money)) throw new Bug(`${JSON.stringify(amount)} ${currencyCode}: ${money.code}, ${money.message}`);
    return money;
  }

  /** Reads what toJSON wrote, once a schema has checked its shape: a rejection is a Bug. */
  static fromJson({ amount, currency }: MoneyJson): Money {
    return Money.of(amount, currency);
  }

  /** The sum; `currency` says what an empty list is a sum of. */
  static sum(moneys: Iterable<Money>, currency: Currency): Money {
    let minor = 0n;
    for (const money of moneys) {
      if (money.currency !== currency) throw new CurrencyMismatch(currency, money.currency);
      minor += money.minor;
    }
    return new Money(minor, currency);
  }

  /** The larger; the first when equal. */
  static max(first: Money, ...others: readonly Money[]): Money {
    return others.reduce((best, next) => (next.compare(best) > 0 ? next : best), first);
  }

  /** The smaller; the first when equal. */
  static min(first: Money, ...others: readonly Money[]): Money {
    return others.reduce((best, next) => (next.compare(best) < 0 ? next : best), first);
  }

  /** Exact sum. */
  plus(other: Money): Money {
    return new Money(this.minor + this.sameCurrency(other).minor, this.currency);
  }

  /** Exact difference. */
  minus(other: Money): Money {
    return new Money(this.minor - this.sameCurrency(other).minor, this.currency);
  }

  /** The same magnitude with the other sign. A refund is the negated stored amount, never a second calculation. */
  negated(): Money {
    return new Money(-this.minor, this.currency);
  }

  /** The magnitude. */
  abs(): Money {
    return this.isNegative() ? this.negated() : this;
  }

  /** Exact product with a whole number, such as a quantity. A fractional or unsafe number is a Bug: use timesRatio. */
  times(factor: bigint | number): Money {
    if (typeof factor === 'number' && !Number.isSafeInteger(factor)) {
      throw new Bug(`${factor} is not a whole number; multiply money by a fraction with timesRatio`);
    }
    return new Money(this.minor * BigInt(factor), this.currency);
  }

  /** Product with a fraction, rounded once to a minor unit in the named mode. */
  timesRatio(ratio: Ratio, mode: RoundingMode): Money {
    return new Money(divideRounded(this.minor * ratio.numerator, ratio.denominator, mode), this.currency);
  }

  /** In another currency, at `rate` units of it per unit of this one, rounded once. Exponents may differ (EUR → JPY). */
  convertedTo(currency: Currency, rate: Ratio, mode: RoundingMode): Money {
    const numerator = this.minor * rate.numerator * 10n ** BigInt(exponentOf(currency));
    const denominator = rate.denominator * 10n ** BigInt(exponentOf(this.currency));
    return new Money(divideRounded(numerator, denominator, mode), currency);
  }

  /** The multiple of `incrementMinor` (positive minor units) the mode picks: cash rounding, whole-unit and charm prices. */
  roundedTo(incrementMinor: bigint, mode: RoundingMode): Money {
    if (incrementMinor <= 0n) throw new Bug(`roundedTo: ${incrementMinor} is not a positive increment`);
    return new Money(divideRounded(this.minor, incrementMinor, mode) * incrementMinor, this.currency);
  }

  /** −1, 0 or 1 as this is below, equal to or above the other. A total order within one currency. */
  compare(other: Money): -1 | 0 | 1 {
    const { minor } = this.sameCurrency(other);
    return this.minor < minor ? -1 : this.minor > minor ? 1 : 0;
  }

  /** Same amount of the same currency. The one question two currencies may be asked: the answer is no. */
  equals(other: Money): boolean {
    return this.minor === other.minor && this.currency === other.currency;
  }

  /** Exactly nothing. */
  isZero(): boolean {
    return this.minor === 0n;
  }

  /** Below zero. */
  isNegative(): boolean {
    return this.minor < 0n;
  }

  /** Above zero. */
  isPositive(): boolean {
    return this.minor > 0n;
  }

  /** Every decimal of the exponent, a point, no grouping: `"499.00"`, `"-0.05"`, `"1500"` for JPY. `Money.parse` reads it back. */
  toDecimalString(): string {
    const exponent = exponentOf(this.currency);
    if (exponent === 0) return this.minor.toString();
    const sign = this.isNegative() ? '-' : '';
    const digits = this.abs()
      .minor.toString()
      .padStart(exponent + 1, '0');
    return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  }

  /** The form on HTTP and Kafka. */
  toJSON(): MoneyJson {
    return { amount: this.toDecimalString(), currency: this.currency };
  }

  /** For logs and messages to developers; people are shown `formatMoney`. */
  toString(): string {
    return `${this.toDecimalString()} ${this.currency}`;
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency) throw new CurrencyMismatch(this.currency, other.currency);
    return other;
  }
}

const amountPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** More than maxMinor has, with room for leading zeros. Refused before BigInt has to read a megabyte of digits. */
const maxWholeDigits = 40;
