import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { buildOpenApi, operations } from '@reprise/contracts/http';
import { marketFileSchemas, marketJsonSchema } from '@reprise/contracts/market';
import type { MarketFileKind } from '@reprise/contracts/market';
import { format, resolveConfig } from 'prettier';

/**
 * Writes what is derived from contracts: of the operation table the OpenAPI document and the types of the SDK, of the market files' schemas
 * the JSON Schemas that editors read. `--check` writes nothing and fails when a committed copy differs.
 */
const openapiPath = 'libs/contracts/generated/openapi.json';
const typesPath = 'libs/sdk/src/generated/api.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const document = buildOpenApi(operations, {
  version,
  servers: [
    { url: 'http://localhost:4100', description: 'European region' },
    { url: 'http://localhost:4200', description: 'United States region' },
  ],
});
const options = (await resolveConfig('package.json')) ?? {};
const types = astToString(await openapiTS(document as unknown as OpenAPI3, { alphabetize: false }));
const outputs = {
  [openapiPath]: await format(JSON.stringify(document), { ...options, parser: 'json' }),
  ...(await marketSchemas()),
  [typesPath]: await format(
    `/** Generated from the operation table by \`npm run contracts\`. Do not edit. */\n${types}`,
    {
      ...options,
      parser: 'typescript',
    },
  ),
};

async function marketSchemas(): Promise<Record<string, string>> {
  const files = (Object.keys(marketFileSchemas) as MarketFileKind[]).map(async (kind) => [
    `markets/schema/${kind}.schema.json`,
    await format(JSON.stringify(marketJsonSchema(kind)), { ...options, parser: 'json' }),
  ]);
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
}

const stale: string[] = [];
for (const [path, content] of Object.entries(outputs)) {
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed === content) continue;
  stale.push(path);
  if (process.argv.includes('--check')) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run \`npm run contracts\` and commit the result.`);
  process.exit(1);
}
console.log(stale.length > 0 ? `Wrote ${stale.join(', ')}.` : 'Contracts are up to date.');
