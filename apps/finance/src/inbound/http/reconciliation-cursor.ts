import type { Outcome, Rejection } from '@reprise/kernel';
import { idOf, instantOf, reject } from '@reprise/kernel';

/** A text as an opaque cursor that is safe in a URL. */
export function textCursor(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** The text of a cursor. Whatever it is, it only says after which key a list goes on. */
export function textOf(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8').replaceAll('\0', '');
}

interface Position {
  readonly openedAt: string;
  readonly exceptionId: string;
}

/** A place in the queue, oldest first. */
export function cursorOf({ openedAt, exceptionId }: Position): string {
  return textCursor(`${openedAt} ${exceptionId}`);
}

/** The place a cursor stands for. Anything we did not write is refused before it reaches SQL. */
export function positionOf(cursor: string): Outcome<Position, Rejection<'CursorMalformed'>> {
  const [openedAt = '', exceptionId = '', ...rest] = textOf(cursor).split(' ');
  if (rest.length === 0 && instantOf(openedAt) !== undefined && idOf(exceptionId) !== undefined)
    return { openedAt, exceptionId };
  return reject('CursorMalformed', 'not a cursor of this list: pass `nextCursor` of the page before, unchanged', {
    field: 'query.cursor',
  });
}
