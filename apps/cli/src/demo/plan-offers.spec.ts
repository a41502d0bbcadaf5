import { offerInputSchema, skuSchema } from '@reprise/contracts/http';
import { readDemoFiles } from './demo-files.js';
import type { DemoMarket, DemoProduct, OfferLine, PlanInput } from './plan-offers.js';
import { planOffers } from './plan-offers.js';

const files = await readDemoFiles(new URL('../../../../infra/demo/', import.meta.url));

const grades = ['PREMIUM', 'EXCELLENT', 'VERY_GOOD', 'GOOD', 'FAIR'] as const;
const charm = { step: '1.00', endings: ['0.00', '0.99'] };
const eu = {
  currency: 'EUR',
  charm,
  taxInclusive: true,
  grades,
  vatSchemes: ['REGULAR', 'MARGINAL'],
  warrantyMonthsMin: 12,
};
const fr: DemoMarket = { ...eu, code: 'fr', shipsFrom: ['FR', 'DE', 'NL', 'ES', 'IT', 'PL'] };
const de: DemoMarket = { ...eu, code: 'de', grades: ['PREMIUM', 'EXCELLENT', 'VERY_GOOD', 'GOOD'] };

/** Nine variants of every model: three storages in three colours. */
const products = new Map<string, DemoProduct>(
  files.models.map(({ slug, storageGb = 128 }, m) => {
    const variants = Array.from({ length: 9 }, (_, v) => ({
      id: `${String(m).padStart(8, '0')}-000${v}-5000-8000-000000000000`,
      storageGb: storageGb * 2 ** (v % 3),
    }));
    return [slug, { slug, brand: slug.split('-')[0] ?? '', category: 'smartphone', variants }];
  }),
);
const input: PlanInput = { seed: 'reprise', region: 'eu', count: 3_000, files, markets: [fr, de], products };
const plan = planOffers(input);
const offers = [...plan.values()].flat();

test('the same seed plans the same offers, another seed others', () => {
  expect(planOffers(input)).toEqual(plan);
  expect(planOffers({ ...input, seed: 'other' })).not.toEqual(plan);
});

test('exactly as many offers as asked for, and every seller of the region has some, no other seller any', () => {
  expect(offers).toHaveLength(3_000);
  const here = files.sellers.filter(({ region }) => region === 'eu').map(({ id }) => id);
  expect([...plan.keys()]).toEqual(here);
  for (const stated of plan.values()) expect(stated.length).toBeGreaterThan(100);
});

test('every offer satisfies the contract, and a seller never uses a SKU twice', () => {
  for (const { sku, ...offer } of offers) {
    expect(offerInputSchema.safeParse(offer).error).toBeUndefined();
    expect(skuSchema.safeParse(sku).success).toBe(true);
  }
  for (const stated of plan.values()) expect(new Set(stated.map(({ sku }) => sku)).size).toBe(stated.length);
});

test('offers keep every rule of every market they are listed in', () => {
  for (const offer of offers) {
    expect(offer.prices.length).toBeGreaterThan(0);
    expect(offer.warrantyMonths).toBeGreaterThanOrEqual(12);
    expect(de.grades).toContain(offer.grade);
    if (offer.prices.some(({ market }) => market === 'fr')) expect(fr.shipsFrom).toContain(offer.shipsFrom);
  }
  const picky: DemoMarket = { ...fr, vatSchemes: ['REGULAR'], warrantyMonthsMin: 24, shipsFrom: ['FR'] };
  const strict = [...planOffers({ ...input, markets: [picky] }).values()].flat();
  expect(strict.length).toBeGreaterThan(100);
  for (const { vatScheme, warrantyMonths, shipsFrom } of strict)
    expect({ vatScheme, shipsFrom, long: warrantyMonths >= 24 }).toEqual({
      vatScheme: 'REGULAR',
      shipsFrom: 'FR',
      long: true,
    });
});

test('both VAT schemes, single units, single markets and unknown batteries all occur', () => {
  const share = (test: (offer: OfferLine) => boolean): number => offers.filter(test).length / offers.length;
  expect(share(({ vatScheme }) => vatScheme === 'MARGINAL')).toBeGreaterThan(0.2);
  expect(share(({ vatScheme }) => vatScheme === 'REGULAR')).toBeGreaterThan(0.2);
  expect(share(({ quantity }) => quantity === 1)).toBeGreaterThan(0.1);
  expect(share(({ prices }) => prices.length === 1)).toBeGreaterThan(0.05);
  expect(share(({ batteryHealth }) => batteryHealth === undefined)).toBeGreaterThan(0.1);
});

test('offers of the most wanted model compete: several sellers on one variant', () => {
  const iphones = products.get('apple-iphone-13')?.variants.map(({ id }) => id) ?? [];
  const perVariant = iphones.map((id) => offers.filter(({ variantId }) => variantId === id).length);
  expect(Math.max(...perVariant)).toBeGreaterThanOrEqual(4);
});

test('every market is priced in its own currency, at its own level, with its own endings', () => {
  const nines = { step: '10.00', endings: ['9.00'] };
  const pl: DemoMarket = { ...eu, code: 'pl', currency: 'PLN', charm: nines };
  const se: DemoMarket = { ...eu, code: 'se', currency: 'SEK', charm: nines };
  const listed = [...planOffers({ ...input, markets: [fr, pl, se] }).values()].flat();
  const amount = ({ prices }: OfferLine, code: string) => Number(prices.find(({ market }) => market === code)?.amount);
  const everywhere = listed.filter(({ prices }) => prices.length === 3);
  expect(everywhere.length).toBeGreaterThan(1_000);
  for (const { prices } of listed)
    for (const { market, amount: price } of prices) if (market !== 'fr') expect(price).toMatch(/9\.00$/);
  const mean = (code: string) => everywhere.reduce((sum, offer) => sum + amount(offer, code), 0) / everywhere.length;
  // The level less what the endings take off.
  expect(Math.round((100 * mean('pl')) / mean('fr') / 4.369)).toBe(94);
  expect(Math.round((100 * mean('se')) / mean('fr') / 11.331)).toBe(104);
});

test('a model missing from the catalogue costs its own offers and no other', () => {
  const without = planOffers({
    ...input,
    products: new Map([...products].filter(([slug]) => slug !== 'apple-iphone-13')),
  });
  const ids = new Set(products.get('apple-iphone-13')?.variants.map(({ id }) => id));
  for (const [seller, stated] of plan)
    expect(without.get(seller)).toEqual(stated.filter(({ variantId }) => !ids.has(variantId)));
});

test('every demo seller says so in its name, and no id is given twice', () => {
  expect(files.sellers.every(({ name }) => name.endsWith(' (demo)'))).toBe(true);
  expect(new Set(files.sellers.map(({ id }) => id)).size).toBe(files.sellers.length);
});
