import type { z } from 'zod';
import type { FieldError } from './answer.js';
import { LINE_MAX_BYTES, readLineBlocks } from './read-line-blocks.js';
import { fieldErrors } from './validate-call.js';

/** What a line holds, or what is wrong with it. */
export type NdjsonValue<Value> =
  | { readonly value: Value; readonly errors?: undefined }
  | { readonly value?: undefined; readonly errors: readonly FieldError[] };

/** One line of a stream. `line` counts from 1, blank lines included. */
export type NdjsonLine<Value> = NdjsonValue<Value> & { readonly line: number };

/** Reads a stream of JSON lines in constant memory, each checked against `schema`. A bad line is reported and the next one read. */
export async function* readNdjson<S extends z.ZodType>(
  bytes: AsyncIterable<Uint8Array>,
  schema: S,
): AsyncGenerator<NdjsonLine<z.output<S>>> {
  let line = 0;
  for await (const block of readLineBlocks(bytes)) {
    for (const text of block.lines) {
      line += 1;
      const parsed = parseJsonLine(text, schema);
      if (parsed !== undefined) yield { line, ...parsed };
    }
  }
}

/** Reads one line; undefined for a blank one. */
export function parseJsonLine<S extends z.ZodType>(
  text: string | null,
  schema: S,
): NdjsonValue<z.output<S>> | undefined {
  if (text === null) return failure('lineTooLong', `is longer than ${LINE_MAX_BYTES} bytes`);
  if (text.trim() === '') return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure('malformedJson', error instanceof Error ? error.message : 'is not JSON');
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  return { errors: result.error.issues.flatMap((issue) => fieldErrors('body', issue, json)) };
}

function failure(code: string, message: string): { readonly errors: readonly FieldError[] } {
  return { errors: [{ field: '', code, message }] };
}
