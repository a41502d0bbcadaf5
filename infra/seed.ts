import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnv } from './platform/child-env.ts';

const cli = fileURLToPath(new URL('../apps/cli/bin/reprise.mjs', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the running system is, and what to put into it. */
export interface SeedOptions {
  /** By region; every region's markets are sent to it. */
  readonly gatewayUrls: Readonly<Record<string, string>>;
  readonly credentialsFile: string;
  /** Everything the commands said, with their tables; written anew each time. */
  readonly logFile: string;
  /** Demo offers a region; none when 0. The CLI's own default when absent. */
  readonly offers?: number;
  /** What is being done, for people: a command, then each step of it. */
  readonly onStep?: (text: string) => void;
  /** Ends the command that runs. */
  readonly signal?: AbortSignal;
}

/** A command of the seed failed: `said` is what it printed last. */
export class SeedFailed extends Error {
  override readonly name = 'SeedFailed';
  constructor(command: string, said: readonly string[], logFile: string) {
    super([`reprise ${command} failed; see ${logFile}`, ...said.map((line) => `  ${line}`)].join('\n'));
  }
}

/** Lines of a failed command worth repeating; the rest is in the log. */
const repeatedLines = 8;

/**
 * Fills a running system as an operator would, by the same commands over the same API: markets, exchange rates, the real catalogue, labelled demo offers.
 * Each states what should be, so a second run finds everything in place and takes seconds. Throws SeedFailed.
 */
export async function seed(options: SeedOptions): Promise<void> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile);
  try {
    await reprise(['markets', 'apply', 'markets', '--go-live'], options, log);
    await reprise(['fx', 'import', 'markets/fx/ecb-reference-rates.csv'], options, log);
    await reprise(['catalog', 'import'], options, log);
    if (options.offers === 0) return;
    await reprise(
      ['demo', 'seed', ...(options.offers === undefined ? [] : ['--offers', `${options.offers}`])],
      options,
      log,
    );
  } finally {
    log.end();
  }
}

async function reprise(args: readonly string[], options: SeedOptions, log: WriteStream): Promise<void> {
  const command = args.join(' ');
  options.onStep?.(command);
  log.write(`$ reprise ${command}\n`);
  const child = spawn(
    process.execPath,
    [cli, ...args, '--credentials', options.credentialsFile, ...gatewayFlags(options)],
    {
      cwd: root,
      env: childEnv({}),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal !== undefined && { signal: options.signal }),
    },
  );
  const said: string[] = [];
  const hear = (line: string, isStep: boolean): void => {
    said.push(line);
    log.write(`${line}\n`);
    if (isStep) options.onStep?.(line);
  };
  createInterface({ input: child.stdout }).on('line', (line) => hear(line, false));
  createInterface({ input: child.stderr }).on('line', (line) => hear(line, true));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new SeedFailed(command, said.slice(-repeatedLines), options.logFile);
}

/** Single-region commands go to the first region, which writes the catalogue. */
function gatewayFlags({ gatewayUrls }: SeedOptions): string[] {
  const regions = Object.entries(gatewayUrls);
  return [
    ...regions.slice(0, 1).flatMap(([, url]) => ['--gateway', url]),
    ...regions.flatMap(([region, url]) => [`--gateway-${region}`, url]),
  ];
}
