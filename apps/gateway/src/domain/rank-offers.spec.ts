import fc from 'fast-check';
import { chooseWinner, rankOffers } from './rank-offers.js';
import type { BuyBoxTerms, Candidate, Gate } from './rank-offers.js';

const terms: BuyBoxTerms = {
  gradeSold: true,
  priceMinMinor: 50,
  priceMaxMinor: 5_000_000,
  warrantyMonthsMin: 12,
  shippingMinor: 490,
};

const good: Candidate = {
  offerId: 'o1',
  sellerId: 's1',
  listed: true,
  seller: 'active',
  available: 3,
  priceMinor: 39_900,
  warrantyMonths: 24,
  batteryHealth: 90,
};

const candidate = fc.record({
  offerId: fc.uuid(),
  sellerId: fc.constantFrom('s1', 's2', 's3'),
  listed: fc.boolean(),
  seller: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const, 'unknown' as const),
  available: fc.integer({ min: 0, max: 2 }),
  priceMinor: fc.option(fc.integer({ min: 1, max: 30 }).map((n) => n * 1_000)),
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
    ['o3', 1, 40_390, 0, 'warranty'],
    ['o1', 2, 40_390, 0, 'warranty'],
    ['o2', 3, 42_390, 2_000, 'landedPrice'],
  ]);
  expect(excluded).toEqual([]);
});

test('an only offer was decided by nothing', () => {
  expect(rankOffers([good], terms).ranked[0]?.decidedBy).toBeUndefined();
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
    decidedBy: 'offerId',
  });
});

test.each<[Gate, Partial<Candidate>, Partial<BuyBoxTerms>]>([
  ['delisted', { listed: false }, {}],
  ['sellerSuspended', { seller: 'suspended' }, {}],
  ['sellerUnknown', { seller: 'unknown' }, {}],
  ['gradeNotSold', {}, { gradeSold: false }],
  ['noPrice', { priceMinor: null }, {}],
  ['priceOutOfBounds', { priceMinor: 49 }, {}],
  ['priceOutOfBounds', { priceMinor: 5_000_001 }, {}],
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
      const { offerId } = chosen.candidate;
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
