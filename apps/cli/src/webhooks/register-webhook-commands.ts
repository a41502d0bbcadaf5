import type { Schema } from '@reprise/sdk';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { UsageError } from '../door/failures.js';
import { Gateway } from '../door/gateway.js';
import { sellerToken } from '../door/seller-token.js';
import { renderDeliveries, renderWebhooks } from './render-webhooks.js';

interface WebhookFlags extends ConnectionFlags {
  readonly seller?: string;
  readonly json?: true;
}

interface ReplayFlags extends WebhookFlags {
  readonly ids?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const whose = '\nActs with an ops token; with --seller on the webhooks of that seller.';

/** Adds `reprise webhooks list|deliveries|replay`. */
export function registerWebhookCommands(program: Command): void {
  const webhooks = program.command('webhooks').description('where sellers and storefronts are told of orders');
  webhooks
    .command('list')
    .description('webhooks, whether they take what they are told, and how much waits for them')
    .option('--seller <id>', 'those of a seller of the credentials file')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${whose}\n\nExample: reprise webhooks list`)
    .action((_flags: unknown, command: Command) => list(command.optsWithGlobals()));
  webhooks
    .command('deliveries')
    .description('what a webhook was told, newest first, and what it answered')
    .argument('<id>', 'id of the webhook')
    .option('--seller <id>', 'one of a seller of the credentials file')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${whose}\n\nExample: reprise webhooks deliveries my-shop`)
    .action((id: string, _flags: unknown, command: Command) => deliveries(id, command.optsWithGlobals()));
  webhooks
    .command('replay')
    .description('send messages of the last 30 days again')
    .argument('<id>', 'id of the webhook')
    .option('--ids <ids...>', 'messages by their webhook-id')
    .option('--from <moment>', 'or everything that happened from here, such as 2026-11-24T00:00:00Z')
    .option('--to <moment>', 'until here; until now when left out')
    .option('--seller <id>', 'one of a seller of the credentials file')
    .addHelpText('after', `${whose}\n\nExample: reprise webhooks replay my-shop --from 2026-11-24T00:00:00Z`)
    .action((id: string, _flags: unknown, command: Command) => replay(id, command.optsWithGlobals()));
}

/** The two sets of calls differ in their path alone. */
async function doorOf(flags: WebhookFlags) {
  return flags.seller === undefined
    ? { gateway: await openGateway(flags, 'ops'), base: '/v1/ops/webhooks' as const }
    : { gateway: new Gateway(flags.gateway, await sellerToken(flags)), base: '/v1/seller/webhooks' as const };
}

async function list(flags: WebhookFlags): Promise<void> {
  const { gateway, base } = await doorOf(flags);
  const found: Schema<'Webhooks'> = await gateway.call('webhooks', (client) => client.GET(base));
  console.log(flags.json === true ? JSON.stringify(found, null, 2) : renderWebhooks(found.items));
}

async function deliveries(id: string, flags: WebhookFlags): Promise<void> {
  const { gateway, base } = await doorOf(flags);
  const found: Schema<'WebhookDeliveries'> = await gateway.call(`what ${id} was told`, (client) =>
    client.GET(`${base}/{webhookId}/deliveries`, { params: { path: { webhookId: id }, query: { limit: 100 } } }),
  );
  console.log(flags.json === true ? JSON.stringify(found, null, 2) : renderDeliveries(found.items));
}

async function replay(id: string, flags: ReplayFlags): Promise<void> {
  const { ids, from, to } = flags;
  if ((ids === undefined) === (from === undefined)) throw new UsageError('Say which: --ids, or a time with --from.');
  const { gateway, base } = await doorOf(flags);
  const body: Schema<'WebhookReplay'> = {
    ...(ids === undefined ? {} : { ids: [...ids] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const { replayed }: Schema<'WebhookReplayed'> = await gateway.call(`replay of ${id}`, (client) =>
    client.POST(`${base}/{webhookId}/replay`, { params: { path: { webhookId: id } }, body }),
  );
  console.log(`${replayed} ${replayed === 1 ? 'message is' : 'messages are'} sent again.`);
}
