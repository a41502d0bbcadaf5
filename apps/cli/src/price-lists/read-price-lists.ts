import { priceListInputSchema } from '@reprise/contracts/http';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../door/failures.js';

const fileSchema = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(priceListInputSchema.extend({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a list id') })).min(1),
);

export type PriceListInput = z.output<typeof priceListInputSchema>;

/** The price lists of a YAML or JSON file. Every mistake is named at once, with its path, and nothing is sent while there is one. */
export function readPriceLists(text: string, file: string): { readonly id: string; readonly list: PriceListInput }[] {
  const read = fileSchema.safeParse(parsed(text, file));
  if (!read.success) {
    const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new UsageError([`${file} is no list of price lists:`, ...mistakes].join('\n'));
  }
  return read.data.map(({ id, ...list }) => ({ id, list }));
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`${file} is neither YAML nor JSON: ${(error as Error).message}`);
  }
}
