import { isRejection, Money, mustBeInstant } from '@reprise/kernel';
import { taxTableSchema } from '@reprise/contracts/market';
import { realMarket, realTables, tablesWith } from '../../test/real-markets.js';
import { explainQuote } from './explain-quote.js';
import type { LocalTaxArea } from './local-tax-area.js';
import { quotePrice } from './quote-price.js';
import type { QuoteDraft, QuoteRequestLine, ShipTo } from './quote.js';
import type { PriceTables } from './tax-tables.js';

const us = realMarket('us');
const today = '2026-11-24T15:00:00Z';

interface Case {
  readonly price: string;
  readonly quantity?: number;
  readonly category?: string;
  readonly screenInches?: number;
  readonly to: readonly [state: string, zip: string];
  readonly at?: string;
  readonly tables?: PriceTables;
  readonly area?: LocalTaxArea;
}

function quoted({
  price,
  quantity = 1,
  category = 'smartphone',
  screenInches,
  to,
  at,
  tables,
  area,
}: Case): QuoteDraft {
  const line: QuoteRequestLine = {
    offerId: 'offer',
    sellerId: 'seller',
    variantId: 'variant',
    category,
    screenInches,
    unitPrice: Money.of(price, us.currency),
    quantity,
    vatScheme: 'REGULAR',
    shipsFrom: 'US',
  };
  const shipTo: ShipTo = { country: 'US', region: to[0], postalCode: to[1] };
  const request = { market: us, lines: [line], shipTo, taxAnswer: { kind: 'rates' as const, area } };
  const answer = quotePrice(request, tables ?? realTables, mustBeInstant(at ?? today));
  if (isRejection(answer)) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}

const parts = (quote: QuoteDraft) => quote.taxLines.map(({ amount }) => amount.toDecimalString());
const tax = (quote: QuoteDraft) => quote.totals.tax.toDecimalString();
const fees = (quote: QuoteDraft) => quote.fees.map(({ id, amount }) => [id, amount.toDecimalString()]);

/** The state's election changed to rounding each item, as SST agreement § 324 allows. */
const perItem = tablesWith((table) =>
  table.regime === 'us-sales-tax'
    ? { ...table, states: table.states.map((row) => (row.state === 'NY' ? { ...row, rounding: 'perLine' } : row)) }
    : table,
);

describe('the combined rate is rounded half up at the third decimal and shared out by largest remainder (SST § 324)', () => {
  test.each<[string, Case, string, string[]]>([
    ['299.99 in New York City', { price: '299.99', to: ['NY', '10001'] }, '26.62', ['12.00', '13.50', '1.12']],
    [
      '10.99: the rounded parts would be .97',
      { price: '10.99', to: ['NY', '10001'] },
      '0.98',
      ['0.44', '0.50', '0.04'],
    ],
    [
      '3 × 10.99 on the invoice',
      { price: '10.99', quantity: 3, to: ['NY', '10001'] },
      '2.93',
      ['1.32', '1.49', '0.12'],
    ],
    ['349.00 in Los Angeles', { price: '349.00', to: ['CA', '90012'] }, '34.03', ['25.30', '8.73']],
    ['100.00 in Minnesota at 6.875', { price: '100.00', to: ['MN', '55401'] }, '6.88', ['6.88']],
  ])('%s', (_claim, basket, total, shares) => {
    const quote = quoted(basket);
    expect([tax(quote), parts(quote)]).toEqual([total, shares]);
    expect(new Set(quote.taxLines.map((line) => line.taxCollectionResponsibility))).toEqual(new Set(['MARKETPLACE']));
  });

  test('three lines of 10.99 are 2.94 where the state is rounded per item', () => {
    const lines = ['a', 'b', 'c'].map((offerId) => ({
      offerId,
      sellerId: 's',
      variantId: 'v',
      category: 'other',
      unitPrice: Money.of('10.99', us.currency),
      quantity: 1,
      vatScheme: 'REGULAR' as const,
      shipsFrom: 'US',
    }));
    const shipTo = { country: 'US', region: 'NY', postalCode: '10001' };
    const taxes = [perItem, realTables].map((tables) => {
      const answer = quotePrice({ market: us, lines, shipTo }, tables, mustBeInstant(today));
      return isRejection(answer) ? answer.code : tax(answer);
    });
    expect(taxes).toEqual(['2.94', '2.93']);
  });
});

