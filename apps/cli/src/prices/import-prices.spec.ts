import { CallRefused, GatewayUnreachable } from '../door/failures.js';
import { importPrices } from './import-prices.js';
import type { ImportDoor } from './import-prices.js';
import type { FilePart, OfferImport, Uploaded } from './upload-part.js';

const file = { file: 'offers.ndjson', importId: '0199d3a0-0000-7000-8000-000000000010', dryRun: false, size: 1_000 };
const at = (line: number, byte: number): OfferImport => ({
  id: file.importId,
  status: 'interrupted',
  dryRun: false,
  ...{ rows: line - 1, accepted: line - 1, created: line - 1, updated: 0, unchanged: 0, rejected: 0 },
  ...{ bytes: byte, totalBytes: 1_000, progress: byte / 1_000, rowsPerSecond: 10 },
  resumeFrom: { line, byte },
  startedAt: '2026-11-24T10:00:00.000Z',
  finishedAt: null,
});
const problem = (code: string): Uploaded => ({
  kind: 'refused',
  problem: { type: '', title: '', status: 503, code, detail: code, errors: [], requestId: 'r' },
});
const lost: Uploaded = { kind: 'lost', reason: 'socket hang up' };
const quick = { retryMs: { first: 1, last: 1 } };

/** A gateway that answers uploads in turn, and says the import is where `found` has it next. */
function doorOf(uploads: Uploaded[], found: (OfferImport | undefined)[]): ImportDoor & { sent: FilePart[] } {
  const sent: FilePart[] = [];
  return {
    url: 'http://gateway',
    sent,
    upload: async (part) => {
      sent.push(part);
      return uploads.shift() ?? lost;
    },
    find: async () => found.shift(),
  };
}

test('after each break the rest of the file is sent from where the import says it is', async () => {
  const taken: Uploaded = { kind: 'taken', taken: at(11, 1_000) };
  const door = doorOf([lost, problem('ServiceUnavailable'), taken], [undefined, at(4, 300), at(8, 700)]);
  expect(await importPrices(file, door, quick)).toBe(taken.taken);
  expect(door.sent.map(({ line, byte }) => [line, byte])).toEqual([
    [1, 0],
    [4, 300],
    [8, 700],
  ]);
});

test('an import that was begun before goes on where it was', async () => {
  const door = doorOf([{ kind: 'taken', taken: at(11, 1_000) }], [at(6, 500)]);
  await importPrices(file, door, quick);
  expect(door.sent).toMatchObject([{ line: 6, byte: 500 }]);
});

test('a refusal that does not pass ends it', async () => {
  const door = doorOf([problem('SellerSuspended')], []);
  await expect(importPrices(file, door, quick)).rejects.toBeInstanceOf(CallRefused);
  expect(door.sent).toHaveLength(1);
});

test('tries that take nothing end it, tries that take something do not', async () => {
  const moving = Array.from({ length: 6 }, (_, i) => at(2 + i, 100 * (i + 1)));
  const stuck = Array.from({ length: 3 }, () => at(7, 600));
  const door = doorOf([], [undefined, ...moving, ...stuck]);
  await expect(importPrices(file, door, { ...quick, attempts: 3 })).rejects.toBeInstanceOf(GatewayUnreachable);
  expect(door.sent).toHaveLength(9);
});
