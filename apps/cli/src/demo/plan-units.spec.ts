import { unitInputSchema } from '@reprise/contracts/http';
import { isRejection, Money, parseImei } from '@reprise/kernel';
import { readDemoFiles } from './demo-files.js';
import type { DemoMarket, DemoProduct } from './plan-offers.js';
import { planOffers } from './plan-offers.js';
import type { UnitLine } from './plan-units.js';
import { planUnits } from './plan-units.js';

const files = await readDemoFiles(new URL('../../../../infra/demo/', import.meta.url));
const fr: DemoMarket = {
  ...{ code: 'fr', currency: 'EUR', taxInclusive: true, vatSchemes: ['REGULAR', 'MARGINAL'], warrantyMonthsMin: 12 },
  ...{ grades: ['EXCELLENT', 'VERY_GOOD', 'GOOD'], charm: { step: '1.00', endings: ['0.00', '0.99'] } },
};
const products = new Map<string, DemoProduct>(
  files.models.map(({ slug }, m) => {
    const id = `${String(m).padStart(8, '0')}-0000-5000-8000-000000000000`;
    return [slug, { slug, brand: 'Brand', category: m % 5 === 0 ? 'laptop' : 'smartphone', variants: [{ id }] }];
  }),
);
const offers = planOffers({ seed: 'reprise', region: 'eu', count: 3_000, files, markets: [fr], products });
const unitsOf = (): { seller: string; unit: UnitLine }[] =>
  files.sellers.flatMap((seller) =>
    planUnits({
      ...{ seed: 'reprise', seller, offers: offers.get(seller.id) ?? [], markets: [fr], products },
      asOfYear: files.asOfYear,
    }).map((unit) => ({ seller: seller.id, unit })),
  );
const planned = unitsOf();
const offerOf = ({ seller, unit }: (typeof planned)[number]) => offers.get(seller)?.find(({ sku }) => sku === unit.sku);

test('the same seed plans the same units', () => {
  expect(unitsOf()).toEqual(planned);
});

test('more than half of the offers have units, no offer more than it states', () => {
  const bySku = Map.groupBy(planned, ({ seller, unit }) => `${seller}/${unit.sku}`);
  const stated = [...offers.values()].flat().length;
  expect(bySku.size / stated).toBeGreaterThan(0.5);
  expect(bySku.size / stated).toBeLessThan(0.7);
  for (const [first, ...more] of bySku.values())
    expect(1 + more.length).toBeLessThanOrEqual((first && offerOf(first))?.quantity ?? 0);
});

test('every unit satisfies the contract, and no two are one device', () => {
  for (const { unit } of planned) expect(unitInputSchema.safeParse(unit).error).toBeUndefined();
  const names = planned.flatMap(({ unit: { imei, imei2, serial } }) => [imei, imei2, serial].filter(Boolean));
  expect(new Set(names).size).toBe(names.length);
});

test('every IMEI is valid, and of test equipment', () => {
  const imeis = planned.flatMap(({ unit: { imei, imei2 } }) => [imei, imei2].flatMap((each) => each ?? []));
  expect(imeis.length).toBeGreaterThan(1_000);
  for (const imei of imeis) {
    expect(isRejection(parseImei(imei))).toBe(false);
    expect(imei.startsWith('00')).toBe(true);
  }
});

test('a unit costs less than it is sold for, and what is sold on the margin was bought without VAT', () => {
  for (const each of planned) {
    const offer = offerOf(each);
    const cost = Money.fromJson(each.unit.unitCost);
    expect(cost.compare(Money.of(offer?.prices[0]?.amount ?? '0', 'EUR'))).toBe(-1);
    expect(cost.isPositive()).toBe(true);
    expect(each.unit.acquisition.supplierKind === 'business').toBe(offer?.vatScheme !== 'MARGINAL');
    expect(each.unit.acquisition.documentRef).toMatch(/^DEMO-/);
  }
});

test('most are on sale, and every way of buying on the margin occurs', () => {
  const listed = planned.filter(({ unit }) => unit.status === 'listed').length;
  expect(listed / planned.length).toBeGreaterThan(0.85);
  expect(new Set(planned.map(({ unit }) => unit.acquisition.supplierKind))).toEqual(
    new Set(['private', 'marginDealer', 'smallEnterprise', 'exempt', 'business']),
  );
});
