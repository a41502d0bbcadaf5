import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/**
 * A compiled module of a service, as it runs in production: `loadBuilt<typeof QuotePriceModule>('apps/pricing', 'domain/quote-price')`, with
 * `import type * as QuotePriceModule` from the source..
 * Services export no package, so they are found by their place.
 */
export async function loadBuilt<Module>(project: string, module: string): Promise<Module> {
  return (await import(fileURLToPath(new URL(`${project}/dist/${module}.js`, root)))) as Module;
}
