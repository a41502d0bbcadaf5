import fc from 'fast-check';
import { highestWinningPrice, standingOf } from './price-to-win.js';
import { chooseWinner, compareOffers, gateOf, rankOffers } from './rank-offers.js';
import type { BuyBoxTerms, Candidate } from './rank-offers.js';

const terms: BuyBoxTerms = {
  gradeSold: true,
  priceMinMinor: 50,
  priceMaxMinor: 100_000,
  warrantyMonthsMin: 12,
  shipsFrom: undefined,
  shippingMinor: 490,
  deliveryDays: { min: 2, max: 6 },
};
const winner: Candidate = {
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

test('a dearer offer is told the highest price that wins: a unit less, or the same where a tie is won', () => {
  const own = { ...winner, offerId: 'o2', sellerId: 's2', priceMinor: 42_000 };
  expect(standingOf(own, [winner], terms)).toEqual({
    rank: 2,
    standing: 2,
    isWinning: false,
    priceToWinMinor: 39_899,
    obstacles: [{ code: 'dearerThanWinner', priceToWinMinor: 39_899 }],
  });
  expect(standingOf({ ...own, warrantyMonths: 36 }, [winner], terms).priceToWinMinor).toBe(39_900);
});

test('an offer of weaker quality is told what it costs: the price that wins now, and with the winner’s quality', () => {
  const own = { ...winner, offerId: 'o2', priceMinor: 39_900, penaltyPpm: 70_000 };
  const { obstacles, priceToWinMinor } = standingOf(own, [winner], terms);
  expect(obstacles).toEqual([{ code: 'weakerQualityThanWinner', priceToWinMinor: 39_899 }]);
  // 40,390 × 1.02 ÷ 1.07 − 490
  expect(priceToWinMinor).toBe(38_012);
});

test('a winner is told how far it could go up', () => {
  const second = { ...winner, offerId: 'o2', sellerId: 's2', priceMinor: 42_000 };
  expect(standingOf(winner, [second], terms)).toMatchObject({ rank: 1, isWinning: true, priceToWinMinor: 42_000 });
  expect(standingOf(winner, [], terms)).toMatchObject({ priceToWinMinor: terms.priceMaxMinor, standing: 1 });
});

test('kept out, it is told every gate and the price that would win once it is open', () => {
  const own = {
    ...winner,
    offerId: 'o2',
    sellerId: 's2',
    available: 0,
    seller: 'suspended' as const,
    priceMinor: 200_000,
  };
  expect(standingOf(own, [winner], terms)).toMatchObject({
    rank: null,
    isWinning: false,
    obstacles: [
      { code: 'sellerSuspended', priceToWinMinor: 39_899 },
      { code: 'priceAboveMaximum', priceToWinMinor: 39_899 },
      { code: 'outOfStock', priceToWinMinor: 39_899 },
      { code: 'dearerThanWinner', priceToWinMinor: 39_899 },
    ],
  });
});

test('no price wins below the market’s or the seller’s own minimum', () => {
  const own = { ...winner, offerId: 'o2', priceMinor: 42_000 };
  expect(highestWinningPrice({ ...own, sellerMinMinor: 40_000 }, winner, terms)).toBeNull();
  expect(highestWinningPrice(own, { ...winner, priceMinor: 50 }, terms)).toBeNull();
  expect(highestWinningPrice({ ...own, warrantyMonths: 36 }, { ...winner, priceMinor: 50 }, terms)).toBe(50);
});

const candidate: fc.Arbitrary<Candidate> = fc.record({
  offerId: fc.uuid(),
  sellerId: fc.constantFrom('s1', 's2', 's3'),
  listed: fc.constant(true),
  seller: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const),
  available: fc.integer({ min: 0, max: 2 }),
  priceMinor: fc.option(fc.integer({ min: 1, max: 120_000 }), { freq: 9 }),
  sellerMinMinor: fc.option(fc.integer({ min: 1, max: 60_000 })),
  shipsFrom: fc.constant('FR'),
  warrantyMonths: fc.constantFrom(6, 12, 24),
  batteryHealth: fc.option(fc.integer({ min: 80, max: 82 }), { nil: undefined }),
  leadTimeDays: fc.integer({ min: 0, max: 2 }),
  penaltyPpm: fc.integer({ min: 0, max: 250_000 }),
});
const shelf = fc.uniqueArray(candidate, { selector: (each) => each.offerId, minLength: 1, maxLength: 8 });

test('the price to win wins when it is asked, and no higher allowed price does', () => {
  fc.assert(
    fc.property(shelf, ([own, ...others]) => {
      if (own === undefined) return;
      const { priceToWinMinor } = standingOf(own, others, terms);
      const open = { ...own, seller: 'active' as const, available: 1, warrantyMonths: 24 };
      const price = standingOf(open, others, terms).priceToWinMinor;
      if (price === null) {
        const floor = Math.max(terms.priceMinMinor, own.sellerMinMinor ?? 0);
        if (floor > terms.priceMaxMinor) return;
        expect(chooseWinner([{ ...open, priceMinor: floor }, ...others], terms)?.offerId).not.toBe(own.offerId);
        return;
      }
      const wins = (priceMinor: number) =>
        chooseWinner([{ ...open, priceMinor }, ...others], terms)?.offerId === own.offerId;
      expect(wins(price)).toBe(true);
      if (price < terms.priceMaxMinor) expect(wins(price + 1)).toBe(false);
      if (gateOf(own, terms) === undefined && priceToWinMinor !== null)
        expect(chooseWinner([{ ...own, priceMinor: priceToWinMinor }, ...others], terms)?.offerId).toBe(own.offerId);
    }),
    { numRuns: 1_000 },
  );
});

test('rank and the buy box agree with the ranking everybody sees', () => {
  fc.assert(
    fc.property(shelf, ([own, ...others]) => {
      if (own === undefined) return;
      const { ranked } = rankOffers([own, ...others], terms);
      const place = ranked.find((each) => each.candidate.offerId === own.offerId);
      const { rank, isWinning, standing, obstacles } = standingOf(own, others, terms);
      expect(rank).toBe(place?.rank ?? null);
      expect(isWinning).toBe(place?.rank === 1);
      expect(standing).toBe(ranked.length);
      expect(obstacles.length > 0).toBe(!isWinning);
    }),
  );
});

test('the order is total: of two offers exactly one comes first', () => {
  fc.assert(
    fc.property(candidate, candidate, (a, b) => {
      if (a.offerId === b.offerId) return;
      expect(Math.sign(compareOffers(a, b, terms))).toBe(-Math.sign(compareOffers(b, a, terms)));
      expect(compareOffers(a, b, terms)).not.toBe(0);
    }),
  );
});
