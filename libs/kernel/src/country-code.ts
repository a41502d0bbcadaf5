import type { Brand } from './brand.js';
import { Bug } from './fault.js';

/** Two upper case letters in the form of ISO 3166-1 alpha-2. Which countries are served, and tax-only codes such as XI, is data. */
export type CountryCode = Brand<string, 'CountryCode'>;

const pattern = /^[A-Z]{2}$/;

/** The country code in `text`, or undefined. */
export function countryCodeOf(text: string): CountryCode | undefined {
  return pattern.test(text) ? (text as CountryCode) : undefined;
}

/** As countryCodeOf, for data already validated: anything else is a Bug. */
export function mustBeCountryCode(text: string): CountryCode {
  const code = countryCodeOf(text);
  if (code === undefined) throw new Bug(`${JSON.stringify(text)} is not a country code`);
  return code;
}
