import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Schema } from '@reprise/sdk';

export type RowError = Schema<'OfferImportError'>;

/**
 * Writes what was refused as NDJSON, one line a row: its number, why, and the row itself, to be mended and sent again. Both sides are read
 * in order of line, so neither is held.
 */
export async function writeRejects(source: string, errors: AsyncIterable<RowError>, target: string): Promise<number> {
  const rows = linesOf(source);
  const out = createWriteStream(target);
  let line = 0;
  let written = 0;
  for await (const refused of byLine(errors)) {
    let row = '';
    for (; line < refused.line; line += 1) row = String((await rows.next()).value ?? '');
    const kept = out.write(`${JSON.stringify({ ...refused, row: parsed(row) })}\n`);
    if (!kept) await once(out, 'drain');
    written += 1;
  }
  out.end();
  await finished(out);
  await rows.return(undefined);
  return written;
}

/** Lines as the import counts them; `readline` also ends lines at U+2028, which JSON may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* byLine(
  errors: AsyncIterable<RowError>,
): AsyncGenerator<{ readonly line: number; readonly errors: Omit<RowError, 'line'>[] }> {
  let current: { line: number; errors: Omit<RowError, 'line'>[] } | undefined;
  for await (const { line, ...error } of errors) {
    if (current?.line === line) {
      current.errors.push(error);
      continue;
    }
    if (current !== undefined) yield current;
    current = { line, errors: [error] };
  }
  if (current !== undefined) yield current;
}

/** The row as data where it is any, so that it can be cut out and sent again. */
function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return row;
  }
}
