import {
  feeTableSchema,
  localeWordingSchema,
  marketExamplesSchema,
  marketFileSchema,
  taxTableSchema,
} from '@reprise/contracts/market';
import { z } from 'zod';

/**
 * JSON Schemas of the files under `markets/`, by the file name they have in `markets/schema/`, for editors to complete and check against.
 * They say what a key may hold; what two files must agree on, only `loadMarketFiles` knows.
 */
export function marketSchemas(): Readonly<Record<string, string>> {
  const schemas = {
    'market.schema.json': marketFileSchema,
    'locale.schema.json': localeWordingSchema,
    'tax-table.schema.json': taxTableSchema,
    'fee-table.schema.json': feeTableSchema,
    'examples.schema.json': marketExamplesSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), null, 2)}\n`,
    ]),
  );
}
