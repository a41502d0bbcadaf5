import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bugs } from './index.ts';
import { matrix } from '../matrix/index.ts';

const root = join(import.meta.dirname, '../..');

test.each(bugs.map((bug) => [bug.name, bug] as const))('%s still has exactly one place in what is built', (_, bug) => {
  for (const { file, find } of bug.edits) {
    const path = join(root, file);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8').split(find)).toHaveLength(2);
  }
  expect(matrix.map(({ id }) => id)).toEqual(expect.arrayContaining([...bug.foundBy]));
});
