import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { QuoteRequest } from './quote.js';

/** Lines a quote may have; a bound, so that one call cannot ask for unbounded work. */
export const maxQuoteLines = 50;

/** Refuses a basket that no market could price, before anything is looked up. */
export function checkRequest({ market, lines }: QuoteRequest): PriceRejection | undefined {
  if (lines.length === 0 || lines.length > maxQuoteLines)
    return rejectQuote('QuoteRejected', 'lines', `A quote has 1 to ${maxQuoteLines} lines.`);
  for (const [i, line] of lines.entries()) {
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
      return rejectQuote('QuoteRejected', `lines[${i}].quantity`, 'A quantity is a whole number from 1.');
    if (line.quantity > market.quantityMax)
      return rejectQuote(
        'QuantityExceeded',
        `lines[${i}].quantity`,
        `At most ${market.quantityMax} of one offer in a quote.`,
      );
    if (line.unitPrice.currency !== market.currency)
      return rejectQuote(
        'OfferNotListed',
        `lines[${i}].offerId`,
        `This offer has no price in ${market.currency}, the currency of market ${market.code}.`,
      );
    if (!line.unitPrice.isPositive())
      return rejectQuote('OfferNotListed', `lines[${i}].offerId`, 'This offer has no price above zero.');
    // Two lines of one offer could round otherwise than one line of the sum, so there is one way to write a basket.
    for (let j = 0; j < i; j += 1)
      if (lines[j]?.offerId === line.offerId)
        return rejectQuote(
          'QuoteRejected',
          `lines[${i}].offerId`,
          `Line ${j} has the same offer: add the quantities up.`,
        );
  }
  return undefined;
}
