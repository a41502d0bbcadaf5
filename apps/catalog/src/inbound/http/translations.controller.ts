import type { ProductRecord } from '@reprise/contracts/events';
import type { Call, StreamBody } from '@reprise/platform/http';
import { Controller, Inject } from '@nestjs/common';
import { exportTranslations, importTranslations, listMissingTranslations } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers, CsvRecords, problem, rawAnswer } from '@reprise/platform/http';
import { stringify } from 'csv-stringify/sync';
import { Readable } from 'node:stream';
import { ReportTranslations } from '../../application/report-translations.js';
import type { ExportedText } from '../../application/report-translations.js';
import { TranslateCatalogue } from '../../application/translate-catalogue.js';
import type { MissingTranslation } from '../../domain/missing-translations.js';
import type { TranslationKind } from '../../domain/translate-product.js';
import { readTranslationRows } from './read-translation-rows.js';

/** Rows written at a time: a chunk worth sending that holds up no other answer. */
const rowsAtOnce = 200;

@Controller()
export class TranslationsController {
  constructor(
    @Inject(TranslateCatalogue) private readonly translate: TranslateCatalogue<ProductRecord>,
    @Inject(ReportTranslations) private readonly report: ReportTranslations,
  ) {}

  @Answers(listMissingTranslations)
  async missing({ query }: Call<typeof listMissingTranslations>) {
    const { locale, kind, limit, cursor } = query;
    const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
    if (after !== undefined && !/^[a-z]+(\.[a-z]+)? \S/.test(after)) {
      const message = 'The cursor is not one this list gave.';
      return problem('ValidationFailed', message, {
        errors: [{ field: 'query.cursor', code: 'cursorMalformed', message }],
      });
    }
    const kinds = kind?.split(',') as MissingTranslation['kind'][] | undefined;
    const found = await this.report.missing(locale, { kinds, after, limit });
    if (isRejection(found)) return found;
    const { next, chain, coverage, items } = found;
    const nextCursor = next === undefined ? null : Buffer.from(next).toString('base64url');
    return { locale, chain: [...chain], coverage: [...coverage], items: [...items], nextCursor };
  }

  @Answers(exportTranslations)
  async export({ query }: Call<typeof exportTranslations>) {
    const { locale, only, kind } = query;
    const kinds = kind?.split(',') as TranslationKind[] | undefined;
    const texts = await this.report.texts(locale, { kinds, missingOnly: only === 'missing' });
    if (isRejection(texts)) return texts;
    return rawAnswer(200, Readable.from(csvOf(texts), { highWaterMark: 1 }), {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
    });
  }

  @Answers(importTranslations)
  import({ body, query, principal }: Call<typeof importTranslations>) {
    const by = { actor: principal.subject, reason: query.reason };
    const rows = readTranslationRows(new CsvRecords().read(body as StreamBody));
    return this.translate.import(rows, by, { dryRun: query.dryRun === 'true' });
  }
}

const header = ['kind', 'key', 'locale', 'sourceLocale', 'source', 'text'] as const;

/** CSV as spreadsheets read it: they take a file for UTF-8 only by its mark. */
async function* csvOf(texts: AsyncIterable<ExportedText>): AsyncGenerator<string> {
  yield `\ufeff${stringify([[...header]])}`;
  let rows: string[][] = [];
  for await (const text of texts) {
    rows.push(header.map((column) => text[column]));
    if (rows.length < rowsAtOnce) continue;
    yield stringify(rows);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows);
}
