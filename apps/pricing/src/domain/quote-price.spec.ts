import { instantOfEpochMs, isRejection, Money, mustBeInstant } from '@reprise/kernel';
import fc from 'fast-check';
import { realMarket, realTables } from '../../test/real-markets.js';
import type { QuoteDraft, QuoteRequest, QuoteRequestLine } from './quote.js';
import { quotePrice } from './quote-price.js';
import { compileTaxTables } from './tax-tables.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const [fr, us] = [realMarket('fr'), realMarket('us')];
const exporting = realMarket('fr', ({ tax }) => ({ tax: { ...tax, outsideTaxArea: 'zeroRate' } }));

const line = (change: Partial<QuoteRequestLine> = {}): QuoteRequestLine => ({
  offerId: 'offer',
  sellerId: 'seller',
  variantId: 'variant',
  category: 'smartphone',
  unitPrice: Money.of('499.00', 'EUR'),
  quantity: 1,
  vatScheme: 'REGULAR',
  shipsFrom: 'FR',
  ...change,
});
const dollars = (amount: string, change: Partial<QuoteRequestLine> = {}): QuoteRequestLine =>
  line({ unitPrice: Money.of(amount, 'USD'), shipsFrom: 'US', ...change });
const toFrance = (change: Partial<QuoteRequest> = {}): QuoteRequest => ({
  market: fr,
  lines: [line()],
  shipTo: { country: 'FR' },
  ...change,
});
const toStates = (change: Partial<QuoteRequest> = {}): QuoteRequest => ({
  market: us,
  lines: [dollars('349.00')],
  shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
  ...change,
});

function quoted(request: QuoteRequest, at = now): QuoteDraft {
  const answer = quotePrice(request, realTables, at);
  if (isRejection(answer)) throw new Error(`${answer.code} ${answer.field}: ${answer.message}`);
  return answer;
}

// The standard rate of every member state today, and what changed when.
test.each<[string, string, number]>([
  ...Object.entries({
    AT: 20,
    BE: 21,
    BG: 20,
    HR: 25,
    CY: 19,
    CZ: 21,
    DK: 25,
    EE: 24,
    FI: 25.5,
    FR: 20,
    DE: 19,
    GR: 24,
    HU: 27,
    IE: 23,
    IT: 22,
    LV: 21,
    LT: 21,
    LU: 17,
    MT: 18,
    NL: 21,
    PL: 23,
    PT: 23,
    RO: 21,
    SK: 23,
    SI: 22,
    ES: 21,
    SE: 25,
    MC: 20,
  }).map(([country, percent]): [string, string, number] => [country, '2026-11-24T10:00:00Z', percent]),
  ['EE', '2025-06-30T20:59:59Z', 22],
  ['EE', '2025-06-30T21:00:00Z', 24],
  ['EE', '2023-12-31T12:00:00Z', 20],
  ['FI', '2024-08-31T20:59:59Z', 24],
  ['FI', '2024-08-31T21:00:00Z', 25.5],
  ['DE', '2020-06-30T21:59:59Z', 19],
  ['DE', '2020-06-30T22:00:00Z', 16],
  ['DE', '2020-12-31T23:00:00Z', 19],
  ['IE', '2020-09-01T12:00:00Z', 21],
  ['IE', '2021-02-28T23:59:59Z', 21],
  ['IE', '2021-03-01T00:00:00Z', 23],
  ['RO', '2025-07-31T20:59:59Z', 19],
  ['RO', '2025-07-31T21:30:00Z', 21],
  ['SK', '2024-12-31T22:59:59Z', 20],
  ['SK', '2024-12-31T23:00:00Z', 23],
  ['LU', '2023-06-01T12:00:00Z', 16],
])('delivered in %s at %s a price holds %d %% VAT and stays the same', (country, at, percent) => {
  const { taxLines, totals } = quoted(toFrance({ shipTo: { country } }), mustBeInstant(at));
  expect(taxLines.map(({ ratePpm, rate }) => [ratePpm, rate])).toEqual([
    [percent * 10_000, (percent / 100).toFixed(percent % 1 === 0 ? 2 : 3)],
  ]);
  expect(totals.gross.toDecimalString()).toBe('499.00');
});

