import { grades } from '@reprise/contracts';
import type {
  ProductInIndex,
  ProductOnSale,
  SearchFacets,
  SearchHit,
  SearchIndex,
  SearchPage,
  SearchQuery,
  SearchWriter,
} from '../../application/ports.js';
import { screenRangeOf } from '../../domain/screen-ranges.js';
import type { FacetWords } from './count-facets.js';
import { FacetCounts, MISS } from './count-facets.js';
import { Dictionary } from './dictionary.js';
import type { QueryFilters } from './query-filters.js';
import { filtersOf } from './query-filters.js';
import { lexiconOf } from './lexicon.js';
import { SearchOrder } from './search-order.js';
import { selectTop } from './select-top.js';
import { CELL_GRADES, ShelfColumns } from './shelf-columns.js';
import { TextIndex } from './text-index.js';
import type { TextMatches } from './text-index.js';
import { nameSortKey } from './tokenise.js';

interface Facts {
  readonly id: string;
  readonly nameKey: string;
  readonly brand: number;
  readonly category: number;
  readonly screen: number;
  readonly year: number;
  readonly releaseYear: number;
  /** Storage, colour and RAM of each variant, one after the other; -1 when unknown. */
  readonly variants: readonly number[];
}

/** Rows that match, with the cell each is listed by: the cheapest that has all that was asked for. */
interface Matches {
  readonly rows: number[];
  readonly prices: Float64Array;
  /** -1 for none. */
  readonly cells: Int32Array;
  readonly facets: SearchFacets;
}

/** One step of relevance outweighs any number of offers: those only order what is equally relevant. */
const POPULARITY_STEPS = 65_536;

/**
 * The search of a gateway that needs no server: text index, filters, facets and order over columns of numbers in memory. One query
 * walks the products once, and of each what can be bought; a change costs what it touches.
 */
export class EmbeddedSearchIndex implements SearchIndex, SearchWriter {
  private readonly text = new TextIndex();
  private readonly facts: (Facts | undefined)[] = [];
  private readonly words: FacetWords = {
    categories: new Dictionary(),
    brands: new Dictionary(),
    storages: new Dictionary(),
    colours: new Dictionary(),
    rams: new Dictionary(),
    years: new Dictionary(),
  };
  private readonly categoryPaths: (readonly string[])[] = [];
  private readonly shelves = new Map<string, ShelfColumns>();
  /** Price and cell each row is listed by in the query at hand; kept between queries, and meant for the rows that match only. */
  private prices = new Float64Array(0);
  private cells = new Int32Array(0);

  /** States a published product, or with `undefined` takes it out. */
  describe(row: number, product: ProductInIndex | undefined): void {
    this.text.describe(row, product?.text);
    this.facts[row] = product && this.factsOf(product);
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
      hits: rows.map((row) => hitOf(row, shelf, matches)),
      total: matches.rows.length,
      facets: matches.facets,
      next: top.length > query.limit && last !== undefined ? order.positionOf(last) : null,
    };
  }

  private factsOf(product: ProductInIndex): Facts {
    const { categories, brands, storages, colours, rams, years } = this.words;
    const category = categories.idOf(product.category);
    this.categoryPaths[category] = product.categoryPath;
    const valueOf = (words: Dictionary, value: string | number | undefined): number =>
      value === undefined ? -1 : words.idOf(String(value));
    return {
      id: product.productId,
      nameKey: nameSortKey(product.name),
      brand: brands.idOf(product.brand),
      category,
      screen: screenRangeOf(product.screenInches),
      year: valueOf(years, product.releaseYear),
      releaseYear: product.releaseYear ?? 0,
      variants: product.variants.flatMap(({ storageGb, colour, ramGb }) => [
        valueOf(storages, storageGb),
        valueOf(colours, colour),
        valueOf(rams, ramGb),
      ]),
    };
  }

  /** One walk over the products: which match, and how many would match each other choice of one facet. */
  private match(query: SearchQuery, shelf: ShelfColumns, scores: TextMatches | undefined): Matches {
    const filters = filtersOf(query, this.words, this.categoryPaths);
    const counts = new FacetCounts(this.words);
    if (this.prices.length < this.facts.length) {
      this.prices = new Float64Array(this.facts.length + (this.facts.length >> 2));
      this.cells = new Int32Array(this.prices.length);
    }
    const { prices, cells } = this;
    const rows: number[] = [];
    const count = scores?.count ?? this.facts.length;
    for (let at = 0; at < count; at++) {
      const row = scores?.row(at) ?? at;
      const facts = this.facts[row];
      if (facts === undefined || shelf.hidden.has(row)) continue;
      const sold = shelf.cells[row];
      if (query.availability !== 'any' && (query.availability === 'buyable') === (sold === undefined)) continue;
      const miss = filters.missOfProduct(facts);
      // Two filters missed: no facet counts it, whatever it sells.
      if ((miss & (miss - 1)) !== 0) continue;
      prices[row] = Infinity;
      cells[row] = -1;
      const unsoldToo = query.availability !== 'buyable';
      if (matchRow({ row, facts, sold, filters, miss, counts, unsoldToo }, prices, cells)) rows.push(row);
    }
    return { rows, prices, cells, facets: counts.facets() };
  }

  private orderOf(
    query: SearchQuery,
    shelf: ShelfColumns,
    scores: TextMatches | undefined,
    prices: Float64Array,
  ): SearchOrder {
    const facts = (row: number): Facts => this.facts[row] as Facts;
    const popularity = (row: number): number => shelf.offerCounts[row] as number;
    const id = (row: number): string => facts(row).id;
    switch (query.sort) {
      case 'price':
        return new SearchOrder((row) => jsonNumber(prices[row] as number), id, 'ascending');
      case '-price':
        return new SearchOrder((row) => (prices[row] === Infinity ? -1 : (prices[row] as number)), id, 'descending');
      case 'newest':
        return new SearchOrder((row) => facts(row).releaseYear * POPULARITY_STEPS + popularity(row), id, 'descending');
      case 'name':
        return new SearchOrder((row) => facts(row).nameKey, id, 'ascending');
      case 'relevance': {
        const score = (row: number): number => (scores === undefined ? 0 : scores.scoreOf(row));
        return new SearchOrder((row) => score(row) * POPULARITY_STEPS + popularity(row), id, 'descending');
      }
    }
  }
}

