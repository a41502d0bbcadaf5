import type { Ratio } from '@reprise/kernel';
import {
  Money,
  divideRatios,
  exponentOf,
  multiplyRatios,
  mustBeCurrency,
  ratioOf,
  ratioOfBp,
  ratioOfDecimal,
} from '@reprise/kernel';
import type { Grade } from '@reprise/contracts';
import type { DemoModel } from './demo-files.js';

/**
 * What a refurbished device usually costs, for demo data. A model, not a market study:
 *
 *     usual = new × refurbished × kept^(years up to 5) × old^(years after) × storage^doublings × grade × (without tax) × (currency)
 *
 * - refurbished: the step from new to refurbished in the year of release.
 * - kept: what a brand's devices keep of their price each of the first five years; then they lose less, whoever made them (old). At
 *   least `floorBp` of new is always left.
 * - storage: each doubling above the storage the new price is of; each halving below it takes as much off.
 * - without tax: where a market shows prices without tax, they are about this much of a price with it.
 *
 * Exact fractions to the end, one rounding to whole units there. So a better grade and more storage are never cheaper.
 */
export interface PriceFacts {
  readonly model: DemoModel;
  readonly brand: string;
  readonly storageGb: number | undefined;
  readonly grade: Grade;
  readonly asOfYear: number;
  readonly taxInclusive: boolean;
  readonly currency: string;
  /** Units of `currency` for one unit of the new price's, as a plain decimal. */
  readonly unitsPer: string;
  /** Everything particular to one seller and offer: 10 000 is the usual price. */
  readonly levelBp: number;
}

const refurbishedBp = 8_600;
const keptBpOf: ReadonlyMap<string, number> = new Map([
  ['apple', 8_300],
  ['samsung', 7_700],
  ['google', 7_700],
]);
const keptBpOfOthers = 7_500;
const youngYears = 5;
const oldBp = 8_500;
const floorBp = 1_000;
const storageBp = 10_900;
const withoutTaxBp = 8_000;
const gradeBp: { readonly [grade in Grade]: number } = {
  PREMIUM: 11_200,
  EXCELLENT: 10_500,
  VERY_GOOD: 10_000,
  GOOD: 9_300,
  FAIR: 8_400,
};

/** The price in whole units of the currency, never below one. */
export function usualPrice(facts: PriceFacts): Money {
  const currency = mustBeCurrency(facts.currency);
  const units = product([
    ratioOfDecimal(facts.model.newPrice),
    keptShare(facts),
    storageShare(facts),
    ratioOfBp(gradeBp[facts.grade]),
    ratioOfBp(facts.taxInclusive ? 10_000 : withoutTaxBp),
    ratioOfDecimal(facts.unitsPer),
    ratioOfBp(facts.levelBp),
  ]);
  const one = Money.ofMinor(10n ** BigInt(exponentOf(currency)), currency);
  return Money.max(one.timesRatio(units, 'halfUp').roundedTo(one.minor, 'halfUp'), one);
}

/** Prices that a market's buyers are used to: multiples of `step` plus one of `endings`, as decimals of its currency. */
export interface PriceEndings {
  readonly step: string;
  readonly endings: readonly string[];
}

/** The price ending the way the seller likes it (`500.00`, `499.99`) where the market knows such prices, else the next lower one it knows (`2199.00`). */
export function endPrice(price: Money, ending: '0.00' | '0.99', { step, endings }: PriceEndings): Money {
  const known = endings.map((text) => Money.of(text, price.currency));
  if (known.some((one) => one.equals(Money.of(ending, price.currency))))
    return ending === '0.99' ? price.minus(Money.ofMinor(1n, price.currency)) : price;
  const stepMinor = Money.of(step, price.currency).minor;
  const base = price.roundedTo(stepMinor, 'floor');
  const below = known.flatMap((one) => {
    const candidate = base.plus(one);
    return [candidate, candidate.minus(Money.ofMinor(stepMinor, price.currency))];
  });
  const usable = below.filter((candidate) => candidate.isPositive() && candidate.compare(price) <= 0);
  return usable.length === 0 ? price : usable.reduce((best, next) => Money.max(best, next));
}

function keptShare({ model, brand, asOfYear }: PriceFacts): Ratio {
  const years = Math.max(0, asOfYear - model.releaseYear);
  const kept = ratioOfBp(keptBpOf.get(brand.toLowerCase()) ?? keptBpOfOthers);
  const share = product([
    ratioOfBp(refurbishedBp),
    power(kept, Math.min(years, youngYears)),
    power(ratioOfBp(oldBp), Math.max(years - youngYears, 0)),
  ]);
  const floor = ratioOfBp(floorBp);
  return share.numerator * floor.denominator > floor.numerator * share.denominator ? share : floor;
}

function storageShare({ model, storageGb }: PriceFacts): Ratio {
  if (storageGb === undefined || model.storageGb === undefined) return one;
  const doublings = Math.round(Math.log2(storageGb / model.storageGb));
  const share = power(ratioOfBp(storageBp), Math.abs(doublings));
  return doublings >= 0 ? share : divideRatios(one, share);
}

const one = ratioOf(1n, 1n);

function power(base: Ratio, exponent: number): Ratio {
  return product(Array.from({ length: exponent }, () => base));
}

function product(factors: readonly Ratio[]): Ratio {
  return factors.reduce(multiplyRatios, one);
}
