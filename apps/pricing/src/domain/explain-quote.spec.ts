import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import { realMarket, realTables } from '../../test/real-markets.js';
import { explainQuote } from './explain-quote.js';
import type { QuoteRequest } from './quote.js';
import { quotePrice } from './quote-price.js';

const explained = (
  request: Pick<QuoteRequest, 'market' | 'shipTo' | 'buyer'>,
  vatScheme: 'REGULAR' | 'MARGINAL' = 'REGULAR',
) => {
  const quote = quotePrice(
    {
      ...request,
      lines: [
        {
          offerId: 'o',
          sellerId: 's',
          variantId: 'v',
          category: 'smartphone',
          unitPrice: Money.of('349.00', request.market.currency),
          quantity: 1,
          vatScheme,
          shipsFrom: request.market.homeCountry,
        },
      ],
    },
    realTables,
    mustBeInstant('2026-11-24T10:00:00Z'),
  );
  if (isRejection(quote)) throw new Error(quote.message);
  return explainQuote(quote).map(({ detail }) => detail);
};

test('a sale to Los Angeles is explained from the address to the fee', () => {
  expect(explained({ market: realMarket('us'), shipTo: { country: 'US', region: 'CA', postalCode: '90012' } })).toEqual(
    [
      'Delivered to California, Los Angeles County districts, known to the zip5; rates from us-sales-tax@2026-11-24.',
      'Delivery by standard: 0.00 USD and 0.00 USD of tax.',
      '0.0975 on top of 349.00 USD is 34.03 USD, rounded halfUp perRatePerDocument; owed by the marketplace. Rule us.marketplaceFacilitator: Marketplace facilitator law of the state of destination.',
      'Fee us-ca-ced is in force there: screenBands, on top of the price.',
      'Fee us-ca-cbe is in force there: percentage, on top of the price.',
    ],
  );
});

test.each([
  [
    'REGULAR',
    { shipTo: { country: 'FR' } },
    '0.20 inside 349.00 EUR is 58.17 EUR, rounded halfUp perRatePerDocument; owed by the seller. Rule eu.domesticSale: Directive 2006/112/EC, articles 31 and 32.',
  ],
  [
    'MARGINAL',
    { shipTo: { country: 'DE' } },
    'Margin scheme (art. 315): no VAT is shown; 0.20 is due on the margin inside 349.00 EUR. Rule eu.marginScheme: Directive 2006/112/EC, articles 35, 312 to 315 and 325.',
  ],
  [
    'REGULAR',
    { shipTo: { country: 'DE' }, buyer: { vatId: 'DE136695976', vatIdStatus: 'valid' } },
    'exempt: the tax of 0.20 inside 349.00 EUR is taken out, 290.83 EUR is left to pay. Rule eu.intraEuSupply: Directive 2006/112/EC, article 138(1).',
  ],
] as const)('%s %j: %s', (vatScheme, request, detail) => {
  expect(explained({ market: realMarket('fr'), ...request }, vatScheme)[2]).toBe(detail);
});
