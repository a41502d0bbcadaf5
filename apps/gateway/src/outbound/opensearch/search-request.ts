import type { SearchPosition, SearchQuery, SortOrder } from '../../application/ports.js';
import { lexiconOf } from '../search/lexicon.js';
import type { Alternative, Group } from '../search/parse-query.js';
import { parseQuery } from '../search/parse-query.js';
import { foldText } from '../search/tokenise.js';
import { isWord } from '../search/vocabulary.js';

/** A clause of the query language; its shape is the server's affair. */
type Clause = Readonly<Record<string, unknown>>;

/** Sorts last, and is exact in JSON. */
const NO_PRICE = Number.MAX_SAFE_INTEGER;
const BUCKETS_MAX = 200;
/** A word this long may be wrong twice. */
const TWO_TYPOS_FROM = 8;

/** Filters by the facet they belong to: a facet's counts leave out its own. */
type Filters = ReadonlyMap<string, Clause>;

/** What is asked of `POST /<index>/_search` for a query of ours. */
export function searchRequestOf(query: SearchQuery): Clause {
  const ofProduct = productFilters(query);
  const ofCell = cellFilters(query);
  const cell = nested([...ofCell.values()]);
  return {
    size: query.limit + 1,
    track_total_hits: true,
    _source: ['productId', 'offerCount', 'grades'],
    query: {
      bool: {
        filter: [{ term: { market: query.market } }, ...availability(query)],
        ...(query.text !== undefined && { must: [textClause(query.text, query)] }),
      },
    },
    // After the facets were counted: each leaves out a filter of its own.
    post_filter: {
      bool: {
        filter: [
          ...ofProduct.values(),
          {
            nested: {
              path: 'cells',
              query: matchingAll([...ofCell.values()]),
              inner_hits: { size: 1, sort: [{ 'cells.price': { order: 'asc', missing: NO_PRICE } }] },
            },
          },
        ],
      },
    },
    sort: sortOf(query.sort, query.text !== undefined, [...ofCell.values()]),
    ...(query.after && { search_after: [query.after.key, query.after.id] satisfies (string | number)[] }),
    aggs: {
      ...Object.fromEntries(
        productFacets.map(([facet, field]) => [
          facet,
          {
            filter: matchingAll([...without(ofProduct, facet), cell]),
            aggs: { values: { terms: { field, size: BUCKETS_MAX } } },
          },
        ]),
      ),
      ...Object.fromEntries(
        cellFacets.map((facet) => [facet, cellFacet(ofProduct, without(ofCell, facet), valuesOf(facet))]),
      ),
      price: cellFacet(ofProduct, without(ofCell, 'price'), {
        lowest: { min: { field: 'cells.price' } },
        highest: { max: { field: 'cells.price' } },
      }),
    },
  };
}

const productFacets = [
  ['category', 'category'],
  ['brand', 'brand'],
  ['screen', 'screen'],
  ['year', 'year'],
] as const;
const cellFacets = ['storage', 'colour', 'ram', 'grade'] as const;

function valuesOf(facet: string): Clause {
  return {
    values: { terms: { field: `cells.${facet}`, size: BUCKETS_MAX }, aggs: { products: { reverse_nested: {} } } },
  };
}

/** A facet of cells: of products that fit, the cells that fit in all but this. */
function cellFacet(ofProduct: Filters, others: readonly Clause[], aggs: Clause): Clause {
  return {
    filter: matchingAll([...ofProduct.values()]),
    aggs: {
      cells: { nested: { path: 'cells' }, aggs: { fitting: { filter: matchingAll(others), aggs } } },
    },
  };
}

function productFilters({ category, brands, screens, years }: SearchQuery): Filters {
  const filters = new Map<string, Clause>();
  if (category !== undefined) filters.set('category', { term: { categoryPath: foldText(category) } });
  if (brands !== undefined) filters.set('brand', { terms: { brandKey: brands.map(foldText) } });
  if (screens !== undefined) filters.set('screen', { terms: { screen: screens } });
  if (years !== undefined) filters.set('year', { terms: { year: years.map(String) } });
  return filters;
}

