import { grades } from '@reprise/contracts';
import fc from 'fast-check';
import type { ProductOnSale, SearchQuery } from '../../application/ports.js';
import { EmbeddedSearchIndex } from './embedded-search-index.js';

const none = Infinity;

interface Sample {
  readonly name: string;
  readonly brand: string;
  readonly category?: string;
  readonly year?: number;
  /** PREMIUM, EXCELLENT, VERY_GOOD, GOOD, FAIR. */
  readonly prices: readonly number[];
  readonly offers: number;
}

const samples: readonly Sample[] = [
  { name: 'Apple iPhone 13', brand: 'Apple', year: 2021, prices: [none, 399, none, 299, none], offers: 7 },
  { name: 'Apple iPhone 12', brand: 'Apple', year: 2020, prices: [none, 299, none, none, none], offers: 2 },
  { name: 'Samsung Galaxy S23', brand: 'Samsung', year: 2023, prices: [none, none, none, 449, none], offers: 3 },
  {
    name: 'Apple iPad Air',
    brand: 'Apple',
    category: 'tablet',
    year: 2022,
    prices: [none, none, none, 299, none],
    offers: 1,
  },
  { name: 'Nokia 3310', brand: 'Nokia', year: 2000, prices: [none, none, none, none, none], offers: 0 },
];

/** One variant, by the price of each grade. */
function onSale(prices: readonly number[], offerCount: number): ProductOnSale {
  const cells = grades.flatMap((grade, i) => {
    const priceMinor = prices[i] ?? none;
    return priceMinor === none ? [] : [{ variant: 0, grade, priceMinor }];
  });
  return { cells, offerCount };
}

function shop(): EmbeddedSearchIndex {
  const index = new EmbeddedSearchIndex();
  samples.forEach(({ name, brand, category = 'smartphone', year, prices, offers }, row) => {
    index.describe(row, {
      productId: `p${row}`,
      name,
      brand,
      category,
      categoryPath: ['mobile', category],
      releaseYear: year,
      screenInches: undefined,
      variants: [],
      text: { names: [name], words: [], codes: [] },
    });
    index.putOnSale(row, 'fr', onSale(prices, offers));
  });
  return index;
}

function ask(query: Partial<SearchQuery>, index = shop()) {
  return index.search({ market: 'fr', availability: 'buyable', sort: 'relevance', limit: 10, ...query });
}

const rowsOf = (query: Partial<SearchQuery>) => ask(query).hits.map((hit) => hit.product);

test('by default only what can be bought is listed, the most offered first', () => {
  expect(rowsOf({})).toEqual([0, 2, 1, 3]);
  expect(rowsOf({ availability: 'unbuyable' })).toEqual([4]);
  expect(rowsOf({ availability: 'any' })).toEqual([0, 2, 1, 3, 4]);
});

test('each order holds, what has no price comes last both ways', () => {
  expect(rowsOf({ sort: 'price', availability: 'any' })).toEqual([0, 1, 3, 2, 4]);
  expect(rowsOf({ sort: '-price', availability: 'any' })).toEqual([2, 0, 1, 3, 4]);
  expect(rowsOf({ sort: 'newest' })).toEqual([2, 3, 0, 1]);
  expect(rowsOf({ sort: 'name' })).toEqual([3, 1, 0, 2]);
});

test('a year of release is a filter and a facet, newest first; what no source dates has none and is found without it', () => {
  const { facets, hits } = ask({ availability: 'any' });
  const dated = samples.flatMap(({ year }) => year ?? []);
  expect(facets.year).toEqual(
    [...new Set(dated)]
      .sort((a, b) => b - a)
      .map((year) => ({ value: String(year), count: dated.filter((each) => each === year).length })),
  );
  expect(hits.length).toBe(samples.length);
  const [year = 0] = dated;
  expect(rowsOf({ years: [year], availability: 'any', sort: 'name' }).map((row) => samples[row]?.year)).toEqual(
    dated.filter((each) => each === year),
  );
  expect(ask({ years: [year], availability: 'any' }).facets.year).toEqual(facets.year);
  expect(rowsOf({ years: [1999] })).toEqual([]);
});

test('the price of a hit is the lowest of the grades asked for', () => {
  expect(ask({ text: 'iphone 13' }).hits[0]).toEqual({
    product: 0,
    priceMinor: 299,
    grade: 'GOOD',
    variant: 0,
    grades: ['EXCELLENT', 'GOOD'],
    offerCount: 7,
  });
  expect(ask({ text: 'iphone 13', grades: ['EXCELLENT'] }).hits[0]).toMatchObject({
    priceMinor: 399,
    grade: 'EXCELLENT',
  });
});

