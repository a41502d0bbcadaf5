import { Bug } from '@reprise/kernel';

/** Column name to PostgreSQL type, in order: `{ offer_id: 'uuid', amount_minor: 'bigint', data: 'jsonb' }`. */
export type Columns = Readonly<Record<string, string>>;

/** One row, with a value (or null) for every column. Values of json and jsonb columns are given as objects. */
export type RowOf<C extends Columns> = { readonly [name in keyof C]: unknown };

/** Rows as something to select from. */
export interface RowSource {
  /** Goes where a table would: `FROM ${sql} AS stated`. */
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * Any number of rows as a table with one parameter a column, so that the plan is the same for 1 row and 10,000. A column in which all rows
 * agree is sent as one value. `firstParam` is the number of its first parameter. Names and types come from code, never from input. Array-typed
 * columns do not fit (unnest flattens them): use jsonb.
 */
export function unnestRows<C extends Columns>(columns: C, rows: readonly RowOf<C>[], firstParam = 1): RowSource {
  const names = Object.keys(columns);
  const params: unknown[] = [];
  const [arrays, arrayNames, selected]: [string[], string[], string[]] = [[], [], []];
  names.forEach((name, i) => {
    const type = columns[name] as string;
    const values = rows.map((row) => plain(type, row[name]));
    const number = firstParam + params.length;
    // One column has to say how many rows there are.
    const isLastChance = arrays.length === 0 && i === names.length - 1;
    if (!isLastChance && values.length > 1 && values.every((value) => value === values[0])) {
      params.push(values[0]);
      selected.push(`$${number}::${type} AS ${name}`);
      return;
    }
    params.push(arrayLiteral(values));
    arrays.push(`$${number}::${type}[]`);
    arrayNames.push(name);
    selected.push(name);
  });
  return {
    sql: `(SELECT ${selected.join(', ')} FROM unnest(${arrays.join(', ')}) AS each_row (${arrayNames.join(', ')}))`,
    params,
  };
}

/** A value that two rows can be compared by and that needs no more than quoting. */
function plain(type: string, value: unknown): unknown {
  if (value === undefined) throw new Bug('A row lacks a value: write null where null is meant.');
  if (value === null) return null;
  if (type === 'json' || type === 'jsonb') return JSON.stringify(value);
  return type === 'timestamptz' && value instanceof Date ? value.toISOString() : value;
}

/** Written here where that is possible: pg asks of each element of an array what it is, which for thousands of rows is what costs most. */
function arrayLiteral(values: readonly unknown[]): unknown {
  let literal = '';
  for (const value of values) {
    literal += literal === '' ? '{' : ',';
    if (value === null) literal += 'NULL';
    else if (typeof value === 'string') literal += bare.test(value) ? value : quoted(value);
    else if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
      literal += String(value);
    else return values;
  }
  return literal === '' ? '{}' : `${literal}}`;
}

/** Ids, numbers, times and codes stand as they are, but for a text that reads as the absence of one. */
const bare = /^(?!null$)[0-9a-z][0-9a-z:.+_-]*$/i;

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
