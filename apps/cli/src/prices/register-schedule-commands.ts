import type { Schema } from '@reprise/sdk';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { Gateway } from '../door/gateway.js';
import { sellerToken } from '../door/seller-token.js';
import { renderScheduled } from './render-scheduled.js';

interface SellerFlags extends ConnectionFlags {
  readonly seller?: string;
  readonly json?: true;
}

interface ScheduleFlags extends SellerFlags {
  readonly market: string;
  readonly amount: string;
  readonly from: string;
  readonly to?: string;
  readonly sale?: true;
  readonly reason?: string;
}

const needsSeller = '\nActs as a seller: the only one of the credentials file, or --seller.';

/** Adds `reprise prices schedule|scheduled|unschedule`. */
export function registerScheduleCommands(prices: Command): void {
  prices
    .command('schedule')
    .description('state a price ahead for one offer in one market; doing it again changes nothing')
    .argument('<sku>', 'SKU of the offer')
    .argument('<name>', 'what to call it, such as black-friday')
    .requiredOption('--market <code>', 'market it is for')
    .requiredOption('--amount <amount>', 'price of one, in the currency of the market')
    .requiredOption('--from <moment>', 'when it begins, with an offset: 2026-11-27T00:00:00+01:00')
    .option('--to <moment>', 'when it ends; without end when left out')
    .option('--sale', 'announce it as a reduction, with the prior price the law wants beside it')
    .option('--reason <text>', 'why, for the audit')
    .option('--seller <id>', 'seller of the credentials file to act as')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `${needsSeller}\n\nExample: reprise prices schedule IP13-128 black-friday --market fr --amount 349.00 --from 2026-11-27T00:00:00+01:00 --to 2026-11-30T00:00:00+01:00 --sale`,
    )
    .action((sku: string, name: string, _flags: unknown, command: Command) =>
      schedule(sku, name, command.optsWithGlobals()),
    );
  prices
    .command('scheduled')
    .description('prices stated ahead for an offer, past ones included')
    .argument('<sku>', 'SKU of the offer')
    .option('--seller <id>', 'seller of the credentials file to act as')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsSeller}\n\nExample: reprise prices scheduled IP13-128`)
    .action((sku: string, _flags: unknown, command: Command) => list(sku, command.optsWithGlobals()));
  prices
    .command('unschedule')
    .description('take a price stated ahead back, or end it at once when it has begun')
    .argument('<sku>', 'SKU of the offer')
    .argument('<name>', 'what it is called')
    .option('--seller <id>', 'seller of the credentials file to act as')
    .addHelpText('after', `${needsSeller}\n\nExample: reprise prices unschedule IP13-128 black-friday`)
    .action((sku: string, name: string, _flags: unknown, command: Command) =>
      unschedule(sku, name, command.optsWithGlobals()),
    );
}

async function schedule(sku: string, name: string, flags: ScheduleFlags): Promise<void> {
  const { market, amount, from, to, sale, reason } = flags;
  const body: Schema<'ScheduledPriceInput'> = {
    ...{ market, amount, kind: sale === true ? 'sale' : 'price', validFrom: from },
    ...(to === undefined ? {} : { validTo: to }),
    ...(reason === undefined ? {} : { reason }),
  };
  const gateway = new Gateway(flags.gateway, await sellerToken(flags));
  const stated = await gateway.call(`${name} of ${sku}`, (client) =>
    client.PUT('/v1/seller/offers/{sku}/scheduled-prices/{scheduleId}', {
      params: { path: { sku, scheduleId: name } },
      body,
    }),
  );
  console.log(flags.json === true ? JSON.stringify(stated, null, 2) : renderScheduled([stated]));
}

async function list(sku: string, flags: SellerFlags): Promise<void> {
  const gateway = new Gateway(flags.gateway, await sellerToken(flags));
  const found = await gateway.call(`prices stated ahead of ${sku}`, (client) =>
    client.GET('/v1/seller/offers/{sku}/scheduled-prices', { params: { path: { sku } } }),
  );
  console.log(flags.json === true ? JSON.stringify(found, null, 2) : renderScheduled(found.items));
}

async function unschedule(sku: string, name: string, flags: SellerFlags): Promise<void> {
  const gateway = new Gateway(flags.gateway, await sellerToken(flags));
  await gateway.call(`${name} of ${sku}`, async (client) => {
    const answered = await client.DELETE('/v1/seller/offers/{sku}/scheduled-prices/{scheduleId}', {
      params: { path: { sku, scheduleId: name } },
    });
    return answered.error === undefined ? { ...answered, data: { deleted: true } } : answered;
  });
  console.log(`${name} of ${sku} is taken back.`);
}
