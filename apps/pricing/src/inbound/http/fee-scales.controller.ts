import { Controller, Inject } from '@nestjs/common';
import { importFeeScale } from '@reprise/contracts/http';
import { isRejection, mustBeLocalDay } from '@reprise/kernel';
import { Answers, CsvRecords, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ImportFeeScale } from '../../application/import-fee-scale.js';
import type { ScaleRecord } from '../../domain/fee-scale.js';

/** Scales have some hundreds of codes. */
const recordsMax = 5_000;

@Controller()
export class FeeScalesController {
  constructor(@Inject(ImportFeeScale) private readonly importScale: ImportFeeScale) {}

  @Answers(importFeeScale)
  async import({ params, query, body, principal }: Call<typeof importFeeScale>) {
    const records = await readRecords(body as AsyncIterable<Buffer>);
    if ('message' in records) return refused([{ ...records, field: 'row', code: 'rowMalformed' }]);
    const { validFrom, producerOrganisation, title, published, url } = query;
    const taken = await this.importScale.run({
      tableId: params.tableId,
      validFrom: mustBeLocalDay(validFrom),
      producerOrganisation,
      source: { title, date: published, ...(url === undefined ? {} : { url }) },
      records: records.records,
      sentBy: principal.subject,
    });
    if (isRejection(taken)) return taken;
    if ('errors' in taken) return refused(taken.errors);
    const { version, changed, rows, skipped, byCategory } = taken;
    return { id: params.tableId, version, changed, validFrom, rows, skipped, byCategory: { ...byCategory } };
  }
}

async function readRecords(
  bytes: AsyncIterable<Buffer>,
): Promise<{ readonly records: readonly ScaleRecord[] } | { readonly line: number; readonly message: string }> {
  const records: ScaleRecord[] = [];
  for await (const record of new CsvRecords().read(bytes)) {
    if (record.error !== undefined) return { line: record.line, message: record.error };
    records.push(record);
    if (records.length > recordsMax) return { line: record.line, message: `More than ${recordsMax} lines.` };
  }
  return { records };
}

function refused(
  errors: readonly { readonly line: number; readonly field: string; readonly code: string; readonly message: string }[],
) {
  const named = errors.map(({ line, field, code, message }) => ({ field: `row ${line}, ${field}`, code, message }));
  return problem(
    'FeeScaleRejected',
    named
      .map(({ field, message }) => `${field}: ${message}`)
      .slice(0, 20)
      .join(' '),
    {
      errors: named,
    },
  );
}
