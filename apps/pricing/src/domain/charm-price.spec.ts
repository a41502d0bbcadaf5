import { Money, mustBeCurrency } from '@reprise/kernel';
import fc from 'fast-check';
import type { CharmSource } from './market-terms.js';
import { compileCharmRule } from './market-terms.js';
import { charmPrice } from './charm-price.js';

const ninetyNine: Omit<CharmSource, 'direction'> = { step: '1.00', endings: ['0.99'] };
const roundOrNinetyNine: Omit<CharmSource, 'direction'> = { step: '1.00', endings: ['0.99', '0.00'] };
const nineHundredNinety: Omit<CharmSource, 'direction'> = { step: '1000', endings: ['990'] };

test.each([
  ['USD', ninetyNine, 'up', '445.76', '445.99'],
  ['USD', ninetyNine, 'nearest', '445.76', '445.99'],
  ['USD', ninetyNine, 'down', '445.76', '444.99'],
  ['USD', ninetyNine, 'down', '445.99', '445.99'],
  ['USD', ninetyNine, 'nearest', '445.49', '445.99'],
  ['USD', ninetyNine, 'nearest', '445.48', '444.99'],
  ['EUR', roundOrNinetyNine, 'down', '445.76', '445.00'],
  ['EUR', roundOrNinetyNine, 'nearest', '445.40', '445.00'],
  ['HUF', nineHundredNinety, 'down', '146166', '145990.00'],
  ['HUF', nineHundredNinety, 'up', '146166', '146990.00'],
] as const)('%s %j %s: %s becomes %s', (currency, rule, direction, price, expected) => {
  const compiled = compileCharmRule({ ...rule, direction }, mustBeCurrency(currency));
  expect(charmPrice(Money.of(price, currency), compiled).toDecimalString()).toBe(expected);
});

test('a seller is never sold below minPrice, nor above maxPrice', () => {
  const down = compileCharmRule({ ...ninetyNine, direction: 'down' }, mustBeCurrency('USD'));
  const up = compileCharmRule({ ...ninetyNine, direction: 'up' }, mustBeCurrency('USD'));
  const usd = (amount: string): Money => Money.of(amount, 'USD');
  expect(charmPrice(usd('445.76'), down, { minPrice: usd('445.00') }).toDecimalString()).toBe('445.99');
  expect(charmPrice(usd('445.76'), up, { maxPrice: usd('445.90') }).toDecimalString()).toBe('444.99');
  // No charm price lies between them: the price stays as it is.
  expect(charmPrice(usd('445.76'), up, { minPrice: usd('445.10'), maxPrice: usd('445.90') }).toDecimalString()).toBe(
    '445.76',
  );
});

test('below the floor a price is left as it is', () => {
  const rule = compileCharmRule({ ...ninetyNine, direction: 'up', floor: '10.00' }, mustBeCurrency('USD'));
  expect(charmPrice(Money.of('9.50', 'USD'), rule).toDecimalString()).toBe('9.50');
});

test('property: a charm price is inside the bounds, and charming it again changes nothing', () => {
  const cents = fc.bigInt({ min: 1n, max: 10_000_000n });
  fc.assert(
    fc.property(cents, cents, cents, fc.constantFrom('up', 'down', 'nearest'), (price, a, b, direction) => {
      const currency = mustBeCurrency('EUR');
      const rule = compileCharmRule({ ...roundOrNinetyNine, direction }, currency);
      const bounds = {
        minPrice: Money.ofMinor(a < b ? a : b, currency),
        maxPrice: Money.ofMinor(a < b ? b : a, currency),
      };
      const once = charmPrice(Money.ofMinor(price, currency), rule, bounds);
      expect(once.minor).toBeGreaterThanOrEqual(bounds.minPrice.minor);
      expect(once.minor).toBeLessThanOrEqual(bounds.maxPrice.minor);
      expect(charmPrice(once, rule, bounds).minor).toBe(once.minor);
    }),
  );
});
