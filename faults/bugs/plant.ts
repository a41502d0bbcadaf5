import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bugs } from './index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Puts a known mistake into what was built (never into the source) and answers how to take it out again. Throws when the place to put it is
 * not there exactly once: a switchboard that no longer fits the code proves nothing.
 */
export function plant(name: string): () => void {
  const bug = bugs.find((each) => each.name === name);
  if (bug === undefined)
    throw new Error(`There is no bug ${name}; there are ${bugs.map((each) => each.name).join(', ')}.`);
  const before = new Map<string, string>();
  const restore = (): void => before.forEach((text, path) => writeFileSync(path, text));
  for (const { file, find, put } of bug.edits) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const places = text.split(find).length - 1;
    if (places !== 1) {
      restore();
      throw new Error(`bug ${name}: ${file} has the place for it ${places} times`);
    }
    if (!before.has(path)) before.set(path, text);
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
  }
  return restore;
}
