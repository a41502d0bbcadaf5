import { data as isoCurrencies } from 'currency-codes';
import type { Brand } from './brand.js';
import { codesThatAreNotMoney, currencyOverlays } from './currency-overlay.js';
import { Bug } from './fault.js';

/** An ISO 4217 code of real money, upper case: `EUR`. */
export type Currency = Brand<string, 'Currency'>;

interface CurrencyFacts {
  readonly exponent: number;
  readonly displayDigits: number;
  readonly cashIncrementMinor: bigint;
  readonly withdrawnFrom: string | undefined;
}

const factsByCode: ReadonlyMap<string, CurrencyFacts> = new Map(
  isoCurrencies
    .filter(({ code }) => !codesThatAreNotMoney.has(code))
    .map(({ code, digits }) => {
      const overlay = currencyOverlays[code] ?? {};
      return [
        code,
        {
          exponent: digits,
          displayDigits: overlay.displayDigits ?? digits,
          cashIncrementMinor: overlay.cashIncrementMinor ?? 1n,
          withdrawnFrom: overlay.withdrawnFrom,
        },
      ];
    }),
);

/** The currency of an exact upper-case code, or undefined. Withdrawn currencies are known: old orders are in them. */
export function currencyOf(code: string): Currency | undefined {
  return factsByCode.has(code) ? (code as Currency) : undefined;
}

/** As currencyOf, for literals and data already validated: anything else is a Bug. */
export function mustBeCurrency(code: string): Currency {
  const currency = currencyOf(code);
  if (currency === undefined) throw new Bug(`${JSON.stringify(code)} is not an ISO 4217 currency code`);
  return currency;
}

/** Decimals that are stored and sent: 2 for EUR and HUF, 0 for JPY, 3 for KWD, 4 for CLF. From ISO 4217, never from Intl. */
export function exponentOf(currency: Currency): number {
  return factsOf(currency).exponent;
}

/** Decimals shown to people: as stored, except where the market shows fewer (HUF 0). */
export function displayDigitsOf(currency: Currency): number {
  return factsOf(currency).displayDigits;
}

/** Smallest amount payable in cash, in minor units: 5 for CHF, 500 for HUF, 1 where every minor unit has a coin. */
export function cashIncrementOf(currency: Currency): bigint {
  return factsOf(currency).cashIncrementMinor;
}

/** First day (YYYY-MM-DD) the currency is no longer legal tender, or undefined while it is. */
export function withdrawnFrom(currency: Currency): string | undefined {
  return factsOf(currency).withdrawnFrom;
}

/** Every known currency, in code order: for schemas and exhaustive tests. */
export function allCurrencies(): Currency[] {
  return [...factsByCode.keys()].sort() as Currency[];
}

function factsOf(currency: Currency): CurrencyFacts {
  const facts = factsByCode.get(currency);
  if (facts === undefined) throw new Bug(`${JSON.stringify(currency)} was branded a currency but is none`);
  return facts;
}