describe('rates begin at midnight of the state', () => {
  test.each<[string, string, string, string, string]>([
    ['DC', '20001', '2025-10-01T03:59:59Z', '6.00', 'the day before 6.5 %'],
    ['DC', '20001', '2025-10-01T04:00:00Z', '6.50', '6.5 % since October 2025'],
    ['DC', '20001', '2026-10-01T03:59:59Z', '6.50', 'the last minute of 6.5 %'],
    ['DC', '20001', '2026-10-01T04:00:00Z', '7.00', '7 % since October 2026'],
    ['LA', '70112', '2026-12-31T12:00:00Z', '5.00', '5 % until 2029'],
    ['LA', '70112', '2030-01-01T05:59:59Z', '5.00', 'the last second of 2029 in New Orleans'],
    ['LA', '70112', '2030-01-01T06:00:00Z', '4.75', '4.75 % from 2030'],
    ['SD', '57501', '2027-07-01T04:59:59Z', '4.20', 'the last second before the sunset'],
    ['SD', '57501', '2027-07-01T05:00:00Z', '4.50', '4.5 % again'],
  ])('%s %s at %s takes %s of 100.00: %s', (state, zip, at, expected) => {
    expect(tax(quoted({ price: '100.00', category: 'other', to: [state, zip], at }))).toBe(expected);
  });
});

// State base rates of 2026-07-01, each from its department of revenue.
test.each(
  Object.entries({
    ...{ AL: '4', AZ: '5.6', AR: '6.5', CA: '7.25', CO: '2.9', CT: '6.35', FL: '6', GA: '4', HI: '4', ID: '6' },
    ...{ IL: '6.25', IN: '7', IA: '6', KS: '6.5', KY: '6', LA: '5', ME: '5.5', MD: '6', MA: '6.25', MI: '6' },
    ...{ MN: '6.875', MS: '7', MO: '4.225', NE: '5.5', NV: '6.85', NJ: '6.625', NM: '4.875', NY: '4', NC: '4.75' },
    ...{ ND: '5', OH: '5.75', OK: '4.5', PA: '6', RI: '7', SC: '6', SD: '4.2', TN: '7', TX: '6.25', UT: '6.1' },
    ...{ VT: '6', VA: '5.3', WA: '6.5', WV: '6', WI: '5', WY: '4', AK: '0', DE: '0', MT: '0', NH: '0', OR: '0' },
  }),
)('%s has a state rate of %s %%', (state, percent) => {
  const table = realTables.taxes.get('us-sales-tax');
  const base = table?.regime === 'us-sales-tax' ? table.states.get(state)?.base.rates : undefined;
  const now = mustBeInstant(today);
  expect(base?.find(({ fromMs, untilMs }) => now >= fromMs && now < untilMs)?.row.ratePpm).toBe(
    Math.round(Number(percent) * 10_000),
  );
});

test('states without a sales tax say so, and owe nothing', () => {
  for (const [state, zip] of [
    ['DE', '19801'],
    ['MT', '59601'],
    ['NH', '03301'],
    ['OR', '97201'],
  ] as const) {
    const quote = quoted({ price: '349.00', to: [state, zip] });
    expect([tax(quote), quote.taxLines[0]?.treatment]).toEqual(['0.00', 'notTaxed']);
  }
});

