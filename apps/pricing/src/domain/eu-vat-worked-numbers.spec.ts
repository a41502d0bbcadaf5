import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import { realMarket, realTables } from '../../test/real-markets.js';
import { areasLeftOpen } from './eu-vat-table.js';
import type { Buyer, QuoteDraft, QuoteRequest, QuoteRequestLine, ShipTo } from './quote.js';
import { quotePrice } from './quote-price.js';
import { vatTableOf } from './tax-tables.js';
import type { RoundingPolicy } from './market-terms.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const fr = realMarket('fr');
const de = realMarket('de');
const exporting = realMarket('fr', ({ tax }) => ({ tax: { ...tax, outsideTaxArea: 'zeroRate' } }));
const eur = (amount: string): Money => Money.of(amount, 'EUR');

const line = (change: Partial<QuoteRequestLine> = {}): QuoteRequestLine => ({
  offerId: 'offer',
  sellerId: 'seller',
  variantId: 'variant',
  category: 'smartphone',
  unitPrice: eur('499.00'),
  quantity: 1,
  vatScheme: 'REGULAR',
  shipsFrom: 'FR',
  ...change,
});
const ask = (change: Partial<QuoteRequest>, at = now) =>
  quotePrice({ market: fr, lines: [line()], shipTo: { country: 'FR' }, ...change }, realTables, at);
function quoted(change: Partial<QuoteRequest>, at = now): QuoteDraft {
  const answer = ask(change, at);
  if (isRejection(answer)) throw new Error(`${answer.code} ${answer.field}: ${answer.message}`);
  return answer;
}
const business = (vatId: string): Buyer => ({ vatId, vatIdStatus: 'valid' });

// Directive 2006/112/EC art. 73 and 78: the tax is inside the price, gross × r / (100 + r).
test.each([
  ['DE', '499.00', '79.67', '419.33'],
  ['FR', '499.00', '83.17', '415.83'],
  ['ES', '199.99', '34.71', '165.28'],
  ['FR', '51.99', '8.67', '43.32'],
  ['EE', '199.99', '38.71', '161.28'],
  ['RO', '1499.99', '260.33', '1239.66'],
  ['PL', '1999.00', '373.80', '1625.20'],
  ['HU', '149900.00', '31868.50', '118031.50'],
])('%s %s holds %s of VAT, %s without', (country, gross, tax, net) => {
  const { totals } = quoted({ lines: [line({ unitPrice: eur(gross) })], shipTo: { country } });
  expect([totals.tax, totals.net, totals.gross].map((money) => money.toDecimalString())).toEqual([tax, net, gross]);
});

// No rule of the Union says where to round (CJEU C-484/06 Ahold, C-302/07 Wetherspoon): the market does.
test.each<[RoundingPolicy, string]>([
  ['perUnit', '5.01'],
  ['perLine', '5.00'],
  ['perRatePerDocument', '5.00'],
])('3 × 9.99 at 20 %% rounded %s bears %s', (roundingPolicy, tax) => {
  const market = realMarket('fr', (source) => ({ tax: { ...source.tax, roundingPolicy } }));
  const { totals } = quoted({ market, lines: [line({ unitPrice: eur('9.99'), quantity: 3 })] });
  expect(totals.tax.toDecimalString()).toBe(tax);
});

test('ten sales of 499.00 to Germany bear 796.70 on ten documents and 796.72 on one, and its lines sum to it', () => {
  const germany = { country: 'DE' };
  expect(quoted({ shipTo: germany }).totals.tax.times(10).toDecimalString()).toBe('796.70');
  const lines = Array.from({ length: 10 }, (_, i) => line({ offerId: `offer-${i}` }));
  const one = quoted({ shipTo: germany, lines });
  expect(one.totals.tax.toDecimalString()).toBe('796.72');
  // The two cents more go to two lines, and every line is within a cent of its own tax.
  expect(one.lines.map(({ tax }) => tax.toDecimalString()).sort()).toEqual([
    ...Array.from({ length: 8 }, () => '79.67'),
    '79.68',
    '79.68',
  ]);
});

