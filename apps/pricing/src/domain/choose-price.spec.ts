import { instantOfEpochMs, Money, ratioOfPpm } from '@reprise/kernel';
import type { RoundingMode } from '@reprise/kernel';
import fc from 'fast-check';
import { realMarket } from '../../test/real-markets.js';
import { choosePrice, considerPrices } from './choose-price.js';
import type { OfferPrice } from './offer.js';
import { findClash } from './find-clash.js';
import type { PriceList } from './price-list.js';
import { isInForce } from './price-list.js';
import { PriceListIndex } from './price-list-index.js';

const market = realMarket('fr');
const eur = (amount: string): Money => Money.of(amount, 'EUR');
const goods = { offerId: 'o', sellerId: 's', category: 'smartphone', grade: 'GOOD' };
const stated: OfferPrice = { market: 'fr', price: eur('399.00') };
const at = instantOfEpochMs(1_000);

const list = (change: Partial<PriceList> & { id: string }): PriceList => ({
  version: 1,
  kind: 'sale',
  market: 'fr',
  scope: { minQuantity: 1 },
  effect: { type: 'percentOff', share: ratioOfPpm(100_000), rounding: 'halfUp' },
  priority: 0,
  validFrom: instantOfEpochMs(0),
  ...change,
});
const chosen = (lists: readonly PriceList[], change: Partial<OfferPrice> = {}, quantity = 1) => {
  const context = { market, lists: new PriceListIndex(lists), quantity, at };
  const { price, list: by } = choosePrice({ ...stated, ...change }, goods, context);
  return [price.toDecimalString(), by?.id];
};

test('without a list the price is the seller’s', () => {
  expect(chosen([])).toEqual(['399.00', undefined]);
  expect(chosen([list({ id: 'elsewhere', market: 'de' })])).toEqual(['399.00', undefined]);
});

test.each([
  ['halfUp', '394.95'],
  ['halfEven', '394.94'],
  ['floor', '394.94'],
  ['ceil', '394.95'],
] as const)(
  'percent off is exact until it is rounded %s: half a cent of 399.00 less 4.055 leaves %s',
  (rounding: RoundingMode, price) => {
    const share = { numerator: 4_055n, denominator: 399_000n };
    expect(chosen([list({ id: 'p', effect: { type: 'percentOff', share, rounding } })])).toEqual([price, 'p']);
  },
);

test('the higher priority wins, then the narrower list, then the one for more units', () => {
  const broad = list({ id: 'broad', effect: { type: 'amountOff', amount: eur('100.00') } });
  const graded = list({ id: 'graded', scope: { minQuantity: 1, grade: 'GOOD' } });
  const named = list({ id: 'named', effect: { type: 'fixedPrices', prices: new Map([['o', eur('398.00')]]) } });
  const many = list({ id: 'many', scope: { minQuantity: 3 }, effect: { type: 'amountOff', amount: eur('200.00') } });
  expect(chosen([broad, graded])).toEqual(['359.10', 'graded']);
  expect(chosen([graded, broad, named])).toEqual(['398.00', 'named']);
  expect(chosen([graded, { ...broad, priority: 1 }, named])).toEqual(['299.00', 'broad']);
  expect(chosen([broad, many], {}, 2)).toEqual(['299.00', 'broad']);
  expect(chosen([broad, many], {}, 3)).toEqual(['199.00', 'many']);
});

test('a list that breaks a bound loses to the next in line, and the seller’s price is the last', () => {
  const deep = list({ id: 'deep', priority: 2, effect: { type: 'amountOff', amount: eur('200.00') } });
  const mild = list({ id: 'mild', priority: 1, effect: { type: 'amountOff', amount: eur('10.00') } });
  expect(chosen([deep, mild], { minPrice: eur('300.00') })).toEqual(['389.00', 'mild']);
  expect(chosen([deep, mild], { minPrice: eur('395.00') })).toEqual(['399.00', undefined]);
  const dear = list({
    id: 'dear',
    kind: 'override',
    effect: { type: 'fixedPrices', prices: new Map([['o', eur('450.00')]]) },
  });
  expect(chosen([dear])).toEqual(['450.00', 'dear']);
  expect(chosen([dear], { maxPrice: eur('449.99') })).toEqual(['399.00', undefined]);
  expect(chosen([{ ...dear, kind: 'sale' }])).toEqual(['399.00', undefined]);
});

