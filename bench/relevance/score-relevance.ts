import { readFileSync } from 'node:fs';

/** A query as people type it, and the products it means: slugs, `*` at the end for any that begins so. */
export interface RelevanceQuery {
  /** What makes it hard: `typo`, `code`, `spacing`… */
  readonly kind: string;
  readonly locale: string;
  readonly text: string;
  readonly expected: readonly string[];
}

export interface RelevanceScore {
  /** Mean of 1 ÷ the rank of the first product meant; 0 for a query that shows none among its first ten. */
  readonly mrr: number;
  /** Share of queries that show a product meant among their first ten. */
  readonly recallAt10: number;
  readonly mrrByKind: Readonly<Record<string, number>>;
  /** Queries that do not show it first, worst first, for whoever makes it better. */
  readonly misses: readonly { readonly query: RelevanceQuery; readonly rank: number; readonly first: string }[];
}

/** How many results a query is judged by. */
export const judged = 10;

/** `relevance/queries.tsv`: kind, locale, query, expected slugs divided by `|`. */
export function readRelevanceQueries(): RelevanceQuery[] {
  const [, ...lines] = readFileSync(new URL('queries.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [kind = '', locale = '', text = '', expected = ''] = line.split('\t');
    return { kind, locale, text, expected: expected.split('|') };
  });
}

/** Asks every query of a search that answers slugs in order. */
export async function scoreRelevance(
  queries: readonly RelevanceQuery[],
  search: (query: RelevanceQuery) => readonly string[] | Promise<readonly string[]>,
): Promise<RelevanceScore> {
  const ranked: { query: RelevanceQuery; rank: number; first: string }[] = [];
  for (const query of queries) {
    const slugs = (await search(query)).slice(0, judged);
    const at = slugs.findIndex((slug) => query.expected.some((wanted) => isMeant(slug, wanted)));
    ranked.push({ query, rank: at < 0 ? Infinity : at + 1, first: slugs[0] ?? '' });
  }
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  return {
    mrr: meanReciprocal(ranked),
    recallAt10: ranked.filter(({ rank }) => rank <= judged).length / ranked.length,
    mrrByKind: Object.fromEntries(
      kinds.map((kind) => [kind, meanReciprocal(ranked.filter(({ query }) => query.kind === kind))]),
    ),
    misses: ranked.filter(({ rank }) => rank > 1).sort((a, b) => b.rank - a.rank),
  };
}

function isMeant(slug: string, wanted: string): boolean {
  return wanted.endsWith('*') ? slug.startsWith(wanted.slice(0, -1)) : slug === wanted;
}

function meanReciprocal(ranked: readonly { readonly rank: number }[]): number {
  return ranked.reduce((sum, { rank }) => sum + 1 / rank, 0) / ranked.length;
}
