import { countryCodeOf, mustBeCountryCode } from './country-code.js';

test.each(['FR', 'US', 'XI'])('%s has the form of a country code', (text) => {
  expect(mustBeCountryCode(text)).toBe(text);
});

test.each(['', 'fr', 'Fr', 'FRA', 'F', 'F1', ' FR', 'FR\n', 'ÉÉ'])('%j does not', (text) => {
  expect(countryCodeOf(text)).toBeUndefined();
  expect(() => mustBeCountryCode(text)).toThrow('is not a country code');
});