test('every candidate is told with its fate', () => {
  const lists = [
    list({ id: 'later', validFrom: instantOfEpochMs(2_000) }),
    list({ id: 'before', validTo: instantOfEpochMs(1_000) }),
    list({ id: 'bulk', scope: { minQuantity: 2 } }),
    list({ id: 'winner', priority: 9 }),
    list({ id: 'second' }),
    list({ id: 'other-seller', scope: { minQuantity: 1, sellerId: 'x' } }),
  ];
  const { candidates } = considerPrices(stated, goods, { market, lists: new PriceListIndex(lists), quantity: 1, at });
  expect(new Map(candidates.map((each) => [each.list?.id ?? 'offer', each.outcome]))).toEqual(
    new Map([
      ['winner', 'won'],
      ['bulk', 'quantityTooSmall'],
      ['before', 'over'],
      ['later', 'notYet'],
      ['second', 'outranked'],
      ['offer', 'outranked'],
    ]),
  );
});

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const money = fc.bigInt(1n, 60_000_00n).map((minor) => Money.ofMinor(minor, market.currency));
const anyList: fc.Arbitrary<PriceList> = fc
  .record({
    kind: fc.constantFrom('sale' as const, 'override' as const),
    priority: fc.integer({ min: 0, max: 2 }),
    sellerId: maybe(['s', 'x']),
    category: maybe(['smartphone', 'tablet']),
    grade: maybe(['GOOD', 'FAIR']),
    minQuantity: fc.integer({ min: 1, max: 3 }),
    validFrom: fc.integer({ min: 0, max: 20 }),
    lasts: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    effect: fc.oneof(
      fc.record({
        type: fc.constant('percentOff' as const),
        share: fc.integer({ min: 1, max: 999_999 }).map(ratioOfPpm),
        rounding: fc.constantFrom('halfUp' as const, 'floor' as const, 'ceil' as const),
      }),
      fc.record({ type: fc.constant('amountOff' as const), amount: money }),
      fc.record({
        type: fc.constant('fixedPrices' as const),
        prices: fc.dictionary(fc.constantFrom('o', 'p'), money).map((prices) => new Map(Object.entries(prices))),
      }),
    ),
  })
  .map(({ sellerId, category, grade, minQuantity, validFrom, lasts, ...rest }) => ({
    ...rest,
    id: '',
    version: 1,
    market: 'fr',
    scope: {
      minQuantity,
      ...(sellerId === undefined ? {} : { sellerId }),
      ...(category === undefined ? {} : { category }),
      ...(grade === undefined ? {} : { grade }),
    },
    validFrom: instantOfEpochMs(validFrom),
    ...(lasts === undefined ? {} : { validTo: instantOfEpochMs(validFrom + lasts) }),
  }));
/** Lists as the service lets them come about: whoever would tie is turned away. */
const acceptedLists = fc.array(anyList, { maxLength: 8 }).map((lists) =>
  lists.reduce<PriceList[]>((accepted, next, i) => {
    const named = { ...next, id: `list-${i}` };
    return findClash(named, accepted) === undefined ? [...accepted, named] : accepted;
  }, []),
);
const anyStated = fc
  .record({
    price: fc.bigInt(1_00n, 50_000_00n),
    below: fc.option(fc.bigInt(0n, 90n), { nil: undefined }),
    above: fc.option(fc.bigInt(0n, 90n), { nil: undefined }),
  })
  .map(({ price, below, above }): OfferPrice => {
    const of = (minor: bigint): Money => Money.ofMinor(minor, market.currency);
    return {
      market: 'fr',
      price: of(price),
      ...(below === undefined ? {} : { minPrice: of(price - (price * below) / 100n) }),
      ...(above === undefined ? {} : { maxPrice: of(price + (price * above) / 100n) }),
    };
  });
const situation = fc.record({
  lists: acceptedLists,
  terms: anyStated,
  quantity: fc.integer({ min: 1, max: 4 }),
  moment: fc.integer({ min: 0, max: 40 }).map(instantOfEpochMs),
});

test('the order lists are stored in never matters', () => {
  fc.assert(
    fc.property(situation, fc.integer(), ({ lists, terms, quantity, moment }, seed) => {
      const shuffled = [...lists].sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
      const by = (ordered: readonly PriceList[]) =>
        choosePrice(terms, goods, { market, lists: new PriceListIndex(ordered), quantity, at: moment });
      expect(by(shuffled)).toEqual(by(lists));
    }),
  );
});

test('no price leaves the seller’s bounds or the market’s, and none is a sale that is dearer', () => {
  fc.assert(
    fc.property(situation, ({ lists, terms, quantity, moment }) => {
      const { price, list: by } = choosePrice(terms, goods, {
        market,
        lists: new PriceListIndex(lists),
        quantity,
        at: moment,
      });
      if (by === undefined) return expect(price).toBe(terms.price);
      expect(isInForce(by, moment)).toBe(true);
      for (const low of [terms.minPrice, market.priceMin])
        if (low) expect(price.compare(low)).toBeGreaterThanOrEqual(0);
      for (const high of [terms.maxPrice, market.priceMax])
        if (high) expect(price.compare(high)).toBeLessThanOrEqual(0);
      if (by.kind === 'sale') expect(price.compare(terms.price)).toBe(-1);
    }),
  );
});

test('no eligible list of higher priority is passed over, and what is explained is what is charged', () => {
  fc.assert(
    fc.property(situation, ({ lists, terms, quantity, moment }) => {
      const context = { market, lists: new PriceListIndex(lists), quantity, at: moment };
      const { price, list: by, candidates } = considerPrices(terms, goods, context);
      expect(choosePrice(terms, goods, context)).toEqual(by === undefined ? { price } : { price, list: by });
      expect(candidates.filter(({ outcome }) => outcome === 'won').map((won) => [won.list, won.price])).toEqual([
        [by, price],
      ]);
      for (const candidate of candidates)
        if (candidate.outcome === 'outranked' && candidate.list !== undefined)
          expect(candidate.list.priority).toBeLessThanOrEqual(by?.priority ?? -1);
    }),
  );
});

test('of two accepted lists that hold at once for one offer, which is first is decided by priority or narrowness, not by name', () => {
  fc.assert(
    fc.property(situation, ({ lists, terms, quantity, moment }) => {
      const renamed = lists.map((each) => ({ ...each, id: [...each.id].reverse().join('') }));
      const by = (named: readonly PriceList[]) =>
        choosePrice(terms, goods, { market, lists: new PriceListIndex(named), quantity, at: moment }).price.minor;
      expect(by(renamed)).toBe(by(lists));
    }),
  );
});

function hash(id: string, seed: number): number {
  let sum = seed;
  for (const letter of id) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return sum;
}
