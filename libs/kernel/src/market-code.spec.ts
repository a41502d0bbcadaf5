import { marketCodeOf, mustBeMarketCode } from './market-code.js';

test.each(['fr', 'us', 'be-nl', 'us-outlet', 'de-b2b'])('%s is a market code', (text) => {
  expect(mustBeMarketCode(text)).toBe(text);
});

test.each(['', 'FR', 'fra', 'f', 'fr-', 'fr-x', 'fr_be', 'fr-NL', 'fr-outletsale', 'be-nl-x', ' fr', 'fr\n', '../'])(
  '%j is no market code',
  (text) => {
    expect(marketCodeOf(text)).toBeUndefined();
    expect(() => mustBeMarketCode(text)).toThrow('is not a market code');
  },
);
