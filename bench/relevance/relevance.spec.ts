import { readFileSync } from 'node:fs';
import type { SearchWording } from '@reprise/contracts/market';
import { localeWordingSchema } from '@reprise/contracts/market';
import type { ProductState } from '@reprise/contracts/events';
import { parse } from 'yaml';
import { buildProducts } from '../../apps/cli/src/catalog/build-products.ts';
import { loadSources } from '../../apps/cli/src/catalog/datasets.ts';
import { RejectReport } from '../../apps/cli/src/catalog/reject-report.ts';
import type { SearchLexicon } from '../../apps/gateway/src/application/ports.ts';
import { inIndex } from '../../apps/gateway/src/outbound/read-model/in-index.ts';
import { EmbeddedSearchIndex } from '../../apps/gateway/src/outbound/search/embedded-search-index.ts';
import { judged, readRelevanceQueries, scoreRelevance } from './score-relevance.ts';

// The catalogue as the importer makes it of its data sets, nothing on sale: words alone decide.
const index = new EmbeddedSearchIndex();
const products: ProductState[] = [];
beforeAll(async () => {
  for await (const record of buildProducts(loadSources(), new RejectReport())) {
    const product = { ...record, version: 1 };
    index.describe(products.push(product) - 1, inIndex(product));
  }
}, 60_000);

const lexicons = new Map(
  ['en', 'fr', 'de', 'es', 'it', 'nl', 'pl', 'sv'].map((language): [string, SearchLexicon] => {
    const wordings = [...new Set([language, 'en'])].flatMap((each) => searchWordingOf(each) ?? []);
    const ignore = wordings.flatMap((wording) => wording.ignore);
    const endings = wordings.flatMap((wording) => wording.endings ?? []);
    return [language, { ignore, synonyms: wordings.flatMap((wording) => wording.synonyms), endings }];
  }),
);

function searchWordingOf(language: string): SearchWording | undefined {
  const file = new URL(`../../markets/locales/${language}.yaml`, import.meta.url);
  return localeWordingSchema.parse(parse(readFileSync(file, 'utf8'))).search;
}

function slugsFor(text: string, locale = 'en'): string[] {
  const lexicon = lexicons.get(locale);
  const page = index.search({
    market: 'fr',
    text,
    locale,
    ...(lexicon && { lexicon }),
    availability: 'any',
    sort: 'relevance',
    limit: judged,
  });
  return page.hits.map((hit) => (products[hit.product] as ProductState).slug);
}

test('real queries show what they mean first: MRR at least 0.95, all but one in fifty among the first ten', async () => {
  const queries = readRelevanceQueries();
  expect(queries.length).toBeGreaterThanOrEqual(200);
  const score = await scoreRelevance(queries, ({ text, locale }) => slugsFor(text, locale));
  const misses = score.misses.map(({ query, rank, first }) => `${query.text} → ${rank}, first ${first}`);
  expect({ misses, good: score.mrr >= 0.95 && score.recallAt10 >= 0.98 }).toMatchObject({ good: true });
});

test('every kind of query does: codes, typos, prefixes, other languages', async () => {
  const { mrrByKind } = await scoreRelevance(readRelevanceQueries(), ({ text, locale }) => slugsFor(text, locale));
  for (const [kind, mrr] of Object.entries(mrrByKind)) expect([kind, mrr >= 0.85]).toEqual([kind, true]);
});

test.each([
  ['samsung galaxy s23', 'samsung-galaxy-s23'],
  ['apple iphone 13', 'apple-iphone-13'],
  ['google pixel 7', 'google-pixel-7'],
  ['sony playstation 5', 'sony-playstation-5'],
  ['motorola edge 40', 'motorola-edge-40'],
])('%p with any one letter left out, doubled, wrong or swapped is still found first', (text, slug) => {
  const words = text.split(' ');
  const wrong = words.flatMap((word, w) => {
    // Digits are no typo: nobody who types 12 wants 13.
    if (!/^[a-z]{4,}$/.test(word)) return [];
    return [...word].flatMap((letter, i) => {
      const [before, after] = [word.slice(0, i), word.slice(i + 1)];
      const swapped = i === 0 ? [] : [word.slice(0, i - 1) + letter + (word[i - 1] as string) + after];
      const typos = [before + after, before + letter + letter + after, `${before}q${after}`, ...swapped];
      return typos.map((typo) => words.map((each, e) => (e === w ? typo : each)).join(' '));
    });
  });
  expect(wrong.length).toBeGreaterThan(20);
  expect(wrong.filter((query) => slugsFor(query)[0] !== slug)).toEqual([]);
});

test('a model comes before its variants', () => {
  expect(slugsFor('iphone 13').slice(0, 4)).toEqual([
    'apple-iphone-13',
    expect.stringMatching(/^apple-iphone-13-(mini|pro)$/),
    expect.stringMatching(/^apple-iphone-13-(mini|pro)$/),
    'apple-iphone-13-pro-max',
  ]);
});
