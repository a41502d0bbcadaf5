import fc from 'fast-check';
import { allCurrencies, exponentOf, mustBeCurrency } from './currency.js';
import { Bug } from './fault.js';
import { CurrencyMismatch, maxMinor, Money, MoneyOutOfRange } from './money.js';
import { isRejection } from './outcome.js';
import { divideRatios, ratioOf, ratioOfDecimal, ratioOfPpm } from './ratio.js';
import { roundingModes } from './rounding.js';

const eur = mustBeCurrency('EUR');
const usd = mustBeCurrency('USD');
const anyMinor = fc.bigInt({ min: -maxMinor, max: maxMinor });
const anyCurrency = fc.constantFrom(...allCurrencies());
const anyMoney = fc.tuple(anyMinor, anyCurrency).map(([minor, currency]) => Money.ofMinor(minor, currency));
/** Sums that cannot leave the range: a hundred of them still fit. */
const anyEuros = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map((minor) => Money.ofMinor(minor, eur));

describe('parsing', () => {
  test.each([
    ['499.00', 'EUR', 49_900n],
    ['499', 'EUR', 49_900n],
    ['499.5', 'EUR', 49_950n],
    ['0.01', 'USD', 1n],
    ['-0.05', 'EUR', -5n],
    ['-0.00', 'EUR', 0n],
    ['1500', 'JPY', 1_500n],
    ['149900.50', 'HUF', 14_990_050n],
    ['1.234', 'KWD', 1_234n],
    ['1.2345', 'CLF', 12_345n],
    ['92233720368547758.07', 'EUR', maxMinor],
    ['-92233720368547758.07', 'EUR', -maxMinor],
  ])('%s %s is %d minor units', (amount, currency, minor) => {
    expect(Money.parse(amount, currency)).toEqual(Money.ofMinor(minor, mustBeCurrency(currency)));
  });

  test.each([
    ['', 'EUR', 'moneyMalformed', 'amount'],
    ['abc', 'EUR', 'moneyMalformed', 'amount'],
    ['NaN', 'EUR', 'moneyMalformed', 'amount'],
    ['Infinity', 'EUR', 'moneyMalformed', 'amount'],
    ['1e3', 'EUR', 'moneyMalformed', 'amount'],
    ['+1.00', 'EUR', 'moneyMalformed', 'amount'],
    ['.50', 'EUR', 'moneyMalformed', 'amount'],
    ['5.', 'EUR', 'moneyMalformed', 'amount'],
    ['1,50', 'EUR', 'moneyMalformed', 'amount'],
    ['1.234,56', 'EUR', 'moneyMalformed', 'amount'],
    ['1 234,56 €', 'EUR', 'moneyMalformed', 'amount'],
    ['\u22121.00', 'EUR', 'moneyMalformed', 'amount'],
    ['--1', 'EUR', 'moneyMalformed', 'amount'],
    ['(1.99)', 'EUR', 'moneyMalformed', 'amount'],
    ['1.00\n', 'EUR', 'moneyMalformed', 'amount'],
    [' 1.00', 'EUR', 'moneyMalformed', 'amount'],
    ['١٢', 'EUR', 'moneyMalformed', 'amount'],
    ['0x10', 'EUR', 'moneyMalformed', 'amount'],
    ['1.005', 'EUR', 'tooManyDecimals', 'amount'],
    ['1.000', 'EUR', 'tooManyDecimals', 'amount'],
    ['1.0', 'JPY', 'tooManyDecimals', 'amount'],
    ['1.2345', 'KWD', 'tooManyDecimals', 'amount'],
    ['92233720368547758.08', 'EUR', 'outOfRange', 'amount'],
    ['-92233720368547758.08', 'EUR', 'outOfRange', 'amount'],
    ['1.00', 'eur', 'unknownCurrency', 'currency'],
    ['1.00', 'ZZZ', 'unknownCurrency', 'currency'],
    ['1.00', 'XXX', 'unknownCurrency', 'currency'],
  ])('%j %s is refused: %s', (amount, currency, code, field) => {
    expect(Money.parse(amount, currency)).toMatchObject({ kind: 'rejection', code, field });
    expect(() => Money.of(amount, currency)).toThrow(Bug);
  });

  test('a megabyte of digits, even of zeros, is refused before it is read as a number', () => {
    expect(Money.parse('9'.repeat(1_000_000), 'EUR')).toMatchObject({ code: 'outOfRange', field: 'amount' });
    expect(Money.parse(`${'0'.repeat(1_000_000)}1`, 'EUR')).toMatchObject({ code: 'outOfRange', field: 'amount' });
  });

  test('what is written is read back, in every currency', () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        const again = Money.parse(money.toDecimalString(), money.currency);
        expect(!isRejection(again) && again.equals(money)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s is written with exactly %i decimals', (code, decimals) => {
    const currency = mustBeCurrency(code);
    fc.assert(
      fc.property(anyMinor, (minor) => {
        const [, fraction = ''] = Money.ofMinor(minor, currency).toDecimalString().split('.');
        return fraction.length === decimals;
      }),
    );
  });

  test('a text is read or refused, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('EUR', 'JPY', 'KWD', 'zzz'), (amount, currency) => {
        const outcome = Money.parse(amount, currency);
        return isRejection(outcome) || /^-?\d+(\.\d{1,3})?$/.test(amount);
      }),
      { numRuns: 1_000 },
    );
  });

  test('JSON is the exact decimal and the code, and is read back', () => {
    expect(JSON.stringify({ price: Money.of('499', 'EUR') })).toBe('{"price":{"amount":"499.00","currency":"EUR"}}');
    fc.assert(fc.property(anyMoney, (money) => Money.fromJson(JSON.parse(JSON.stringify(money))).equals(money)));
  });
});

