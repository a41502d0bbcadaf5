import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type {
  FacetCount,
  ProductInIndex,
  SearchFacets,
  SearchHit,
  SearchIndex,
  SearchPage,
  SearchPosition,
  SearchQuery,
} from '../../application/ports.js';
import { lexiconOf } from './lexicon.js';
import { selectTop } from './select-top.js';
import { ShelfColumns } from './shelf-columns.js';
import type { ProductOnSale } from './shelf-columns.js';
import { TextIndex } from './text-index.js';
import { foldText, nameSortKey } from './tokenise.js';

interface Facts {
  readonly id: string;
  readonly nameKey: string;
  readonly brand: number;
  readonly category: number;
  readonly releaseYear: number;
}

const GRADES = grades.length;
const ALL_GRADES = (1 << GRADES) - 1;
/** A facet with more values than this helps nobody choose. */
const BUCKETS_MAX = 200;
/** One step of relevance outweighs any number of offers: those only order what is equally relevant. */
const POPULARITY_STEPS = 65_536;

/**
 * The search of a gateway that needs no server: text index, filters, facets and order over columns of numbers in memory. One query
 * walks the products once; what it allocates does not grow with the shop.
 */
export class EmbeddedSearchIndex implements SearchIndex {
  private readonly text = new TextIndex();
  private readonly facts: (Facts | undefined)[] = [];
  private readonly brands = new Dictionary();
  private readonly categories = new Dictionary();
  private readonly categoryPaths: (readonly string[])[] = [];
  private readonly shelves = new Map<string, ShelfColumns>();

  /** States a published product, or with `undefined` takes it out. */
  describe(row: number, product: ProductInIndex | undefined): void {
    this.text.describe(row, product?.text);
    if (product === undefined) {
      this.facts[row] = undefined;
      return;
    }
    const category = this.categories.idOf(product.category);
    this.categoryPaths[category] = product.categoryPath;
    this.facts[row] = {
      id: product.productId,
      nameKey: nameSortKey(product.name),
      brand: this.brands.idOf(product.brand),
      category,
      releaseYear: product.releaseYear ?? 0,
    };
  }

  /** States what a market sells of a product. */
  putOnSale(row: number, market: string, onSale: ProductOnSale): void {
    let shelf = this.shelves.get(market);
    if (shelf === undefined) this.shelves.set(market, (shelf = new ShelfColumns()));
    shelf.set(row, onSale);
  }

  search(query: SearchQuery): SearchPage {
    const shelf = this.shelves.get(query.market) ?? new ShelfColumns();
    shelf.reserve(this.facts.length);
    const asked = query.text?.trim() ? query.text : undefined;
    const scores =
      asked === undefined
        ? undefined
        : this.text.search({
            text: asked,
            language: query.locale?.split('-', 1)[0] ?? 'en',
            lexicon: lexiconOf(query.lexicon),
          });
    const matches = this.match(query, shelf, scores);
    const order = this.orderOf(query, shelf, scores, matches.prices);
    const after = query.after;
    const onPage = after === undefined ? matches.rows : matches.rows.filter((row) => order.isAfter(row, after));
    const top = selectTop(onPage, query.limit + 1, order.before);
    const rows = top.slice(0, query.limit);
    const last = rows.at(-1);
    return {
      hits: rows.map((row) => this.hit(row, query, shelf)),
      total: matches.rows.length,
      facets: matches.facets,
      next: top.length > query.limit && last !== undefined ? order.positionOf(last) : null,
    };
  }

