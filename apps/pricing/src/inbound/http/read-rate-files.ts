import { readNdjson } from '@reprise/platform/http';
import { CsvError, parse } from 'csv-parse';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { FxFileMalformed } from '../../application/import-fx-rates.js';
import type { FxCell } from '../../application/import-fx-rates.js';

/** Largest file read, in bytes: the ECB's whole history is 8 MB of XML. */
const FILE_MAX_BYTES = 32 << 20;

/** Reads a file of rates in the format its media type says. Throws FxFileMalformed where it cannot be read on. */
export function readRates(bytes: AsyncIterable<Buffer>, mediaType: string): AsyncIterable<FxCell> {
  const bounded = withinLimit(bytes);
  if (mediaType.endsWith('xml')) return readEcbXml(bounded);
  return mediaType === 'text/csv' ? readEcbCsv(bounded) : readRateLines(bounded);
}

/** `Date,USD,JPY,…` and a row a day, as `eurofxref-hist.csv`. The ECB ends each row with a comma, which is a column without a name. */
async function* readEcbCsv(bytes: AsyncIterable<Buffer>): AsyncGenerator<FxCell> {
  const rows = parse({ bom: true, trim: true, skip_empty_lines: true, info: true, relax_column_count: true });
  void feed(bytes, rows);
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const at = `row ${info.lines}`;
      if (header === undefined) {
        header = record;
        if (header[0] !== 'Date') throw malformed(at, 'headerMalformed', 'The first column is to be called Date.');
        continue;
      }
      if (record.length !== header.length)
        throw malformed(
          at,
          'columnsMissing',
          `The row has ${record.length} columns, the first one has ${header.length}.`,
        );
      const [date = ''] = record;
      for (const [i, rate] of record.entries()) {
        const currency = header[i] ?? '';
        if (i > 0 && (currency !== '' || rate !== '')) yield { at: `${at}, ${currency}`, date, currency, rate };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(`row ${Number(error['lines'] ?? 0)}`, 'csvMalformed', error.message);
  }
}

/** Passes bytes on, and a failure of them too; whoever reads the rows hears of it. */
async function feed(bytes: AsyncIterable<Buffer>, rows: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (!rows.write(chunk)) await new Promise((resolve) => rows.once('drain', resolve).once('close', resolve));
      if (rows.destroyed) return;
    }
    rows.end();
  } catch (error) {
    rows.destroy(error as Error);
  }
}

const attribute = z.string();
const ecbSchema = z.object({
  Envelope: z.object({
    Cube: z.object({
      Cube: z.array(z.object({ time: attribute, Cube: z.array(z.object({ currency: attribute, rate: attribute })) })),
    }),
  }),
});

/** `gesmes:Envelope` with a `Cube` a day and in it a `Cube` a currency, as `eurofxref-daily.xml`, `-hist-90d.xml` and `-hist.xml`. */
async function* readEcbXml(bytes: AsyncIterable<Buffer>): AsyncGenerator<FxCell> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw malformed(`row ${checked.err.line}`, 'xmlMalformed', `${checked.err.msg}`);
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true },
    ...{ parseAttributeValue: false, parseTagValue: false, processEntities: false },
    // The outermost Cube holds the days; those within are lists even when there is one.
    isArray: (name, path) => name === 'Cube' && String(path) !== 'Envelope.Cube',
  });
  const envelope = ecbSchema.safeParse(parser.parse(text));
  if (!envelope.success) {
    const [issue] = envelope.error.issues;
    throw malformed(
      (issue?.path ?? []).join('.'),
      'envelopeMalformed',
      'The file is no envelope of ECB reference rates.',
    );
  }
  for (const { time, Cube } of envelope.data.Envelope.Cube.Cube)
    for (const { currency, rate } of Cube) yield { at: `${time}, ${currency}`, date: time, currency, rate };
}

const lineSchema = z.strictObject({ date: z.string(), currency: z.string(), rate: z.string() });

/** One quote a line, for corrections by hand. */
async function* readRateLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<FxCell> {
  for await (const { line, value, errors } of readNdjson(bytes, lineSchema)) {
    const [error] = errors ?? [];
    if (error !== undefined) throw malformed(`row ${line}, ${error.field}`, error.code, error.message);
    if (value !== undefined) yield { at: `row ${line}, ${value.currency}`, ...value };
  }
}

async function* withinLimit(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > FILE_MAX_BYTES) throw malformed('', 'fileTooLarge', `A file holds at most ${FILE_MAX_BYTES >> 20} MiB.`);
    yield chunk;
  }
}

function malformed(field: string, code: string, message: string): FxFileMalformed {
  return new FxFileMalformed({ field, code, message });
}
