import { fileURLToPath } from 'node:url';
import { wordingOf } from '@reprise/contracts/market';
import { loadMarketFiles } from './load-market-files.js';

const real = fileURLToPath(new URL('../../../../markets', import.meta.url));

describe('the markets of this repository', () => {
  test('are valid, each with its wording, tables and signed examples', async () => {
    const { markets, taxTables, feeTables, examples } = await loadMarketFiles(real);
    expect(markets.map(({ code }) => code)).toEqual(['at', 'be', 'de', 'es', 'fr', 'ie', 'it', 'nl', 'pl', 'se', 'us']);
    expect(examples.map(({ market }) => market).sort()).toEqual(markets.map(({ code }) => code).sort());
    expect(taxTables.map(({ id }) => id).sort()).toEqual(['eu-vat', 'us-sales-tax']);
    const used = new Set(markets.flatMap(({ fees }) => fees));
    expect(feeTables.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('word every grade in the buyer’s language, by the declared fallback', async () => {
    const { markets } = await loadMarketFiles(real);
    const us = markets.find(({ code }) => code === 'us');
    const fr = markets.find(({ code }) => code === 'fr');
    if (us === undefined || fr === undefined) throw new Error('us and fr are markets');
    expect(wordingOf(us, 'es-US').locale).toBe('es');
    expect(wordingOf(us, 'en-US').locale).toBe('en');
    expect(wordingOf(fr, 'fr-FR').words.grades['very-good']?.label).toBe('Très bon état');
    // A language the market does not offer is answered in its usual one.
    expect(wordingOf(fr, 'de-DE').locale).toBe('fr');
  });

  test('whoever shows prices with tax in the Union has a prior-price rule and a withdrawal function', async () => {
    const { markets } = await loadMarketFiles(real);
    for (const { code, tax, taxInclusive, consumerLaw, countries } of markets) {
      const union = tax.regime === 'eu-vat';
      expect([code, taxInclusive]).toEqual([code, union]);
      expect([code, consumerLaw.priorPrice !== null]).toEqual([code, union]);
      expect([code, consumerLaw.withdrawalFunction !== null]).toEqual([code, union]);
      if (union) expect([code, consumerLaw.withdrawalDays >= 14]).toEqual([code, true]);
      expect(countries.length).toBeGreaterThan(0);
    }
  });
});
