import { Controller, Inject } from '@nestjs/common';
import { getSettlementFile, importSettlementFile, listSettlementFiles } from '@reprise/contracts/http';
import { isRejection, mustBeInstant, reject, systemClock, toIso } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ImportSettlement } from '../../application/reconciliation/import-settlement.js';
import { SettlementFiles } from '../../application/reconciliation/settlement-files.js';
import type { SettlementFile } from '../../domain/settlement/settlement-file.js';
import { settlementFileStatus } from '../../domain/settlement/settlement-file.js';

@Controller()
export class SettlementFilesController {
  constructor(
    @Inject(ImportSettlement) private readonly importFile: ImportSettlement,
    @Inject(SettlementFiles) private readonly files: SettlementFiles,
  ) {}

  @Answers(importSettlementFile)
  async import({ query, body, principal }: Call<typeof importSettlementFile>) {
    const taken = await this.importFile.run({
      ...{ account: query.account, format: query.format, name: query.fileName, importedBy: principal.subject },
      oldest: query.oldest === undefined ? undefined : mustBeInstant(`${query.oldest}T00:00:00Z`),
      bytes: body as AsyncIterable<Buffer>,
    });
    return isRejection(taken) ? taken : answer(201, fileJson(taken));
  }

  @Answers(getSettlementFile)
  async get({ params }: Call<typeof getSettlementFile>) {
    const found = await this.files.find(params.fileId);
    if (found !== undefined) return fileJson(found);
    return reject('SettlementFileNotFound', `There is no file ${params.fileId}.`, { field: 'path.fileId' });
  }

  @Answers(listSettlementFiles)
  async list({ query }: Call<typeof listSettlementFiles>) {
    const found = await this.files.list({ account: query.account, limit: query.limit });
    return { items: found.map(fileJson) };
  }
}

function fileJson(file: SettlementFile) {
  const { account, format, name, lines, accepted, known, skipped, rejected, importedBy } = file;
  return {
    id: file.fileId,
    ...{ account, format, name },
    status: settlementFileStatus(file, systemClock.now()),
    sameAs: file.sameAs ?? null,
    ...{ lines, accepted, known, skipped, rejected },
    problems: file.problems.map(({ line, field, code, message }) => ({ line, field, code, message })),
    importedBy,
    startedAt: toIso(file.startedAt),
    finishedAt: file.finishedAt === undefined ? null : toIso(file.finishedAt),
  };
}
