import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { FactContract } from '@reprise/contracts/events';
import type { Admin, Consumer, EachBatchPayload } from 'kafkajs';
import { silentLogger, type Logger } from '../persistence/index.js';
import { connectKafka } from './connect-kafka.js';
import type { Heard } from './heard-fact.js';
import { KeptConsumer, type ConsumerHealth } from './keep-consuming.js';
import { parseMessage, rawOf, tableOf, type ContractTable } from './parse-message.js';

/** Facts of one partition, in order, and the offset to store with them. */
export interface FoldBatch {
  readonly topic: string;
  readonly partition: number;
  readonly facts: readonly Heard[];
  /** Where to go on; store it in the same write as the facts. */
  readonly nextOffset: string;
}

export interface FactFoldOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** The cluster's names, mirrors included: `['pricing.offer', 'eu.catalog.product']`. */
  readonly topics: readonly string[];
  /** `topic:partition` to the next offset to read, as stored. What is missing is read from the beginning. */
  readonly offsets: ReadonlyMap<string, bigint | string>;
  /** The cluster the offsets were stored against; offsets of another cluster are not used. Store `fold.clusterId` beside them. */
  readonly clusterId?: string;
  /** Applies a batch. An error makes the fold wait and hand over the same batch again, for ever. */
  readonly apply: (batch: FoldBatch) => void | Promise<void>;
  /** A partition will be read again from its beginning because its offsets no longer mean what was stored. */
  readonly onReset?: (topic: string, partition: number) => void | Promise<void>;
  /** When given, data is checked against its contract; otherwise the envelope alone. */
  readonly contracts?: readonly FactContract[];
  readonly logger?: Logger;
}

interface PartitionState {
  next: bigint;
  /** End of the log when the fold began. */
  end: bigint;
  /** How old the oldest unread fact may be: age of the last read one while more are waiting. */
  behindSinceMs: number | undefined;
}

const RETRY_MS = { first: 100, last: 5_000 };
/** Fetches that came back empty after a full wait before "there is nothing more" is believed. */
const EMPTY_FETCHES = 3;
const FULL_WAIT_MS = 400;

/**
 * Keeps a read model without PostgreSQL current: reads topics from offsets the caller stored with its state, hands over every batch
 * in order, and commits nothing to Kafka. Each instance reads everything. Kafka being away stops news, never the process.
 */
export class FactFold {
  /** Resolves once everything that was on the topics at the start has been applied. */
  readonly caughtUp: Promise<void>;
  private readonly caughtUpNow = Promise.withResolvers<undefined>();
  private readonly partitions = new Map<string, PartitionState>();
  private readonly table: ContractTable | undefined;
  private readonly logger: Logger;
  private kept: KeptConsumer | undefined;
  private emptyFetches = 0;
  private done = false;
  private stopping = false;
  private starting: Promise<void> | undefined;
  private currentClusterId: string | undefined;

  constructor(private readonly options: FactFoldOptions) {
    this.caughtUp = this.caughtUpNow.promise;
    this.table = options.contracts && tableOf(options.contracts);
    this.logger = options.logger ?? silentLogger;
  }

  /** The cluster being read, once known. */
  get clusterId(): string | undefined {
    return this.currentClusterId;
  }

  /** Begins in the background and keeps trying for as long as it takes. */
  start(): void {
    this.starting ??= this.begin();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.starting;
    await this.kept?.stop();
  }

  /** For liveness and readiness. */
  health(): ConsumerHealth {
    return this.kept?.health() ?? { joined: false, heartbeatAgeMs: Infinity, fetchAgeMs: Infinity };
  }

  /**
   * How far behind the read model may be, in seconds. 0 when everything seen was applied and Kafka answered within five seconds; a
   * copy cannot know what it has not asked for, so silence counts as lag. Infinity before the first answer.
   */
  lagSeconds(): number {
    const { fetchAgeMs } = this.health();
    const behindSince = [...this.partitions.values()].flatMap(({ behindSinceMs }) => behindSinceMs ?? []);
    const behindMs = behindSince.length === 0 ? 0 : Math.max(0, Date.now() - Math.min(...behindSince));
    return Math.max(behindMs, fetchAgeMs > 5_000 ? fetchAgeMs : 0) / 1000;
  }

  private async begin(): Promise<void> {
    for (let waitMs = RETRY_MS.first; !this.stopping; waitMs = Math.min(waitMs * 2, RETRY_MS.last)) {
      try {
        await this.locate();
        break;
      } catch (error) {
        this.logger.warn('fold.kafka_unavailable', { error: String(error) });
        await sleep(waitMs);
      }
    }
    if (this.stopping) return;
    this.settle();
    this.kept = new KeptConsumer({
      brokers: this.options.brokers,
      clientId: this.options.clientId,
      logger: this.logger,
      // A group of its own: the group is only how kafkajs reads, nobody shares the work.
      groupId: `${this.options.clientId}-fold-${randomUUID()}`,
      topics: this.options.topics,
      autoCommit: false,
      concurrency: 1,
      eachBatch: (payload) => this.take(payload),
      onJoined: (assignment, consumer) => this.seek(assignment, consumer),
      onFetched: (durationMs) => this.noteFetch(durationMs),
      // Reads go on from what we have; the log says why there are no news.
      onBug: () => 'rebuild',
    });
    void this.kept.start();
  }

