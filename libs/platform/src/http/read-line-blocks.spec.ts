import fc from 'fast-check';
import { LINE_MAX_BYTES, readLineBlocks, skipLines } from './read-line-blocks.js';

async function* chunks(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(text: string, sizes: readonly number[]) {
  const lines: (string | null)[] = [];
  let bytes = 0;
  for await (const block of readLineBlocks(chunks(Buffer.from(text), sizes))) {
    lines.push(...block.lines);
    bytes += block.bytes;
  }
  return { lines, bytes };
}

test('property: however the bytes were cut, the lines are those of the text, and their bytes are all of it', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\n\r\uFEFF]/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (lines, ended, sizes) => {
        const text = lines.join('\n') + (ended ? '\n' : '');
        const expected = text === '' ? [] : text.replace(/\n$/, '').split('\n');
        expect(await read(text, sizes)).toEqual({ lines: expected, bytes: Buffer.byteLength(text) });
      },
    ),
  );
});

test('a line past the limit is null whether it came at once or in pieces, and its neighbours are whole', async () => {
  const long = 'ü'.repeat(LINE_MAX_BYTES);
  for (const sizes of [[1_000_000], [4_096]]) {
    const { lines, bytes } = await read(`before\n${long}\nafter`, sizes);
    expect(lines).toEqual(['before', null, 'after']);
    expect(bytes).toBe(2 * LINE_MAX_BYTES + 13);
  }
});

test('property: skipping lines leaves exactly the bytes behind them, whatever the lines hold and however they were cut', async () => {
  const line = fc
    .uint8Array({ maxLength: 6 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 10 ? 0 : byte))));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.nat(14),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      async (lines, count, sizes) => {
        const ended = lines.map((each) => Buffer.concat([each, Buffer.from('\n')]));
        const left: Uint8Array[] = [];
        for await (const chunk of skipLines(chunks(Buffer.concat(ended), sizes), count)) left.push(chunk);
        expect(Buffer.concat(left)).toEqual(Buffer.concat(ended.slice(count)));
      },
    ),
  );
});
