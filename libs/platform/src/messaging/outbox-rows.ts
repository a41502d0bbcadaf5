import type { AdvisoryLock } from '../persistence/index.js';
import type { OutgoingMessage } from './publish-batch.js';

/** A row of the outbox, as the message it becomes. */
export interface OutboxRow extends OutgoingMessage {
  readonly id: string;
  readonly factId: string;
  /** Age when it was read. */
  readonly ageSeconds: number;
}

type Session = Pick<AdvisoryLock, 'query'>;

const MAX_ROWS = 500;
const MAX_BATCH_BYTES = 256 * 1024;
const SWEEP_ROWS = 5_000;

/**
 * The oldest unpublished rows, in id order. There is no cursor on purpose: ids are given at INSERT and seen at COMMIT, so a cursor
 * would step over the rows of a transaction that commits late.
 */
export async function readUnpublished(
  session: Session,
  region: string,
  exceptTopics: readonly string[],
): Promise<OutboxRow[]> {
  const rows = await session.query<{
    id: string;
    fact_id: string;
    topic: string;
    key: string;
    envelope: string | null;
    headers: Record<string, string>;
    age_seconds: number;
  }>(
    `SELECT id, fact_id, topic, key, envelope::text AS envelope, headers,
            extract(epoch FROM clock_timestamp() - created_at)::float8 AS age_seconds
       FROM outbox
      WHERE published_at IS NULL AND topic <> ALL ($1)
      ORDER BY id
      LIMIT ${MAX_ROWS}`,
    [exceptTopics],
  );
  return rows.map((row) => ({
    id: row.id,
    factId: row.fact_id,
    topic: row.topic,
    key: row.key,
    value: row.envelope === null ? null : inRegion(row.envelope, region),
    headers: row.headers,
    ageSeconds: row.age_seconds,
  }));
}

/** The envelope with the cell's name put in front: whoever says a fact need not know where it runs. */
function inRegion(envelope: string, region: string): string {
  return `{"region":${JSON.stringify(region)},${envelope.slice(1)}`;
}

/** Cuts rows into sends of at most 256 KiB; a larger row goes alone, and the broker decides. */
export function batchesOf(rows: readonly OutboxRow[]): OutboxRow[][] {
  const batches: OutboxRow[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const size = row.key.length + Buffer.byteLength(row.value ?? '');
    if (bytes + size > MAX_BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(row);
    bytes += size;
  }
  return batches;
}

/** Notes that Kafka has these rows. */
export async function markPublished(session: Session, rows: readonly OutboxRow[]): Promise<void> {
  await session.query('UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY ($1::bigint[])', [
    rows.map((row) => row.id),
  ]);
}

/** Moves a row that cannot be sent to outbox_dead, so that the others flow. */
export async function quarantine(session: Session, row: OutboxRow, error: string): Promise<void> {
  await session.query(
    `WITH dead AS (DELETE FROM outbox WHERE id = $1 RETURNING id, fact_id, topic, key, envelope, headers, created_at)
     INSERT INTO outbox_dead (id, fact_id, topic, key, envelope, headers, created_at, error) SELECT dead.*, $2 FROM dead`,
    [row.id, error],
  );
}

/** Forgets published rows older than `keepMs`, in bounded deletes so that no lock or WAL burst is felt. */
export async function sweepPublished(session: Session, keepMs: number): Promise<void> {
  for (let deleted = SWEEP_ROWS; deleted === SWEEP_ROWS;) {
    const rows = await session.query(
      `DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE published_at < clock_timestamp() - make_interval(secs => $1) LIMIT ${SWEEP_ROWS})
       RETURNING 1`,
      [keepMs / 1000],
    );
    deleted = rows.length;
  }
}
