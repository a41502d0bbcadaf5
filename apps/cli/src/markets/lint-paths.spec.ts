import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintPaths } from './lint-paths.js';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lint-'));
  await cp(join(fixtures, 'good'), join(cwd, 'data/markets'), { recursive: true });
  await cp(join(fixtures, 'bad/too-many-decimals'), join(cwd, 'data/markets'), { recursive: true });
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const placesOf = async (...paths: string[]) => (await lintPaths(paths, cwd)).map(({ file, line }) => `${file}:${line}`);

test('a folder is linted whole, its files named as seen from here', async () => {
  const all = ['data/markets/fees/levy.yaml:14', 'data/markets/fr.yaml:23', 'data/markets/fr.yaml:32'];
  expect(await placesOf('data/markets')).toEqual(all);
  expect(await placesOf(join(cwd, 'data/markets'), 'data/markets/fr.yaml')).toEqual(all);
});

test('of a file only its own mistakes are listed, though it is checked with the others', async () => {
  expect(await placesOf('data/markets/fees/levy.yaml')).toEqual(['data/markets/fees/levy.yaml:14']);
  expect(await placesOf('data/markets/tax/vat.yaml')).toEqual([]);
});

test('what is not there is refused', async () => {
  await expect(lintPaths(['nowhere'], cwd)).rejects.toMatchObject({ code: 'ENOENT' });
});