test('filters narrow, and a facet ignores its own filter so that a second value can be added', () => {
  const page = ask({ brands: ['apple'], category: 'smartphone' });
  expect(page.hits.map((hit) => hit.product)).toEqual([0, 1]);
  expect(page.total).toBe(2);
  expect(page.facets.brand).toEqual([
    { value: 'Apple', count: 2 },
    { value: 'Samsung', count: 1 },
  ]);
  expect(page.facets.category).toEqual([
    { value: 'smartphone', count: 2 },
    { value: 'tablet', count: 1 },
  ]);
  expect(page.facets.grade).toEqual([
    { value: 'EXCELLENT', count: 2 },
    { value: 'GOOD', count: 1 },
  ]);
  expect(page.facets.price).toEqual({
    minMinor: 299,
    maxMinor: 299,
    ranges: [{ fromMinor: 200, toMinor: null, count: 2 }],
  });
});

test('a step of the category tree holds everything below it', () => {
  expect(rowsOf({ category: 'mobile' })).toHaveLength(4);
  expect(rowsOf({ category: 'tablet' })).toEqual([3]);
  expect(rowsOf({ category: 'garden' })).toEqual([]);
});

test('a price filter looks at the price of the grades asked for', () => {
  expect(rowsOf({ priceMaxMinor: 300 }).sort()).toEqual([0, 1, 3]);
  expect(rowsOf({ priceMaxMinor: 300, grades: ['EXCELLENT'] })).toEqual([1]);
  expect(rowsOf({ priceMinMinor: 400 })).toEqual([2]);
  expect(ask({ priceMinMinor: 400 }).facets.price).toMatchObject({ minMinor: 299, maxMinor: 449 });
});

