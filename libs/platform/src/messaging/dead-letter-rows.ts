import { createHash } from 'node:crypto';
import { insertMany, type Tx } from '../persistence/index.js';
import type { DeadReason } from './heard-fact.js';
import type { RawMessage } from './parse-message.js';

/** A message to set aside, and why. */
export interface DeadLetter {
  readonly raw: RawMessage;
  /** `dead` could not be applied; `parked` follows a dead one of its key. */
  readonly state: 'dead' | 'parked';
  readonly reason: DeadReason;
  readonly error: Error;
  readonly factId?: string;
  readonly type?: string;
}

const columns = {
  consumer: 'text',
  topic: 'text',
  partition: 'int',
  position: 'bigint',
  key: 'bytea',
  value: 'bytea',
  headers: 'jsonb',
  message_at: 'timestamptz',
  fact_id: 'uuid',
  fact_type: 'text',
  state: 'text',
  reason: 'text',
  error_class: 'text',
  error_message: 'text',
  stack_hash: 'text',
} as const;

/** Longest error text kept: a schema error of a large message repeats the message. */
const MAX_ERROR_LENGTH = 2_000;

/** Stores messages with their original bytes. One that is stored already (redelivered) stays as it is. */
export async function storeDeadLetters(tx: Tx, consumer: string, letters: readonly DeadLetter[]): Promise<void> {
  const rows = letters.map(({ raw, state, reason, error, factId, type }) => ({
    consumer,
    topic: raw.topic,
    partition: raw.partition,
    position: raw.offset,
    key: raw.key,
    value: raw.value,
    headers: Object.fromEntries(
      Object.entries(raw.headers).map(([name, v]) => [storableText(name), v.toString('base64')]),
    ),
    message_at: new Date(raw.timestampMs),
    fact_id: factId ?? null,
    fact_type: type === undefined ? null : storableText(type),
    state,
    reason,
    error_class: error.name,
    error_message: storableText(error.message),
    stack_hash: hashOfStack(error),
  }));
  await insertMany(tx, 'dead_letter', columns, rows, 'ON CONFLICT (consumer, topic, partition, position) DO NOTHING');
}

/** Holds back everything that follows on these keys. */
export async function parkKeys(
  tx: Tx,
  consumer: string,
  keys: readonly { readonly topic: string; readonly key: Buffer }[],
): Promise<void> {
  const rows = keys.map(({ topic, key }) => ({ consumer, topic, key }));
  await insertMany(tx, 'parked_key', { consumer: 'text', topic: 'text', key: 'bytea' }, rows, 'ON CONFLICT DO NOTHING');
}

/** Which of these keys are held back. Locks what it finds, so that a replay cannot release a key between our look and our commit. */
export async function parkedAmong(
  tx: Tx,
  consumer: string,
  topic: string,
  keys: readonly Buffer[],
): Promise<Set<string>> {
  const rows = await tx.query<{ key: Buffer }>(
    'SELECT key FROM parked_key WHERE consumer = $1 AND topic = $2 AND key = ANY ($3::bytea[]) FOR SHARE',
    [consumer, topic, keys],
  );
  return new Set(rows.map((row) => row.key.toString('utf8')));
}

/** PostgreSQL's text has no NUL, but what a broken producer wrote may. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').slice(0, MAX_ERROR_LENGTH);
}

/** Frames of this folder: how deep they go depends on which batch a fact came in. */
const OUR_FRAME = /[\\/]platform[\\/](src|dist)[\\/]messaging[\\/]/;

/** Equal for errors of one origin: the class and the way from where it was thrown to messaging, without the values in its message. */
function hashOfStack(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const entered = frames.findIndex((frame) => OUR_FRAME.test(frame));
  const way = entered === -1 ? frames : frames.slice(0, Math.max(entered, 1));
  return createHash('sha256')
    .update([error.name, ...way].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
