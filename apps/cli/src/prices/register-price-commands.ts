import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { idOf } from '@reprise/kernel';
import type { ConnectionFlags } from '../door/connection-options.js';
import { Gateway } from '../door/gateway.js';
import { renderExplanation } from './render-explanation.js';

interface ExplainFlags extends ConnectionFlags {
  readonly market: string;
  readonly quantity: number;
}

/** Adds `reprise price explain`. */
export function registerPriceCommands(program: Command): void {
  program
    .command('price')
    .description('what an offer costs')
    .command('explain')
    .description('the price of an offer in a market, with every step that led to it')
    .argument('<offerId>', 'id of the offer', offerIdOf)
    .requiredOption('--market <code>', 'market to price it in, such as fr')
    .option('--quantity <n>', 'how many', quantityOf, 1)
    .addHelpText(
      'after',
      '\nExample: reprise price explain 0199d3a0-0000-7000-8000-000000000010 --market fr --quantity 2',
    )
    .action((offerId: string, _flags: unknown, command: Command) => explain(offerId, command.optsWithGlobals()));
}

async function explain(offerId: string, flags: ExplainFlags): Promise<void> {
  const { market, quantity } = flags;
  const asked = new Gateway(flags.gateway);
  const path = { market, offerId };
  // Any region knows every market, and which gateway serves it.
  const { gatewayUrl } = await asked.call(`market ${market}`, (client) =>
    client.GET('/v1/markets/{market}', { params: { path: { market } } }),
  );
  const gateway = gatewayUrl === undefined ? asked : new Gateway(gatewayUrl);
  const price = await gateway.call(`offer ${offerId} in ${market}`, (client) =>
    client.GET('/v1/markets/{market}/offers/{offerId}/price', {
      params: { path, query: { quantity, explain: 'true' } },
    }),
  );
  console.log(renderExplanation(price));
}

function offerIdOf(text: string): string {
  if (idOf(text) !== undefined) return text;
  throw new InvalidArgumentError('an offer id is a lower case UUID, as product pages show it.');
}

function quantityOf(text: string): number {
  const quantity = Number(text);
  if (/^\d{1,3}$/.test(text) && quantity >= 1 && quantity <= 100) return quantity;
  throw new InvalidArgumentError('a whole number from 1 to 100.');
}
