import type { MarketDefinition, TaxTable } from '@reprise/contracts/market';
import { allocate, Money } from '@reprise/kernel';
import { stringify } from 'yaml';

/**
 * A file of worked examples to begin with: the market's own standard rate in one price, worked out by the definition of a tax-inclusive
 * price and not by the engine that is checked against it. Nobody has signed it: that is for finance, who looks at the numbers first.
 */
export function newExamplesFile(market: MarketDefinition, tables: readonly TaxTable[], day: string): string {
  const [country = ''] = market.countries;
  const ratePpm = standardRate(country, tables, day);
  const head = [
    '# yaml-language-server: $schema=../schema/examples.schema.json',
    `# Worked out when the market was begun: VAT inside a price is price × rate / (100 + rate), rounded half up once per document; shares by`,
    '# largest remainder. Work each out again by hand, add what is special about the country, and sign.',
  ];
  const examples = ratePpm === undefined ? [] : [exampleOf(market, country, ratePpm, day)];
  const content = { market: market.code, signedBy: '', signedOn: day, examples };
  return `${head.join('\n')}\n${stringify(content, { lineWidth: 120, singleQuote: true })}`;
}

function exampleOf(market: MarketDefinition, country: string, ratePpm: number, day: string) {
  const money = (amount: string): Money => Money.of(amount, market.currency);
  const method = market.shipping.find(({ countries }) => countries.includes(country));
  const price = samplePrice(market);
  const isFree = method?.freeFrom !== undefined && price.compare(money(method.freeFrom)) >= 0;
  const delivery = method === undefined || isFree ? money('0') : money(method.price);
  const gross = price.plus(delivery);
  const tax = taxInside(gross, ratePpm);
  const [, ofDelivery = money('0')] = allocate(tax, [price.minor, delivery.minor]);
  const shipping = delivery.minus(ofDelivery);
  const net = gross.minus(tax).minus(shipping);
  return {
    claim: `${price.toDecimalString()} delivered in ${country} holds ${ratePpm / 10_000} % VAT`,
    at: `${day}T10:00:00Z`,
    shipTo: { country },
    lines: [{ unitPrice: price.toDecimalString() }],
    expect: {
      totals: {
        net: net.toDecimalString(),
        tax: tax.toDecimalString(),
        fees: money('0').toDecimalString(),
        shipping: shipping.toDecimalString(),
        gross: gross.toDecimalString(),
      },
      taxLines: { [country]: tax.toDecimalString() },
      treatment: 'standard',
    },
  };
}

/** Half up, on the whole document. */
function taxInside(gross: Money, ratePpm: number): Money {
  const [numerator, denominator] = [gross.minor * BigInt(ratePpm), 1_000_000n + BigInt(ratePpm)];
  return Money.ofMinor((2n * numerator + denominator) / (2n * denominator), gross.currency);
}

/** A price an offer of the market may have, with two digits. */
function samplePrice({ offerLimits, currency }: MarketDefinition): Money {
  const middle = Math.sqrt(Number(offerLimits.priceMin) * Number(offerLimits.priceMax));
  return Money.of(Number((middle * 2).toPrecision(2)).toFixed(0), currency);
}

function standardRate(country: string, tables: readonly TaxTable[], day: string): number | undefined {
  const rates = tables.flatMap((table) =>
    table.regime === 'eu-vat' ? (table.countries.find((each) => each.country === country)?.standard ?? []) : [],
  );
  return rates.findLast(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))
    ?.ratePpm;
}
