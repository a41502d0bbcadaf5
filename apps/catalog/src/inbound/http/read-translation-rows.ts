import { refusedCharacterIn } from '@reprise/kernel';
import type { CsvRecord } from '@reprise/platform/http';
import { RequestRefused } from '@reprise/platform/http';
import type { TranslationLine } from '../../application/translate-catalogue.js';
import { translationKinds } from '../../domain/translate-product.js';
import type { Translation } from '../../domain/translate-product.js';

const columns = ['kind', 'key', 'locale', 'text'] as const;
type Column = (typeof columns)[number];

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const colourPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The rows of a file of translations. A file without the columns it is read by is refused before anything is taken from it. */
export async function* readTranslationRows(records: AsyncIterable<CsvRecord>): AsyncGenerator<TranslationLine> {
  let places: ReadonlyMap<Column, number> | undefined;
  for await (const record of records) {
    if (record.error !== undefined) {
      if (places === undefined) throw malformedHeader(record.error);
      yield refused(record.line, '', 'csvMalformed', record.error);
    } else if (places === undefined) places = placesOf(record.cells);
    else yield rowOf(record.line, record.cells, places);
  }
  if (places === undefined) throw malformedHeader('The file is empty.');
}

function placesOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map(columns.map((column) => [column, header.indexOf(column)]));
  const missing = columns.filter((column) => places.get(column) === -1);
  if (missing.length > 0) throw malformedHeader(`The first row names no column ${missing.join(', ')}.`);
  return places;
}

function malformedHeader(message: string): RequestRefused {
  return new RequestRefused('ValidationFailed', message, {
    errors: [{ field: 'body', code: 'headerMalformed', message }],
  });
}

function rowOf(line: number, cells: readonly string[], places: ReadonlyMap<Column, number>): TranslationLine {
  const cell = (column: Column): string => cells[places.get(column) ?? -1] ?? '';
  const [kind, key, locale, text] = [cell('kind') as Translation['kind'], cell('key'), cell('locale'), cell('text')];
  if (!translationKinds.includes(kind))
    return refused(line, 'kind', 'kindUnknown', `The kind is one of ${translationKinds.join(', ')}.`);
  if (kind === 'colour.name' ? !colourPattern.test(key) : !uuidPattern.test(key))
    return refused(line, 'key', 'keyMalformed', kind === 'colour.name' ? 'A colour’s code.' : 'A product’s id.');
  // What other encodings leave behind when they are read as UTF-8: a spreadsheet saved it as something else.
  if (text.includes('\uFFFD')) return refused(line, 'text', 'encodingBroken', 'The file is not in UTF-8: save it so.');
  const code = refusedCharacterIn(text);
  if (code !== undefined)
    return refused(line, 'text', 'characterRefused', `The text holds ${code}, which no text has.`);
  return text === '' ? { line, blank: true } : { line, translation: { kind, key, locale, text } };
}

function refused(line: number, field: string, code: string, message: string): TranslationLine {
  return { line, rejections: [{ line, field, code, message }] };
}
