import { CommitUnknown, isRetriable, type Database, type Tx } from '../persistence/index.js';
import type { Heard } from './heard-fact.js';
import { storableText } from './dead-letter-rows.js';
import type { RawMessage } from './parse-message.js';
import { applyUnheard, type Taker } from './take-messages.js';

/** A message that was set aside, as an operator sees it. */
export interface DeadLetterView {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  /** The original bytes; null is a tombstone. */
  readonly value: Buffer | null;
  readonly factId: string | null;
  readonly factType: string | null;
  /** `dead` could not be applied; `parked` is healthy and follows a dead one of its key. */
  readonly state: 'dead' | 'parked';
  readonly reason: string;
  readonly errorClass: string;
  readonly errorMessage: string;
  /** Equal for letters that died at the same place in the code. */
  readonly stackHash: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Letters of one topic that died at the same place in the code. */
export interface DeadLetterGroup {
  readonly topic: string;
  readonly state: 'dead' | 'parked';
  readonly reason: string;
  readonly errorClass: string;
  readonly stackHash: string;
  /** Of the oldest. */
  readonly errorMessage: string;
  readonly letters: number;
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

/** Which letters to list; each part narrows. */
export interface DeadLetterFilter {
  readonly limit?: number;
  /** The letter after which to go on. */
  readonly afterId?: string;
  readonly ids?: readonly string[] | undefined;
  readonly stackHash?: string | undefined;
  readonly state?: 'dead' | 'parked' | undefined;
}

/** Who decided about a letter, and why; kept with the letter's bytes. */
export interface Decision {
  readonly actor: string;
  readonly why: string;
}

/** What a replay achieved. `stoppedBy` is the error of the letter that failed again and still heads the queue of its key. */
export interface Replay {
  readonly replayed: number;
  readonly remaining: number;
  readonly stoppedBy?: string;
}

interface Letter extends DeadLetterView {
  readonly headers: Readonly<Record<string, string>>;
  readonly messageAt: Date;
}

const COLUMNS = `id, topic, partition, position AS "offset", key, value, fact_id AS "factId", fact_type AS "factType", state, reason,
  error_class AS "errorClass", error_message AS "errorMessage", stack_hash AS "stackHash", attempts, created_at AS "createdAt",
  headers, message_at AS "messageAt"`;

/**
 * The messages a consumer set aside: look, try again, or give up on one. Where order carries meaning a letter is replayed together
 * with what is parked behind it, oldest first, because its key stays held back until its queue is empty.
 */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly taker: Taker,
    private readonly parse: (raw: RawMessage) => Heard,
  ) {}

  /** Oldest first; at most 1,000. */
  async list(filter: DeadLetterFilter = {}): Promise<DeadLetterView[]> {
    const { limit = 100, afterId = '0', ids, stackHash, state } = filter;
    return this.database.query<Letter>(
      `SELECT ${COLUMNS} FROM dead_letter
        WHERE consumer = $1 AND id > $2
          AND ($3::bigint[] IS NULL OR id = ANY ($3)) AND ($4::text IS NULL OR stack_hash = $4) AND ($5::text IS NULL OR state = $5)
        ORDER BY id LIMIT $6`,
      [this.taker.consumer, afterId, ids ?? null, stackHash ?? null, state ?? null, Math.min(limit, 1_000)],
    );
  }

  /** One entry per cause, the largest first; at most 200. */
  async groups(): Promise<DeadLetterGroup[]> {
    return this.database.query<DeadLetterGroup>(
      `SELECT topic, state, reason, error_class AS "errorClass", stack_hash AS "stackHash", count(*)::int AS letters,
          (array_agg(error_message ORDER BY id))[1] AS "errorMessage", min(created_at) AS "oldestAt", max(created_at) AS "newestAt"
        FROM dead_letter WHERE consumer = $1
        GROUP BY topic, state, reason, error_class, stack_hash
        ORDER BY letters DESC, topic, stack_hash LIMIT 200`,
      [this.taker.consumer],
    );
  }

  /**
   * Applies a letter, and on an event topic the whole queue of its key, each in its own transaction, oldest first. Stops at the
   * first that fails again. Throws a Fault when the database is away; what was replayed by then stays replayed.
   */
  async replay(id: string, by?: Decision): Promise<Replay> {
    const queue = await this.queueOf(id);
    if (!queue) return { replayed: 0, remaining: 0 };
    if (by) await this.database.inTransaction((tx) => this.note(tx, 'replay', id, by));
    for (let replayed = 0; ; replayed += 1) {
      const { applied, remaining, stoppedBy } = await this.replayHead(queue);
      if (stoppedBy !== undefined) return { replayed, remaining, stoppedBy };
      if (!applied || remaining === 0) return { replayed: replayed + (applied ? 1 : 0), remaining };
    }
  }

