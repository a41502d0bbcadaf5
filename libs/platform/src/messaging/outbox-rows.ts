import type { AdvisoryLock } from '../persistence/index.js';
import { fieldOf, unpackEnvelopes } from './pack-facts.js';
import type { OutgoingMessage } from './publish-batch.js';

/** A fact of the outbox, as the message it becomes. */
export interface OutboxRow extends OutgoingMessage {
  /** The row it is in, which may hold others. */
  readonly id: string;
  /** The last fact of its row: with it the row is done. */
  readonly last: boolean;
  /** Whether its row holds nothing else. */
  readonly alone: boolean;
  readonly factId: string;
  /** Age when it was read. */
  readonly ageSeconds: number;
}

type Session = Pick<AdvisoryLock, 'query'>;

const MAX_ROWS = 500;
/** Facts read at once; a row that holds more comes alone. */
const MAX_FACTS = 2_000;
/** Below the megabyte a broker takes for a partition, should one partition get all of it. */
const MAX_BATCH_BYTES = 768 * 1024;
const SWEEP_ROWS = 5_000;

/**
 * The oldest unpublished facts, in id order, whole rows of them. There is no cursor on purpose: ids are given at INSERT and seen at COMMIT, so a cursor
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
    facts: number;
    age_seconds: number;
  }>(
    `WITH oldest AS (
       SELECT id, facts, sum(facts) OVER (ORDER BY id) AS facts_so_far FROM (
         SELECT id, facts
           FROM outbox
          WHERE published_at IS NULL AND topic <> ALL ($1)
          ORDER BY id
          LIMIT ${MAX_ROWS}) unpublished
     )
     SELECT id, fact_id, topic, key, envelope::text AS envelope, headers, outbox.facts,
            extract(epoch FROM clock_timestamp() - created_at)::float8 AS age_seconds
       FROM oldest JOIN outbox USING (id)
      WHERE oldest.facts_so_far - oldest.facts < ${MAX_FACTS}
      ORDER BY id`,
    [exceptTopics],
  );
  return rows.flatMap((row): OutboxRow[] => {
    const { id, topic, headers } = row;
    const shared = { id, topic, headers, ageSeconds: row.age_seconds };
    if (row.facts > 1 && row.envelope !== null)
      return unpackEnvelopes(row.envelope).map((envelope, i) => ({
        ...shared,
        ...{ last: i === row.facts - 1, alone: false },
        factId: fieldOf(envelope, 'id'),
        key: fieldOf(envelope, 'key'),
        value: inRegion(envelope, region),
      }));
    const value = row.envelope === null ? null : inRegion(row.envelope, region);
    return [{ ...shared, last: true, alone: true, factId: row.fact_id, key: row.key, value }];
  });
}

/** The envelope with the cell's name put in front: whoever says a fact need not know where it runs. */
function inRegion(envelope: string, region: string): string {
  return `{"region":${JSON.stringify(region)},${envelope.slice(1)}`;
}

/** Cuts facts into sends of at most 768 KiB; a larger fact goes alone, and the broker decides. */
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

/** Notes that Kafka has these facts. A row of many is marked with its last one: until then a crash sends it again from its first. */
export async function markPublished(session: Session, rows: readonly OutboxRow[]): Promise<void> {
  await session.query('UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY ($1::bigint[])', [
    rows.filter(({ last }) => last).map((row) => row.id),
  ]);
}

/** Moves a fact that cannot be sent to outbox_dead, so that the others flow. */
export async function quarantine(session: Session, row: OutboxRow, error: string): Promise<void> {
  if (!row.alone) return quarantineOneOfMany(session, row, error);
  await session.query(
    `WITH dead AS (DELETE FROM outbox WHERE id = $1 RETURNING id, fact_id, topic, key, envelope, headers, created_at)
     INSERT INTO outbox_dead (id, fact_id, topic, key, envelope, headers, created_at, error) SELECT dead.*, $2 FROM dead`,
    [row.id, error],
  );
}

/** A fact among others stays where it is, and a copy under an id of its own says that it was not sent. Once, should its row be sent again. */
async function quarantineOneOfMany(session: Session, row: OutboxRow, error: string): Promise<void> {
  await session.query(
    `INSERT INTO outbox_dead (id, fact_id, topic, key, envelope, headers, created_at, error)
     SELECT nextval(pg_get_serial_sequence('outbox', 'id')), $2, topic, $3, $4, headers, created_at, $5
       FROM outbox WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM outbox_dead WHERE fact_id = $2)`,
    [row.id, row.factId, row.key, row.value, error],
  );
  await markPublished(session, [row]);
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