  /** Asks Kafka where each partition begins and ends, and decides where to read on. */
  private async locate(): Promise<void> {
    const admin = connectKafka({ ...this.options, clientId: this.options.clientId, logger: this.logger }).admin();
    try {
      await admin.connect();
      this.currentClusterId = (await admin.describeCluster()).clusterId;
      for (const topic of this.options.topics) await this.locateTopic(admin, topic);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  private async locateTopic(admin: Admin, topic: string): Promise<void> {
    const known = this.options.clusterId === undefined || this.options.clusterId === this.currentClusterId;
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      const name = `${topic}:${partition}`;
      const stored = this.options.offsets.get(name);
      const usable = stored !== undefined && known && BigInt(stored) <= BigInt(high) && BigInt(stored) >= BigInt(low);
      if (stored !== undefined && !usable) await this.reset(topic, partition);
      const next = usable ? BigInt(stored) : BigInt(low);
      this.partitions.set(name, { next, end: BigInt(high), behindSinceMs: undefined });
    }
  }

  private async reset(topic: string, partition: number): Promise<void> {
    this.logger.warn('fold.reset', { topic, partition });
    await this.options.onReset?.(topic, partition);
  }

  /** Nothing is committed, so after every join Kafka must be told where we are. */
  private seek(assignment: Readonly<Record<string, number[]>>, consumer: Consumer): void {
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) {
        const next = this.partitions.get(`${topic}:${partition}`)?.next ?? 0n;
        consumer.seek({ topic, partition, offset: String(next) });
      }
    }
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch, isRunning, isStale } = payload;
    if (!isRunning() || isStale()) return;
    this.emptyFetches = 0;
    const { topic, partition } = batch;
    const state = await this.stateOf(topic, partition, BigInt(batch.messages[0]?.offset ?? batch.lastOffset()));
    const facts = batch.messages.map((message) =>
      parseMessage(rawOf(topic, partition, message), this.table, undefined),
    );
    const next = BigInt(batch.lastOffset()) + 1n;
    const applied = await this.applyPatiently({ topic, partition, facts, nextOffset: String(next) }, payload);
    if (!applied) return;
    state.next = next;
    const waiting = BigInt(batch.highWatermark) > next;
    state.behindSinceMs = waiting ? Number(batch.messages.at(-1)?.timestamp ?? Date.now()) : undefined;
    payload.resolveOffset(batch.lastOffset());
    this.settle();
    await payload.heartbeat();
  }

  /** An offset lower than the one asked for means the log was replaced under us and kafkajs began it anew. */
  private async stateOf(topic: string, partition: number, first: bigint): Promise<PartitionState> {
    const name = `${topic}:${partition}`;
    const known = this.partitions.get(name);
    if (known && first >= known.next) return known;
    if (known) await this.reset(topic, partition);
    const state = { next: first, end: known?.end ?? 0n, behindSinceMs: undefined };
    this.partitions.set(name, state);
    return state;
  }

  private async applyPatiently(batch: FoldBatch, payload: EachBatchPayload): Promise<boolean> {
    const heart = setInterval(() => payload.heartbeat().catch(() => undefined), 3_000);
    try {
      for (let waitMs = RETRY_MS.first; ; waitMs = Math.min(waitMs * 2, RETRY_MS.last)) {
        try {
          await this.options.apply(batch);
          return true;
        } catch (error) {
          const { topic, partition, nextOffset } = batch;
          this.logger.error('fold.apply_failed', { topic, partition, nextOffset, err: error });
        }
        await sleep(waitMs);
        if (this.stopping || !payload.isRunning() || payload.isStale()) return false;
      }
    } finally {
      clearInterval(heart);
    }
  }

  /** Compaction can remove the last records before the end, so reaching the end offset is not the only way to have read all. */
  private noteFetch(durationMs: number): void {
    this.emptyFetches = durationMs >= FULL_WAIT_MS ? this.emptyFetches + 1 : 0;
    if (this.emptyFetches >= EMPTY_FETCHES) this.settle(true);
  }

  private settle(nothingMore = false): void {
    if (this.done) return;
    const reached = [...this.partitions.values()].every(({ next, end }) => next >= end);
    if (!reached && !nothingMore) return;
    this.done = true;
    this.logger.info('fold.caught_up', { clientId: this.options.clientId });
    this.caughtUpNow.resolve(undefined);
  }
}
