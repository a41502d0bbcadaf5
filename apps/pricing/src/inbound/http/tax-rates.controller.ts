import { Controller, Inject } from '@nestjs/common';
import { getTaxRateImport, importTaxRates, listTaxRateImports } from '@reprise/contracts/http';
import type { Instant } from '@reprise/kernel';
import { isRejection, reject, systemClock, toIso } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ImportTaxRates } from '../../application/import-tax-rates.js';
import { TaxRateFiles } from '../../application/tax-rate-files.js';
import type { TaxRateImport } from '../../domain/tax-rate-import.js';
import { taxRateImportStatus } from '../../domain/tax-rate-import.js';

@Controller()
export class TaxRatesController {
  constructor(
    @Inject(ImportTaxRates) private readonly importRates: ImportTaxRates,
    @Inject(TaxRateFiles) private readonly files: TaxRateFiles,
  ) {}

  @Answers(importTaxRates)
  async import({ query, body, principal }: Call<typeof importTaxRates>) {
    const taken = await this.importRates.run({
      format: query.format,
      state: query.state,
      period: query.period,
      fileName: query.fileName,
      importedBy: principal.subject,
      bytes: body as AsyncIterable<Buffer>,
    });
    return isRejection(taken) ? taken : answer(201, importJson(taken));
  }

  @Answers(getTaxRateImport)
  async get({ params }: Call<typeof getTaxRateImport>) {
    const found = await this.files.find(params.importId);
    if (found !== undefined) return importJson(found);
    return reject('TaxRateImportNotFound', `There is no import ${params.importId}.`, { field: 'path.importId' });
  }

  @Answers(listTaxRateImports)
  async list({ query }: Call<typeof listTaxRateImports>) {
    const found = await this.files.list({ state: query.state, limit: query.limit });
    return { items: found.map(importJson) };
  }
}

function importJson(taken: TaxRateImport) {
  const { importId, format, state, period, fileName, version, rows, accepted, skipped, rejected, errors } = taken;
  return {
    id: importId,
    status: taxRateImportStatus(taken, systemClock.now()),
    ...{ format, state, period },
    fileName: fileName ?? null,
    version: version ?? null,
    ...{ rows, accepted, skipped, rejected },
    errors: errors.map(({ line, field, code, message }) => ({ line, field, code, message })),
    importedBy: taken.importedBy,
    startedAt: toIso(taken.startedAt),
    finishedAt: isoOrNull(taken.finishedAt),
  };
}

function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : toIso(instant);
}
