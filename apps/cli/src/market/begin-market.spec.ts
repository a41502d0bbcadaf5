import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lintMarketFiles } from '../markets/load-market-files.js';
import { beginMarket } from './begin-market.js';

const shipped = fileURLToPath(new URL('../../../../markets', import.meta.url));
let dir: string;

beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'new-market-')), 'markets');
  await cp(shipped, dir, { recursive: true });
});
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

const begin = (more: Partial<Parameters<typeof beginMarket>[0]> = {}) =>
  beginMarket({
    ...{ dir, country: 'HU', from: 'at', currency: 'HUF', locale: undefined, timeZone: undefined, rate: undefined },
    day: '2026-11-24',
    ...more,
  });
const yaml = async (path: string) => parse(await readFile(join(dir, path), 'utf8'));

test('a country in another currency and a language nobody has written is begun whole: only a signature is missing', async () => {
  expect(await begin()).toEqual(['hu.yaml', 'locales/hu.yaml', 'examples/hu.yaml'].map((path) => join(dir, path)));
  const { mistakes } = await lintMarketFiles(dir);
  expect(mistakes.map(({ file, path, message }) => [file, path, message])).toEqual([
    ['markets/examples/hu.yaml', 'signedBy', 'is empty: write who in finance worked these out'],
  ]);
  expect(await yaml('hu.yaml')).toMatchObject({
    ...{
      code: 'hu',
      countries: ['HU'],
      currency: 'HUF',
      defaultLocale: 'hu-HU',
      timeZone: 'Europe/Budapest',
      fees: [],
    },
    name: { en: 'Hungary', hu: 'Magyarország', de: 'Ungarn' },
    locales: [
      { locale: 'hu-HU', fallback: ['hu', 'en'] },
      { locale: 'en', fallback: [] },
    ],
    charm: { step: '1000.00', endings: ['990.00'] },
    documents: { platform: { country: 'HU' } },
    flags: { consumerLaw: ['unverified'] },
  });
});

test('every text of the new language waits to be written, and what is filled in is kept', async () => {
  await begin();
  const { grades, legal, search } = await yaml('locales/hu.yaml');
  expect(grades.good.label).toBe('[to translate] Good');
  expect(Object.values(legal as Record<string, string>).every((text) => text.startsWith('[to translate] '))).toBe(true);
  expect(search).toBeUndefined();
});

test('its example is worked out by hand’s rule: 27 % inside the price and the delivery, shares to the minor unit', async () => {
  await begin();
  const [example] = (await yaml('examples/hu.yaml')).examples;
  const { net, tax, shipping, gross } = example.expect.totals as Record<string, string>;
  const fillers = (text: string | undefined): number => Math.round(Number(text) * 100);
  expect(fillers(net) + fillers(tax) + fillers(shipping)).toBe(fillers(gross));
  expect(fillers(tax)).toBe(Math.round((fillers(gross) * 27) / 127));
  expect(example).toMatchObject({ claim: expect.stringContaining('27 % VAT'), expect: { taxLines: { HU: tax } } });
});

test('in the same currency nothing is converted, and a language that is written is left alone', async () => {
  const written = await begin({ country: 'PT', from: 'es', currency: undefined, locale: 'en-PT' });
  expect(written.map((path) => path.slice(dir.length + 1))).toEqual(['pt.yaml', 'examples/pt.yaml']);
  const [pt, es] = [await yaml('pt.yaml'), await yaml('es.yaml')];
  expect([pt.charm, pt.offerLimits, pt.fees]).toEqual([es.charm, es.offerLimits, es.fees]);
});

test('nothing is written over, and what cannot be known is asked for', async () => {
  await writeFile(join(dir, 'hu.yaml'), 'mine: true\n');
  await expect(begin()).rejects.toThrow('hu.yaml is there already');
  expect(await readFile(join(dir, 'hu.yaml'), 'utf8')).toBe('mine: true\n');
  await expect(begin({ from: 'zz' })).rejects.toThrow('There is no market file');
  await expect(begin({ country: 'RS', currency: 'RSD' })).rejects.toThrow('give --time-zone');
  await expect(begin({ country: 'RS', currency: 'RSD', timeZone: 'Europe/Belgrade' })).rejects.toThrow('give --rate');
});
