import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type { listProducts } from '@reprise/contracts/http';
import { Money, isRejection } from '@reprise/kernel';
import { RequestRefused } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import type { Market, SearchQuery } from '../../application/ports.js';
import { searchWordsOf } from '../../application/search-words.js';
import { screenRanges } from '../../domain/screen-ranges.js';
import { readCursor } from './list-cursor.js';

type ListQuery = Call<typeof listProducts>['query'];

/** A list as asked for, and the text that tells it from every other list (which its cursors carry). */
export interface ListRequest {
  readonly search: SearchQuery;
  readonly list: string;
}

/** Reads a list's query in a market's terms: prices in its currency, grades by their codes, the cursor of this very list. */
export function readListQuery(market: Market, query: ListQuery, locale: string): ListRequest {
  const { q, category, brand, grade, storage, colour, ram, screen, year, priceMin, priceMax, limit, cursor } = query;
  const available = query.includeUnavailable === 'true' ? 'any' : query.available;
  const wantedGrades = commaSeparated(grade)?.map(gradeOf);
  const text = q?.trim();
  const filters: Omit<SearchQuery, 'limit'> = {
    market: market.code,
    // What a query finds, and in what order, depends on the words of its language.
    ...(text && { text, locale }),
    ...(category !== undefined && { category }),
    ...optional('brands', commaSeparated(brand)),
    ...optional('grades', wantedGrades),
    ...optional('storagesGb', gigabytes('storage', storage)),
    ...optional('colours', commaSeparated(colour)),
    ...optional('ramsGb', gigabytes('ram', ram)),
    ...optional('screens', commaSeparated(screen)?.map(screenOf)),
    ...optional('years', yearsOf(year)),
    ...optional('priceMinMinor', minorOf('priceMin', priceMin, market)),
    ...optional('priceMaxMinor', minorOf('priceMax', priceMax, market)),
    availability: available === 'true' ? 'buyable' : available === 'false' ? 'unbuyable' : 'any',
    sort: query.sort ?? 'relevance',
  };
  const list = JSON.stringify(filters);
  return {
    list,
    search: {
      ...filters,
      ...(text && { lexicon: searchWordsOf(market.definition, locale) }),
      limit,
      ...(cursor !== undefined && { after: readCursor(list, cursor) }),
    },
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]: Value });
}

function commaSeparated(text: string | undefined): string[] | undefined {
  const parts = text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts?.length ? parts : undefined;
}

function gigabytes(field: string, text: string | undefined): number[] | undefined {
  return commaSeparated(text)?.map((size) => {
    if (!/^\d{1,6}$/.test(size)) throw refused(field, `${size} is no number of gigabytes`);
    return Number(size);
  });
}

function yearsOf(text: string | undefined): number[] | undefined {
  return commaSeparated(text)?.map((year) => {
    if (!/^\d{4}$/.test(year)) throw refused('year', `${year} is no year: use four digits`);
    return Number(year);
  });
}

function screenOf(text: string): string {
  if (screenRanges.some(({ code }) => code === text)) return text;
  throw refused('screen', `${text} is no range: use ${screenRanges.map(({ code }) => code).join(', ')}`);
}

function gradeOf(text: string): Grade {
  const grade = grades.find((known) => known === text.toUpperCase());
  if (grade === undefined) throw refused('grade', `${text} is no grade: use ${grades.join(', ')}`);
  return grade;
}

function minorOf(field: string, amount: string | undefined, { definition }: Market): number | undefined {
  if (amount === undefined) return undefined;
  const money = Money.parse(amount, definition.currency);
  if (isRejection(money)) throw refused(field, money.message);
  return Number(money.minor);
}

function refused(field: string, message: string): RequestRefused {
  return new RequestRefused('ValidationFailed', `query.${field}: ${message}`, {
    errors: [{ field: `query.${field}`, code: 'invalid_value', message }],
  });
}
