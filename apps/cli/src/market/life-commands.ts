import { readFile, writeFile } from 'node:fs/promises';
import { localDayAt, systemClock } from '@reprise/kernel';
import type { Schema } from '@reprise/sdk';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openRegions } from '../door/connection-options.js';
import { exitCode } from '../door/exit-codes.js';
import { UsageError } from '../door/failures.js';
import { applyMarkets } from '../markets/apply-markets.js';
import { lintPaths } from '../markets/lint-paths.js';
import { lineOf, loadMarketFiles } from '../markets/load-market-files.js';
import { renderApplied } from '../markets/render-applied.js';
import { Progress } from '../screen/progress.js';
import { renderTable } from '../screen/render-table.js';
import { askInTurn, codeOf, homeOf } from './ask-regions.js';
import { beginMarket } from './begin-market.js';
import { exportMarket } from './export-market.js';
import { moveMarket, rollBack } from './move-market.js';
import { chooseMarkets, planFiles } from './plan-files.js';
import { renderChange, renderPlans } from './render-plan.js';
import { renderItems, renderReadiness } from './render-readiness.js';

interface Shown {
  readonly json?: true;
}
interface InFolder {
  readonly dir: string;
}

/** `reprise market new` */
export async function newCommand(
  country: string,
  flags: InFolder & {
    readonly from: string;
    readonly currency?: string;
    readonly locale?: string;
    readonly timeZone?: string;
    readonly rate?: number;
  },
): Promise<void> {
  const { dir, from, currency, locale, timeZone, rate } = flags;
  const day = localDayAt(systemClock.now(), 'UTC');
  const written = await beginMarket({ ...{ dir, country, currency, locale, timeZone, rate, day }, from: codeOf(from) });
  console.log(['Written:', ...written.map((path) => `  ${path}`)].join('\n'));
  const left = (await lintPaths(written)).map(lineOf);
  if (left.length > 0) console.log(['', 'Still to be written there:', ...left.map((line) => `  ${line}`)].join('\n'));
  console.log(`\nThen: reprise market plan ${country}`);
}

/** `reprise market plan` */
export async function planCommand(
  codes: readonly string[],
  flags: ConnectionFlags & InFolder & Shown & { readonly out?: string },
): Promise<void> {
  const files = chooseMarkets(await loadFiles(flags.dir), codes.map(codeOf));
  const progress = new Progress();
  const plans = await planFiles(files, await openRegions(flags, 'ops'), (text) => progress.step(text)).finally(() =>
    progress.clear(),
  );
  if (flags.out !== undefined) await writeFile(flags.out, `${JSON.stringify(plans, null, 2)}\n`);
  console.log(flags.json ? JSON.stringify(plans, null, 2) : renderPlans(plans));
}

/** `reprise market apply` */
export async function applyCommand(
  codes: readonly string[],
  flags: ConnectionFlags & InFolder & { readonly plan?: string },
): Promise<void> {
  const files = chooseMarkets(await loadFiles(flags.dir), codes.map(codeOf));
  const plannedVersions = flags.plan === undefined ? undefined : await versionsOf(flags.plan);
  const progress = new Progress();
  const applied = await applyMarkets(files, await openRegions(flags, 'ops'), {
    ...{ goLive: false, timeoutMs: 60_000, onStep: (text: string) => progress.step(text) },
    ...(plannedVersions !== undefined && { plannedVersions }),
  }).finally(() => progress.clear());
  console.log(renderApplied(applied));
}

/** `reprise market readiness` */
export async function readinessCommand(
  code: string,
  flags: ConnectionFlags & Shown & { readonly check?: string; readonly date?: string },
): Promise<void> {
  const market = codeOf(code);
  const gateway = await homeOf(await openRegions(flags, 'ops'), market);
  const day = flags.date === undefined ? {} : { date: flags.date };
  if (flags.check !== undefined) {
    const check = flags.check as Schema<'ReadinessCheck'>['check'];
    const { items } = await gateway.call(`readiness of ${market}`, (client) =>
      client.GET('/v1/ops/markets/{market}/readiness/{check}/items', {
        params: { path: { market, check }, query: { ...day, limit: 500 } },
      }),
    );
    return console.log(flags.json ? JSON.stringify(items, null, 2) : renderItems(items));
  }
  const report = await gateway.call(`readiness of ${market}`, (client) =>
    client.GET('/v1/ops/markets/{market}/readiness', { params: { path: { market }, query: day } }),
  );
  console.log(flags.json ? JSON.stringify(report, null, 2) : renderReadiness(report));
  if (!report.ready) process.exitCode = exitCode.rejected;
}

