import fc from 'fast-check';
import { chooseWinner, rankOffers } from './rank-offers.js';
import type { BuyBoxTerms, Candidate, Gate } from './rank-offers.js';

const terms: BuyBoxTerms = {
  gradeSold: true,
  priceMinMinor: 50,
  priceMaxMinor: 5_000_000,
  warrantyMonthsMin: 12,
  shipsFrom: ['FR', 'DE'],
  shippingMinor: 490,
  deliveryDays: { min: 2, max: 6 },
};

const good: Candidate = {
  offerId: 'o1',
  sellerId: 's1',
  listed: true,
  seller: 'active',
  available: 3,
  priceMinor: 39_900,
  sellerMinMinor: null,
  shipsFrom: 'FR',
  warrantyMonths: 24,
  batteryHealth: 90,
  leadTimeDays: 1,
  penaltyPpm: 20_000,
};

const candidate = fc.record({
  offerId: fc.uuid(),
  sellerId: fc.constantFrom('s1', 's2', 's3'),
  listed: fc.boolean(),
  seller: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const, 'unknown' as const),
  available: fc.integer({ min: 0, max: 2 }),
  priceMinor: fc.option(fc.integer({ min: 1, max: 30 }).map((n) => n * 1_000)),
  sellerMinMinor: fc.option(fc.integer({ min: 1, max: 20 }).map((n) => n * 1_000)),
  shipsFrom: fc.constantFrom('FR', 'DE', 'CN'),
  leadTimeDays: fc.integer({ min: 0, max: 2 }),
  penaltyPpm: fc.constantFrom(0, 20_000, 20_001, 250_000),
  warrantyMonths: fc.constantFrom(6, 12, 24),
  batteryHealth: fc.option(fc.integer({ min: 80, max: 82 }), { nil: undefined }),
});
const candidates = fc.uniqueArray(candidate, { selector: (each) => each.offerId, maxLength: 12 });

test('the cheapest offer wins, and each offer says what decided', () => {
  const dearer = { ...good, offerId: 'o2', priceMinor: 41_900 };
  const longer = { ...good, offerId: 'o3', warrantyMonths: 36 };
  const { ranked, excluded } = rankOffers([dearer, good, longer], terms);
  expect(
    ranked.map(({ candidate: { offerId }, rank, landedMinor, aboveWinnerMinor, decidedBy }) => [
      offerId,
      rank,
      landedMinor,
      aboveWinnerMinor,
      decidedBy,
    ]),
  ).toEqual([
    ['o3', 1, 40_390, 0, ['warranty']],
    ['o1', 2, 40_390, 0, ['warranty']],
    ['o2', 3, 42_390, 2_000, ['landedPrice']],
  ]);
  expect(excluded).toEqual([]);
});

test('a seller whose devices fail more counts dearer: quality decides where it outweighs the price, and says so', () => {
  const failing = { ...good, offerId: 'o2', priceMinor: 39_500, penaltyPpm: 60_000 };
  const { ranked } = rankOffers([failing, good], terms);
  expect(ranked.map(({ candidate: { offerId }, scoreMinor, decidedBy }) => [offerId, scoreMinor, decidedBy])).toEqual([
    ['o1', 41_198, ['quality']],
    ['o2', 42_389, ['quality']],
  ]);
  expect(rankOffers([{ ...failing, priceMinor: 38_000 }, good], terms).ranked[0]?.candidate.offerId).toBe('o2');
});

test('of equal scores the lower price comes first, then quality, delivery, warranty', () => {
  const order = (a: Partial<Candidate>, b: Partial<Candidate>) =>
    rankOffers(
      [
        { ...good, offerId: 'a', ...a },
        { ...good, offerId: 'b', ...b },
      ],
      terms,
    ).ranked[0]?.candidate.offerId;
  expect(order({ priceMinor: 10_000 - 490, penaltyPpm: 250_000 }, { priceMinor: 12_500 - 490, penaltyPpm: 0 })).toBe(
    'a',
  );
  expect(order({ leadTimeDays: 2 }, {})).toBe('b');
  expect(order({ warrantyMonths: 24 }, { warrantyMonths: 36 })).toBe('b');
});