  /** One walk over the products: which match, and how many would match each other choice of one facet. */
  private match(
    query: SearchQuery,
    shelf: ShelfColumns,
    scores: Uint32Array | undefined,
  ): { rows: number[]; prices: Float64Array; facets: SearchFacets } {
    const { priceMinMinor: min = 0, priceMaxMinor: max = Infinity, availability } = query;
    const priced = query.priceMinMinor !== undefined || query.priceMaxMinor !== undefined;
    const category = this.categoryFilter(query.category);
    const brand = this.brandFilter(query.brands);
    const gradeBits = bitsOf(query.grades);
    const graded = query.grades !== undefined;
    const byCategory = new Uint32Array(this.categories.size);
    const byBrand = new Uint32Array(this.brands.size);
    const byGrade = new Uint32Array(GRADES);
    const rows: number[] = [];
    const prices = new Float64Array(this.facts.length);
    let lowest = Infinity;
    let highest = -Infinity;

    for (let row = 0; row < this.facts.length; row++) {
      const facts = this.facts[row];
      if (facts === undefined || (scores !== undefined && scores[row] === 0)) continue;
      const sold = shelf.gradeBits[row] as number;
      if (availability === 'any' ? false : (availability === 'buyable') === (sold === 0)) continue;
      const price = lowestPrice(shelf, row, gradeBits);
      prices[row] = price;
      const inCategory = category === undefined || category[facts.category] === 1;
      const ofBrand = brand === undefined || brand[facts.brand] === 1;
      const ofGrade = !graded || (sold & gradeBits) !== 0;
      const inPrice = !priced || (price >= min && price <= max);
      const misses = Number(!inCategory) + Number(!ofBrand) + Number(!ofGrade) + Number(!inPrice);
      if (misses === 0) rows.push(row);
      if (misses === 0 || (misses === 1 && !inCategory))
        byCategory[facts.category] = (byCategory[facts.category] as number) + 1;
      if (misses === 0 || (misses === 1 && !ofBrand)) byBrand[facts.brand] = (byBrand[facts.brand] as number) + 1;
      if ((misses === 0 || (misses === 1 && !inPrice)) && price !== Infinity) {
        if (price < lowest) lowest = price;
        if (price > highest) highest = price;
      }
      // A grade's own price decides whether ticking it would show the product.
      if (inCategory && ofBrand && sold !== 0)
        for (let grade = 0; grade < GRADES; grade++) {
          const own = shelf.prices[row * GRADES + grade] as number;
          if (own !== Infinity && own >= min && own <= max) byGrade[grade] = (byGrade[grade] as number) + 1;
        }
    }
    const facets = {
      category: buckets(byCategory, (id) => this.categories.name(id)),
      brand: buckets(byBrand, (id) => this.brands.name(id)),
      grade: grades.flatMap((value, grade) =>
        byGrade[grade] === 0 ? [] : [{ value, count: byGrade[grade] as number }],
      ),
      price: lowest === Infinity ? null : { minMinor: lowest, maxMinor: highest },
    };
    return { rows, prices, facets };
  }

  private orderOf(
    query: SearchQuery,
    shelf: ShelfColumns,
    scores: Uint32Array | undefined,
    prices: Float64Array,
  ): Order {
    const facts = (row: number): Facts => this.facts[row] as Facts;
    const popularity = (row: number): number => shelf.offerCounts[row] as number;
    const id = (row: number): string => facts(row).id;
    switch (query.sort) {
      case 'price':
        return new Order((row) => jsonNumber(prices[row] as number), id, 'ascending');
      case '-price':
        return new Order((row) => (prices[row] === Infinity ? -1 : (prices[row] as number)), id, 'descending');
      case 'newest':
        return new Order((row) => facts(row).releaseYear * POPULARITY_STEPS + popularity(row), id, 'descending');
      case 'name':
        return new Order((row) => facts(row).nameKey, id, 'ascending');
      case 'relevance': {
        const score = (row: number): number => (scores === undefined ? 0 : (scores[row] as number));
        return new Order((row) => score(row) * POPULARITY_STEPS + popularity(row), id, 'descending');
      }
    }
  }