describe('fees at checkout are receipt lines of their own and bear no sales tax', () => {
  test('a phone of 349.00 to Los Angeles: tax 34.03, battery fee 5.24, in all 388.27', () => {
    const quote = quoted({ price: '349.00', to: ['CA', '90012'] });
    expect(fees(quote)).toEqual([['us-ca-cbe', '5.24']]);
    expect([quote.totals.tax, quote.totals.fees, quote.totals.gross].map(String)).toEqual([
      '34.03 USD',
      '5.24 USD',
      '388.27 USD',
    ]);
  });

  test.each<[string, Case, string[][]]>([
    ['the battery fee stops at 15.00', { price: '1200.00', to: ['CA', '95814'] }, [['us-ca-cbe', '15.00']]],
    ['1.5 % of 199.99 is 3.00', { price: '199.99', to: ['CA', '95814'] }, [['us-ca-cbe', '3.00']]],
    ['the cap is a unit’s', { price: '1200.00', quantity: 2, to: ['CA', '95814'] }, [['us-ca-cbe', '30.00']]],
    [
      'a tablet of 10.9 inches',
      { price: '300.00', category: 'tablet', screenInches: 10.9, to: ['CA', '95814'] },
      [['us-ca-ced', '4.00']],
    ],
    [
      'a screen of exactly 4 inches is none',
      { price: '300.00', category: 'tablet', screenInches: 4, to: ['CA', '95814'] },
      [],
    ],
    [
      'a laptop of 15 inches',
      { price: '600.00', category: 'laptop', screenInches: 15, to: ['CA', '95814'] },
      [['us-ca-ced', '5.00']],
    ],
    [
      'a television of 35 inches',
      { price: '600.00', category: 'tv', screenInches: 35, to: ['CA', '95814'] },
      [['us-ca-ced', '6.00']],
    ],
    ['Colorado once an order', { price: '100.00', quantity: 2, to: ['CO', '80202'] }, [['us-co-delivery', '0.28']]],
    ['Minnesota from 100.00', { price: '100.00', to: ['MN', '55401'] }, [['us-mn-delivery', '0.50']]],
    ['Minnesota not at 99.99', { price: '99.99', to: ['MN', '55401'] }, []],
  ])('%s', (_claim, basket, expected) => {
    expect(fees(quoted(basket))).toEqual(expected);
  });
});