test.each(['relevance', 'price', '-price', 'newest', 'name'] as const)(
  'pages sorted by %s hold every product once',
  (sort) => {
    const index = shop();
    const whole = ask({ sort, availability: 'any' }, index).hits.map((hit) => hit.product);
    const paged: number[] = [];
    let after: SearchQuery['after'];
    do {
      const page = ask({ sort, availability: 'any', limit: 2, ...(after && { after }) }, index);
      expect(page.total).toBe(5);
      paged.push(...page.hits.map((hit) => hit.product));
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(whole);
  },
);

test('a cursor made of another type of key ends the list instead of failing', () => {
  expect(() => ask({ sort: 'price', after: { key: 'x', id: 'p1' } })).not.toThrow();
});

test('a changed price moves the product at once', () => {
  const index = shop();
  index.putOnSale(2, 'fr', onSale([none, none, none, 99, none], 3));
  expect(ask({ sort: 'price' }, index).hits[0]).toMatchObject({ product: 2, priceMinor: 99 });
});

test('a product taken out is in no list, facet or search', () => {
  const index = shop();
  index.describe(2, undefined);
  const page = ask({ availability: 'any' }, index);
  expect(page.hits.map((hit) => hit.product)).not.toContain(2);
  expect(page.facets.brand.map((bucket) => bucket.value)).not.toContain('Samsung');
  expect(ask({ text: 'galaxy' }, index).total).toBe(0);
});

test('a market nobody sells in lists nothing and knows every product', () => {
  expect(ask({ market: 'pt' }).total).toBe(0);
  expect(ask({ market: 'pt', availability: 'any' }).total).toBe(5);
});

describe('variants', () => {
  const sizes = [128, 256, 512];
  const colours = ['midnight', 'red', 'starlight'];
  const rams = [4, 8];
  const brands = ['Apple', 'Samsung'];

  interface Device {
    readonly brand: string;
    readonly variants: readonly { readonly storageGb: number; readonly colour: string; readonly ramGb: number }[];
    readonly cells: ProductOnSale['cells'];
  }
  const device: fc.Arbitrary<Device> = fc
    .record({
      brand: fc.constantFrom(...brands),
      variants: fc.array(
        fc.record({
          storageGb: fc.constantFrom(...sizes),
          colour: fc.constantFrom(...colours),
          ramGb: fc.constantFrom(...rams),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      cells: fc.uniqueArray(
        fc.record({
          variant: fc.nat(2),
          grade: fc.constantFrom(...grades),
          priceMinor: fc.integer({ min: 1, max: 9 }).map((n) => n * 100),
        }),
        { selector: (cell) => `${cell.variant} ${cell.grade}`, maxLength: 5 },
      ),
    })
    .map((one) => ({ ...one, cells: one.cells.filter((cell) => cell.variant < one.variants.length) }));

  function indexOf(devices: readonly Device[]): EmbeddedSearchIndex {
    const index = new EmbeddedSearchIndex();
    devices.forEach(({ brand, variants, cells }, row) => {
      index.describe(row, {
        productId: `p${String(row).padStart(3, '0')}`,
        name: `${brand} ${row}`,
        brand,
        category: 'smartphone',
        categoryPath: ['mobile', 'smartphone'],
        releaseYear: undefined,
        screenInches: undefined,
        variants,
        text: { names: [`${brand} ${row}`], words: [], codes: [] },
      });
      index.putOnSale(row, 'fr', { cells, offerCount: cells.length });
    });
    return index;
  }

  const some = <Value>(values: readonly Value[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });
  const filters = fc.record({
    brands: some(brands),
    storagesGb: some(sizes),
    colours: some(colours),
    ramsGb: some(rams),
    grades: some(grades),
    priceMaxMinor: fc.option(fc.integer({ min: 100, max: 900 }), { nil: undefined }),
  });
  type Filters = typeof filters extends fc.Arbitrary<infer F> ? F : never;

  const queryOf = (wanted: Filters): Partial<SearchQuery> =>
    Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Partial<SearchQuery>;

  /** The plain truth: cells of a product that have all that is asked for. */
  const fitting = ({ brand, variants, cells }: Device, wanted: Filters): ProductOnSale['cells'] =>
    cells.filter((cell) => {
      const variant = variants[cell.variant] as Device['variants'][number];
      return (
        (wanted.brands?.includes(brand) ?? true) &&
        (wanted.storagesGb?.includes(variant.storageGb) ?? true) &&
        (wanted.colours?.includes(variant.colour) ?? true) &&
        (wanted.ramsGb?.includes(variant.ramGb) ?? true) &&
        (wanted.grades?.includes(cell.grade) ?? true) &&
        cell.priceMinor <= (wanted.priceMaxMinor ?? Infinity)
      );
    });

  test('one variant must have all that is asked for, and the price is of the cheapest that does', () => {
    fc.assert(
      fc.property(fc.array(device, { maxLength: 8 }), filters, (devices, wanted) => {
        const page = ask({ ...queryOf(wanted), sort: 'price', limit: 100 }, indexOf(devices));
        const expected = devices
          .map((each, row) => ({ row, price: Math.min(...fitting(each, wanted).map((cell) => cell.priceMinor)) }))
          .filter(({ price }) => price !== Infinity)
          .sort((a, b) => a.price - b.price || a.row - b.row);
        expect(page.hits.map((hit) => [hit.product, hit.priceMinor])).toEqual(
          expected.map(({ row, price }) => [row, price]),
        );
        expect(page.total).toBe(expected.length);
        for (const hit of page.hits) {
          const cells = fitting(devices[hit.product] as Device, wanted);
          expect(cells).toContainEqual({ variant: hit.variant, grade: hit.grade, priceMinor: hit.priceMinor });
        }
      }),
    );
  });

  test('a facet counts what ticking that value alone would list, its other values unticked', () => {
    fc.assert(
      fc.property(fc.array(device, { maxLength: 8 }), filters, (devices, wanted) => {
        const { facets } = ask(queryOf(wanted), indexOf(devices));
        const count = (other: Partial<Filters>): number =>
          devices.filter((each) => fitting(each, { ...wanted, ...other }).length > 0).length;
        const nonZero = (values: readonly (string | number)[], filterBy: (value: never) => Partial<Filters>) =>
          values
            .map((value) => [String(value), count(filterBy(value as never))] as const)
            .filter(([, n]) => n > 0)
            .sort(([a], [b]) => (a < b ? -1 : 1));
        const counted = (found: readonly { value: string; count: number }[]) =>
          found.map(({ value, count: n }) => [value, n] as const).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(counted(facets.brand)).toEqual(nonZero(brands, (value) => ({ brands: [value] })));
        expect(counted(facets.storage)).toEqual(nonZero(sizes, (value) => ({ storagesGb: [value] })));
        expect(counted(facets.colour)).toEqual(nonZero(colours, (value) => ({ colours: [value] })));
        expect(counted(facets.ram)).toEqual(nonZero(rams, (value) => ({ ramsGb: [value] })));
        expect(counted(facets.grade)).toEqual(nonZero(grades, (value) => ({ grades: [value] })));
        const priced = count({ priceMaxMinor: undefined });
        expect((facets.price?.ranges ?? []).reduce((sum, range) => sum + range.count, 0)).toBe(priced);
      }),
    );
  });
});
