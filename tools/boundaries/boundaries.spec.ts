import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fixtures = 'tools/boundaries/fixtures';
const rooms = join(fixtures, 'bad/rooms');
const projects = join(fixtures, 'bad/projects');
const code = join(fixtures, 'bad/code');

interface CruiseResult {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

describe('rooms, by folder', () => {
  let cruised: CruiseResult['summary'];

  beforeAll(async () => {
    const args = ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'json', rooms];
    // Fails by design: each fixture breaks a rule. The findings are on standard output all the same.
    const { stdout } = await run('npx', args, { maxBuffer: 1e8 }).catch((error: { stdout: string }) => error);
    ({ summary: cruised } = JSON.parse(stdout) as CruiseResult);
  }, 60_000);

  test.each(readdirSync(rooms))('%s bites, and it alone', (rule) => {
    const inFixture = cruised.violations.filter(({ from }) => from.startsWith(`${rooms}/${rule}/`));
    const names = new Set(inFixture.map((violation) => violation.rule.name));
    // A fixture is a fragment: most of its files are unreachable, which is the claim of one fixture only.
    if (rule !== 'no-file-unreachable') names.delete('no-file-unreachable');
    expect([...names]).toEqual([rule]);
  });

  test('every rule has a fixture and says why it is there', () => {
    const rules = cruised.ruleSetUsed.forbidden;
    expect(rules.map(({ name }) => name).sort()).toEqual(readdirSync(rooms).sort());
    expect(rules.filter(({ comment }) => !comment)).toEqual([]);
  });
});

describe('projects, by tag, and code, by place', () => {
  const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
  const allowed = join(fixtures, 'good/service-imports-its-foundation.ts');
  let broken: Readonly<Record<string, readonly string[]>>;

  beforeAll(async () => {
    const { stdout } = await run('node', [
      'tools/boundaries/lint-as.mjs',
      ...filesIn(projects),
      ...filesIn(code),
      allowed,
    ]);
    broken = JSON.parse(stdout) as typeof broken;
  }, 60_000);

  test.each(filesIn(projects))('%s is refused', (file) => {
    expect(broken[file]).toEqual(['@nx/enforce-module-boundaries']);
  });

  test.each(filesIn(code))('%s is refused', (file) => {
    expect(broken[file]).toEqual(['no-restricted-syntax']);
  });

  test('a service may import kernel, contracts and platform', () => {
    expect(broken[allowed]).toEqual([]);
  });

  test('every project has a room, every service its own tag, and no constraint is a wildcard', async () => {
    const configFile: string = '../../eslint.config.mjs';
    const { depConstraints } = (await import(configFile)) as {
      depConstraints: { sourceTag: string; onlyDependOnLibsWithTags: string[] }[];
    };
    const tags = depConstraints.flatMap(({ sourceTag, onlyDependOnLibsWithTags }) => [
      sourceTag,
      ...onlyDependOnLibsWithTags,
    ]);
    expect(tags.filter((tag) => tag.includes('*'))).toEqual([]);
    expect(
      depConstraints.filter(({ onlyDependOnLibsWithTags }) => onlyDependOnLibsWithTags.includes('room:app')),
    ).toEqual([]);
    const { stdout } = await run('npx', ['nx', 'graph', '--print']);
    const { graph } = JSON.parse(stdout) as { graph: { nodes: Record<string, { data: { tags: string[] } }> } };
    const constrained = new Set(depConstraints.map(({ sourceTag }) => sourceTag));
    for (const [name, { data }] of Object.entries(graph.nodes)) {
      // Nx adds `npm:private` by itself.
      const stated = data.tags.filter((tag) => !tag.startsWith('npm:'));
      expect([name, stated.filter((tag) => !constrained.has(tag))]).toEqual([name, []]);
      expect([name, stated.filter((tag) => tag.startsWith('room:')).length]).toEqual([name, 1]);
    }
  }, 60_000);
});
