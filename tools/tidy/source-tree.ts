import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a work tree that people write, by path from its root with forward slashes. */
export interface SourceTree {
  readonly paths: readonly string[];
  readonly read: (path: string) => string;
}

const skipped = new Set(['node_modules', 'dist', 'generated', 'coverage', '.git', '.nx', '.local']);
const fixtures = /(^|\/)fixtures\/bad$/;

export function readTree(root: string): SourceTree {
  return { paths: walk(root, ''), read: (path) => readFileSync(join(root, path), 'utf8') };
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name) || fixtures.test(path)) return [];
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}