  /** Gives up on one letter for good. What is parked behind it stays until replayed. Answers whether the letter existed. */
  async drop(id: string, by?: Decision): Promise<boolean> {
    const queue = await this.queueOf(id);
    if (!queue) return false;
    return this.database.inTransaction(async (tx) => {
      await this.lock(tx, queue);
      if (by) await this.note(tx, 'drop', id, by);
      const dropped = await tx.query('DELETE FROM dead_letter WHERE id = $1 RETURNING 1', [id]);
      await this.releaseIfEmpty(tx, queue);
      return dropped.length > 0;
    });
  }

  private async note(tx: Tx, action: 'replay' | 'drop', id: string, { actor, why }: Decision): Promise<void> {
    await tx.query(
      `INSERT INTO dead_letter_action (consumer, action, actor, why, topic, partition, position, key, value, error_message)
       SELECT consumer, $2, $3, $4, topic, partition, position, key, value, error_message FROM dead_letter WHERE id = $1`,
      [id, action, actor, why],
    );
  }

  private async queueOf(id: string): Promise<Queue | undefined> {
    const [letter] = await this.database.query<{ topic: string; key: Buffer | null }>(
      'SELECT topic, key FROM dead_letter WHERE consumer = $1 AND id = $2',
      [this.taker.consumer, id],
    );
    if (!letter) return undefined;
    const ordered = letter.key !== null && this.taker.topicOf(letter.topic).retention.kind === 'event';
    return { topic: letter.topic, key: letter.key, onlyId: ordered ? null : id };
  }

  private async replayHead(queue: Queue): Promise<{ applied: boolean; remaining: number; stoppedBy?: string }> {
    let head: Letter | undefined;
    try {
      return await this.database.inTransaction(async (tx) => {
        await this.lock(tx, queue);
        [head] = await this.lettersOf(tx, queue);
        if (!head) return { applied: false, remaining: 0 };
        await tx.query('DELETE FROM dead_letter WHERE id = $1', [head.id]);
        const heard = this.parse(rawOf(head));
        if (heard.kind === 'unparsable') throw heard.error;
        await applyUnheard(tx, this.taker, [heard]);
        return { applied: true, remaining: await this.releaseIfEmpty(tx, queue) };
      });
    } catch (error) {
      if (isRetriable(error) || error instanceof CommitUnknown || !head) throw error;
      return { applied: false, ...(await this.noteFailure(head, queue, error as Error)) };
    }
  }

  /** The live consumer looks at parked_key before it commits; holding the row keeps it from adding to a queue we find empty. */
  private async lock(tx: Tx, { topic, key }: Queue): Promise<void> {
    await tx.query('SELECT 1 FROM parked_key WHERE consumer = $1 AND topic = $2 AND key = $3 FOR UPDATE', [
      this.taker.consumer,
      topic,
      key,
    ]);
  }

  private async lettersOf(tx: Pick<Tx, 'query'>, { topic, key, onlyId }: Queue): Promise<Letter[]> {
    return tx.query<Letter>(
      `SELECT ${COLUMNS} FROM dead_letter
        WHERE consumer = $1 AND topic = $2 AND key IS NOT DISTINCT FROM $3 AND ($4::bigint IS NULL OR id = $4)
        ORDER BY partition, position`,
      [this.taker.consumer, topic, key, onlyId],
    );
  }

  /** Lets the key go once nothing of it waits. Answers how many letters still do. */
  private async releaseIfEmpty(tx: Tx, queue: Queue): Promise<number> {
    const remaining = (await this.lettersOf(tx, queue)).length;
    if (remaining === 0) {
      await tx.query('DELETE FROM parked_key WHERE consumer = $1 AND topic = $2 AND key = $3', [
        this.taker.consumer,
        queue.topic,
        queue.key,
      ]);
    }
    return remaining;
  }

  private async noteFailure(
    head: Letter,
    queue: Queue,
    error: Error,
  ): Promise<{ remaining: number; stoppedBy: string }> {
    await this.database.query(
      `UPDATE dead_letter SET attempts = attempts + 1, state = 'dead', error_class = $2, error_message = $3 WHERE id = $1`,
      [head.id, error.name, storableText(error.message)],
    );
    const remaining = (await this.lettersOf(this.database, queue)).length;
    return { remaining, stoppedBy: `${error.name}: ${error.message}` };
  }
}

/** What is replayed together: one letter, or all of an ordered key (`onlyId` null). */
interface Queue {
  readonly topic: string;
  readonly key: Buffer | null;
  readonly onlyId: string | null;
}

function rawOf(letter: Letter): RawMessage {
  const headers = Object.entries(letter.headers).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return { ...letter, headers: Object.fromEntries(headers), timestampMs: letter.messageAt.getTime() };
}
