import type { SearchQuery } from '../../application/ports.js';
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
      text: { names: [name], words: [], codes: [] },
    });
    index.putOnSale(row, 'fr', { pricesMinor: prices, offerCount: offers });
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

test('the price of a hit is the lowest of the grades asked for', () => {
  expect(ask({ text: 'iphone 13' }).hits[0]).toEqual({
    product: 0,
    priceMinor: 299,
    grade: 'GOOD',
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
  expect(page.facets.price).toEqual({ minMinor: 299, maxMinor: 299 });
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
  expect(ask({ priceMinMinor: 400 }).facets.price).toEqual({ minMinor: 299, maxMinor: 449 });
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
  index.putOnSale(2, 'fr', { pricesMinor: [none, none, none, 99, none], offerCount: 3 });
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