// Directive 2006/112/EC art. 6 and 7: places where the state's own VAT does not hold.
test.each([
  ['ES', '38001'],
  ['ES', '51001'],
  ['ES', '52001'],
  ['FR', '97100'],
  ['FR', '97600'],
  ['FR', '98800'],
  ['FI', '22100'],
  ['DE', '78266'],
  ['DE', '27498'],
  ['IT', '23041'],
  ['IT', '22061'],
  ['GR', '630 86'],
  ['RE', '97400'],
  ['AX', '22100'],
])(
  '%s %s is outside the VAT area: refused, or an export without tax where the market exports',
  (country, postalCode) => {
    const shipTo = { country, postalCode };
    expect(quotePrice(toFrance({ shipTo }), realTables, now)).toMatchObject({ code: 'DestinationNotServed' });
    const { taxLines, totals } = quoted(toFrance({ market: exporting, shipTo }));
    expect(taxLines).toMatchObject([{ treatment: 'export', rate: '0.00', legalMentionKey: 'export' }]);
    expect([totals.tax, totals.gross].map(String)).toEqual(['0.00 EUR', '415.83 EUR']);
  },
);

test.each([
  ['PT', '9000-001', 220_000],
  ['PT', '9500-321', 160_000],
  ['PT', '1000-001', 230_000],
  ['AT', '6691', 190_000],
  ['AT', '6990', 200_000],
  ['FR', '98000', 200_000],
  ['FR', '20000', 200_000],
  ['FR', 'F-75001', 200_000],
  ['IT', '23030', 220_000],
])('%s %s has %d ppm', (country, postalCode, ratePpm) => {
  expect(quoted(toFrance({ shipTo: { country, postalCode } })).taxLines[0]?.ratePpm).toBe(ratePpm);
});

describe('who supplies, and to whom', () => {
  const business = (vatId: string) => ({ vatId, vatIdStatus: 'valid' as const });

  test.each<[string, Partial<QuoteRequest>, string, string, string]>([
    ['a consumer buys from a French seller', {}, 'standard', 'SELLER', '83.17'],
    [
      'a seller outside the Union sells stock in it: the platform is the supplier (art. 14a)',
      { lines: [line({ shipsFrom: 'DE', sellerEstablishedIn: 'HK' })] },
      'standard',
      'MARKETPLACE',
      '83.17',
    ],
    [
      'the platform cannot claim the margin scheme for goods it never bought',
      { lines: [line({ vatScheme: 'MARGINAL', sellerEstablishedIn: 'HK' })] },
      'standard',
      'MARKETPLACE',
      '83.17',
    ],
    [
      'a business of another state buys exempt (art. 138)',
      { shipTo: { country: 'DE' }, buyer: business('DE136695976') },
      'exempt',
      'SELLER',
      '0.00',
    ],
    [
      'a business with a Greek number, whose prefix is EL',
      { shipTo: { country: 'GR' }, buyer: business('EL094259216') },
      'exempt',
      'SELLER',
      '0.00',
    ],
    ['a domestic business pays VAT', { buyer: business('FR40303265045') }, 'standard', 'SELLER', '83.17'],
    [
      'a number of the state the goods leave exempts nothing',
      { shipTo: { country: 'DE' }, buyer: business('FR40303265045') },
      'standard',
      'SELLER',
      '83.17',
    ],
    [
      'a number nobody checked moves no tax',
      { shipTo: { country: 'DE' }, buyer: { vatId: 'DE136695976', vatIdStatus: 'unchecked' } },
      'standard',
      'SELLER',
      '79.67',
    ],
    [
      'margin goods to a business stay margin goods (art. 139)',
      { shipTo: { country: 'DE' }, buyer: business('DE136695976'), lines: [line({ vatScheme: 'MARGINAL' })] },
      'marginScheme',
      'SELLER',
      '0.00',
    ],
  ])('%s', (_claim, change, treatment, responsibility, tax) => {
    const { taxLines, totals } = quoted(toFrance(change));
    expect(taxLines).toMatchObject([{ treatment, taxCollectionResponsibility: responsibility }]);
    expect(totals.tax.toDecimalString()).toBe(tax);
  });

  test('without a known cost the margin is left to finance, and the buyer sees the same', () => {
    const [known, unknown] = [[Money.of('220.00', 'EUR')], undefined].map((unitCosts) =>
      quoted(toFrance({ lines: [line({ vatScheme: 'MARGINAL', unitCosts })] })),
    );
    expect(known?.lines[0]?.margin?.result?.tax.toDecimalString()).toBe('46.50');
    expect(unknown?.lines[0]?.margin).toMatchObject({ ratePpm: 200_000, jurisdiction: { code: 'FR' } });
    expect(unknown?.lines[0]?.margin?.result).toBeUndefined();
    expect(String(known?.totals.gross)).toBe(String(unknown?.totals.gross));
  });

  test('delivery charged with margin goods is part of their selling price (art. 312) and shows no VAT', () => {
    const quote = quoted(
      toFrance({
        shippingMethod: 'express',
        lines: [line({ vatScheme: 'MARGINAL', unitCosts: [Money.of('220.00', 'EUR')] })],
      }),
    );
    expect([quote.totals.tax, quote.totals.shipping, quote.totals.gross].map(String)).toEqual([
      '0.00 EUR',
      '9.90 EUR',
      '508.90 EUR',
    ]);
    expect(quote.lines[0]?.margin?.result?.tax.toDecimalString()).toBe('48.15');
  });
});