test('an only offer was decided by nothing', () => {
  expect(rankOffers([good], terms).ranked[0]?.decidedBy).toEqual([]);
});

test('a measured battery beats an unmeasured one; then the seller id and the offer id settle it', () => {
  const unmeasured = { ...good, offerId: 'a', batteryHealth: undefined };
  const otherSeller = { ...good, offerId: 'b', sellerId: 's0' };
  expect(rankOffers([unmeasured, good, otherSeller], terms).ranked.map((each) => each.candidate.offerId)).toEqual([
    'b',
    'o1',
    'a',
  ]);
  expect(rankOffers([good, { ...good, offerId: 'o0' }], terms).ranked[0]).toMatchObject({
    candidate: { offerId: 'o0' },
    decidedBy: ['offerId'],
  });
});

test.each<[Gate, Partial<Candidate>, Partial<BuyBoxTerms>]>([
  ['notPublished', { published: false }, {}],
  ['delisted', { listed: false }, {}],
  ['sellerSuspended', { seller: 'suspended' }, {}],
  ['sellerUnknown', { seller: 'unknown' }, {}],
  ['marketNotServed', { sellerGate: 'marketNotServed' }, {}],
  ['qualityGate', { sellerGate: 'qualityGate' }, {}],
  ['gradeNotSold', {}, { gradeSold: false }],
  ['noPrice', { priceMinor: null }, {}],
  ['originNotServed', { shipsFrom: 'CN' }, {}],
  ['priceBelowMinimum', { priceMinor: 49 }, {}],
  ['priceAboveMaximum', { priceMinor: 5_000_001 }, {}],
  ['priceBelowSellerMinimum', { sellerMinMinor: 40_000 }, {}],
  ['warrantyTooShort', { warrantyMonths: 11 }, {}],
  ['outOfStock', { available: 0 }, {}],
])('%s keeps an offer out, however cheap', (gate, offer, market) => {
  const ranking = rankOffers([{ ...good, ...offer }], { ...terms, ...market });
  expect(ranking.ranked).toEqual([]);
  expect(ranking.excluded.map((each) => each.gate)).toEqual([gate]);
});

test('the ranking does not depend on the order facts arrived in', () => {
  const shuffled = candidates.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, again]) => {
      expect(rankOffers(again, terms)).toEqual(rankOffers(list, terms));
    }),
  );
});

test('a lower price never ranks worse, all else equal', () => {
  fc.assert(
    fc.property(candidates, fc.nat(), fc.integer({ min: 1, max: 900 }), (list, pick, cut) => {
      const before = rankOffers(list, terms);
      const chosen = before.ranked[pick % Math.max(1, before.ranked.length)];
      if (chosen === undefined) return;
      const { offerId, sellerMinMinor, priceMinor } = chosen.candidate;
      // Below its own minimum an offer is not for sale, so that is not "all else equal".
      if ((priceMinor ?? 0) - cut < (sellerMinMinor ?? 0)) return;
      const cheaper = list.map((each) =>
        each.offerId === offerId ? { ...each, priceMinor: (each.priceMinor ?? 0) - cut } : each,
      );
      const after = rankOffers(cheaper, terms).ranked.find((each) => each.candidate.offerId === offerId);
      expect(after?.rank).toBeLessThanOrEqual(chosen.rank);
    }),
  );
});

test('the winner chosen alone is the first of the ranking', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      expect(chooseWinner(list, terms)).toEqual(rankOffers(list, terms).ranked[0]?.candidate);
    }),
  );
});

test('every candidate is either ranked or excluded with a reason, never both', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const { ranked, excluded } = rankOffers(list, terms);
      const seen = [...ranked, ...excluded].map((each) => each.candidate.offerId).sort();
      expect(seen).toEqual(list.map((each) => each.offerId).sort());
    }),
  );
});
