import { instantOfEpochMs } from '@reprise/kernel';
import type { Instant, OrderId } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { KeyClaim, KeyedAnswer } from '../../application/ports.js';
import type { KeyRecord, StoredAnswer } from '../../domain/idempotency.js';
import { inMs } from './in-ms.js';

export async function findKey(tx: Tx, scope: string, key: string): Promise<KeyRecord | undefined> {
  const [row] = await tx.query<{
    request_sha256: string;
    order_id: string;
    locked_until: Date;
    answer_status: number | null;
    answer_body: string | null;
  }>(
    `SELECT request_sha256, order_id, locked_until, answer_status, answer_body
     FROM idempotency_key WHERE scope = $1 AND key = $2`,
    [scope, key],
  );
  if (!row) return undefined;
  const { answer_status: status, answer_body: body } = row;
  return {
    requestSha256: row.request_sha256,
    orderId: row.order_id as OrderId,
    lockedUntil: instantOfEpochMs(row.locked_until.getTime()),
    ...(status !== null && body !== null && { answer: { status, body } }),
  };
}

/** In the order of their keys, so that two transactions that share some never wait for each other in a circle. */
export async function insertKeys(tx: Tx, claims: readonly KeyClaim[]): Promise<Set<OrderId>> {
  const nameOf = ({ scope, key }: KeyClaim): string => `${scope} ${key}`;
  const sorted = [...claims].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const rows = await tx.query<{ order_id: OrderId }>(
    `INSERT INTO idempotency_key (scope, key, request_sha256, order_id, locked_until)
     SELECT scope, key, request_sha256, order_id, ${inMs('lock_ms')}
     FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::double precision[])
       AS claim (scope, key, request_sha256, order_id, lock_ms)
     ON CONFLICT DO NOTHING RETURNING order_id`,
    [
      sorted.map(({ scope }) => scope),
      sorted.map(({ key }) => key),
      sorted.map(({ requestSha256 }) => requestSha256),
      sorted.map(({ orderId }) => orderId),
      sorted.map(({ lockMs }) => lockMs),
    ],
  );
  return new Set(rows.map((row) => row.order_id));
}

export async function deleteKeys(tx: Tx, claims: readonly Pick<KeyClaim, 'scope' | 'key'>[]): Promise<void> {
  await tx.query(
    `DELETE FROM idempotency_key k USING unnest($1::text[], $2::text[]) AS gone (scope, key)
     WHERE k.scope = gone.scope AND k.key = gone.key`,
    [claims.map(({ scope }) => scope), claims.map(({ key }) => key)],
  );
}

export async function takeOverKey(
  tx: Tx,
  scope: string,
  key: string,
  lockedUntil: Instant,
  lockMs: number,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE idempotency_key SET locked_until = ${inMs('$4')}
     WHERE scope = $1 AND key = $2 AND locked_until = $3 AND answer_status IS NULL RETURNING key`,
    [scope, key, new Date(lockedUntil), lockMs],
  );
  return rows.length === 1;
}

export async function lockKey(tx: Tx, scope: string, key: string): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [
    `checkout key ${scope} ${key}`,
  ]);
  return row?.mine === true;
}

/** The first answer stands: a slow holder whose key was taken over must not change what was given since. */
export async function saveAnswers(tx: Tx, answers: readonly KeyedAnswer[]): Promise<StoredAnswer[]> {
  const rows = await tx.query<{ nth: string; answer_status: number; answer_body: string }>(
    `UPDATE idempotency_key k
     SET answer_status = coalesce(answer_status, given.status), answer_body = coalesce(answer_body, given.body)
     FROM unnest($1::text[], $2::text[], $3::int[], $4::text[]) WITH ORDINALITY AS given (scope, key, status, body, nth)
     WHERE k.scope = given.scope AND k.key = given.key RETURNING nth, answer_status, answer_body`,
    [
      answers.map(({ scope }) => scope),
      answers.map(({ key }) => key),
      answers.map(({ answer }) => answer.status),
      answers.map(({ answer }) => answer.body),
    ],
  );
  const stored = answers.map(({ answer }) => answer);
  for (const { nth, answer_status: status, answer_body: body } of rows) stored[Number(nth) - 1] = { status, body };
  return stored;
}