test('a French levy carries French VAT, though the phone is a margin good sent from Spain', () => {
  const used = line({ vatScheme: 'MARGINAL', shipsFrom: 'ES', storageGb: 128 });
  const [levy] = quoted(toFrance({ lines: [used] })).lines[0]?.includedLevies ?? [];
  expect([levy?.amount, levy?.amountInclTax].map(String)).toEqual(['8.40 EUR', '10.08 EUR']);
});

test('the French private copying levy is shown inside the price and is in no total', () => {
  const quote = quoted(toFrance({ lines: [line({ storageGb: 128, quantity: 2 })] }));
  expect(quote.lines[0]?.includedLevies).toMatchObject([{ id: 'fr-copie-privee' }]);
  expect(
    quote.lines[0]?.includedLevies.map(({ amount, amountInclTax }) => [amount, amountInclTax].map(String)),
  ).toEqual([['16.80 EUR', '20.16 EUR']]);
  expect(quote.fees).toEqual([]);
  expect(
    quoted(toFrance({ shipTo: { country: 'DE' }, lines: [line({ storageGb: 128 })] })).lines[0]?.includedLevies,
  ).toEqual([]);
});

test.each([
  ['smartphone', '349.00', undefined, { 'us-ca-cbe': '5.24' }],
  ['smartphone', '1200.00', undefined, { 'us-ca-cbe': '15.00' }],
  ['wearable', '199.99', undefined, { 'us-ca-cbe': '3.00' }],
  ['tablet', '300.00', 4, {}],
  ['tablet', '300.00', 10.9, { 'us-ca-ced': '4.00' }],
  ['laptop', '600.00', 14.99, { 'us-ca-ced': '4.00' }],
  ['laptop', '600.00', 15, { 'us-ca-ced': '5.00' }],
  ['tv', '600.00', 35, { 'us-ca-ced': '6.00' }],
  ['tv', '600.00', undefined, { 'us-ca-ced': '6.00' }],
  ['desktop', '600.00', undefined, {}],
])('a %s of %s with a screen of %s bears in California %j', (category, price, screenInches, fees) => {
  const quote = quoted(
    toStates({
      shipTo: { country: 'US', region: 'CA', postalCode: '95814' },
      lines: [dollars(price, { category, screenInches })],
    }),
  );
  expect(Object.fromEntries(quote.fees.map(({ id, amount }) => [id, amount.toDecimalString()]))).toEqual(fees);
});

test('a delivery fee is due once an order and a unit fee for every unit', () => {
  const lines = [dollars('100.00', { offerId: 'a', quantity: 2 }), dollars('200.00', { offerId: 'b' })];
  const fees = (region: string, postalCode: string) =>
    quoted(toStates({ lines, shipTo: { country: 'US', region, postalCode } })).fees.map(({ amount }) =>
      amount.toDecimalString(),
    );
  expect(fees('CO', '80202')).toEqual(['0.28']);
  expect(fees('CA', '95814')).toEqual(['6.00']);
});

test.each([
  ['NY', '10001-1234', 'zip5'],
  ['US-NY', '100011234', 'zip5'],
  ['ny', '12207', 'state'],
  ['MT', '59601', 'state'],
])('%s %s is known to the %s', (region, postalCode, precision) => {
  expect(quoted(toStates({ shipTo: { country: 'US', region, postalCode } })).precision).toBe(precision);
});

