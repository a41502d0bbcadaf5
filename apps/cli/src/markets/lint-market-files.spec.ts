import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintMarketFiles, loadMarketFiles } from './load-market-files.js';

/**
 * `good/` is a small complete folder of market files. Each folder of `bad/` is laid over it, breaks one rule and says so in the line that
 * breaks it: `# mistake: what is wrong and what to write instead`, several separated by ` | `. `gone.txt` lists files to take away.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const broken = readdirSync(join(fixtures, 'bad'));

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'markets-')), 'markets');
  await cp(join(fixtures, 'good'), dir, { recursive: true });
});
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

test('the folder every bad one is laid over has no mistake', async () => {
  const { mistakes, files } = await lintMarketFiles(dir);
  expect(mistakes).toEqual([]);
  expect([files.markets, files.taxTables, files.feeTables, files.examples].map(({ length }) => length)).toEqual([
    1, 2, 1, 1,
  ]);
});

test.each(broken)('%s', async (rule) => {
  await cp(join(fixtures, 'bad', rule), dir, { recursive: true });
  for (const gone of goneIn(dir)) await rm(join(dir, gone));
  const { mistakes } = await lintMarketFiles(dir);
  const found = mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`);
  expect(found.length).toBeGreaterThan(0);
  expect(found.sort()).toEqual(announcedIn(dir).sort());
});

test('a mistake is placed by file, line and column, and says the path in the file', async () => {
  await cp(join(fixtures, 'bad', 'overlapping-windows'), dir, { recursive: true });
  const { mistakes } = await lintMarketFiles(dir);
  expect(mistakes.at(-1)).toEqual({
    file: 'markets/tax/vat.yaml',
    line: 13,
    column: 28,
    path: 'countries[0].standard[1].validFrom',
    message: 'overlaps the row before, which holds until 2014-06-30: start on 2014-07-01 or end that one on 2013-12-31',
  });
});

test('files in which nothing is wrong are still read beside one that is broken', async () => {
  await cp(join(fixtures, 'bad', 'unknown-currency'), dir, { recursive: true });
  const { files } = await lintMarketFiles(dir);
  expect(files.markets).toEqual([]);
  expect(files.taxTables.map(({ id }) => id)).toEqual(['sales', 'vat']);
});

test('broken YAML is a mistake of that file, and the mistakes of other files are listed too', async () => {
  await cp(join(fixtures, 'bad', 'rate-of-another-kind'), dir, { recursive: true });
  const text = readFileSync(join(dir, 'fr.yaml'), 'utf8');
  await writeFile(join(dir, 'fr.yaml'), text.replace('countries: [FR]', 'countries: [FR'));
  const { mistakes } = await lintMarketFiles(dir);
  expect(new Set(mistakes.map(({ file }) => file))).toEqual(
    new Set(['markets/fr.yaml', 'markets/tax/sales.yaml', 'markets/tax/vat.yaml']),
  );
  expect(mistakes[0]).toMatchObject({ file: 'markets/fr.yaml', line: 5, path: '(yaml)' });
});

test('those who need files that are right get every mistake in one error', async () => {
  await cp(join(fixtures, 'bad', 'too-many-decimals'), dir, { recursive: true });
  await expect(loadMarketFiles(dir)).rejects.toMatchObject({
    name: 'MarketFilesInvalid',
    message: expect.stringMatching(
      /^markets\/fees\/levy\.yaml:14:29 rows\[0\]\.rule\.amount: EUR has 2 decimals: write '8\.40'\n(.+\n){1}.+$/,
    ),
  });
});

function goneIn(folder: string): string[] {
  const list = join(folder, 'gone.txt');
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}

function announcedIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((text, i) =>
          (text.split('# mistake: ')[1]?.split(' | ') ?? []).map((message) => `markets/${name}:${i + 1} ${message}`),
        ),
    );
}