function cellFilters(query: SearchQuery): Filters {
  const filters = new Map<string, Clause>();
  const { priceMinMinor: gte, priceMaxMinor: lte } = query;
  if (query.availability === 'buyable') filters.set('sold', { exists: { field: 'cells.price' } });
  if (query.storagesGb !== undefined)
    filters.set('storage', { terms: { 'cells.storage': query.storagesGb.map(String) } });
  if (query.colours !== undefined) filters.set('colour', { terms: { 'cells.colour': query.colours } });
  if (query.ramsGb !== undefined) filters.set('ram', { terms: { 'cells.ram': query.ramsGb.map(String) } });
  if (query.grades !== undefined) filters.set('grade', { terms: { 'cells.grade': query.grades } });
  if (gte !== undefined || lte !== undefined)
    filters.set('price', {
      range: { 'cells.price': { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) } },
    });
  return filters;
}

function availability({ availability: wanted }: SearchQuery): Clause[] {
  return wanted === 'any' ? [] : [{ term: { isSold: wanted === 'buyable' } }];
}

/** Every group by any of its readings; better readings score higher. What many offer orders what is equally relevant. */
function textClause(text: string, { locale = 'en', lexicon }: SearchQuery): Clause {
  const groups = parseQuery(text, {
    language: locale.split('-', 1)[0] as string,
    lexicon: lexiconOf(lexicon),
    // Which words exist only the server knows: every reading is asked for, and those of nothing find nothing.
    known: { has: () => true },
  });
  const clauses = groups.map((group, i) => groupClause(group, i === groups.length - 1));
  return {
    function_score: {
      query: clauses.length === 0 ? { match_none: {} } : { bool: { must: clauses } },
      functions: [{ field_value_factor: { field: 'offerCount', modifier: 'log1p', missing: 0 }, weight: 0.001 }],
      boost_mode: 'sum',
    },
  };
}

function groupClause({ alternatives }: Group, last: boolean): Clause {
  return { dis_max: { queries: alternatives.map((alternative) => alternativeClause(alternative, last)) } };
}

function alternativeClause({ words, inexact }: Alternative, last: boolean): Clause {
  return {
    bool: {
      must: words.map((word, i) => wordClause(word, last && i === words.length - 1)),
      boost: 1 / (1 + inexact / 4),
    },
  };
}

/** A word as it is, as a beginning, or with typos; in the name, elsewhere, or as a code. */
function wordClause(word: string, last: boolean): Clause {
  const queries: Clause[] = [
    { match: { name: { query: word, boost: 4 } } },
    { constant_score: { filter: { term: { codes: word } }, boost: 6 } },
    { constant_score: { filter: { match: { words: word } }, boost: 1 } },
  ];
  if (last) queries.push({ prefix: { name: { value: word, boost: 2 } } });
  if (last && word.length > 2) queries.push({ constant_score: { filter: { prefix: { words: word } }, boost: 0.5 } });
  if (isWord(word)) {
    const fuzziness = word.length >= TWO_TYPOS_FROM ? 2 : 1;
    queries.push({ fuzzy: { name: { value: word, fuzziness, max_expansions: 50, transpositions: true, boost: 0.5 } } });
  }
  return { dis_max: { queries } };
}

/** By one key and then the product's id, so that a cursor of ours is the server's own `search_after`. */
function sortOf(sort: SortOrder, searched: boolean, ofCell: readonly Clause[]): readonly Clause[] {
  const id = { productId: { order: 'asc' } };
  const price = (order: 'asc' | 'desc', missing: number): Clause => ({
    'cells.price': { order, mode: 'min', missing, nested: { path: 'cells', filter: matchingAll(ofCell) } },
  });
  switch (sort) {
    case 'price':
      return [price('asc', NO_PRICE), id];
    case '-price':
      return [price('desc', -1), id];
    case 'newest':
      return [{ newestKey: { order: 'desc' } }, id];
    case 'name':
      return [{ nameKey: { order: 'asc' } }, id];
    case 'relevance':
      return [searched ? { _score: { order: 'desc' } } : { offerCount: { order: 'desc' } }, id];
  }
}

/** What the server calls the last hit's place. */
export function positionOf([key, id]: readonly (string | number)[]): SearchPosition {
  return { key: key as string | number, id: String(id) };
}

function without(filters: Filters, facet: string): Clause[] {
  return [...filters].filter(([name]) => name !== facet).map(([, clause]) => clause);
}

function nested(filters: readonly Clause[]): Clause {
  return { nested: { path: 'cells', query: matchingAll(filters) } };
}

function matchingAll(filters: readonly Clause[]): Clause {
  return filters.length === 0 ? { match_all: {} } : { bool: { filter: filters } };
}