describe('tax holidays', () => {
  const inAlabama = { category: 'laptop', to: ['AL', '36104'], at: '2026-07-18T15:00:00Z' } as const;
  const firstThousand = tablesWith((table) =>
    table.regime === 'us-sales-tax'
      ? {
          ...table,
          holidays: [
            {
              id: 'FL-2026-first-thousand',
              name: 'The first 1,000 of a computer',
              state: 'FL',
              startsAt: '2026-07-31T00:00',
              endsAt: '2026-08-10T00:00',
              categories: ['laptop'],
              cap: '1000.00',
              capKind: 'firstNExempt',
              localTaxes: 'joined',
              source: 'holidays-known',
            },
          ],
        }
      : table,
  );
  const inFlorida = {
    category: 'laptop',
    to: ['FL', '32301'],
    at: '2026-08-01T15:00:00Z',
    tables: firstThousand,
  } as const;

  test('a laptop at Alabama’s cap of 750 is exempt, and the tax line names the holiday', () => {
    const quote = quoted({ ...inAlabama, price: '750.00' });
    expect(tax(quote)).toBe('0.00');
    expect(quote.taxLines).toMatchObject([{ treatment: 'exempt', holiday: 'AL-2026-back-to-school', rate: '0.00' }]);
    expect(
      explainQuote(quote)
        .map(({ detail }) => detail)
        .join(' '),
    ).toContain('Tax holiday AL-2026-back-to-school');
  });

  test.each<[string, Case, string]>([
    ['a laptop of 800 is above Alabama’s cap and taxed in full', { ...inAlabama, price: '800.00' }, '32.00'],
    ['two laptops of 700 are each below it', { ...inAlabama, price: '700.00', quantity: 2 }, '0.00'],
    ['a phone has no holiday', { ...inAlabama, price: '300.00', category: 'smartphone' }, '12.00'],
    ['a minute before it begins', { ...inAlabama, price: '700.00', at: '2026-07-17T05:00:59Z' }, '28.00'],
    ['when it begins, in Alabama', { ...inAlabama, price: '700.00', at: '2026-07-17T05:01:00Z' }, '0.00'],
    ['when it has ended', { ...inAlabama, price: '700.00', at: '2026-07-20T05:00:00Z' }, '28.00'],
    ['1,200 where the first 1,000 are exempt: tax on 200', { ...inFlorida, price: '1200.00' }, '12.00'],
    ['two of them: tax on 400', { ...inFlorida, price: '1200.00', quantity: 2 }, '24.00'],
    ['1,000 where the first 1,000 are exempt', { ...inFlorida, price: '1000.00' }, '0.00'],
  ])('%s', (_claim, basket, expected) => {
    expect(tax(quoted(basket))).toBe(expected);
  });

  test('what is exempt and what is taxed are lines of their own, and sum to the price', () => {
    const { taxLines, totals } = quoted({ ...inFlorida, price: '1200.00' });
    expect(taxLines.map(({ taxable, amount, holiday }) => [`${taxable}`, `${amount}`, holiday])).toEqual([
      ['200.00 USD', '12.00 USD', undefined],
      ['1000.00 USD', '0.00 USD', 'FL-2026-first-thousand'],
    ]);
    expect(`${totals.net} ${totals.gross}`).toBe('1200.00 USD 1212.00 USD');
  });

  test('a county that opted out goes on taxing, and one that opted in does not', () => {
    const area: LocalTaxArea = {
      reference: 'spec',
      precision: 'zip5',
      statedFrom: '2026-07-01',
      rates: [
        { level: 'state', code: 'US-AL', name: 'Alabama', ratePpm: 40_000 },
        { level: 'county', code: 'US-AL-MONTGOMERY', name: 'Montgomery County', ratePpm: 25_000 },
      ],
    };
    const optedIn = tablesWith((table) =>
      table.regime === 'us-sales-tax'
        ? { ...table, holidays: table.holidays.map((row) => ({ ...row, localExceptions: ['US-AL-MONTGOMERY'] })) }
        : table,
    );
    const out = quoted({ ...inAlabama, price: '700.00', area });
    expect(out.taxLines.map(({ amount, treatment }) => [`${amount}`, treatment])).toEqual([
      ['0.00 USD', 'exempt'],
      ['17.50 USD', 'standard'],
    ]);
    expect(tax(quoted({ ...inAlabama, price: '700.00', area, tables: optedIn }))).toBe('0.00');
  });

  test('exempt goods owe no delivery fee that falls on taxed goods', () => {
    const free = tablesWith((table) =>
      table.regime === 'us-sales-tax'
        ? {
            ...table,
            holidays: [
              {
                ...(table.holidays[0] as object),
                id: 'MN-2026-spec',
                state: 'MN',
                startsAt: '2026-08-01T00:00',
                endsAt: '2026-08-02T00:00',
              },
            ],
          }
        : table,
    );
    const at = '2026-08-01T15:00:00Z';
    expect(fees(quoted({ price: '700.00', category: 'laptop', to: ['MN', '55401'], at, tables: free }))).toEqual([]);
  });
});

