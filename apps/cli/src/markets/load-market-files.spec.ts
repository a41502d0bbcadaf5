import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordingOf } from '@reprise/contracts/market';
import { loadMarketFiles, MarketFilesInvalid } from './load-market-files.js';

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

describe('a mistake is reported with its place and what to write', () => {
  let dir: string;
  beforeEach(async () => {
    dir = join(await mkdtemp(join(tmpdir(), 'markets-')), 'markets');
    await cp(real, dir, { recursive: true });
  });
  afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

  const edit = async (file: string, from: string, to: string): Promise<number> => {
    const text = await readFile(join(dir, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(join(dir, file), text.replace(from, to));
    return text.slice(0, text.indexOf(from)).split('\n').length;
  };
  const mistakes = async (): Promise<string[]> => {
    try {
      await loadMarketFiles(dir);
    } catch (error) {
      if (error instanceof MarketFilesInvalid) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  test.each([
    ['fr.yaml', 'taxInclusive: true', 'taxInclsive: true', 'is not a key here: check its spelling'],
    ['fr.yaml', 'currency: EUR', 'currency: EURO', 'an ISO 4217 currency code such as "EUR"'],
    ['fr.yaml', "price: '9.90'", "price: '9.905'", 'EUR has 2 decimals'],
    ['fr.yaml', 'tables: [eu-vat]', 'tables: [vat]', 'add tax/vat.yaml, or name one of: eu-vat, us-sales-tax'],
    ['fr.yaml', 'tables: [eu-vat]', 'tables: [us-sales-tax]', 'us-sales-tax is a table of us-sales-tax'],
    ['de.yaml', 'countries: [DE]', 'countries: [DE, FR]', 'FR is a country of de already'],
    ['de.yaml', 'fees: []', 'fees: [us-ca-cbe]', 'us-ca-cbe is in USD, the market in EUR'],
    ['es.yaml', 'flags:\n  consumerLaw.priorPrice', 'flags:\n  consumerLaw.prices', 'is no value of this file'],
    ['us.yaml', 'code: us', 'code: ca', 'the file is called us.yaml: write us, or rename the file'],
    ['tax/eu-vat.yaml', 'ratePpm: 255000', 'ratePpm: 2000000', 'a rate above 50 %'],
    [
      'tax/eu-vat.yaml',
      'validTo: 2024-08-31',
      'validTo: 2015-08-31',
      'validTo 2015-08-31 is before validFrom 2016-01-01',
    ],
    [
      'tax/eu-vat.yaml',
      'validTo: 2024-08-31',
      'validTo: 2024-08-30',
      'leaves days without a rate: start on 2024-08-31',
    ],
    ['tax/us-sales-tax.yaml', 'source: ca-la }', 'source: hearsay }', 'hearsay is not a key of sources'],
    ['locales/de.yaml', '  smartphone: Smartphones\n', '', 'expected string'],
  ])('%s with %j instead as %j', async (file, from, to, message) => {
    await edit(file, from, to);
    expect(await mistakes()).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });

  test('the line and column are those of the mistake', async () => {
    const line = await edit('fr.yaml', "price: '9.90'", "price: '9.905'");
    expect(await mistakes()).toEqual([`markets/fr.yaml:${line}:5 shipping[1].price: EUR has 2 decimals: write '9.90'`]);
  });

  test('broken YAML is one mistake of that file, and the mistakes of other files are listed too', async () => {
    await edit('de.yaml', 'countries: [DE]', 'countries: [DE');
    await edit('us.yaml', 'withdrawalDays: 30', 'withdrawalDays: -1');
    const found = await mistakes();
    expect(found.filter((text) => text.startsWith('markets/de.yaml')).length).toBeGreaterThan(0);
    expect(found.filter((text) => text.includes('withdrawalDays'))).toHaveLength(1);
  });

  test('a broken table is one mistake, not one more for every market that names it', async () => {
    await edit('tax/eu-vat.yaml', 'regime: eu-vat', 'regime: eu-gst');
    const found = await mistakes();
    expect(found.every((text) => text.startsWith('markets/tax/eu-vat.yaml:'))).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  test('a market without signed examples is not complete', async () => {
    await rm(join(dir, 'examples', 'de.yaml'));
    expect(await mistakes()).toEqual([expect.stringContaining('add examples/de.yaml')]);
  });
});