test('the rate is the one in force at local midnight of the taxing state', () => {
  const bucharest = (at: string) => quoted({ shipTo: { country: 'RO' } }, mustBeInstant(at)).taxLines[0]?.rate;
  expect(bucharest('2025-07-31T20:59:59.999Z')).toBe('0.19');
  expect(bucharest('2025-07-31T21:00:00Z')).toBe('0.21');
  expect(bucharest('2025-07-31T21:30:00Z')).toBe('0.21');
  // At the same moment it is still 31 July in Paris, where the market is, and nothing turns on that.
  expect(quoted({ shipTo: { country: 'FR' } }, mustBeInstant('2025-07-31T21:30:00Z')).taxLines[0]?.rate).toBe('0.20');
});

describe('places where the VAT of their state does not hold (art. 6 and 7)', () => {
  const written: [string, string | undefined, string?][] = [
    ['ES', '35001'],
    ['ES', '38900'],
    ['ES', '51001'],
    ['ES', '52006'],
    ['IC', undefined],
    ['FR', '97100'],
    ['FR', '97133'],
    ['FR', '97150'],
    ['FR', '97200'],
    ['FR', '97300'],
    ['FR', '97400'],
    ['FR', '97500'],
    ['FR', '97600'],
    ['FR', '97700'],
    ['FR', '97800'],
    ['FR', '98600'],
    ['FR', '98700'],
    ['FR', '98800'],
    ['GP', undefined],
    ['MQ', undefined],
    ['GF', undefined],
    ['RE', undefined],
    ['YT', undefined],
    ['MF', undefined],
    ['BL', undefined],
    ['PM', undefined],
    ['WF', undefined],
    ['PF', undefined],
    ['NC', undefined],
    ['FI', '22100'],
    ['AX', undefined],
    ['DE', '78266'],
    ['DE', '27498'],
    ['IT', '23041'],
    ['IT', '23030', 'Livigno (SO)'],
    ['IT', '22061'],
    ['IT', '22060', "Campione d'Italia"],
    ['GR', '63086'],
    ['GR', '63087'],
  ];
  // As many cells in each row: a test with more parameters than its row has would wait for a callback.
  const outside = written.map(([country, postalCode, city]) => [country, postalCode, city] as const);

  test.each(outside)('%s %s %s: refused by a market that does not export', (country, postalCode, city) => {
    expect(ask({ shipTo: { country, postalCode, city } })).toMatchObject({
      code: 'DestinationNotServed',
      field: postalCode === undefined ? 'shipTo.country' : 'shipTo.postalCode',
    });
  });

  test.each(outside)('%s %s %s: an export without VAT from one that does (art. 146)', (country, postalCode, city) => {
    const { lines, totals } = quoted({ market: exporting, shipTo: { country, postalCode, city } });
    expect(lines[0]?.taxLines).toMatchObject([{ treatment: 'export', rate: '0.00', legalMentionKey: 'export' }]);
    expect(lines[0]?.decision).toMatchObject({
      rule: 'eu.export',
      legalBasis: expect.stringContaining('146') as unknown,
    });
    expect([totals.tax, totals.gross].map(String)).toEqual(['0.00 EUR', '415.83 EUR']);
  });

  test.each(outside.filter(([, , city]) => city === undefined))(
    'goods that leave from %s %s would be an import, which nobody sells here',
    (shipsFrom, shipsFromPostalCode) => {
      expect(ask({ lines: [line({ shipsFrom, shipsFromPostalCode })] })).toMatchObject({
        code: 'QuoteRejected',
        field: 'lines[0].offerId',
      });
    },
  );

  test.each<[string, ShipTo, string]>([
    ['Monaco is France', { country: 'FR', postalCode: '98000' }, '0.20'],
    ['Monaco is France', { country: 'MC', postalCode: '98000' }, '0.20'],
    ['Corsica is France', { country: 'FR', postalCode: '20000' }, '0.20'],
    ['Madeira has a rate of its own', { country: 'PT', postalCode: '9000-001' }, '0.22'],
    ['Madeira has a rate of its own', { country: 'PT', postalCode: '9499-999' }, '0.22'],
    ['the Azores have a rate of their own', { country: 'PT', postalCode: '9500-001' }, '0.16'],
    ['the Azores have a rate of their own', { country: 'PT', postalCode: '9999-999' }, '0.16'],
    ['Lisbon has not', { country: 'PT', postalCode: '1000-001' }, '0.23'],
    ['Jungholz has a rate of its own', { country: 'AT', postalCode: '6691' }, '0.19'],
    ['Mittelberg has a rate of its own', { country: 'AT', postalCode: '6991' }, '0.19'],
    ['Mittelberg has a rate of its own', { country: 'AT', postalCode: 'A-6993' }, '0.19'],
    ['the next village has not', { country: 'AT', postalCode: '6994' }, '0.20'],
    [
      'a neighbour that shares Livigno’s old code is Italy',
      { country: 'IT', postalCode: '23030', city: 'Valdidentro' },
      '0.22',
    ],
    ['a shared code without a town is Italy', { country: 'IT', postalCode: '23030' }, '0.22'],
    ['Northern Ireland follows the Union at the British rate', { country: 'GB', postalCode: 'BT1 1AA' }, '0.20'],
    ['Northern Ireland as tables write it', { country: 'XI', postalCode: 'BT48 6DQ' }, '0.20'],
  ])('%s: %j bears %s', (_claim, shipTo, rate) => {
    const { taxLines, totals } = quoted({ shipTo });
    expect(taxLines.map((tax) => tax.rate)).toEqual([rate]);
    expect(totals.gross.toDecimalString()).toBe('499.00');
  });

  test.each(['SW1A 1AA', 'IM1 1AA', 'JE2 3AB', undefined])('GB %s is not the Union, and not served', (postalCode) => {
    expect(ask({ shipTo: { country: 'GB', postalCode } })).toMatchObject({ code: 'DestinationNotServed' });
  });

  test.each([
    ['XI', undefined, '0.20'],
    ['GB', 'BT1 1AA', '0.20'],
    ['PT', '9000-001', '0.22'],
    ['PT', '9500-001', '0.16'],
    ['AT', '6691', '0.19'],
    ['MC', undefined, '0.20'],
  ])('margin goods that leave from %s %s owe %s of their margin there', (shipsFrom, shipsFromPostalCode, rate) => {
    const [sold] = quoted({ lines: [line({ shipsFrom, shipsFromPostalCode, vatScheme: 'MARGINAL' })] }).lines;
    expect((sold?.decision.marginRate?.ratePpm ?? 0) / 1_000_000).toBe(Number(rate));
  });
});

