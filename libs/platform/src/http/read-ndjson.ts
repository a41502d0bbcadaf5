import type { z } from 'zod';
import type { FieldError } from './answer.js';
import { fieldErrors } from './validate-call.js';

/** One line of a stream: what it holds, or what is wrong with it. `line` counts from 1, blank lines included. */
export type NdjsonLine<Value> =
  | { readonly line: number; readonly value: Value; readonly errors?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly errors: readonly FieldError[] };

/** Longest line read, in bytes: past it the line is refused and skipped, so that a file without line ends cannot fill the memory. */
const LINE_MAX_BYTES = 262_144;

/**
 * Reads a stream of JSON lines in constant memory, each checked against `schema`. A bad line is reported and the next one read. Bytes are
 * cut at line ends before they are decoded, so a character that straddles two chunks is whole.
 */
export async function* readNdjson<S extends z.ZodType>(
  bytes: AsyncIterable<Uint8Array>,
  schema: S,
): AsyncGenerator<NdjsonLine<z.output<S>>> {
  let line = 0;
  for await (const raw of splitLines(bytes)) {
    line += 1;
    if (raw === 'tooLong') {
      yield { line, errors: [{ field: '', code: 'lineTooLong', message: `is longer than ${LINE_MAX_BYTES} bytes` }] };
      continue;
    }
    const text = decoder.decode(raw).trim();
    if (text !== '') yield { line, ...parseLine(text, schema) };
  }
}

// Not fatal: a broken byte becomes U+FFFD, and the schema or the reader of the report sees where.
const decoder = new TextDecoder('utf-8');

function parseLine<S extends z.ZodType>(text: string, schema: S): { value: z.output<S> } | { errors: FieldError[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      errors: [{ field: '', code: 'malformedJson', message: error instanceof Error ? error.message : 'is not JSON' }],
    };
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  return { errors: result.error.issues.flatMap((issue) => fieldErrors('body', issue, json)) };
}

async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | 'tooLong'> {
  let pending: Buffer[] = [];
  let length = 0;
  const take = (): Buffer | 'tooLong' => {
    const whole = length > LINE_MAX_BYTES ? ('tooLong' as const) : Buffer.concat(pending, length);
    pending = [];
    length = 0;
    return whole;
  };
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= LINE_MAX_BYTES) pending.push(part);
    else pending = [];
  };
  for await (const chunk of bytes) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, start)) {
      add(buffer.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < buffer.length) add(buffer.subarray(start));
  }
  if (length > 0) yield take();
}