  private hit(row: number, query: SearchQuery, shelf: ShelfColumns): SearchHit {
    const price = lowestPrice(shelf, row, bitsOf(query.grades));
    const sold = shelf.gradeBits[row] as number;
    return {
      product: row,
      priceMinor: price === Infinity ? null : price,
      grade: gradeAt(shelf, row, price, bitsOf(query.grades)),
      grades: grades.filter((_, grade) => (sold & (1 << grade)) !== 0),
      offerCount: shelf.offerCounts[row] as number,
    };
  }

  private categoryFilter(step: string | undefined): Uint8Array | undefined {
    if (step === undefined) return undefined;
    const wanted = foldText(step);
    return Uint8Array.from({ length: this.categories.size }, (_, id) =>
      this.categories.name(id) === wanted || this.categoryPaths[id]?.includes(wanted) ? 1 : 0,
    );
  }

  private brandFilter(wanted: readonly string[] | undefined): Uint8Array | undefined {
    if (wanted === undefined) return undefined;
    const folded = new Set(wanted.map(foldText));
    return Uint8Array.from({ length: this.brands.size }, (_, id) =>
      folded.has(foldText(this.brands.name(id))) ? 1 : 0,
    );
  }
}

/** An order by one key, ids settling what is equal: total, so that a page ends at exactly one place. */
class Order {
  constructor(
    private readonly keyOf: (row: number) => number | string,
    private readonly idOf: (row: number) => string,
    private readonly direction: 'ascending' | 'descending',
  ) {}

  readonly before = (a: number, b: number): boolean =>
    this.precedes(this.keyOf(a), a, this.keyOf(b), () => this.idOf(b));

  /** Whether a row comes after a position; the row that made it may have gone, its place has not. */
  isAfter(row: number, { key, id }: SearchPosition): boolean {
    const own = this.keyOf(row);
    if (own === key) return this.idOf(row) > id;
    return this.direction === 'ascending' ? own > key : own < key;
  }

  positionOf(row: number): SearchPosition {
    return { key: this.keyOf(row), id: this.idOf(row) };
  }

  private precedes(key: number | string, row: number, otherKey: number | string, otherId: () => string): boolean {
    if (key === otherKey) return this.idOf(row) < otherId();
    return this.direction === 'ascending' ? key < otherKey : key > otherKey;
  }
}

/** Words numbered in the order they were met. */
class Dictionary {
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  idOf(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) this.ids.set(name, (id = this.names.push(name) - 1));
    return id;
  }

  name(id: number): string {
    return this.names[id] as string;
  }
}

function bitsOf(wanted: readonly Grade[] | undefined): number {
  if (wanted === undefined) return ALL_GRADES;
  return wanted.reduce((bits, grade) => bits | (1 << grades.indexOf(grade)), 0);
}

function lowestPrice(shelf: ShelfColumns, row: number, gradeBits: number): number {
  let lowest = Infinity;
  if (((shelf.gradeBits[row] as number) & gradeBits) === 0) return lowest;
  for (let grade = 0; grade < GRADES; grade++) {
    if ((gradeBits & (1 << grade)) === 0) continue;
    const price = shelf.prices[row * GRADES + grade] as number;
    if (price < lowest) lowest = price;
  }
  return lowest;
}

/** The best grade that has this price. */
function gradeAt(shelf: ShelfColumns, row: number, price: number, gradeBits: number): Grade | null {
  if (price === Infinity) return null;
  return (
    grades.find((_, grade) => (gradeBits & (1 << grade)) !== 0 && shelf.prices[row * GRADES + grade] === price) ?? null
  );
}

/** What cannot be bought has no price and comes last; JSON has no Infinity, so a cursor says the largest number. */
function jsonNumber(price: number): number {
  return price === Infinity ? Number.MAX_SAFE_INTEGER : price;
}

function buckets(counts: Uint32Array, nameOf: (id: number) => string): FacetCount[] {
  const found: FacetCount[] = [];
  counts.forEach((count, id) => {
    if (count > 0) found.push({ value: nameOf(id), count });
  });
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, BUCKETS_MAX);
}
