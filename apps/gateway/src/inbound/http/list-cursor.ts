import { RequestRefused } from '@reprise/platform/http';
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { SearchPosition } from '../../application/ports.js';

const cursorSchema = z.tuple([z.string().length(8), z.union([z.number(), z.string().max(200)]), z.string().max(60)]);

/** A page's end as an opaque text. It names the list it was made for, so it cannot be used on another by mistake. */
export function writeCursor(list: string, { key, id }: SearchPosition): string {
  return Buffer.from(JSON.stringify([nameOf(list), key, id])).toString('base64url');
}

/** The position a cursor stands for. Anything we did not write, or wrote for another list, is refused with 400. */
export function readCursor(list: string, cursor: string): SearchPosition {
  const parsed = cursorSchema.safeParse(parse(cursor));
  if (!parsed.success) throw refused('is not a cursor of this API: pass `nextCursor` unchanged');
  const [name, key, id] = parsed.data;
  if (name !== nameOf(list))
    throw refused('belongs to another list: start again without it after changing a filter or the order');
  return { key, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function nameOf(list: string): string {
  return hash('sha1', list, 'base64url').slice(0, 8);
}

function refused(message: string): RequestRefused {
  return new RequestRefused('ValidationFailed', `query.cursor: ${message}`, {
    errors: [{ field: 'query.cursor', code: 'invalid_cursor', message }],
  });
}
