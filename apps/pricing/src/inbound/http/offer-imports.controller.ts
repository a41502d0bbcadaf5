import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { Controller, Inject } from '@nestjs/common';
import { getOfferImport, importOffers, listOfferImportErrors, listOfferImports } from '@reprise/contracts/http';
import { isRejection, reject, systemClock } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ImportOffers } from '../../application/import-offers.js';
import { OfferImports } from '../../application/ports.js';
import { importProgress, importStatus, rowsPerSecond } from '../../domain/offer-import.js';
import type { OfferImport } from '../../domain/offer-import.js';

@Controller()
export class OfferImportsController {
  constructor(
    @Inject(ImportOffers) private readonly importOffers: ImportOffers,
    @Inject(OfferImports) private readonly imports: OfferImports,
  ) {}

  @Answers(importOffers)
  async import({ body, query, principal, signal, raw }: Call<typeof importOffers>) {
    const length = Number(raw.headers['content-length'] ?? NaN);
    const taken = await this.importOffers.run({
      sellerId: principal.subject,
      // Nobody waits for the answer of an upload that ran out of time: it stops, and can be gone on with.
      bytes: addAbortSignal(signal, body as Readable),
      dryRun: query.dryRun === 'true',
      importId: query.import,
      from: query.from,
      length: Number.isSafeInteger(length) ? length : undefined,
    });
    if (isRejection(taken)) return taken;
    return answer(202, importJson(taken), { location: `/v1/seller/imports/${taken.importId}` });
  }

  @Answers(listOfferImports)
  async list({ query, principal }: Call<typeof listOfferImports>) {
    const found = await this.imports.list(principal.subject, query.limit);
    return { items: found.map(importJson) };
  }

  @Answers(getOfferImport)
  async get({ params, principal }: Call<typeof getOfferImport>) {
    const found = await this.imports.find(principal.subject, params.importId);
    return found === undefined ? notFound(params.importId) : importJson(found);
  }

  @Answers(listOfferImportErrors)
  async errors({ params, query, principal }: Call<typeof listOfferImportErrors>) {
    const { subject } = principal;
    if ((await this.imports.find(subject, params.importId)) === undefined) return notFound(params.importId);
    const { items, nextAfter } = await this.imports.errors(subject, params.importId, query);
    return { items: [...items], nextAfter: nextAfter ?? null };
  }
}

function notFound(importId: string) {
  return reject('OfferImportNotFound', `You have no import ${importId}.`, { field: 'path.importId' });
}

function importJson(taken: OfferImport) {
  const { importId, dryRun, rows, created, updated, unchanged, rejected, lines, bytes, totalBytes } = taken;
  return {
    id: importId,
    status: importStatus(taken, systemClock.now()),
    dryRun,
    ...{ rows, accepted: created + updated, created, updated, unchanged, rejected },
    bytes,
    totalBytes: totalBytes ?? null,
    progress: importProgress(taken),
    rowsPerSecond: rowsPerSecond(taken),
    resumeFrom: { line: lines + 1, byte: bytes },
    startedAt: new Date(taken.startedAt).toISOString(),
    finishedAt: taken.finishedAt === undefined ? null : new Date(taken.finishedAt).toISOString(),
  };
}
