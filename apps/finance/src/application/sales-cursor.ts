import type { Outcome, Rejection } from '@reprise/kernel';
import { idOf, instantOf, reject } from '@reprise/kernel';
import type { SalesPosition } from './ports.js';

/** A position as an opaque text that is safe in a URL. */
export function cursorOf({ occurredAt, eventId }: SalesPosition): string {
  return Buffer.from(`${occurredAt} ${eventId}`, 'utf8').toString('base64url');
}

/** The position a cursor stands for. Anything we did not write is refused before it reaches SQL. */
export function positionOf(cursor: string): Outcome<SalesPosition, Rejection<'CursorMalformed'>> {
  const [occurredAt = '', eventId = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isOurs = rest.length === 0 && instantOf(occurredAt) !== undefined && idOf(eventId) !== undefined;
  if (isOurs) return { occurredAt, eventId };
  return reject('CursorMalformed', 'not a cursor of this list: pass `nextCursor` of the page before, unchanged', {
    field: 'query.cursor',
  });
}
