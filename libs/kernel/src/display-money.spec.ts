import currencyJs from 'currency.js';
import fc from 'fast-check';
import { allocate } from './allocate.js';
import { allCurrencies, mustBeCurrency } from './currency.js';
import { Bug } from './fault.js';
import { formatMoney, formatPlain, fromDisplayAmount, toDisplayAmount } from './display-money.js';
import { Money } from './money.js';
import { divideRatios, ratioOf, ratioOfDecimal } from './ratio.js';

const eur = mustBeCurrency('EUR');
const times = (amount: string, factor: string) =>
  Money.of(amount, 'EUR').timesRatio(ratioOfDecimal(factor), 'halfUp').toDecimalString();
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what currency.js 2.0.4 gets wrong, and Money right', () => {
  test('a sale and its refund cancel: currency.js rounds halves toward +∞', () => {
    expect(currencyJs(1.005).value + currencyJs(-1.005).value).toBeCloseTo(0.01);
    expect([currencyJs(10.5).multiply(0.05).value, currencyJs(-10.5).multiply(0.05).value]).toEqual([0.53, -0.52]);
    expect([times('10.50', '0.05'), times('-10.50', '0.05')]).toEqual(['0.53', '-0.53']);
  });

  test('one rounding: currency.js first rounds to a ten-thousandth of a cent', () => {
    expect(currencyJs(1).multiply(0.0049996).value).toBe(0.01);
    expect(times('1.00', '0.0049996')).toBe('0.00'); // 0.49996 cents.
  });

  test('dividing by a rate: currency.js cuts the divisor to four more decimals', () => {
    expect(currencyJs(1000).divide(0.00612345678).value).toBe(163_318.63);
    expect(currencyJs(1000).divide(0.0000001).value).toBe(Infinity);
    const rate = divideRatios(ratioOf(1n, 1n), ratioOfDecimal('0.00612345678'));
    expect(Money.of('1000.00', 'EUR').timesRatio(rate, 'halfUp').toDecimalString()).toBe('163306.45');
  });

  test('tax inside a price: chained and net-first currency.js lose cents', () => {
    expect(currencyJs(219, { fromCents: true }).multiply(25.5).divide(125.5).intValue).toBe(45);
    expect(Money.of('2.19', 'EUR').timesRatio(ratioOf(255n, 1255n), 'halfUp').minor).toBe(44n);
    expect(currencyJs(51.99).subtract(currencyJs(51.99).divide(1.2)).value).toBe(8.66);
    expect(Money.of('51.99', 'EUR').timesRatio(ratioOf(20n, 120n), 'halfUp').toDecimalString()).toBe('8.67');
  });

  test('multiplying by a currency.js rate rounds the rate to cents', () => {
    expect(currencyJs(180).multiply(currencyJs(0.09975)).value).toBe(18);
    expect(times('180.00', '0.09975')).toBe('17.96');
  });

  test.each([
    ['abc', 0],
    ['NaN', 0],
    ['1.234,56', 1.23],
    ['1 234,56 €', 123_456],
    ['1e3', 13],
    ['\u22125.00', 5],
  ])('garbage: currency.js reads %j as %d, Money refuses it', (text, wrongly) => {
    expect(currencyJs(text, { errorOnInvalid: text === 'abc' }).value).toBe(wrongly);
    expect(Money.parse(text, 'EUR')).toMatchObject({ code: 'moneyMalformed' });
  });

  test('nothing at all: currency.js takes undefined, null and a bigint for zero', () => {
    const untyped = currencyJs as unknown as (value: unknown) => currencyJs;
    expect([undefined, null, 10n].map((value) => untyped(value).value)).toEqual([0, 0, 0]);
    expect(Money.parse('', 'EUR')).toMatchObject({ code: 'moneyMalformed' });
  });

  test('currencies and scales: currency.js adds euros to dollars and cents to mills', () => {
    expect(currencyJs(1, { symbol: '€' }).add(currencyJs(1, { symbol: '$' })).value).toBe(2);
    const mills = currencyJs(1000, { fromCents: true, precision: 3 });
    expect(currencyJs(100, { fromCents: true }).add(mills).value).toBe(11);
    expect(() => Money.of('1.00', 'EUR').plus(Money.of('1.00', 'USD'))).toThrow('EUR met USD');
    expect(() => fromDisplayAmount(mills, eur)).toThrow('not the precision of EUR');
  });

  test('splitting: distribute(2.5) never returns; allocate takes ratios and always does', () => {
    const parts = allocate(Money.of('100.00', 'EUR'), [25n, 10n]);
    expect(parts.map((part) => part.toDecimalString())).toEqual(['71.43', '28.57']);
  });

  test('large amounts: dollars() is 32-bit and 2^53 is the end', () => {
    expect(currencyJs(3e9).dollars()).toBe(-1_294_967_296);
    expect(String(currencyJs('90071992547409.93').intValue)).not.toBe('9007199254740993');
    expect(currencyJs(8_856_011_569_823_703, { fromCents: true, precision: 4 }).toString()).not.toBe(
      '885601156982.3703',
    );
    const large = Money.of('90071992547409.93', 'EUR');
    expect(large.toDecimalString()).toBe('90071992547409.93');
    expect(() => toDisplayAmount(large)).toThrow('too large for currency.js');
  });

  test('cash rounding: increment changes the text and not the value', () => {
    const cash = currencyJs(1.23, { increment: 0.05 });
    expect([cash.toString(), cash.value]).toEqual(['1.25', 1.23]);
    expect(Money.of('1.23', 'CHF').roundedTo(5n, 'halfUp').minor).toBe(125n);
  });

  test('JSON, order and zero: a float, a string comparison and −0', () => {
    expect(currencyJs(499).toJSON()).toBe(499);
    expect((currencyJs(2) as unknown as string) > (currencyJs(10) as unknown as string)).toBe(true);
    expect(currencyJs(-0.001).value).toBe(-0);
    expect(Money.of('499.00', 'EUR').toJSON().amount).toBe('499.00');
    expect(Money.of('2.00', 'EUR').compare(Money.of('10.00', 'EUR'))).toBe(-1);
    expect(Money.of('-0.00', 'EUR').toDecimalString()).toBe('0.00');
  });
});

