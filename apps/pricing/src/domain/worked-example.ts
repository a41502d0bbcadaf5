import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { Buyer, QuoteDraft, QuoteRequest, ShipTo, VatScheme } from './quote.js';
import { quotePrice } from './quote-price.js';
import type { PriceTables } from './tax-tables.js';

/** A basket finance has signed, and what it must cost; an entry of `MarketExamples` of the contracts has this shape. */
export interface WorkedExample {
  readonly claim: string;
  readonly at: string;
  readonly shipTo: ShipTo;
  readonly buyer?: Buyer | undefined;
  readonly shippingMethod?: string | undefined;
  readonly lines: readonly {
    readonly category: string;
    readonly unitPrice: string;
    readonly quantity: number;
    readonly vatScheme: VatScheme;
    readonly unitCosts?: readonly string[] | undefined;
    readonly shipsFrom?: string | undefined;
    readonly shipsFromPostalCode?: string | undefined;
    readonly sellerEstablishedIn?: string | undefined;
    readonly screenInches?: number | undefined;
    readonly storageGb?: number | undefined;
  }[];
  /** Keys of `ExampleOutcome`, as far as it claims something. */
  readonly expect: Readonly<Record<string, unknown>>;
}

/** The answer of the engine in the words of the example: only what it claims, so that comparing the two compares all of that. */
export function workOut(example: WorkedExample, market: MarketTerms, tables: PriceTables): Record<string, unknown> {
  const answer = quotePrice(requestOf(market, example), tables, mustBeInstant(example.at));
  if (isRejection(answer)) return { rejection: answer.code, field: answer.field };
  const all: Record<string, unknown> = summarize(answer);
  return Object.fromEntries(Object.keys(example.expect).map((key) => [key, all[key]]));
}

function requestOf(market: MarketTerms, example: WorkedExample): QuoteRequest {
  const money = (amount: string): Money => Money.of(amount, market.currency);
  const { buyer, shippingMethod } = example;
  return {
    market,
    shipTo: { ...example.shipTo },
    ...(buyer === undefined ? {} : { buyer }),
    ...(shippingMethod === undefined ? {} : { shippingMethod }),
    lines: example.lines.map(({ unitPrice, unitCosts, shipsFrom, ...line }, i) => ({
      ...line,
      offerId: `offer-${i}`,
      sellerId: `seller-${i}`,
      variantId: `variant-${i}`,
      unitPrice: money(unitPrice),
      ...(unitCosts === undefined ? {} : { unitCosts: unitCosts.map(money) }),
      shipsFrom: shipsFrom ?? market.homeCountry,
    })),
  };
}

function summarize(quote: QuoteDraft) {
  const amounts = (entries: readonly (readonly [string, Money])[]) =>
    Object.fromEntries(entries.map(([key, money]) => [key, money.toDecimalString()]));
  return {
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
