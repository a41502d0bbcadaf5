import { grades } from '@reprise/contracts';
import type { SearchQuery } from '../../application/ports.js';
import { screenRanges } from '../../domain/screen-ranges.js';
import type { FacetWords, ProductValues } from './count-facets.js';
import { MISS } from './count-facets.js';
import type { Dictionary } from './dictionary.js';
import { foldText } from './tokenise.js';

/** A query's filters as flags by value number: undefined where nothing was asked for. */
export class QueryFilters {
  constructor(
    private readonly category: Uint8Array | undefined,
    private readonly brand: Uint8Array | undefined,
    private readonly screen: Uint8Array | undefined,
    private readonly year: Uint8Array | undefined,
    private readonly storage: Uint8Array | undefined,
    private readonly colour: Uint8Array | undefined,
    private readonly ram: Uint8Array | undefined,
    private readonly grade: Uint8Array | undefined,
    private readonly price: { readonly min: number; readonly max: number } | undefined,
  ) {}

  /** What the product misses whatever is sold of it; the bits of `MISS`. */
  missOfProduct({ category, brand, screen, year }: ProductValues): number {
    return (
      (lacks(this.category, category) ? MISS.category : 0) |
      (lacks(this.brand, brand) ? MISS.brand : 0) |
      (lacks(this.screen, screen) ? MISS.screen : 0) |
      (lacks(this.year, year) ? MISS.year : 0)
    );
  }

  missOfCell(storage: number, colour: number, ram: number, grade: number, priceMinor: number): number {
    const { price } = this;
    return (
      (lacks(this.storage, storage) ? MISS.storage : 0) |
      (lacks(this.colour, colour) ? MISS.colour : 0) |
      (lacks(this.ram, ram) ? MISS.ram : 0) |
      (lacks(this.grade, grade) ? MISS.grade : 0) |
      (price !== undefined && (priceMinor < price.min || priceMinor > price.max) ? MISS.price : 0)
    );
  }
}

export function filtersOf(
  query: SearchQuery,
  words: FacetWords,
  categoryPaths: readonly (readonly string[])[],
): QueryFilters {
  const { priceMinMinor, priceMaxMinor } = query;
  const step = query.category === undefined ? undefined : foldText(query.category);
  const brands = query.brands && new Set(query.brands.map(foldText));
  return new QueryFilters(
    step === undefined
      ? undefined
      : words.categories.flags((name, id) => name === step || categoryPaths[id]?.includes(step) === true),
    brands && words.brands.flags((name) => brands.has(foldText(name))),
    query.screens && flagsOf(screenRanges, ({ code }) => query.screens?.includes(code) === true),
    among(words.years, query.years),
    among(words.storages, query.storagesGb),
    among(words.colours, query.colours),
    among(words.rams, query.ramsGb),
    query.grades && flagsOf(grades, (grade) => query.grades?.includes(grade) === true),
    priceMinMinor === undefined && priceMaxMinor === undefined
      ? undefined
      : { min: priceMinMinor ?? 0, max: priceMaxMinor ?? Number.MAX_SAFE_INTEGER },
  );
}

function among(words: Dictionary, wanted: readonly (string | number)[] | undefined): Uint8Array | undefined {
  if (wanted === undefined) return undefined;
  const names = new Set(wanted.map(String));
  return words.flags((name) => names.has(name));
}

function flagsOf<Value>(values: readonly Value[], isWanted: (value: Value) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => (isWanted(value) ? 1 : 0));
}

function lacks(wanted: Uint8Array | undefined, value: number): boolean {
  return wanted !== undefined && (value < 0 || wanted[value] !== 1);
}
