import fc from 'fast-check';
import { z } from 'zod';
import { readNdjson } from './read-ndjson.js';

const schema = z.object({ sku: z.string().min(1), quantity: z.int() });

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = async (text: string | Buffer, size = 1 << 16) => {
  const lines = [];
  for await (const line of readNdjson(chunks(Buffer.from(text), size), schema)) lines.push(line);
  return lines;
};

test('a bad line is reported with its number and field, and the next one is read', async () => {
  expect(await read('{"sku":"a","quantity":1}\n{"sku":"","quantity":1}\nnot json\n\n{"sku":"b","quantity":2}')).toEqual(
    [
      { line: 1, value: { sku: 'a', quantity: 1 } },
      { line: 2, errors: [expect.objectContaining({ field: 'sku' })] },
      { line: 3, errors: [expect.objectContaining({ code: 'malformedJson' })] },
      { line: 5, value: { sku: 'b', quantity: 2 } },
    ],
  );
});

test('Windows line ends and a missing last one make no difference', async () => {
  expect(await read('{"sku":"a","quantity":1}\r\n{"sku":"b","quantity":2}')).toHaveLength(2);
});

test('lines come out the same however the bytes were cut, inside a character too', async () => {
  const rows = fc.array(fc.record({ sku: fc.string({ minLength: 1, unit: 'grapheme' }), quantity: fc.integer() }), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 7 }), async (values, size) => {
      const text = values.map((value) => JSON.stringify(value)).join('\n');
      expect(await read(text, size)).toEqual(values.map((value, i) => ({ line: i + 1, value })));
    }),
    { numRuns: 200 },
  );
});

test('a line without an end is refused, not collected, and what follows it is read', async () => {
  const endless = 'x'.repeat(1_000_000);
  const lines = await read(`${endless}\n{"sku":"a","quantity":1}\n`, 4096);
  expect(lines).toEqual([
    { line: 1, errors: [expect.objectContaining({ code: 'lineTooLong' })] },
    { line: 2, value: { sku: 'a', quantity: 1 } },
  ]);
});