test('a ZIP zone that crosses a state line is good in both states', () => {
  for (const region of ['ID', 'WY'])
    expect(quoted(toStates({ shipTo: { country: 'US', region, postalCode: '83414' } })).precision).toBe('state');
});

test.each([
  ['NY', '10001', '1.33'],
  ['CA', '90012', '0.00'],
])('express delivery to %s %s bears tax of its own of %s', (region, postalCode, tax) => {
  const { shipping } = quoted(
    toStates({ shippingMethod: 'express', lines: [dollars('100.00')], shipTo: { country: 'US', region, postalCode } }),
  );
  expect([shipping.amount, shipping.tax].map(String)).toEqual(['14.99 USD', `${tax} USD`]);
});

describe('refusals name the field', () => {
  test.each<[string, string, QuoteRequest]>([
    ['QuoteRejected', 'lines', toFrance({ lines: [] })],
    ['QuoteRejected', 'lines[0].quantity', toFrance({ lines: [line({ quantity: 0 })] })],
    ['QuantityExceeded', 'lines[0].quantity', toFrance({ lines: [line({ quantity: 1e9 })] })],
    ['QuoteRejected', 'lines[1].offerId', toFrance({ lines: [line(), line()] })],
    ['OfferNotListed', 'lines[0].offerId', toFrance({ lines: [line({ unitPrice: Money.of('499.00', 'USD') })] })],
    ['OfferNotListed', 'lines[0].offerId', toFrance({ lines: [line({ unitPrice: Money.of('0.00', 'EUR') })] })],
    ['QuoteRejected', 'lines[0].offerId', toFrance({ lines: [line({ shipsFrom: 'CN' })] })],
    ['DestinationNotServed', 'shipTo.country', toFrance({ shipTo: { country: 'CH' } })],
    ['DestinationNotServed', 'shipTo.country', toFrance({ shipTo: { country: 'RE' } })],
    ['DestinationNotServed', 'shipTo.postalCode', toFrance({ shipTo: { country: 'FR', postalCode: '97400' } })],
    ['ShippingMethodNotOffered', 'shippingMethod', toFrance({ shippingMethod: 'drone' })],
    ['ShippingMethodNotOffered', 'shippingMethod', toFrance({ shippingMethod: 'express', shipTo: { country: 'FI' } })],
    ['BuyerVatIdInvalid', 'buyer.vatId', toFrance({ buyer: { vatId: 'DE123456789', vatIdStatus: 'invalid' } })],
    ['DestinationIncomplete', 'shipTo.region', toStates({ shipTo: { country: 'US', postalCode: '10001' } })],
    ['DestinationIncomplete', 'shipTo.postalCode', toStates({ shipTo: { country: 'US', region: 'NY' } })],
    [
      'DestinationIncomplete',
      'shipTo.postalCode',
      toStates({ shipTo: { country: 'US', region: 'NY', postalCode: '1000' } }),
    ],
    [
      'DestinationIncomplete',
      'shipTo.postalCode',
      toStates({ shipTo: { country: 'US', region: 'CA', postalCode: '10001' } }),
    ],
    [
      'DestinationNotServed',
      'shipTo.region',
      toStates({ shipTo: { country: 'US', region: 'PR', postalCode: '00901' } }),
    ],
    ['DestinationNotServed', 'shipTo.country', toStates({ shipTo: { country: 'FR', postalCode: '75001' } })],
  ])('%s at %s', (code, field, request) => {
    expect(quotePrice(request, realTables, now)).toMatchObject({ kind: 'rejection', code, field });
  });

  test('a moment before the table begins has no rate, and so no price', () => {
    expect(quotePrice(toFrance(), realTables, mustBeInstant('2015-12-31T22:59:59Z'))).toMatchObject({
      code: 'MissingTaxRateForDestination',
    });
    expect(quotePrice(toStates(), realTables, mustBeInstant('2026-06-30T12:00:00Z'))).toMatchObject({
      code: 'MissingTaxRateForDestination',
    });
  });

  test('a market whose table is not loaded has no price', () => {
    expect(quotePrice(toFrance(), compileTaxTables([], []), now)).toMatchObject({
      code: 'MissingTaxRateForDestination',
    });
  });
});

