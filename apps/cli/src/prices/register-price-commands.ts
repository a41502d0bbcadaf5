import { instantOf, idOf } from '@reprise/kernel';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { Gateway } from '../door/gateway.js';
import { renderExplanation } from './render-explanation.js';
import { renderHistory } from './render-history.js';

interface MarketFlags extends ConnectionFlags {
  readonly market: string;
  readonly json?: true;
}

interface ExplainFlags extends MarketFlags {
  readonly quantity: number;
  readonly at?: string;
  readonly country?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/** Adds `reprise price explain` and `reprise price history`. */
export function registerPriceCommands(program: Command): void {
  const price = program.command('price').description('what an offer costs, and what it was displayed at');
  price
    .command('explain')
    .description('the price of an offer in a market, with every step that led to it')
    .argument('<offerId>', 'id of the offer', offerIdOf)
    .requiredOption('--market <code>', 'market to price it in, such as fr')
    .option('--quantity <n>', 'how many', quantityOf, 1)
    .option('--at <moment>', 'what was displayed then, or will be, such as 2026-10-31T22:30:00Z', momentOf)
    .option('--country <code>', 'explain tax and fees for a delivery there')
    .option('--state <code>', 'state of that delivery, where tax depends on it')
    .option('--postal-code <code>', 'postal code of that delivery')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      '\nExample: reprise price explain 0199d3a0-0000-7000-8000-000000000010 --market fr --at 2026-10-31T22:30:00Z',
    )
    .action((offerId: string, _flags: unknown, command: Command) => explain(offerId, command.optsWithGlobals()));
  price
    .command('history')
    .description('every price an offer was displayed at in a market, newest first')
    .argument('<offerId>', 'id of the offer', offerIdOf)
    .requiredOption('--market <code>', 'market it was displayed in, such as fr')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExample: reprise price history 0199d3a0-0000-7000-8000-000000000010 --market fr')
    .action((offerId: string, _flags: unknown, command: Command) => history(offerId, command.optsWithGlobals()));
}

async function explain(offerId: string, flags: ExplainFlags): Promise<void> {
  const { market, quantity, at, country, state, postalCode } = flags;
  const gateway = await gatewayOf(flags);
  const price = await gateway.call(`offer ${offerId} in ${market}`, (client) =>
    client.GET('/v1/markets/{market}/offers/{offerId}/price', {
      params: {
        path: { market, offerId },
        query: {
          quantity,
          explain: 'true',
          ...(at && { at }),
          ...(country && { country }),
          ...(state && { region: state }),
          ...(postalCode && { postalCode }),
        },
      },
    }),
  );
  console.log(flags.json ? JSON.stringify(price, null, 2) : renderExplanation(price));
}

async function history(offerId: string, flags: MarketFlags): Promise<void> {
  const { market } = flags;
  const gateway = await gatewayOf(flags);
  const page = await gateway.call(`price history of ${offerId} in ${market}`, (client) =>
    client.GET('/v1/markets/{market}/offers/{offerId}/price-history', {
      params: { path: { market, offerId }, query: { limit: 500 } },
    }),
  );
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderHistory(page));
}

/** Any region knows every market, and which gateway serves it. */
async function gatewayOf({ gateway, market }: MarketFlags): Promise<Gateway> {
  const asked = new Gateway(gateway);
  const { gatewayUrl } = await asked.call(`market ${market}`, (client) =>
    client.GET('/v1/markets/{market}', { params: { path: { market } } }),
  );
  return gatewayUrl === undefined ? asked : new Gateway(gatewayUrl);
}

function offerIdOf(text: string): string {
  if (idOf(text) !== undefined) return text;
  throw new InvalidArgumentError('an offer id is a lower case UUID, as product pages show it.');
}

function momentOf(text: string): string {
  if (instantOf(text) !== undefined) return text;
  throw new InvalidArgumentError('a moment with an offset, such as 2026-10-31T22:30:00Z.');
}

function quantityOf(text: string): number {
  const quantity = Number(text);
  if (/^\d{1,3}$/.test(text) && quantity >= 1 && quantity <= 100) return quantity;
  throw new InvalidArgumentError('a whole number from 1 to 100.');
}
