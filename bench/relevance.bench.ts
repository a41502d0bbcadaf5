import type { ProductState } from '@reprise/contracts/events';
import pg from 'pg';
import type * as SearchWordsModule from '../apps/gateway/src/application/search-words.ts';
import type * as InIndexModule from '../apps/gateway/src/outbound/read-model/in-index.ts';
import type * as EmbeddedSearchIndexModule from '../apps/gateway/src/outbound/search/embedded-search-index.ts';
import type { Bench, Contestant, Duel } from './bench.ts';
import { buildCatalogue, loadMarkets } from './build-shop.ts';
import { fillProductText, findProducts } from './postgres-search.ts';
import { loadBuilt } from './load-built.ts';
import { judged, readRelevanceQueries, scoreRelevance } from './relevance/score-relevance.ts';
import type { RelevanceQuery, RelevanceScore } from './relevance/score-relevance.ts';

export const bench: Bench = {
  about:
    'How often real queries show the model they mean first, over the whole real catalogue, beside PostgreSQL full text search of the same words.',
  rounds: 1,
  async prepare(stage) {
    const products = await buildCatalogue();
    const search = await embeddedSearch(products);
    const { urlOf } = await stage.postgres({ durable: false });
    const pool = new pg.Pool({ connectionString: urlOf('catalog') });
    // The cluster stops as soon as the bench is over, whatever still closes.
    pool.on('error', () => undefined);
    stage.onClose(() => pool.end());
    await fillProductText(pool, products);
    const queries = readRelevanceQueries();
    const scored = (
      what: string,
      find: (query: RelevanceQuery) => string[] | Promise<string[]>,
      valueOf: (score: RelevanceScore) => number,
    ): Contestant => ({
      what,
      round: async () => {
        const score = await scoreRelevance(queries, find);
        const kinds = Object.entries(score.mrrByKind).map(([kind, mrr]) => [`mrr ${kind}`, mrr.toFixed(3)]);
        return { value: valueOf(score), seen: { queries: queries.length, ...Object.fromEntries(kinds) } };
      },
    });
    const duel = (unit: string, target: number, valueOf: (score: RelevanceScore) => number): Duel => ({
      label: `${products.length} models`,
      unit,
      better: 'higher',
      target: { ours: target },
      ours: scored('embedded search index', search, valueOf),
      floor: scored('PostgreSQL to_tsquery, simple, ts_rank', ({ text }) => findProducts(pool, text, judged), valueOf),
    });
    return [
      duel('MRR', 0.9, ({ mrr }) => mrr),
      { ...duel('recall@10', 0.95, ({ recallAt10 }) => recallAt10), label: `${products.length} models, first ten` },
    ];
  },
};

async function embeddedSearch(products: readonly ProductState[]): Promise<(query: RelevanceQuery) => string[]> {
  const { EmbeddedSearchIndex } = await loadBuilt<typeof EmbeddedSearchIndexModule>(
    'apps/gateway',
    'outbound/search/embedded-search-index',
  );
  const { inIndex } = await loadBuilt<typeof InIndexModule>('apps/gateway', 'outbound/read-model/in-index');
  const { searchWordsOf } = await loadBuilt<typeof SearchWordsModule>('apps/gateway', 'application/search-words');
  const index = new EmbeddedSearchIndex();
  products.forEach((product, row) => index.describe(row, inIndex(product)));
  const markets = await loadMarkets();
  return ({ text, locale }) => {
    const market = markets.find(({ definition }) => definition.wording[locale] !== undefined);
    if (market === undefined) throw new Error(`no market words ${locale}`);
    const lexicon = searchWordsOf(market.definition, locale);
    const page = index.search({
      market: market.code,
      text,
      locale,
      lexicon,
      availability: 'any',
      sort: 'relevance',
      limit: judged,
    });
    return page.hits.map((hit) => (products[hit.product] as ProductState).slug);
  };
}
