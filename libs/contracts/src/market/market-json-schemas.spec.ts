import { readFile } from 'node:fs/promises';
import type { MarketFileKind } from './market-json-schemas.js';
import { marketFileSchemas, marketJsonSchema } from './market-json-schemas.js';

test.each(Object.keys(marketFileSchemas) as MarketFileKind[])(
  'markets/schema/%s.schema.json is what the loader checks',
  async (kind) => {
    const committed = await readFile(
      new URL(`../../../../markets/schema/${kind}.schema.json`, import.meta.url),
      'utf8',
    );
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(marketJsonSchema(kind))));
  },
);