describe('who supplies, and to whom', () => {
  test('a Hong Kong seller with stock in Germany sells 499.00 to France: the marketplace owes 83.17 there (art. 14a(2))', () => {
    const { lines, taxLines, totals } = quoted({ lines: [line({ shipsFrom: 'DE', sellerEstablishedIn: 'HK' })] });
    expect(taxLines).toMatchObject([
      { jurisdiction: { code: 'FR' }, taxCollectionResponsibility: 'MARKETPLACE', legalMentionKey: 'deemedSupplier' },
    ]);
    expect([totals.tax, totals.net].map((money) => money.toDecimalString())).toEqual(['83.17', '415.83']);
    expect(lines[0]?.decision).toMatchObject({
      rule: 'eu.deemedSupplier',
      shipsFrom: 'DE',
      sellerEstablishedIn: 'HK',
      shipsTo: 'FR',
      tables: expect.arrayContaining(['eu-vat@2026-11-24']) as unknown,
      decidedAt: now,
    });
  });

  test.each([
    ['established in France', {}, 'SELLER', 'eu.domesticSale'],
    [
      'established in Italy, stock in Germany',
      { shipsFrom: 'DE', sellerEstablishedIn: 'IT' },
      'SELLER',
      'eu.distanceSale',
    ],
    ['established in Hong Kong, stock in France', { sellerEstablishedIn: 'HK' }, 'MARKETPLACE', 'eu.deemedSupplier'],
    ['established in Great Britain', { sellerEstablishedIn: 'GB' }, 'MARKETPLACE', 'eu.deemedSupplier'],
    [
      'established in Réunion, outside the territory (art. 5 and 6)',
      { sellerEstablishedIn: 'RE' },
      'MARKETPLACE',
      'eu.deemedSupplier',
    ],
    ['established in Monaco (art. 7)', { sellerEstablishedIn: 'MC' }, 'SELLER', 'eu.domesticSale'],
  ])('a seller %s', (_claim, change, responsibility, rule) => {
    const [sold] = quoted({ lines: [line(change)] }).lines;
    expect(sold?.taxLines[0]?.taxCollectionResponsibility).toBe(responsibility);
    expect(sold?.decision.rule).toBe(rule);
  });

  test.each<[string, Partial<QuoteRequest>, string, string, string]>([
    [
      'a German business buys from France',
      { shipTo: { country: 'DE' }, buyer: business('DE136695976') },
      'eu.intraEuSupply',
      'exempt',
      '415.83',
    ],
    [
      'a Greek business, whose prefix is EL',
      { shipTo: { country: 'GR' }, buyer: business('EL094259216') },
      'eu.intraEuSupply',
      'exempt',
      '415.83',
    ],
    [
      'a business in Northern Ireland',
      { shipTo: { country: 'GB', postalCode: 'BT1 1AA' }, buyer: business('XI110305878') },
      'eu.intraEuSupply',
      'exempt',
      '415.83',
    ],
    [
      'a business with a number of a third state',
      { shipTo: { country: 'DE' }, buyer: business('ATU12345675') },
      'eu.intraEuSupply',
      'exempt',
      '415.83',
    ],
    ['a French business at home', { buyer: business('FR40303265045') }, 'eu.domesticSale', 'standard', '499.00'],
    ['a German business in France', { buyer: business('DE136695976') }, 'eu.domesticSale', 'standard', '499.00'],
    [
      'a business of the state of dispatch',
      { shipTo: { country: 'DE' }, buyer: business('FR40303265045') },
      'eu.numberOfDispatchState',
      'standard',
      '499.00',
    ],
    [
      'a business buying from Hong Kong stock in Germany',
      { lines: [line({ shipsFrom: 'DE', sellerEstablishedIn: 'HK' })], buyer: business('FR40303265045') },
      'eu.intraEuSupply',
      'exempt',
      '415.83',
    ],
  ])('%s: %s', (_claim, change, rule, treatment, gross) => {
    const { lines, totals } = quoted(change);
    expect(lines[0]?.decision.rule).toBe(rule);
    expect(lines[0]?.taxLines[0]?.treatment).toBe(treatment);
    expect(lines[0]?.taxLines[0]?.reason === undefined).toBe(treatment === 'standard');
    expect(totals.gross.toDecimalString()).toBe(gross);
  });

  describe('phones among German businesses from 5,000 euros without tax (art. 199a, § 13b UStG)', () => {
    const german = (unitPrice: string, change: Partial<QuoteRequestLine> = {}) =>
      line({ shipsFrom: 'DE', unitPrice: eur(unitPrice), ...change });
    const sell = (lines: QuoteRequestLine[], buyer: Buyer | undefined = business('DE136695976'), at = now) =>
      quoted({ market: de, lines, shipTo: { country: 'DE' }, buyer }, at);

    test('the buyer owes the tax, pays without it, and the line says why', () => {
      const { lines, totals } = sell([german('595.00', { quantity: 10 })]);
      expect(lines[0]?.taxLines).toMatchObject([
        {
          treatment: 'reverseCharge',
          legalMentionKey: 'reverseCharge',
          reason: 'Directive 2006/112/EC, article 199a(1)',
        },
      ]);
      expect([totals.tax, totals.gross].map(String)).toEqual(['0.00 EUR', '5000.00 EUR']);
    });

    test.each<[string, () => QuoteDraft, string]>([
      ['a cent below', () => sell([german('5949.99')]), 'eu.domesticSale'],
      ['exactly', () => sell([german('5950.00')]), 'eu.domesticReverseCharge'],
      [
        'two lines of one seller together',
        () => sell([german('3000.00'), german('2950.00', { offerId: 'b', category: 'tablet' })]),
        'eu.domesticReverseCharge',
      ],
      [
        'two sellers apart',
        () => sell([german('3000.00'), german('2950.00', { offerId: 'b', sellerId: 'b' })]),
        'eu.domesticSale',
      ],
      ['laptops are not among these goods', () => sell([german('9000.00', { category: 'laptop' })]), 'eu.domesticSale'],
      [
        'margin goods do not count',
        () => sell([german('3000.00'), german('9000.00', { offerId: 'b', vatScheme: 'MARGINAL' })]),
        'eu.domesticSale',
      ],
      ['a consumer', () => sell([german('9000.00')], {}), 'eu.domesticSale'],
      [
        'an unchecked number',
        () => sell([german('9000.00')], { vatId: 'DE136695976', vatIdStatus: 'unchecked' }),
        'eu.domesticSale',
      ],
      [
        'the option ends with 2026',
        () => sell([german('9000.00')], business('DE136695976'), mustBeInstant('2026-12-31T23:00:00Z')),
        'eu.domesticSale',
      ],
      [
        'a minute before',
        () => sell([german('9000.00')], business('DE136695976'), mustBeInstant('2026-12-31T22:59:00Z')),
        'eu.domesticReverseCharge',
      ],
    ])('%s', (_claim, quote, rule) => {
      expect(quote().lines[0]?.decision.rule).toBe(rule);
    });
  });

  test('what a number was proven by is kept with the decision, and the number is not', () => {
    const proof = { checkedBy: 'registry' as const, checkedAt: now, consultationNumber: 'WAPIAAAAY0zXqKxM' };
    const buyer = { ...business('DE136695976'), proof };
    const [sold] = quoted({ shipTo: { country: 'DE' }, buyer }).lines;
    expect(sold?.decision.business).toEqual({ state: 'DE', proof });
    expect(JSON.stringify(sold?.decision)).not.toContain('136695976');
  });
});

