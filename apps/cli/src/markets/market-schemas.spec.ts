import { readFile } from 'node:fs/promises';
import { marketSchemas } from './market-schemas.js';

test.each(Object.keys(marketSchemas()))('markets/schema/%s is what the loader checks', async (name) => {
  const committed = await readFile(new URL(`../../../../markets/schema/${name}`, import.meta.url), 'utf8');
  expect(JSON.parse(committed)).toEqual(JSON.parse(marketSchemas()[name] ?? ''));
});
