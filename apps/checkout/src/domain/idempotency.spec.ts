import type { OrderId } from '@reprise/kernel';
import { mustBeInstant, plusMs } from '@reprise/kernel';
import type { KeyRecord } from './idempotency.js';
import { decideKey } from './idempotency.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const working: KeyRecord = { requestSha256: 'same', orderId: 'o' as OrderId, lockedUntil: plusMs(now, 1) };
const answered: KeyRecord = { ...working, answer: { status: 201, body: '{}' } };
const abandoned: KeyRecord = { ...working, lockedUntil: now };

test.each<[string, KeyRecord, string, string]>([
  ['an answered request again', answered, 'same', 'replay'],
  ['an answered request again, after its lock ran out', { ...answered, lockedUntil: now }, 'same', 'replay'],
  ['the key with another request', answered, 'other', 'reused'],
  ['the key with another request, while the first is worked on', working, 'other', 'reused'],
  ['the same request while it is worked on', working, 'same', 'inUse'],
  ['the same request after its worker died', abandoned, 'same', 'resume'],
])('%s', (_name, record, requestSha256, kind) => {
  expect(decideKey(record, requestSha256, now).kind).toBe(kind);
});
