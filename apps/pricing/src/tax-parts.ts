import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { ImportTaxRates } from './application/import-tax-rates.js';
import { LocalTaxes } from './application/local-taxes.js';
import type { PriceTableBook } from './application/ports.js';
import type { TaxProvider } from './application/tax-provider.js';
import { TaxRateFiles } from './application/tax-rate-files.js';
import { CsvRecords } from './inbound/http/csv-records.js';
import { TaxRatesController } from './inbound/http/tax-rates.controller.js';
import { PostgresLocalRates } from './outbound/postgres/postgres-local-rates.js';
import { PostgresTaxRateFiles } from './outbound/postgres/postgres-tax-rate-files.js';
import type { PricingConfig } from './pricing.config.js';

/** Wires imported rates and whoever works sales tax out. */
export function taxParts(
  { database }: ServiceParts<PricingConfig>,
  tables: PriceTableBook,
  clock: Clock,
): { readonly taxes: TaxProvider; readonly controllers: Type[]; readonly providers: Provider[] } {
  const files = new PostgresTaxRateFiles(database);
  return {
    taxes: new LocalTaxes(new PostgresLocalRates(database)),
    controllers: [TaxRatesController],
    providers: [
      { provide: TaxRateFiles, useValue: files },
      { provide: ImportTaxRates, useValue: new ImportTaxRates(tables, files, new CsvRecords(), clock) },
    ],
  };
}
