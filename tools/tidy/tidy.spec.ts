import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addNewMigrations, checkMigrations, migrationList } from './migrations.ts';
import { rules } from './rules.ts';
import type { SourceTree } from './source-tree.ts';
import { readTree } from './source-tree.ts';

const bad = fileURLToPath(new URL('fixtures/bad/', import.meta.url));

test('every rule has a fixture that breaks it, and no fixture is without a rule', () => {
  expect(readdirSync(bad).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test.each(rules)('$name bites on its fixture, and no other rule does', ({ name }) => {
  const tree = readTree(`${bad}${name}`);
  const broken = rules.flatMap((rule) => rule.check(tree)).map((finding) => finding.rule);
  expect(new Set(broken)).toEqual(new Set([name]));
});

test('every way to branch on a market is found, and a status in capitals is not one', () => {
  const tree = treeOf({
    'apps/shop/src/branch.ts': `
      if (country === 'FR') a();
      if ('EUR' !== currency) b();
      switch (region) { case 'us': c(); }
      if (['DE', 'FR'].includes(country)) d();
      if (method === 'GET' || mode === 'OK') e();`,
  });
  expect(rules.flatMap((rule) => rule.check(tree)).map(({ line }) => line)).toEqual([2, 3, 4, 5]);
});

describe('the list of migrations', () => {
  const path = 'apps/shop/src/outbound/postgres/migrations/0001-create-shop.ts';
  const listed = addNewMigrations(treeOf({ [path]: 'create' }));

  test('takes a new migration, which then passes', () => {
    expect(checkMigrations(treeOf({ [path]: 'create' }))).toHaveLength(1);
    expect(checkMigrations(treeOf({ [path]: 'create', [migrationList]: listed }))).toEqual([]);
  });

  test('does not take an edited one, even when asked to', () => {
    const edited = { [path]: 'create more', [migrationList]: listed };
    expect(addNewMigrations(treeOf(edited))).toBe(listed);
    expect(checkMigrations(treeOf(edited))).toHaveLength(1);
  });

  test('misses one that is gone', () => {
    expect(checkMigrations(treeOf({ [migrationList]: listed })).map((finding) => finding.path)).toEqual([path]);
  });
});

function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  return { paths: Object.keys(files), read: (path) => files[path] ?? '' };
}
