import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse';

/** One record of the file, cut into cells; or what is wrong with the text itself. `line` counts from 1 and is where the record ends. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly error?: undefined }
  | { readonly line: number; readonly error: string };

/** The records of a file, and the digest of its bytes (hex) once they have all been read. */
export interface CsvRecordStream extends AsyncIterable<CsvRecord> {
  sha256(): string;
}

/** Longest record read, in characters: a quote that is never closed must not swallow the file into memory. */
const recordMax = 65_536;

/** Cuts a CSV file into records in constant memory, and digests its bytes on the way. A record that cannot be cut is the last one given. */
export class CsvRecords {
  read(bytes: AsyncIterable<Buffer>): CsvRecordStream {
    const digest = createHash('sha256');
    return {
      [Symbol.asyncIterator]: () => recordsOf(bytes, (chunk) => digest.update(chunk)),
      sha256: () => digest.digest('hex'),
    };
  }
}

async function* recordsOf(bytes: AsyncIterable<Buffer>, digest: (chunk: Buffer) => unknown): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: recordMax,
  });
  // A source that breaks breaks the parser, and so whoever reads it.
  void feed(bytes, parser, digest).catch((error: unknown) => parser.destroy(error as Error));
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      line = info.lines;
      yield { line, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What follows a record that cannot be cut is not read: where it would begin is anybody's guess.
    yield { line: line + 1, error: error.message };
  }
}

async function feed(
  bytes: AsyncIterable<Buffer>,
  parser: ReturnType<typeof parse>,
  digest: (chunk: Buffer) => unknown,
): Promise<void> {
  for await (const chunk of bytes) {
    digest(chunk);
    if (!parser.write(chunk)) await new Promise<void>((resolve) => whenReady(parser, resolve));
  }
  parser.end();
}

/** Goes on when the parser has room, or when it has ended early and nobody reads any more. */
function whenReady(parser: ReturnType<typeof parse>, resolve: () => void): void {
  const done = (): void => {
    parser.off('drain', done).off('close', done);
    resolve();
  };
  parser.on('drain', done).on('close', done);
}
