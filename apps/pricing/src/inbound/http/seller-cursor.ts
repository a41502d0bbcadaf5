import { RequestRefused } from '@reprise/platform/http';
import { z } from 'zod';
import type { SellerPosition, SellerSummary } from '../../application/seller-ports.js';

type Sort = 'name' | 'failureRate';

const positionSchema = {
  name: z.tuple([z.literal('name'), z.string().max(120), z.uuid()]),
  failureRate: z.tuple([z.literal('failureRate'), z.int().min(-1_000_000).max(1), z.uuid()]),
};

/** A page's end as an opaque text, which knows the order it is of. */
export function writeSellerCursor(sort: Sort, { name, failurePpm, sellerId }: SellerSummary): string {
  const key = sort === 'name' ? name : -(failurePpm ?? -1);
  return Buffer.from(JSON.stringify([sort, key, sellerId])).toString('base64url');
}

/** The position a cursor stands for; whatever we did not write for this order is refused. */
export function readSellerCursor(sort: Sort, cursor: string): SellerPosition {
  const parsed = positionSchema[sort].safeParse(parse(cursor));
  if (parsed.success) return { key: parsed.data[1], id: parsed.data[2] };
  const message = 'is not a cursor of this list: pass `nextCursor` unchanged, with the same sort';
  throw new RequestRefused('ValidationFailed', `query.cursor: ${message}`, {
    errors: [{ field: 'query.cursor', code: 'invalid_cursor', message }],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
