import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import { productCategories } from '@reprise/contracts/events';
import type { ServiceParts } from '@reprise/platform/service';
import { ImportFeeScale } from './application/import-fee-scale.js';
import { ImportTaxRates } from './application/import-tax-rates.js';
import { LocalTaxes } from './application/local-taxes.js';
import type { PriceTableBook } from './application/ports.js';
import { SettleTaxes } from './application/settle-taxes.js';
import type { TaxProvider } from './application/tax-provider.js';
import { TaxRateFiles } from './application/tax-rate-files.js';
import { WorkOutTax } from './application/work-out-tax.js';
import { SettleTaxesDue } from './inbound/clock/settle-taxes-due.js';
import { CsvRecords } from '@reprise/platform/http';
import { FeeScalesController } from './inbound/http/fee-scales.controller.js';
import { TaxRatesController } from './inbound/http/tax-rates.controller.js';
import { PostgresLocalRates } from './outbound/postgres/postgres-local-rates.js';
import { PostgresRateTables } from './outbound/postgres/postgres-rate-tables.js';
import { PostgresTaxRateFiles } from './outbound/postgres/postgres-tax-rate-files.js';
import { PostgresTaxTasks } from './outbound/postgres/postgres-tax-tasks.js';
import { StripeTaxes } from './outbound/stripe/stripe-taxes.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires imported rates, whoever works sales tax out, and what it has to be told. */
export function taxParts(
  { config, database, logger, metrics }: ServiceParts<PricingConfig>,
  tables: PriceTableBook,
  clock: Clock,
): { readonly workOutTax: WorkOutTax; readonly controllers: Type[]; readonly providers: Provider[] } {
  const files = new PostgresTaxRateFiles(database);
  const tasks = new PostgresTaxTasks(database);
  const service = serviceOf(config);
  const failures = metrics.counter('tax_service_failures_total', 'Calls a tax service did not answer.', 'call');
  const settle =
    service &&
    new SettleTaxes(tasks, service, clock, ({ task, error }) => {
      failures.inc({ call: task.kind });
      logger.warn('tax.not_settled', {
        task: task.taskId,
        attempts: task.attempts,
        retriable: error.retriable,
        err: error,
      });
    });
  const workOutTax = new WorkOutTax({
    tables: new LocalTaxes(new PostgresLocalRates(database)),
    service,
    calculations: tasks,
    whenUnanswered: config.taxWhenUnanswered,
    onUnanswered: ({ provider, error }) => {
      failures.inc({ call: 'quote' });
      logger.warn('tax.not_answered', { provider, err: error });
    },
  });
  return {
    workOutTax,
    controllers: [TaxRatesController, FeeScalesController],
    providers: [
      {
        provide: ImportFeeScale,
        useValue: new ImportFeeScale(new PostgresRateTables(database), new Set(productCategories)),
      },
      { provide: TaxRateFiles, useValue: files },
      { provide: ImportTaxRates, useValue: new ImportTaxRates(tables, files, new CsvRecords(), clock) },
      { provide: SettleTaxesDue, useValue: new SettleTaxesDue(settle, logger) },
    ],
  };
}

function serviceOf({ taxProvider, stripeApiKey, stripeUrl, taxTimeoutMs }: PricingConfig): TaxProvider | undefined {
  if (taxProvider === 'tables') return undefined;
  // Taking our tables in silence would leave the service's return without a single sale.
  if (stripeApiKey === undefined) throw new Error('PRICING_TAX_PROVIDER=stripe needs PRICING_STRIPE_API_KEY');
  return new StripeTaxes({ apiKey: stripeApiKey, url: stripeUrl, timeoutMs: taxTimeoutMs });
}
