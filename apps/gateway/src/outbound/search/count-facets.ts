import { grades } from '@reprise/contracts';
import type { FacetCount, SearchFacets } from '../../application/ports.js';
import { screenRanges } from '../../domain/screen-ranges.js';
import type { Dictionary } from './dictionary.js';
import { PriceRanges } from './price-ranges.js';

/** What a product or one of its cells may miss, one bit a kind of filter. */
export const MISS = {
  category: 1,
  brand: 2,
  screen: 4,
  storage: 8,
  colour: 16,
  ram: 32,
  grade: 64,
  price: 128,
  year: 256,
} as const;

/** A facet with more values than this helps nobody choose. */
const BUCKETS_MAX = 200;

/** Counts, for each value of a facet, the products that have a cell with it; a product counts once, however many of its cells do. */
class Counter {
  private readonly counts: Uint32Array;
  private readonly lastRow: Int32Array;

  constructor(size: number) {
    this.counts = new Uint32Array(size);
    this.lastRow = new Int32Array(size).fill(-1);
  }

  add(value: number, row: number): void {
    if (value < 0 || this.lastRow[value] === row) return;
    this.lastRow[value] = row;
    this.counts[value] = (this.counts[value] as number) + 1;
  }

  buckets(nameOf: (id: number) => string): FacetCount[] {
    const found: FacetCount[] = [];
    this.counts.forEach((count, id) => {
      if (count > 0) found.push({ value: nameOf(id), count });
    });
    return found;
  }
}

/** The words of each facet. */
export interface FacetWords {
  readonly categories: Dictionary;
  readonly brands: Dictionary;
  readonly storages: Dictionary;
  readonly colours: Dictionary;
  readonly rams: Dictionary;
  /** Years of release. */
  readonly years: Dictionary;
}

/** Numbers of a product's own values. */
export interface ProductValues {
  readonly category: number;
  readonly brand: number;
  /** -1 when unknown, as everywhere here. */
  readonly screen: number;
  readonly year: number;
}

/**
 * Facets of one search, counted in one walk: a facet ignores its own filter, so that a second value can be ticked beside the first. A cell
 * that misses nothing counts for every facet, one that misses a single filter for the facet of that filter alone.
 */
export class FacetCounts {
  private readonly category;
  private readonly brand;
  private readonly screen = new Counter(screenRanges.length);
  private readonly storage;
  private readonly colour;
  private readonly ram;
  private readonly year;
  private readonly grade = new Counter(grades.length);
  private readonly prices = new PriceRanges();

  constructor(private readonly words: FacetWords) {
    this.category = new Counter(words.categories.size);
    this.brand = new Counter(words.brands.size);
    this.storage = new Counter(words.storages.size);
    this.colour = new Counter(words.colours.size);
    this.ram = new Counter(words.rams.size);
    this.year = new Counter(words.years.size);
  }

  addCell(
    row: number,
    miss: number,
    own: ProductValues,
    storage: number,
    colour: number,
    ram: number,
    grade: number,
  ): void {
    switch (miss) {
      case 0:
        this.category.add(own.category, row);
        this.brand.add(own.brand, row);
        this.screen.add(own.screen, row);
        this.year.add(own.year, row);
        this.storage.add(storage, row);
        this.colour.add(colour, row);
        this.ram.add(ram, row);
        this.grade.add(grade, row);
        return;
      case MISS.category:
        return this.category.add(own.category, row);
      case MISS.brand:
        return this.brand.add(own.brand, row);
      case MISS.screen:
        return this.screen.add(own.screen, row);
      case MISS.year:
        return this.year.add(own.year, row);
      case MISS.storage:
        return this.storage.add(storage, row);
      case MISS.colour:
        return this.colour.add(colour, row);
      case MISS.ram:
        return this.ram.add(ram, row);
      case MISS.grade:
        return this.grade.add(grade, row);
    }
  }

  /** A product's lowest price, whatever prices were asked for. */
  addPrice(priceMinor: number): void {
    this.prices.add(priceMinor);
  }

  facets(): SearchFacets {
    const { words, prices } = this;
    const bySize = (a: FacetCount, b: FacetCount): number => Number(a.value) - Number(b.value);
    return {
      category: mostFirst(this.category.buckets((id) => words.categories.name(id))),
      brand: mostFirst(this.brand.buckets((id) => words.brands.name(id))),
      storage: this.storage.buckets((id) => words.storages.name(id)).sort(bySize),
      colour: mostFirst(this.colour.buckets((id) => words.colours.name(id))),
      ram: this.ram.buckets((id) => words.rams.name(id)).sort(bySize),
      year: this.year.buckets((id) => words.years.name(id)).sort((a, b) => bySize(b, a)),
      screen: this.screen.buckets((id) => screenRanges[id]?.code ?? ''),
      grade: this.grade.buckets((id) => grades[id] as string),
      price:
        prices.lowestMinor === Infinity
          ? null
          : { minMinor: prices.lowestMinor, maxMinor: prices.highestMinor, ranges: prices.ranges() },
    };
  }
}

function mostFirst(found: FacetCount[]): FacetCount[] {
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, BUCKETS_MAX);
}
