import type { Grade } from '@reprise/contracts';
import type { DemoFiles, DemoModel, DemoSeller } from './demo-files.js';
import type { PriceEndings } from './price-model.js';
import { endPrice, usualPrice } from './price-model.js';
import { seededRandom } from './seeded-random.js';
import type { SeededRandom } from './seeded-random.js';

/** A market of the region, as far as an offer must fit it. */
export interface DemoMarket {
  readonly code: string;
  readonly currency: string;
  readonly taxInclusive: boolean;
  /** How prices end there. */
  readonly charm: PriceEndings;
  /** Allowed grades, best first. */
  readonly grades: readonly Grade[];
  readonly vatSchemes: readonly string[];
  readonly warrantyMonthsMin: number;
  /** Where goods may come from; absent where anywhere is fine. */
  readonly shipsFrom?: readonly string[] | undefined;
}

/** A model as the catalogue knows it. */
export interface DemoProduct {
  readonly slug: string;
  readonly brand: string;
  readonly category: string;
  readonly variants: readonly { readonly id: string; readonly storageGb?: number | undefined }[];
}

/** An offer as `POST /v1/seller/offers/bulk` takes it. */
export interface OfferLine {
  readonly sku: string;
  readonly variantId: string;
  readonly grade: Grade;
  readonly quantity: number;
  readonly vatScheme: string;
  readonly warrantyMonths: number;
  readonly batteryHealth?: number;
  readonly shipsFrom: string;
  readonly prices: readonly { readonly market: string; readonly amount: string }[];
}

export interface PlanInput {
  readonly seed: string;
  readonly region: string;
  readonly count: number;
  readonly files: DemoFiles;
  readonly markets: readonly DemoMarket[];
  readonly products: ReadonlyMap<string, DemoProduct>;
}

/** About as many offers of one variant: enough to compete, few enough to compare. */
const offersPerVariant = 6;
const warrantyChoices = [12, 24, 36] as const;
/** How many of ten offers are listed in every market of the region; the rest in one. */
const listedEverywhereOfTen = 9;
/** Things people charge. */
const hasBattery = new Set(['smartphone', 'tablet', 'laptop', 'wearable']);
const batteryOf: { readonly [grade in Grade]: readonly [number, number] } = {
  PREMIUM: [95, 100],
  EXCELLENT: [90, 100],
  VERY_GOOD: [86, 97],
  GOOD: [83, 93],
  FAIR: [80, 89],
};

/**
 * What each demo seller of a region offers. The same input gives the same offers, and a model that is missing from the catalogue costs its
 * own offers only: each model draws from a generator of its own.
 */
export function planOffers(input: PlanInput): ReadonlyMap<string, readonly OfferLine[]> {
  const { seed, region, files, products } = input;
  const sellers = files.sellers.filter((seller) => seller.region === region);
  const plan = new Map<string, OfferLine[]>(sellers.map(({ id }) => [id, []]));
  for (const { model, quota } of shareOut(files.models, input.count)) {
    const product = products.get(model.slug);
    if (product === undefined) continue;
    const random = seededRandom(`${seed}/${region}/${model.slug}`);
    for (const slot of chooseSlots(model, product, sellers, commonGrades(input.markets), quota, random)) {
      const offer = offerOf(slot, { ...input, model, product }, random);
      if (offer !== undefined) plan.get(slot.seller.id)?.push(offer);
    }
  }
  return plan;
}

/** Shares `count` out by popularity; the shares sum to it exactly. */
function shareOut(models: readonly DemoModel[], count: number): { model: DemoModel; quota: number }[] {
  const total = models.reduce((sum, { popularity }) => sum + popularity, 0);
  let before = 0;
  return models.map((model) => {
    const start = Math.floor((before * count) / total);
    before += model.popularity;
    return { model, quota: Math.floor((before * count) / total) - start };
  });
}

interface Slot {
  readonly seller: DemoSeller;
  readonly variant: DemoProduct['variants'][number];
  readonly grade: Grade;
}

