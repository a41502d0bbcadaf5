import { phraseRulesOf } from '@reprise/contracts/market';
import type { MarketDefinition } from '@reprise/contracts/market';
import type { PhraseRule } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import type { TextTerms } from '../../application/ports.js';
import { fallbackChain } from '../../domain/missing-translations.js';
import type { Texts } from '../../domain/stated-product.js';
import type { Translation } from '../../domain/translate-product.js';

type Reader = Pick<Tx, 'query'>;

/** What the markets that are not closed for good forbid to say. */
export async function phraseRulesIn(reader: Reader): Promise<readonly PhraseRule[]> {
  const rows = await reader.query<Pick<MarketDefinition, 'contentLint' | 'sources'>>(
    `SELECT definition->'contentLint' AS "contentLint", definition->'sources' AS sources FROM market
     WHERE status <> 'retired' AND jsonb_array_length(coalesce(definition->'contentLint', '[]')) > 0 ORDER BY code`,
  );
  return rows.flatMap(phraseRulesOf);
}

/** Every language a market speaks or falls back to, English among them, and what may not be said. */
export async function textTermsIn(reader: Reader): Promise<TextTerms> {
  const rows = await reader.query<{ locale: string; fallback: string[] }>(
    `SELECT DISTINCT one->>'locale' AS locale, ARRAY(SELECT jsonb_array_elements_text(one->'fallback')) AS fallback
     FROM market, jsonb_array_elements(coalesce(definition->'locales', '[]')) AS one`,
  );
  const locales = new Set(['en', ...rows.flatMap(({ locale, fallback }) => fallbackChain(locale, fallback))]);
  return { locales, rules: await phraseRulesIn(reader) };
}

/** What colours are called on products as they stand, by code: of these codes, or of all. */
export async function coloursIn(reader: Reader, codes?: readonly string[]): Promise<Map<string, Texts>> {
  const rows = await reader.query<{ code: string; names: Texts }>(
    `SELECT DISTINCT ON (code) variant#>>'{colour,code}' AS code, variant#>'{colour,names}' AS names
     FROM product, jsonb_array_elements(stands->'variants') AS variant
     WHERE variant ? 'colour' AND stands->>'status' = 'published'
       AND ($1::text[] IS NULL OR variant#>>'{colour,code}' = ANY($1))
     ORDER BY code, product_id`,
    [codes ?? null],
  );
  return new Map(rows.map(({ code, names }) => [code, names]));
}

/** Products that have a colour of one of these codes. */
export async function productsColoured(reader: Reader, codes: readonly string[]): Promise<string[]> {
  const rows = await reader.query<{ product_id: string }>(
    `SELECT product_id FROM product WHERE EXISTS (
       SELECT FROM jsonb_array_elements(document->'variants') AS variant WHERE variant#>>'{colour,code}' = ANY($1::text[])
     ) ORDER BY product_id`,
    [codes],
  );
  return rows.map(({ product_id }) => product_id);
}

/** Keeps what colours are called, and every change of it with who made it and why. */
export async function writeColourNames(
  tx: Tx,
  names: readonly Translation[],
  { actor, reason }: { readonly actor: string; readonly reason: string },
): Promise<void> {
  const newest = new Map(names.map((one) => [`${one.key} ${one.locale}`, one]));
  const rows = [...newest.values()].map(({ key, locale, text }) => ({ code: key, language: locale, name: text }));
  await insertMany(
    tx,
    'colour_name',
    { code: 'text', language: 'text', name: 'text' },
    rows,
    'ON CONFLICT (code, language) DO UPDATE SET name = excluded.name',
  );
  await insertMany(
    tx,
    'colour_name_change',
    { code: 'text', language: 'text', name: 'text', actor: 'text', reason: 'text' },
    rows.map((row) => ({ ...row, actor, reason })),
    '',
  );
}
