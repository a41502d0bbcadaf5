import { readFile } from 'node:fs/promises';
import type { Schema } from '@reprise/sdk';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openRegions } from '../door/connection-options.js';
import { tokenFor } from '../door/credentials.js';
import { CallRefused, GatewayUnreachable, UsageError } from '../door/failures.js';
import { renderTable } from '../screen/render-table.js';

interface ScaleFlags extends ConnectionFlags {
  readonly table: string;
  readonly from: string;
  readonly organisation: string;
  readonly title: string;
  readonly published: string;
  readonly url?: string;
  readonly region: string;
}

/** Adds `reprise rates import-scale`. */
export function registerScaleCommand(rates: Command): void {
  rates
    .command('import-scale')
    .description('take in the scale of a producer organisation, such as that of the French éco-participation')
    .argument('<file>', 'CSV with productCode,category,amount; the category is empty for goods that are not sold')
    .requiredOption('--table <id>', 'the fee table it is for, such as fr-eco-participation')
    .requiredOption('--from <day>', 'the first day it holds')
    .requiredOption('--organisation <name>', 'who published it')
    .requiredOption('--title <text>', 'what the document is called')
    .requiredOption('--published <day>', 'the day it was published')
    .option('--url <url>', 'where it was published')
    .option('--region <region>', 'the region whose markets show it', 'eu')
    .addHelpText(
      'after',
      '\nNeeds an ops token.\n\nExample: reprise rates import-scale bareme-2027.csv --table fr-eco-participation --from 2027-01-01 --organisation ecosystem --title "Barème 2027" --published 2026-10-01',
    )
    .action((file: string, _flags: unknown, command: Command) => importScale(file, command.optsWithGlobals()));
}

async function importScale(path: string, flags: ScaleFlags): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`There is no file ${path}.`);
  });
  const gateway = (await openRegions(flags, 'ops')).get(flags.region);
  if (gateway === undefined) throw new UsageError(`There is no region ${flags.region}.`);
  const url = new URL(`/v1/ops/fee-tables/${encodeURIComponent(flags.table)}/scales`, gateway.url);
  url.search = new URLSearchParams({
    ...{ validFrom: flags.from, producerOrganisation: flags.organisation },
    ...{ title: flags.title, published: flags.published },
    ...(flags.url === undefined ? {} : { url: flags.url }),
  }).toString();
  const headers = { authorization: `Bearer ${await tokenFor('ops', flags)}`, 'content-type': 'text/csv' };
  const answer = await fetch(url, { method: 'POST', headers, body: text }).catch((cause: unknown) => {
    throw new GatewayUnreachable(gateway.url, 'does not answer', { cause });
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new CallRefused(`scale ${path}`, said as ConstructorParameters<typeof CallRefused>[1]);
  console.log(renderScale(said as Schema<'FeeScaleImport'>));
}

function renderScale({ id, version, changed, validFrom, rows, skipped, byCategory }: Schema<'FeeScaleImport'>): string {
  const amounts = renderTable(
    [{ heading: 'category' }, { heading: 'code' }, { heading: 'amount', align: 'right' }],
    Object.entries(byCategory).map(([category, { productCode, amount }]) => [category, productCode, amount]),
  );
  const what = changed ? `holds from ${validFrom}` : 'is there already';
  return `${amounts}\n${id} (version ${version}): the scale ${what}; ${rows} lines, ${skipped} of goods that are not sold.`;
}
