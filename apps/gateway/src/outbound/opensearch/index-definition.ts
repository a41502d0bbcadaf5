/**
 * The index: a document for each product and market, its variants and grades as nested cells, so that `128 GB, good, up to 300` is one
 * device that is all three. Texts arrive as the words our own tokeniser makes of them: the server only splits at spaces, so it neither
 * stems a model name nor folds a letter in its own way.
 */
export const indexDefinition = {
  settings: {
    // What was written is found within this time; a change shows within a second.
    index: { refresh_interval: '200ms', number_of_shards: 1 },
    analysis: { analyzer: { words: { type: 'custom', tokenizer: 'whitespace' } } },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      market: { type: 'keyword' },
      productId: { type: 'keyword' },
      name: { type: 'text', analyzer: 'words', index_prefixes: { min_chars: 1, max_chars: 12 } },
      words: { type: 'text', analyzer: 'words', index_prefixes: { min_chars: 3, max_chars: 12 }, norms: false },
      codes: { type: 'keyword' },
      nameKey: { type: 'keyword' },
      brand: { type: 'keyword' },
      brandKey: { type: 'keyword' },
      category: { type: 'keyword' },
      categoryPath: { type: 'keyword' },
      screen: { type: 'keyword' },
      year: { type: 'keyword' },
      newestKey: { type: 'long' },
      offerCount: { type: 'integer' },
      grades: { type: 'keyword' },
      isSold: { type: 'boolean' },
      cells: {
        type: 'nested',
        properties: {
          variant: { type: 'short' },
          grade: { type: 'keyword' },
          price: { type: 'long' },
          storage: { type: 'keyword' },
          colour: { type: 'keyword' },
          ram: { type: 'keyword' },
        },
      },
    },
  },
} as const;
