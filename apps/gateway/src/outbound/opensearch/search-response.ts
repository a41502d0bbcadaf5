import { gradeSchema, grades } from '@reprise/contracts';
import { Fault } from '@reprise/kernel';
import { z } from 'zod';
import type { FacetCount, SearchHit, SearchPage } from '../../application/ports.js';
import { screenRanges } from '../../domain/screen-ranges.js';
import { positionOf } from './search-request.js';

const bucket = z.object({ key: z.string(), doc_count: z.int(), products: z.object({ doc_count: z.int() }).optional() });
const values = z.object({ values: z.object({ buckets: z.array(bucket) }) });
const ofCells = z.object({ cells: z.object({ fitting: values }) });
const bound = z.object({ value: z.number().nullable() });
const cell = z.object({
  _source: z.object({ variant: z.int(), grade: gradeSchema.optional(), price: z.int().optional() }),
});

/** What we read of the server's answer; the rest is its own. */
const responseSchema = z.object({
  timed_out: z.literal(false),
  hits: z.object({
    total: z.object({ value: z.int() }),
    hits: z.array(
      z.object({
        sort: z.array(z.union([z.string(), z.number()])).length(2),
        _source: z.object({ productId: z.string(), offerCount: z.int(), grades: z.array(gradeSchema) }),
        inner_hits: z.object({ cells: z.object({ hits: z.object({ hits: z.array(cell) }) }) }),
      }),
    ),
  }),
  aggregations: z.object({
    category: values,
    brand: values,
    screen: values,
    year: values,
    storage: ofCells,
    colour: ofCells,
    ram: ofCells,
    grade: ofCells,
    price: z.object({ cells: z.object({ fitting: z.object({ lowest: bound, highest: bound }) }) }),
  }),
});

/**
 * A page from the server's answer. A product this process does not know (any more) is left out: its document is about to be removed. Price
 * ranges stay empty: the server counts cells by price, and a product would stand in several.
 */
export function searchPageOf(
  answered: unknown,
  limit: number,
  rowOf: (productId: string) => number | undefined,
): SearchPage {
  const parsed = responseSchema.safeParse(answered);
  if (!parsed.success)
    throw new Fault(`the search server answered something else: ${parsed.error.message}`, { retriable: true });
  const { hits, aggregations } = parsed.data;
  const shown = hits.hits.slice(0, limit);
  const last = shown.at(-1);
  const { lowest, highest } = aggregations.price.cells.fitting;
  return {
    hits: shown.flatMap((hit): SearchHit[] => {
      const product = rowOf(hit._source.productId);
      if (product === undefined) return [];
      const best = hit.inner_hits.cells.hits.hits[0]?._source;
      const sold = best?.price !== undefined;
      return [
        {
          product,
          priceMinor: best?.price ?? null,
          grade: best?.grade ?? null,
          variant: sold ? best.variant : null,
          grades: grades.filter((grade) => hit._source.grades.includes(grade)),
          offerCount: hit._source.offerCount,
        },
      ];
    }),
    total: hits.total.value,
    facets: {
      category: countsOf(aggregations.category),
      brand: countsOf(aggregations.brand),
      screen: inOrder(
        countsOf(aggregations.screen),
        screenRanges.map(({ code }) => code),
      ),
      year: bySize(countsOf(aggregations.year)).reverse(),
      storage: bySize(countsOf(aggregations.storage.cells.fitting)),
      colour: countsOf(aggregations.colour.cells.fitting),
      ram: bySize(countsOf(aggregations.ram.cells.fitting)),
      grade: inOrder(countsOf(aggregations.grade.cells.fitting), grades),
      price:
        lowest.value === null || highest.value === null
          ? null
          : { minMinor: lowest.value, maxMinor: highest.value, ranges: [] },
    },
    next: hits.hits.length > limit && last !== undefined ? positionOf(last.sort) : null,
  };
}

/** Products by value: where cells were counted, the products they are of. */
function countsOf(aggregation: z.output<typeof values>): FacetCount[] {
  return aggregation.values.buckets.map(({ key, doc_count, products }) => ({
    value: key,
    count: products?.doc_count ?? doc_count,
  }));
}

function bySize(counts: FacetCount[]): FacetCount[] {
  return counts.sort((a, b) => Number(a.value) - Number(b.value));
}

function inOrder(counts: FacetCount[], order: readonly string[]): FacetCount[] {
  return counts.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