// What a quote by country alone must not be used for: everywhere else its rate, or that there is one, is another.
test.each<[ShipTo, unknown]>([
  [{ country: 'DE', postalCode: '10115' }, []],
  [{ country: 'DE' }, [{ postalCodes: ['27498'] }, { postalCodes: ['78266'] }]],
  [{ country: 'PT' }, [{ postalCodes: ['9000-9499'] }, { postalCodes: ['9500-9999'] }]],
  [{ country: 'LU' }, []],
  // Overseas France has codes of its own, so RE says all there is to say.
  [{ country: 'RE' }, []],
  [{ country: 'IT', postalCode: '00184' }, []],
  [{ country: 'IT', postalCode: '23030' }, [{ postalCodes: ['23030'], cities: ['Livigno'] }]],
  [{ country: 'IT', postalCode: '23030', city: 'Valdidentro' }, [{ postalCodes: ['23030'], cities: ['Livigno'] }]],
  [{ country: 'IT', postalCode: '23030', city: 'Livigno' }, [{ postalCodes: ['23030'], exceptCities: ['Livigno'] }]],
])('an address %j leaves open %j', (shipTo, areas) => {
  const table = vatTableOf(fr, realTables);
  expect(table && areasLeftOpen(table, shipTo.country, shipTo)).toEqual(areas);
});

test('Monaco is taxed as France is, so a quote for France leaves open the overseas codes and not its', () => {
  const table = vatTableOf(fr, realTables);
  const codes = table && areasLeftOpen(table, 'FR', {}).flatMap(({ postalCodes }) => postalCodes);
  expect(codes).toContain('971*');
  expect(codes).not.toContain('980*');
});
