import type { Brand } from './brand.js';
import { Bug } from './fault.js';

/** A market's key: lower case country, optionally a variant: `fr`, `us`, `be-nl`. Whether such a market exists is data, not this type's business. */
export type MarketCode = Brand<string, 'MarketCode'>;

const pattern = /^[a-z]{2}(-[a-z0-9]{2,8})?$/;

/** The market code in `text`, or undefined. */
export function marketCodeOf(text: string): MarketCode | undefined {
  return pattern.test(text) ? (text as MarketCode) : undefined;
}

/** As marketCodeOf, for literals and data already validated: anything else is a Bug. */
export function mustBeMarketCode(text: string): MarketCode {
  const code = marketCodeOf(text);
  if (code === undefined) throw new Bug(`${JSON.stringify(text)} is not a market code`);
  return code;
}