interface RowToMatch {
  readonly row: number;
  readonly facts: Facts;
  readonly sold: readonly number[] | undefined;
  readonly filters: QueryFilters;
  /** What the product itself misses. */
  readonly miss: number;
  readonly counts: FacetCounts;
  /** Whether variants nobody sells count as well. */
  readonly unsoldToo: boolean;
}

/** Looks at a product's cells; true when one has all that was asked for. Notes the cheapest such cell and its price. */
function matchRow(one: RowToMatch, prices: Float64Array, cells: Int32Array): boolean {
  const { row, facts, sold = nothing, counts, unsoldToo } = one;
  let matched = false;
  let lowest = Infinity;
  let lowestWhatever = Infinity;
  for (let i = 0; i < sold.length; i += 2) {
    const cell = sold[i] as number;
    const price = sold[i + 1] as number;
    const own = missOf(one, Math.floor(cell / CELL_GRADES), cell % CELL_GRADES, price);
    if ((own & ~MISS.price) === 0 && price < lowestWhatever) lowestWhatever = price;
    if (own !== 0) continue;
    matched = true;
    if (price >= lowest) continue;
    lowest = prices[row] = price;
    cells[row] = cell;
  }
  if (unsoldToo)
    for (let variant = 0; variant * 3 < Math.max(3, facts.variants.length); variant++)
      if (!isSold(sold, variant) && missOf(one, variant, -1, Infinity) === 0) matched = true;
  if (lowestWhatever !== Infinity) counts.addPrice(lowestWhatever);
  return matched;
}

/** What one cell misses, counted for the facets it counts for. */
function missOf(one: RowToMatch, variant: number, grade: number, price: number): number {
  const { row, facts, filters, miss, counts } = one;
  const at = variant * 3;
  const storage = facts.variants[at] ?? -1;
  const colour = facts.variants[at + 1] ?? -1;
  const ram = facts.variants[at + 2] ?? -1;
  const own = miss | filters.missOfCell(storage, colour, ram, grade, price);
  counts.addCell(row, own, facts, storage, colour, ram, grade);
  return own;
}

const nothing: readonly number[] = [];

function isSold(sold: readonly number[], variant: number): boolean {
  for (let i = 0; i < sold.length; i += 2) if (Math.floor((sold[i] as number) / CELL_GRADES) === variant) return true;
  return false;
}

function hitOf(row: number, shelf: ShelfColumns, { prices, cells }: Matches): SearchHit {
  const price = prices[row] as number;
  const cell = cells[row] as number;
  const sold = shelf.gradeBits[row] as number;
  return {
    product: row,
    priceMinor: price === Infinity ? null : price,
    grade: cell < 0 ? null : (grades[cell % CELL_GRADES] ?? null),
    variant: cell < 0 ? null : Math.floor(cell / CELL_GRADES),
    grades: grades.filter((_, grade) => (sold & (1 << grade)) !== 0),
    offerCount: shelf.offerCounts[row] as number,
  };
}

/** What cannot be bought has no price and comes last; JSON has no Infinity, so a cursor says the largest number. */
function jsonNumber(price: number): number {
  return price === Infinity ? Number.MAX_SAFE_INTEGER : price;
}