describe('arithmetic', () => {
  test('adding is exact where floats are not', () => {
    expect(Money.of('0.10', 'EUR').plus(Money.of('0.20', 'EUR')).toDecimalString()).toBe('0.30');
    expect(Money.of('90071992547409.93', 'EUR').plus(Money.of('0.01', 'EUR')).toDecimalString()).toBe(
      '90071992547409.94',
    );
  });

  test('euros form a group under plus, and sum folds it', () => {
    fc.assert(
      fc.property(anyEuros, anyEuros, anyEuros, (a, b, c) => {
        expect(a.plus(b)).toEqual(b.plus(a));
        expect(a.plus(b).plus(c)).toEqual(a.plus(b.plus(c)));
        expect(a.plus(b).minus(b)).toEqual(a);
        expect(a.plus(a.negated()).isZero()).toBe(true);
        expect(Money.sum([a, b, c], eur)).toEqual(a.plus(b).plus(c));
        expect(a.times(3)).toEqual(Money.sum([a, a, a], eur));
      }),
    );
  });

  test('the sum of nothing is nothing, in the currency asked for', () => {
    expect(Money.sum([], usd)).toEqual(Money.zero(usd));
  });

  test.each([
    ['plus', (a: Money, b: Money) => a.plus(b)],
    ['minus', (a: Money, b: Money) => a.minus(b)],
    ['compare', (a: Money, b: Money) => a.compare(b)],
    ['max', (a: Money, b: Money) => Money.max(a, b)],
    ['min', (a: Money, b: Money) => Money.min(a, b)],
    ['sum', (a: Money, b: Money) => Money.sum([a, b], a.currency)],
  ])('%s never mixes two currencies, not even with zero', (_name, operate) => {
    fc.assert(
      fc.property(anyMoney, anyMoney, (a, b) => {
        fc.pre(a.currency !== b.currency);
        expect(() => operate(a, b)).toThrow(CurrencyMismatch);
        expect(() => operate(a, Money.zero(b.currency))).toThrow(CurrencyMismatch);
      }),
      { numRuns: 50 },
    );
  });

  test('one euro does not equal one dollar, and asking is allowed', () => {
    expect(Money.of('1.00', 'EUR').equals(Money.of('1.00', 'USD'))).toBe(false);
  });

  test('within a currency the order is total and agrees with equals, max, min and sorting', () => {
    fc.assert(
      fc.property(anyEuros, anyEuros, anyEuros, (a, b, c) => {
        expect(a.compare(b)).toBe(-b.compare(a) || 0);
        expect(a.compare(b) === 0).toBe(a.equals(b));
        if (a.compare(b) <= 0 && b.compare(c) <= 0) expect(a.compare(c)).toBeLessThanOrEqual(0);
        const sorted = [a, b, c].sort((x, y) => x.compare(y));
        expect(Money.min(a, b, c)).toEqual(sorted[0]);
        expect(Money.max(a, b, c)).toEqual(sorted[2]);
      }),
    );
  });

  test.each([0.5, NaN, Infinity, 2 ** 53])('times(%d) is a Bug: a quantity is a whole number', (factor) => {
    expect(() => Money.of('1.00', 'EUR').times(factor)).toThrow('is not a whole number');
  });

  test('nothing leaves the range of a PostgreSQL bigint', () => {
    const largest = Money.ofMinor(maxMinor, eur);
    expect(() => largest.plus(Money.ofMinor(1n, eur))).toThrow(MoneyOutOfRange);
    expect(() => largest.negated().minus(Money.ofMinor(1n, eur))).toThrow(MoneyOutOfRange);
    expect(() => largest.times(2)).toThrow(MoneyOutOfRange);
    expect(() => Money.ofMinor(-maxMinor - 1n, eur)).toThrow(MoneyOutOfRange);
    expect(largest.negated().abs()).toEqual(largest);
  });

  test('a value cannot be changed', () => {
    const price = Money.of('499.00', 'EUR');
    expect(() => Object.assign(price, { minor: 1n })).toThrow(TypeError);
    expect(price.minor).toBe(49_900n);
  });

  test('sign questions', () => {
    const signs = ['-0.01', '0.00', '0.01'].map((amount) => Money.of(amount, 'EUR'));
    expect(signs.map((money) => [money.isNegative(), money.isZero(), money.isPositive()])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect(String(signs[0])).toBe('-0.01 EUR');
  });
});

describe('fractions of money', () => {
  // VAT contained in a gross price: gross × r / (100 + r), one rounding.
  test.each([
    ['499.00', 'EUR', 190_000n, '79.67', '419.33'],
    ['499.00', 'EUR', 200_000n, '83.17', '415.83'],
    ['199.99', 'EUR', 210_000n, '34.71', '165.28'],
    ['51.99', 'EUR', 200_000n, '8.67', '43.32'],
    ['199.99', 'EUR', 240_000n, '38.71', '161.28'],
    ['1499.99', 'RON', 210_000n, '260.33', '1239.66'],
    ['1999.00', 'PLN', 230_000n, '373.80', '1625.20'],
    ['149900', 'HUF', 270_000n, '31868.50', '118031.50'],
    ['2.19', 'EUR', 255_000n, '0.44', '1.75'],
  ])('%s %s at %d ppm holds %s of tax and %s net', (amount, currency, ratePpm, tax, net) => {
    const gross = Money.of(amount, currency);
    const contained = gross.timesRatio(ratioOf(ratePpm, 1_000_000n + ratePpm), 'halfUp');
    expect([contained, gross.minus(contained)].map((money) => money.toDecimalString())).toEqual([tax, net]);
  });

  // Sales tax on top of a net price: the aggregate rate once, half up.
  test.each([
    ['299.99', 88_750, '26.62'],
    ['10.99', 88_750, '0.98'],
    ['32.97', 88_750, '2.93'],
    ['349.00', 97_500, '34.03'],
    ['349.00', 15_000, '5.24'],
    ['199.99', 15_000, '3.00'],
  ])('%s USD at %d ppm owes %s', (amount, ratePpm, tax) => {
    expect(Money.of(amount, 'USD').timesRatio(ratioOfPpm(ratePpm), 'halfUp').toDecimalString()).toBe(tax);
  });

  test('a refund computed from the negated amount is the negated sale, at any rate', () => {
    fc.assert(
      fc.property(anyEuros, fc.bigInt({ min: 0n, max: 2_000_000n }), (price, ppm) => {
        const rate = ratioOfPpm(ppm);
        expect(price.negated().timesRatio(rate, 'halfUp')).toEqual(price.timesRatio(rate, 'halfUp').negated());
      }),
    );
  });

  test('every mode lands within one minor unit of the exact product', () => {
    fc.assert(
      fc.property(
        anyEuros,
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        fc.constantFrom(...roundingModes),
        (m, ppm, mode) => {
          const error = m.timesRatio(ratioOfPpm(ppm), mode).minor * 1_000_000n - m.minor * ppm;
          return error > -1_000_000n && error < 1_000_000n;
        },
      ),
    );
  });

  test('roundedTo gives a multiple of the increment, at most half of it away', () => {
    fc.assert(
      fc.property(anyEuros, fc.bigInt({ min: 1n, max: 10_000n }), (money, increment) => {
        const rounded = money.roundedTo(increment, 'halfUp').minor;
        const error = rounded - money.minor;
        expect(rounded % increment).toBe(0n);
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(increment);
      }),
    );
    expect(() => Money.zero(eur).roundedTo(0n, 'halfUp')).toThrow('not a positive increment');
  });
});

describe('foreign exchange, at the ECB rates of 2026-10-30', () => {
  const perEuro = {
    USD: '1.1172',
    GBP: '0.83380',
    CHF: '0.9194',
    CZK: '24.353',
    HUF: '366.33',
    PLN: '4.4038',
    SEK: '10.978',
    JPY: '175.68',
  };
  const rateOf = (code: keyof typeof perEuro) => ratioOfDecimal(perEuro[code]);

  test.each([
    ['USD', '445.76'],
    ['PLN', '1757.12'],
    ['HUF', '146165.67'],
    ['CZK', '9716.85'],
    ['SEK', '4380.22'],
    ['JPY', '70096'], // Another exponent: 70 096.32 yen.
  ] as const)('399.00 EUR is %s %s', (code, expected) => {
    const converted = Money.of('399.00', 'EUR').convertedTo(mustBeCurrency(code), rateOf(code), 'halfUp');
    expect(converted).toEqual(Money.of(expected, code));
  });

  test.each([
    ['HUF', '146166.00'],
    ['CZK', '9717.00'],
    ['SEK', '4380.00'],
  ] as const)('399.00 EUR shown in whole units of %s is %s', (code, expected) => {
    const currency = mustBeCurrency(code);
    const whole = 10n ** BigInt(exponentOf(currency));
    const converted = Money.of('399.00', 'EUR').convertedTo(currency, rateOf(code), 'halfUp');
    expect(converted.roundedTo(whole, 'halfUp').toDecimalString()).toBe(expected);
  });

  test('1 000.00 PLN is 2 492.85 SEK through the euro, rounded once', () => {
    const rate = divideRatios(rateOf('SEK'), rateOf('PLN'));
    expect(Money.of('1000.00', 'PLN').convertedTo(mustBeCurrency('SEK'), rate, 'halfUp')).toEqual(
      Money.of('2492.85', 'SEK'),
    );
  });

  test('the inverse of a rate is exact, so no inverse is ever stored', () => {
    const eurPerPln = divideRatios(ratioOf(1n, 1n), rateOf('PLN'));
    // 1000 / 4.4038 = 227.0766…
    expect(Money.of('1000.00', 'PLN').convertedTo(eur, eurPerPln, 'halfUp').toDecimalString()).toBe('227.08');
  });

  test('at rate one a currency converts to itself unchanged', () => {
    fc.assert(fc.property(anyMoney, (m) => m.convertedTo(m.currency, ratioOf(1n, 1n), 'halfUp').equals(m)));
  });

  test('between exponents, one to one, only the coarser side rounds', () => {
    const one = ratioOf(1n, 1n);
    expect(Money.of('12.345', 'KWD').convertedTo(eur, one, 'halfUp').toDecimalString()).toBe('12.35');
    expect(Money.of('12.35', 'EUR').convertedTo(mustBeCurrency('KWD'), one, 'halfUp').toDecimalString()).toBe('12.350');
    expect(Money.of('12.50', 'EUR').convertedTo(mustBeCurrency('JPY'), one, 'halfUp').toDecimalString()).toBe('13');
  });
});
