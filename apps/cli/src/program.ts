import { Command } from 'commander';
import { registerCatalogCommands } from './catalog/register-catalog-commands.js';
import { registerDeadLetterCommands } from './dead-letters/register-dead-letter-commands.js';
import { registerDemoCommands } from './demo/register-demo-commands.js';
import { addConnectionOptions } from './door/connection-options.js';
import { registerFxCommands } from './fx/register-fx-commands.js';
import { registerMarketLifeCommands } from './market/register-market-life-commands.js';
import { registerMarketCommands } from './markets/register-market-commands.js';
import { registerPriceCommands } from './prices/register-price-commands.js';
import { registerPriceListCommands } from './price-lists/register-price-list-commands.js';
import { registerWebhookCommands } from './webhooks/register-webhook-commands.js';
import { registerPricesCommands } from './prices/register-prices-commands.js';
import { registerFinanceCommands } from './finance/register-finance-commands.js';
import { registerRatesCommands } from './rates/register-rates-commands.js';
import { registerSalesCommands } from './sales/register-sales-commands.js';
import { registerSellerCommands } from './sellers/register-seller-commands.js';
import { registerStockCommands } from './stock/register-stock-commands.js';
import { registerTranslationCommands } from './translations/register-translation-commands.js';

const examples = `
Examples:
  reprise markets apply --go-live      send markets/ to every region and open what is new
  reprise markets list                 what is open, where, in which currency
  reprise market new PT --from ES      begin a country; then plan, apply, readiness, launch
  reprise catalog import               the device catalogue, from its data sets
  reprise demo seed                    labelled demo sellers and offers, the same ones every time
  reprise fx import markets/fx/ecb-reference-rates.csv
  reprise price explain <offerId> --market fr
  reprise prices import offers.ndjson --dry-run
  reprise price-lists apply black-friday.yaml
  reprise rates import TAXRATES_ZIP5_NY202611.csv
  reprise stock import stock.ndjson    what a seller's places have
  reprise sellers list --sort failureRate   whose devices fail most
  reprise sales list --market us --kind refund
  reprise translations export --locale fr --out fr.csv
  reprise dlq list                     facts a service could not take

Exit codes: 0 done, 1 rejected, 2 not understood, 3 nobody answered.`;

/** Every command. Throws instead of exiting, so that one place decides how a failure looks. */
export function buildProgram(): Command {
  const program = addConnectionOptions(new Command('reprise'))
    .description('What operations and finance do with Reprise, over its HTTP API.')
    .showHelpAfterError('(reprise --help says what there is)')
    .addHelpText('after', examples);
  registerMarketCommands(program);
  registerMarketLifeCommands(program);
  registerCatalogCommands(program);
  registerDemoCommands(program);
  registerFxCommands(program);
  registerPriceCommands(program);
  registerPricesCommands(program);
  registerPriceListCommands(program);
  registerWebhookCommands(program);
  registerRatesCommands(program);
  registerSalesCommands(program);
  registerFinanceCommands(program);
  registerSellerCommands(program);
  registerStockCommands(program);
  registerTranslationCommands(program);
  registerDeadLetterCommands(program);
  throwInsteadOfExiting(program);
  return program;
}

function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExiting);
}