/** `reprise market preview`, `launch`, `suspend` and `retire` */
export async function moveCommand(
  code: string,
  to: Schema<'MarketStatus'>,
  flags: ConnectionFlags & { readonly why: string; readonly acceptWarnings?: true },
): Promise<void> {
  const { why, acceptWarnings } = flags;
  const move = { to, why, acceptWarnings: acceptWarnings === true };
  const { market, status, version, changed } = await moveMarket(await openRegions(flags, 'ops'), codeOf(code), move);
  console.log(`${market} is ${status}, version ${version}${changed ? '' : ', as it was'}.`);
}

/** `reprise market rollback` */
export async function rollbackCommand(
  code: string,
  flags: ConnectionFlags & { readonly to: number; readonly why: string },
): Promise<void> {
  const back = await rollBack(await openRegions(flags, 'ops'), codeOf(code), flags.to, flags.why);
  const what = back.changed ? `is at version ${back.version}, with the definition of ${flags.to}` : 'says that already';
  console.log(`${back.market} ${what}.`);
}

/** `reprise market diff` */
export async function diffCommand(before: string, after: string, flags: ConnectionFlags & Shown): Promise<void> {
  const [first, second] = [codeOf(before), codeOf(after)];
  // Of two versions of one market the earlier is what it is compared with.
  const isVersion = /^\d+$/.test(second);
  const [market, against] = isVersion ? [first, second] : [second, first];
  const diff = await askInTurn(
    await openRegions(flags, 'ops'),
    ['NotTheWriterRegion'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `diff of ${before} and ${after}`, (client) =>
        client.GET('/v1/ops/markets/{market}/diff', { params: { path: { market }, query: { against } } }),
      ),
    'None of these gateways compares markets. Give every region’s gateway.',
  );
  if (flags.json) return console.log(JSON.stringify(diff, null, 2));
  const nameOf = (side: typeof diff.before): string => `${side.market} version ${side.version}`;
  console.log(`${nameOf(diff.before)} → ${nameOf(diff.after)}`);
  for (const { consequence, changes } of diff.counts) {
    const own = diff.changes.filter((change) => change.consequence === consequence);
    console.log([`\n${consequence} (${changes})`, ...own.map((change) => `  ${renderChange(change)}`)].join('\n'));
  }
}

/** `reprise market versions` */
export async function versionsCommand(code: string, flags: ConnectionFlags): Promise<void> {
  const market = codeOf(code);
  const { items } = await askInTurn(
    await openRegions(flags, 'ops'),
    ['NotTheWriterRegion'],
    (gateway, sendsOn) =>
      gateway.callUnless(sendsOn, `versions of ${market}`, (client) =>
        client.GET('/v1/ops/markets/{market}/versions', { params: { path: { market }, query: { limit: 200 } } }),
      ),
    'None of these gateways keeps versions of markets. Give every region’s gateway.',
  );
  const headings = ['version', 'when', 'what', 'status', 'who', 'why'];
  console.log(
    renderTable(
      headings.map((heading) => ({ heading })),
      items.map((each) => [
        ...[`${each.version}`, each.changedAt, each.action, each.status, each.actor, each.why ?? ''],
      ]),
    ),
  );
}

/** `reprise market export` */
export async function exportCommand(
  code: string,
  flags: ConnectionFlags & { readonly atVersion?: number },
): Promise<void> {
  process.stdout.write(await exportMarket(await openRegions(flags, 'ops'), codeOf(code), flags.atVersion));
}

async function loadFiles(dir: string) {
  return loadMarketFiles(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new UsageError(`Not a folder of market files: there is no ${error.path}. Give one with --dir.`);
  });
}

async function versionsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`There is no plan ${path}. \`reprise market plan --out ${path}\` makes one.`);
  });
  const plans = JSON.parse(text) as readonly Pick<Schema<'MarketPlan'>, 'market' | 'version'>[];
  return new Map(plans.map(({ market, version }) => [market, version]));
}
