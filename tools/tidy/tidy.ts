// The rules no linter knows: node tools/tidy/tidy.ts
//   --write    adds new migrations to tools/tidy/migrations.sha256
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addNewMigrations, migrationList } from './migrations.ts';
import { rules } from './rules.ts';
import { readTree } from './source-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

if (process.argv.includes('--write')) writeFileSync(join(root, migrationList), addNewMigrations(readTree(root)));

const tree = readTree(root);
for (const { name, why, check } of rules) {
  const findings = check(tree);
  if (findings.length === 0) continue;
  process.exitCode = 1;
  console.error(`${name}: ${why}.`);
  for (const { path, line, text } of findings) {
    console.error(`  ${line === undefined ? path : `${path}:${line}`} ${text}`);
  }
}