describe('imported local rates', () => {
  const nyc: LocalTaxArea = {
    reference: 'avalara-zip5/US-NY/2026-11@1',
    precision: 'zip5',
    statedFrom: '2026-11-01',
    rates: [
      { level: 'state', code: 'US-NY', name: 'New York', ratePpm: 40_000 },
      { level: 'city', code: 'US-NY-CITY', name: 'New York City', ratePpm: 45_000 },
      { level: 'county', code: 'US-NY-COUNTY', name: 'none', ratePpm: 0 },
      { level: 'special', code: 'US-NY-SPECIAL', name: 'Special districts', ratePpm: 3_750 },
    ],
  };

  test('are used instead of the table’s own, and named', () => {
    const quote = quoted({ price: '10.99', to: ['NY', '10001'], area: nyc });
    expect([tax(quote), parts(quote), quote.precision]).toEqual(['0.98', ['0.44', '0.50', '0.04'], 'zip5']);
    expect(quote.tables).toContain('avalara-zip5/US-NY/2026-11@1');
  });

  test('do not undo a state rate that changed after the file was made', () => {
    const area = (statedFrom: string): LocalTaxArea => ({
      ...nyc,
      statedFrom,
      rates: [{ level: 'state', code: 'US-DC', name: 'District of Columbia', ratePpm: 65_000 }],
    });
    expect(tax(quoted({ price: '100.00', to: ['DC', '20001'], area: area('2026-09-01') }))).toBe('7.00');
    expect(tax(quoted({ price: '100.00', to: ['DC', '20001'], area: area('2026-11-01') }))).toBe('6.50');
  });
});

describe('a table that cannot be right is refused, and says where', () => {
  type Source = { -readonly [key in 'holidays' | 'states' | 'areas' | 'jurisdictions']: Record<string, unknown>[] };
  const issuesOf = (change: (table: Source) => void): string[] => {
    const paths: string[] = [];
    try {
      tablesWith((table) => {
        if (table.regime === 'us-sales-tax') change(table as unknown as Source);
        const result = taxTableSchema.safeParse(table);
        if (!result.success) paths.push(...result.error.issues.map(({ path }) => path.join('.')));
        return table;
      });
    } catch {
      // The parse of the whole, which `issuesOf` has taken apart already.
    }
    return paths;
  };
  const row = (list: Record<string, unknown>[] | undefined, i: number) => list?.[i] as Record<string, unknown>;

  test.each<[string, (table: Source) => void, string]>([
    [
      '200 % tax',
      ({ states }) =>
        (row(states, 0)['rates'] = [{ ratePpm: 2_000_000, validFrom: '2026-01-01', source: 'state-rates' }]),
      'states.0.rates.0.ratePpm',
    ],
    [
      'a negative rate',
      ({ states }) => (row(states, 0)['rates'] = [{ ratePpm: -1, validFrom: '2026-01-01', source: 'state-rates' }]),
      'states.0.rates.0.ratePpm',
    ],
    [
      'a window that ends before it starts',
      ({ states }) =>
        (row(states, 0)['rates'] = [
          { ratePpm: 1, validFrom: '2026-02-01', validTo: '2026-01-01', source: 'state-rates' },
        ]),
      'states.0.rates.0.validTo',
    ],
    [
      'overlapping windows',
      ({ states }) =>
        (row(states, 0)['rates'] = [
          { ratePpm: 1, validFrom: '2026-01-01', validTo: '2026-06-30', source: 'state-rates' },
          { ratePpm: 2, validFrom: '2026-06-01', source: 'state-rates' },
        ]),
      'states.0.rates.1.validFrom',
    ],
    [
      'a jurisdiction of a state that does not exist',
      ({ jurisdictions }) => (row(jurisdictions, 0)['state'] = 'ZZ'),
      'jurisdictions.0.state',
    ],
    [
      'a holiday of a state that does not exist',
      ({ holidays }) => (row(holidays, 0)['state'] = 'ZZ'),
      'holidays.0.state',
    ],
    [
      'a holiday that ends before it starts',
      ({ holidays }) => (row(holidays, 0)['endsAt'] = '2026-07-01T00:00'),
      'holidays.0.endsAt',
    ],
    [
      'two holidays at once for the same goods',
      ({ holidays }) => holidays.push({ ...row(holidays, 0), id: 'AL-2026-second' }),
      'holidays.8.startsAt',
    ],
    ['a cap without its kind', ({ holidays }) => delete row(holidays, 0)['capKind'], 'holidays.0.capKind'],
  ])('%s', (_claim, change, path) => {
    expect(issuesOf(change)).toContain(path);
  });
});
