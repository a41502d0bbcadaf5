import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../infra/platform/find-postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  /** Mean of runnable processes over the minute before the run. Ratios survive a busy machine, rates do not. */
  readonly loadBefore: number;
  readonly quiet: boolean;
}

/** Above this share of the cores something else was running. */
const quietLoad = 0.35;

export function describeMachine(): Machine {
  const [load = 0] = loadavg();
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    loadBefore: Number(load.toFixed(2)),
    quiet: load < cores.length * quietLoad,
  };
}

/** What a result depends on besides our own code, and the commit of that; `+` where files differ from it. */
export async function describeVersions(): Promise<Readonly<Record<string, string>>> {
  const pom = readFileSync(`${root}infra/kafka/pom.xml`, 'utf8');
  const { postgres } = await findPostgres();
  return {
    reprise: commit(),
    node: process.versions.node,
    v8: process.versions.v8,
    postgres: execFileSync(postgres, ['--version'], { encoding: 'utf8' }).replace(/^\D+/, '').trim(),
    kafka: /<kafka\.version>([^<]+)</.exec(pom)?.[1] ?? 'unknown',
  };
}

function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', '.', ':!bench/results') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '');
  } catch {
    return 'not a git checkout';
  }
}
