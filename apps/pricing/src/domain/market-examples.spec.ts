import type { MarketExamples } from '@reprise/contracts/market';
import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import { realExamples, realMarket, realTables } from '../../test/real-markets.js';
import type { QuoteDraft, QuoteRequest } from './quote.js';
import { quotePrice } from './quote-price.js';

type Example = MarketExamples['examples'][number];

describe.each(realExamples)('market $market: what finance signed', ({ market, examples }) => {
  test.each(examples)('$claim', (example) => {
    const answer = quotePrice(requestOf(market, example), realTables, mustBeInstant(example.at));
    expect(summaryOf(answer, example.expect)).toEqual(example.expect);
  });
});

function requestOf(code: string, example: Example): QuoteRequest {
  const market = realMarket(code);
  const money = (amount: string): Money => Money.of(amount, market.currency);
  return {
    market,
    shipTo: { ...example.shipTo },
    ...(example.buyer === undefined ? {} : { buyer: example.buyer }),
    ...(example.shippingMethod === undefined ? {} : { shippingMethod: example.shippingMethod }),
    lines: example.lines.map(({ unitPrice, unitCosts, shipsFrom, ...line }, i) => ({
      ...line,
      offerId: `offer-${i}`,
      sellerId: `seller-${i}`,
      variantId: `variant-${i}`,
      unitPrice: money(unitPrice),
      ...(unitCosts === undefined ? {} : { unitCosts: unitCosts.map(money) }),
      shipsFrom: shipsFrom ?? market.homeCountry,
    })) as QuoteRequest['lines'],
  };
}

/** The answer in the words of the example: only what it claims, so that `toEqual` compares all of that. */
function summaryOf(answer: ReturnType<typeof quotePrice>, claimed: Example['expect']): unknown {
  if (isRejection(answer)) return { rejection: answer.code, field: answer.field };
  const all = summarize(answer);
  return Object.fromEntries(Object.keys(claimed).map((key) => [key, all[key as keyof typeof all]]));
}

function summarize(quote: QuoteDraft) {
  const amounts = (entries: readonly (readonly [string, Money])[]) =>
    Object.fromEntries(entries.map(([key, money]) => [key, money.toDecimalString()]));
  return {
    rejection: undefined,
    field: undefined,
    totals: amounts(Object.entries(quote.totals)),
    lineTaxes: quote.lines.map((line) => line.tax.toDecimalString()),
    taxLines: amounts(quote.taxLines.map((line) => [line.jurisdiction.code, line.amount])),
    fees: amounts(quote.fees.map((fee) => [fee.id, fee.amount])),
    levies: amounts(quote.lines.flatMap((line) => line.includedLevies.map(({ id, amount }) => [id, amount] as const))),
    treatment: quote.taxLines[0]?.treatment,
    responsibility: quote.taxLines[0]?.taxCollectionResponsibility,
    precision: quote.precision,
    marginTax: Money.sum(
      quote.lines.flatMap((line) => line.margin?.result?.tax ?? []),
      quote.totals.gross.currency,
    ).toDecimalString(),
  };
}
