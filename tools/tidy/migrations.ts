import { createHash } from 'node:crypto';
import type { Finding } from './rules.ts';
import type { SourceTree } from './source-tree.ts';

/** One line a migration, as `sha256sum` writes it. */
export const migrationList = 'tools/tidy/migrations.sha256';

const rule = 'migrations-stay';
const migration = /\/migrations\/\d{4}-[^/]+\.ts$/;

/** Every migration is listed, none was edited, none is gone. */
export function checkMigrations(tree: SourceTree): Finding[] {
  const listed = readList(tree);
  const present = hashMigrations(tree);
  const gone = [...listed.keys()].filter((path) => !present.has(path));
  return [
    ...gone.map((path) => ({ rule, path, text: 'is listed but gone: databases have run it' })),
    ...[...present].flatMap(([path, hash]) => {
      const known = listed.get(path);
      if (known === hash) return [];
      if (known === undefined) return [{ rule, path, text: 'is new: add it with `node tools/tidy/tidy.ts --write`' }];
      return [{ rule, path, text: 'was edited after it was listed: restore it and write the next migration' }];
    }),
  ];
}

/** The list with the new migrations added. What is listed already keeps its hash: an edit cannot be waved through. */
export function addNewMigrations(tree: SourceTree): string {
  const all = new Map([...hashMigrations(tree), ...readList(tree)]);
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

function hashMigrations(tree: SourceTree): Map<string, string> {
  return new Map(
    tree.paths
      .filter((path) => migration.test(path))
      .map((path) => [path, createHash('sha256').update(tree.read(path)).digest('hex')]),
  );
}

function readList(tree: SourceTree): Map<string, string> {
  if (!tree.paths.includes(migrationList)) return new Map();
  const lines = tree.read(migrationList).split('\n');
  return new Map(lines.filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
}