describe('crossing to currency.js and back', () => {
  test('up to 10^14 minor units every amount survives, in every currency', () => {
    fc.assert(
      fc.property(minorUpTo(10n ** 14n), fc.constantFrom(...allCurrencies()), (minor, currency) => {
        const money = Money.ofMinor(minor, currency);
        return fromDisplayAmount(toDisplayAmount(money), currency).equals(money);
      }),
      { numRuns: 1_000 },
    );
  });

  test('beyond, an amount is written exactly or refused, never wrong', () => {
    fc.assert(
      fc.property(minorUpTo(2n ** 54n), fc.constantFrom(...allCurrencies()), (minor, currency) => {
        const money = Money.ofMinor(minor, currency);
        const text = orRefusal(() => formatPlain(money));
        return text === 'refused' || text === money.toDecimalString();
      }),
      { numRuns: 1_000 },
    );
  });

  test('past 2^53 even an amount a float happens to hold is refused: the next sum would not be', () => {
    const held = Money.ofMinor(2n ** 53n + 2n, mustBeCurrency('JPY'));
    expect(currencyJs(Number(held.minor), { fromCents: true, precision: 0 }).toString()).toBe(held.toDecimalString());
    expect(() => toDisplayAmount(held)).toThrow('too large for currency.js');
  });

  test('amounts added for display come to what Money says', () => {
    const anyCents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, eur));
    fc.assert(
      fc.property(fc.array(anyCents, { minLength: 1, maxLength: 20 }), (lines) => {
        const shown = lines.map(toDisplayAmount).reduce((sum, line) => sum.add(line));
        expect(fromDisplayAmount(shown, eur)).toEqual(Money.sum(lines, eur));
      }),
    );
  });

  test.each([NaN, Infinity, 1e300])('%d inside currency.js does not become money', (value) => {
    expect(() => fromDisplayAmount(currencyJs(value), eur)).toThrow('which is no amount');
  });
});

describe('plain notation', () => {
  test.each([
    ['1234.50', 'EUR', {}, '1234.50'],
    ['-1234.50', 'EUR', { decimal: ',' }, '-1234,50'],
    ['1234567.80', 'EUR', { decimal: ',', separator: '.', symbol: '€', pattern: '# !' }, '1.234.567,80 €'],
    ['-12.50', 'USD', { symbol: '$', pattern: '!#', negativePattern: '(!#)' }, '($12.50)'],
    ['1500', 'JPY', {}, '1500'],
    ['1.234', 'KWD', {}, '1.234'],
    ['0.00', 'EUR', {}, '0.00'],
  ])('%s %s with %j is %s', (amount, currency, format, expected) => {
    expect(formatPlain(Money.of(amount, currency), format)).toBe(expected);
  });
});

describe('as people write it', () => {
  test.each([
    ['1234.50', 'EUR', 'fr-FR', '1 234,50 €'],
    ['1234.50', 'EUR', 'de-DE', '1.234,50 €'],
    ['1234.50', 'EUR', 'de-AT', '€ 1.234,50'],
    ['-1234.50', 'EUR', 'nl', '€ -1.234,50'],
    ['1234.50', 'EUR', 'es', '1234,50 €'],
    ['12345.50', 'EUR', 'es', '12.345,50 €'],
    ['1234.50', 'CHF', 'de-CH', "CHF 1'234.50"],
    ['445.76', 'USD', 'en-US', '$445.76'],
    ['146165.67', 'HUF', 'hu', '146 166 Ft'],
    ['149900.50', 'HUF', 'hu', '149 901 Ft'],
    ['-149900.50', 'HUF', 'hu', '-149 901 Ft'],
    ['-0.40', 'HUF', 'hu', '0 Ft'],
    ['70096', 'JPY', 'en', '¥70,096'],
    ['92233720368547758.07', 'EUR', 'en', '€92,233,720,368,547,758.07'],
  ])('%s %s in %s is %s', (amount, currency, locale, expected) => {
    expect(spaced(formatMoney(Money.of(amount, currency), locale))).toBe(expected);
  });

  test('a malformed locale is a Bug', () => {
    expect(() => formatMoney(Money.of('1.00', 'EUR'), 'not a locale')).toThrow('is not a locale');
  });

  test('more locales than are kept still format', () => {
    const one = Money.of('1.00', 'EUR');
    const texts = Array.from({ length: 1_100 }, (_, index) => formatMoney(one, `en-x-v${index}`));
    expect(new Set(texts)).toEqual(new Set(['€1.00']));
  });
});

function minorUpTo(magnitude: bigint): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: -magnitude, max: magnitude });
}

function orRefusal(write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (error instanceof Bug) return 'refused';
    throw error;
  }
}