describe('properties of any basket', () => {
  const cents = fc.bigInt({ min: 50n, max: 5_000_000n });
  const baskets = fc.array(
    fc.record({
      cents,
      quantity: fc.integer({ min: 1, max: 100 }),
      marginal: fc.boolean(),
      foreign: fc.boolean(),
      category: fc.constantFrom('smartphone', 'laptop', 'tablet', 'tv', 'other'),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const destinations = fc.constantFrom<Pick<QuoteRequest, 'market' | 'shipTo' | 'buyer'>>(
    { market: fr, shipTo: { country: 'FR' } },
    { market: fr, shipTo: { country: 'LU' } },
    { market: fr, shipTo: { country: 'DE' }, buyer: { vatId: 'DE136695976', vatIdStatus: 'valid' } },
    { market: exporting, shipTo: { country: 'FR', postalCode: '97400' } },
    { market: us, shipTo: { country: 'US', region: 'NY', postalCode: '10001' } },
    { market: us, shipTo: { country: 'US', region: 'CA', postalCode: '90012' } },
    { market: us, shipTo: { country: 'US', region: 'MN', postalCode: '55401' } },
    { market: us, shipTo: { country: 'US', region: 'OR', postalCode: '97201' } },
  );
  const requests = fc
    .tuple(baskets, destinations, fc.constantFrom('standard', 'express'))
    .map(([basket, destination, method]): QuoteRequest => ({
      ...destination,
      shippingMethod: destination.shipTo.country === 'FI' ? 'standard' : method,
      lines: basket.map(({ cents: minor, quantity, marginal, foreign, category }, i) =>
        line({
          offerId: `offer-${i}`,
          unitPrice: Money.ofMinor(minor, destination.market.currency),
          quantity,
          category,
          vatScheme: marginal && destination.market !== us ? 'MARGINAL' : 'REGULAR',
          shipsFrom: destination.market.homeCountry,
          ...(foreign ? { sellerEstablishedIn: 'HK' } : {}),
        }),
      ),
    }));
  const sum = (moneys: readonly Money[]): bigint => moneys.reduce((total, { minor }) => total + minor, 0n);

  test('every line, jurisdiction, fee and delivery sums to the totals, and the totals to the gross', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { lines, taxLines, fees, shipping, totals } = quoted(request);
        for (const { net, tax, gross, taxLines: own } of lines) {
          expect(net.minor + tax.minor).toBe(gross.minor);
          expect(sum(own.map(({ amount }) => amount))).toBe(tax.minor);
        }
        expect(shipping.amount.minor + shipping.tax.minor).toBe(shipping.gross.minor);
        expect(sum(shipping.taxLines.map(({ amount }) => amount))).toBe(shipping.tax.minor);
        expect(totals.net.minor).toBe(sum(lines.map(({ net }) => net)));
        expect(totals.tax.minor).toBe(sum(lines.map(({ tax }) => tax)) + shipping.tax.minor);
        expect(totals.tax.minor).toBe(sum(taxLines.map(({ amount }) => amount)));
        expect(totals.fees.minor).toBe(sum(fees.map(({ amount }) => amount)));
        expect(totals.shipping.minor).toBe(shipping.amount.minor);
        expect(totals.net.minor + totals.tax.minor + totals.fees.minor + totals.shipping.minor).toBe(
          totals.gross.minor,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('the same request at the same moment has the same answer', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(JSON.stringify(quoted(request))).toBe(JSON.stringify(quoted(request)));
      }),
      { numRuns: 50 },
    );
  });

  test('the gross of a consumer does not depend on where in the Union the goods go', () => {
    const states = [...fr.shipsTo];
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 100 }), fc.constantFrom(...states), (minor, quantity, country) => {
        const unitPrice = Money.ofMinor(minor, fr.currency);
        const { totals } = quoted(toFrance({ shipTo: { country }, lines: [line({ unitPrice, quantity })] }));
        expect(totals.gross.minor).toBe(minor * BigInt(quantity));
      }),
    );
  });

  test('the trace says which tables and rates were read', () => {
    const { trace, tables } = quoted(toStates(), instantOfEpochMs(now));
    expect(tables).toEqual(['us-sales-tax@2026-11-24']);
    expect(trace.map(({ step }) => step)).toEqual(['destination', 'shipping', 'tax']);
  });
});
