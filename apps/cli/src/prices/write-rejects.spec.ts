import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRejects } from './write-rejects.js';
import type { RowError } from './write-rejects.js';

const dir = mkdtempSync(join(tmpdir(), 'reprise-rejects-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function* errors(...items: RowError[]): AsyncGenerator<RowError> {
  yield* items;
}

test('each refused row is one line with its number, every reason and the row itself', async () => {
  const source = join(dir, 'offers.ndjson');
  const target = join(dir, 'rejects.ndjson');
  writeFileSync(source, '{"sku":"a\u2028"}\n\n{"sku":"c"}\n{broken\n');
  const because = (line: number, field: string): RowError => ({ line, field, code: 'custom', message: 'no' });
  expect(await writeRejects(source, errors(because(3, 'grade'), because(3, 'quantity'), because(4, '')), target)).toBe(
    2,
  );
  const written = readFileSync(target, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(written).toEqual([
    {
      line: 3,
      errors: [
        { field: 'grade', code: 'custom', message: 'no' },
        { field: 'quantity', code: 'custom', message: 'no' },
      ],
      row: { sku: 'c' },
    },
    { line: 4, errors: [{ field: '', code: 'custom', message: 'no' }], row: '{broken' },
  ]);
});
