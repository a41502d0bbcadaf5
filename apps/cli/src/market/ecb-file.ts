import { readFile } from 'node:fs/promises';
import { UsageError } from '../door/failures.js';
import type { RateBetween } from './convert-amounts.js';

/** The newest rate between two currencies in a history file of the ECB; undefined where they are the same. */
export async function rateBetween(path: string, from: string, to: string): Promise<RateBetween | undefined> {
  if (from === to) return undefined;
  const [head = '', newest = ''] = (await readFile(path, 'utf8')).split('\n', 2);
  const [columns, [day = '', ...quotes]] = [head.split(',').slice(1), newest.split(',')];
  // Quotes are units of a currency for one euro.
  const perEuro = new Map([['EUR', 1], ...columns.map((currency, i) => [currency, Number(quotes[i])] as const)]);
  const of = (currency: string): number => {
    const quote = perEuro.get(currency);
    if (quote !== undefined && Number.isFinite(quote)) return quote;
    throw new UsageError(`${path} has no rate of ${currency} on ${day}: give --rate.`);
  };
  return { perUnit: of(to) / of(from), source: `ECB, ${day}` };
}
