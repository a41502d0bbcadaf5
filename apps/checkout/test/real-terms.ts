import { readdirSync, readFileSync } from 'node:fs';
import { marketDefinitionSchema } from '@reprise/contracts/market';
import { parse } from 'yaml';
import type { DocumentTerms } from '../src/domain/document.js';
import { documentTermsOf } from '../src/inbound/kafka/document-terms.js';

const folder = new URL('../../../markets/', import.meta.url);
const read = (path: string): Record<string, unknown> =>
  parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, unknown>;

/** What a market of the repository says of its documents, as checkout hears it. */
export function realTerms(code: string): DocumentTerms {
  const file = read(`${code}.yaml`) as { locales: { locale: string; fallback: string[] }[] };
  const worded = new Set(readdirSync(new URL('locales/', folder)).map((name) => name.replace('.yaml', '')));
  const tags = file.locales.flatMap(({ locale, fallback }) => [locale, ...fallback]).filter((tag) => worded.has(tag));
  const wording = Object.fromEntries([...new Set(tags)].map((tag) => [tag, read(`locales/${tag}.yaml`)]));
  const definition = marketDefinitionSchema.parse({ ...file, wording });
  const terms = documentTermsOf({ market: code, version: 1, status: 'live', definition });
  if (!terms) throw new Error(`${code} issues no documents`);
  return terms;
}
