import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Schema } from '@reprise/sdk';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { exitCode } from '../door/exit-codes.js';
import { CallRefused, GatewayUnreachable, UsageError } from '../door/failures.js';
import { sellerToken } from '../door/seller-token.js';
import { renderFed } from './render-fed.js';

interface FeedFlags extends ConnectionFlags {
  readonly dryRun?: true;
  readonly seller?: string;
}

/** Longest a file may take; it is read no faster than it is stored. */
const timeoutMs = 15 * 60_000;

/** Adds `reprise stock import`. */
export function registerStockCommands(program: Command): void {
  program
    .command('stock')
    .description('what the places of a seller have')
    .command('import')
    .description('state stock by place from an NDJSON file; sending a file again changes nothing')
    .argument('<file>', 'lines of {"sku","location","onHand","safetyStock"?}')
    .option('--dry-run', 'say what would change, without changing it')
    .option('--seller <id>', 'seller of the credentials file to act as')
    .addHelpText(
      'after',
      '\nEnds with 1 when rows were refused.\n\nExample: reprise stock import stock.ndjson --dry-run',
    )
    .action((file: string, _flags: unknown, command: Command) => feed(file, command.optsWithGlobals()));
}

async function feed(file: string, flags: FeedFlags): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new UsageError(`There is no file ${file}.`);
  const dryRun = flags.dryRun === true;
  const fed = await send(file, flags.gateway, await sellerToken(flags), dryRun);
  console.log(renderFed(fed, dryRun));
  if (fed.rejectedCount > 0) process.exitCode = exitCode.rejected;
}

/** Streams the file, so that its size does not matter. */
async function send(file: string, gateway: string, token: string, dryRun: boolean): Promise<Schema<'StockFeedResult'>> {
  const url = new URL('/v1/seller/stock/bulk', gateway);
  url.searchParams.set('dryRun', String(dryRun));
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(createReadStream(file)) as NonNullable<RequestInit['body']>,
    duplex: 'half',
    signal: AbortSignal.timeout(timeoutMs),
  } as RequestInit).catch((cause: unknown) => {
    throw new GatewayUnreachable(gateway, 'does not answer', { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as Schema<'StockFeedResult'>;
  if (typeof (body as { code?: unknown } | undefined)?.code === 'string')
    throw new CallRefused(`stock from ${file}`, body as Schema<'Problem'>);
  throw new GatewayUnreachable(gateway, `answered ${response.status} without a problem document`);
}
