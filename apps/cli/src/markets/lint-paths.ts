import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { lintMarketFiles } from './load-market-files.js';
import type { MarketFileMistake } from './read-market-file.js';

/** Folders below the one of the market definitions. */
const subfolders = new Set(['locales', 'tax', 'fees', 'examples']);

/**
 * The mistakes of the folders and files named, each file checked with all the others of its folder, because much of what can be wrong is
 * between two. Files are named as seen from `cwd`, so that editors and terminals find them.
 */
export async function lintPaths(
  paths: readonly string[],
  cwd: string = process.cwd(),
): Promise<readonly MarketFileMistake[]> {
  const wanted = new Map<string, Set<string> | 'all'>();
  for (const path of paths) {
    const full = resolve(cwd, path);
    if ((await stat(full)).isDirectory()) wanted.set(full, 'all');
    else {
      const root = rootOf(full);
      const files = wanted.get(root) ?? new Set<string>();
      if (files !== 'all') wanted.set(root, files.add(full));
    }
  }
  const found = await Promise.all(
    [...wanted].map(async ([root, files]) => {
      const { mistakes } = await lintMarketFiles(root);
      return mistakes
        .map((mistake) => ({ ...mistake, file: join(dirname(root), mistake.file) }))
        .filter(({ file }) => files === 'all' || files.has(file))
        .map((mistake) => ({ ...mistake, file: relative(cwd, mistake.file) }));
    }),
  );
  return found.flat();
}

function rootOf(file: string): string {
  const folder = dirname(file);
  return subfolders.has(basename(folder)) ? dirname(folder) : folder;
}
