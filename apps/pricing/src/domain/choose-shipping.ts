import type { Outcome } from '@reprise/kernel';
import { Money } from '@reprise/kernel';
import type { PriceRejection } from './price-rejection.js';
import type { ShippingMethod } from './market-terms.js';
import { rejectQuote } from './price-rejection.js';
import type { QuoteRequest } from './quote.js';

/** The method asked for, or the market's first that reaches the country, and what it costs for these goods. */
export function chooseShipping(
  { market, lines, shipTo, shippingMethod }: QuoteRequest,
  country: string,
): Outcome<{ readonly id: string; readonly price: Money }, PriceRejection> {
  // A territory with a code of its own (`RE`) is reached where its state is.
  const reaches = ({ countries }: ShippingMethod): boolean => countries.has(shipTo.country) || countries.has(country);
  const method =
    shippingMethod === undefined
      ? market.shipping.find((candidate) => reaches(candidate))
      : market.shipping.find(({ id }) => id === shippingMethod);
  if (method === undefined)
    return rejectQuote(
      'ShippingMethodNotOffered',
      'shippingMethod',
      `Market ${market.code} offers ${market.shipping.map(({ id }) => id).join(', ')}.`,
    );
  if (!reaches(method))
    return rejectQuote(
      'ShippingMethodNotOffered',
      'shippingMethod',
      `"${method.id}" does not deliver to ${shipTo.country}.`,
    );
  const goods = lines.reduce((sum, line) => sum + line.unitPrice.minor * BigInt(line.quantity), 0n);
  const free = method.freeFrom !== undefined && goods >= method.freeFrom.minor;
  return { id: method.id, price: free ? Money.zero(market.currency) : method.price };
}