/** Sellers gather on few variants, those with the usual storage first, so that offers of one variant compete. */
function chooseSlots(
  model: DemoModel,
  product: DemoProduct,
  sellers: readonly DemoSeller[],
  grades: readonly Grade[],
  quota: number,
  random: SeededRandom,
): Slot[] {
  const shuffled = random.shuffled([...product.variants].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const usualFirst = [
    ...shuffled.filter((variant) => variant.storageGb === model.storageGb),
    ...shuffled.filter((variant) => variant.storageGb !== model.storageGb),
  ];
  const most = sellers.length * grades.length;
  const variants = usualFirst.slice(
    0,
    Math.max(Math.ceil(quota / offersPerVariant), Math.ceil(quota / Math.max(most, 1))),
  );
  const slots = variants.flatMap((variant) =>
    sellers.flatMap((seller) => grades.map((grade) => ({ seller, variant, grade }))),
  );
  return random.shuffled(slots).slice(0, quota);
}

function offerOf(
  { seller, variant, grade }: Slot,
  { files, markets, model, product }: PlanInput & { readonly model: DemoModel; readonly product: DemoProduct },
  random: SeededRandom,
): OfferLine | undefined {
  // Everything is drawn before anything is decided, so that one market more or less does not shift what follows.
  const draws = {
    scheme: random.next(),
    everywhere: random.between(1, 10) <= listedEverywhereOfTen,
    only: random.next(),
    levelBp: random.between(9_650, 10_350),
    isLast: random.between(1, 8) === 1,
    stock: random.next(),
    warranty: random.next(),
    saysBattery: random.between(1, 10) <= 8,
    battery: random.between(...batteryOf[grade]),
  };
  const open = markets.filter(
    ({ shipsFrom, vatSchemes }) =>
      (shipsFrom === undefined || shipsFrom.includes(seller.shipsFrom)) &&
      vatSchemes.some((scheme) => seller.vatSchemes.some((own) => own === scheme)),
  );
  const listed = draws.everywhere ? open : open.slice(atOf(draws.only, open), atOf(draws.only, open) + 1);
  const schemes = seller.vatSchemes.filter((own) => listed.every(({ vatSchemes }) => vatSchemes.includes(own)));
  const vatScheme = schemes[atOf(draws.scheme, schemes)];
  if (listed.length === 0 || vatScheme === undefined) return undefined;
  const warranties = warrantyChoices.filter((months) => listed.every((market) => months >= market.warrantyMonthsMin));
  return {
    sku: `DEMO-${variant.id.slice(0, 13)}-${grade}`,
    variantId: variant.id,
    grade,
    quantity: draws.isLast ? 1 : 1 + Math.floor(draws.stock ** 2 * 25),
    vatScheme,
    // Squared: most sellers give what they must, few give more.
    warrantyMonths:
      warranties[atOf(draws.warranty ** 2, warranties)] ??
      Math.max(...listed.map((market) => market.warrantyMonthsMin)),
    ...(draws.saysBattery && hasBattery.has(product.category) ? { batteryHealth: draws.battery } : {}),
    shipsFrom: seller.shipsFrom,
    prices: listed.map((market) => ({
      market: market.code,
      amount: endPrice(
        usualPrice({
          model,
          brand: product.brand,
          storageGb: variant.storageGb,
          grade,
          asOfYear: files.asOfYear,
          taxInclusive: market.taxInclusive,
          currency: market.currency,
          unitsPer: unitsPer(files, market.currency),
          levelBp: Math.round(
            (seller.priceLevelBp * draws.levelBp * (files.levelBpOf.get(market.code) ?? 10_000)) / 100_000_000,
          ),
        }),
        seller.ending,
        market.charm,
      ).toDecimalString(),
    })),
  };
}

function atOf(share: number, list: readonly unknown[]): number {
  return Math.floor(share * list.length);
}

function commonGrades(markets: readonly DemoMarket[]): readonly Grade[] {
  return (markets[0]?.grades ?? []).filter((grade) => markets.every(({ grades }) => grades.includes(grade)));
}

function unitsPer({ unitsPer: known }: DemoFiles, currency: string): string {
  const units = known.get(currency);
  if (units === undefined) throw new Error(`infra/demo/currencies.json has no ${currency}`);
  return units;
}
