import { z } from 'zod';
import { feeTableSchema } from './fee-table.js';
import { financeBooksSchema } from './finance-books.js';
import { localeWordingSchema } from './locale-wording.js';
import { marketFileSchema } from './market-definition.js';
import { marketExamplesSchema } from './market-example.js';
import { settlementAccountsSchema } from './settlement-accounts.js';
import { taxTableSchema } from './tax-table.js';

/** Kinds of files under `markets/`, by the folder they are in; definitions are at the top. */
export const marketFileSchemas = {
  market: marketFileSchema,
  locale: localeWordingSchema,
  'tax-table': taxTableSchema,
  'fee-table': feeTableSchema,
  examples: marketExamplesSchema,
  'finance-books': financeBooksSchema,
  'settlement-accounts': settlementAccountsSchema,
} as const;

export type MarketFileKind = keyof typeof marketFileSchemas;

/**
 * JSON Schema of one kind of file, for editors to complete and check against and for messages to name the keys there are. It says what a
 * key may hold; what keys and files must agree on, only the rules behind the zod schema and `reprise markets lint` know.
 */
export function marketJsonSchema(kind: MarketFileKind): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(marketFileSchemas[kind], { io: 'input', unrepresentable: 'any', reused: 'inline' });
}
