import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { connectKafka, type KafkaOptions } from './connect-kafka.js';

/** One consumer group membership and what it does. */
export interface ConsumingOptions extends KafkaOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Whether the group remembers its offsets in Kafka. */
  readonly autoCommit: boolean;
  /** Partitions worked at once. */
  readonly concurrency: number;
  readonly eachBatch: (payload: EachBatchPayload) => Promise<void>;
  /** Partitions were assigned and nothing was fetched yet: the moment to seek. */
  readonly onJoined?: (assignment: Readonly<Record<string, number[]>>, consumer: Consumer) => void;
  /** A fetch came back, with or without messages, after this long. */
  readonly onFetched?: (durationMs: number) => void;
  /** The consumer died of a bug, not of Kafka. `end` leaves it dead (and should end the process), `rebuild` tries again later. */
  readonly onBug: (error: Error) => 'end' | 'rebuild';
}

/** Whether a consumer is at work. Ages in milliseconds; Infinity before the first. */
export interface ConsumerHealth {
  readonly joined: boolean;
  readonly heartbeatAgeMs: number;
  readonly fetchAgeMs: number;
}

const REBUILD_MS = { first: 250, last: 5_000 };
const BUGS = new Set(['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'KafkaJSNotImplemented']);

/**
 * Keeps one kafkajs consumer at work. kafkajs gives up for good on some errors that pass, such as a group coordinator that is still
 * starting (tulios/kafkajs#1630), while the process looks healthy; so its own restart is off, and any death caused by
 * Kafka is answered with a new consumer. What to do after a death caused by a bug, `onBug` decides.
 */
export class KeptConsumer {
  private stopping = false;
  private readonly stopSignal = new AbortController();
  private running: Promise<void> | undefined;
  private joinedOnce = Promise.withResolvers<undefined>();
  private joined = false;
  private heartbeatAt = -Infinity;
  private fetchedAt = -Infinity;

  constructor(private readonly options: ConsumingOptions) {}

  /** Begins in the background; resolves when the group was joined for the first time. Kafka being away only delays that. */
  start(): Promise<void> {
    this.running ??= this.run();
    return this.joinedOnce.promise;
  }

  /** Finishes the batch at hand, leaves the group and disconnects. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopSignal.abort();
    await this.running;
  }

  health(): ConsumerHealth {
    const now = performance.now();
    return { joined: this.joined, heartbeatAgeMs: now - this.heartbeatAt, fetchAgeMs: now - this.fetchedAt };
  }

  private async run(): Promise<void> {
    const { logger, groupId, onBug } = this.options;
    for (let waitMs = REBUILD_MS.first; !this.stopping; waitMs = Math.min(waitMs * 2, REBUILD_MS.last)) {
      const error = await this.consumeUntilDeath();
      const lived = this.joined;
      this.joined = false;
      if (this.stopping) return;
      if (BUGS.has(rootOf(error).name)) {
        logger.error('consumer.died', { group: groupId, err: error });
        if (onBug(error) === 'end') return;
      }
      logger.warn('consumer.rebuilding', { group: groupId, error: error.message });
      if (lived) waitMs = REBUILD_MS.first;
      await sleep(waitMs, undefined, { signal: this.stopSignal.signal }).catch(() => undefined);
    }
  }

  private async consumeUntilDeath(): Promise<Error> {
    const consumer = this.build();
    const death = Promise.withResolvers<Error>();
    consumer.on(consumer.events.CRASH, ({ payload }) => death.resolve(payload.error));
    const stopped = Promise.withResolvers<Error>();
    this.stopSignal.signal.addEventListener('abort', () => stopped.resolve(new Error('stopped')), { once: true });
    this.watch(consumer);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: this.options.autoCommit,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.concurrency,
        eachBatch: this.options.eachBatch,
      });
      return await Promise.race([death.promise, stopped.promise]);
    } catch (error) {
      return error as Error;
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private build(): Consumer {
    return connectKafka(this.options).consumer({
      groupId: this.options.groupId,
      sessionTimeout: 10_000,
      heartbeatInterval: 3_000,
      rebalanceTimeout: 20_000,
      // A fetch waits this long for the first byte and not a moment longer once there is one, so it costs no latency.
      maxWaitTimeInMs: 500,
      minBytes: 1,
      metadataMaxAge: 60_000,
      allowAutoTopicCreation: false,
      retry: {
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        factor: 0.2,
        multiplier: 2,
        retries: 5,
        restartOnFailure: async () => false,
      },
    });
  }

  private watch(consumer: Consumer): void {
    const { onJoined, onFetched } = this.options;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      onJoined?.(payload.memberAssignment, consumer);
      this.joined = true;
      this.heartbeatAt = performance.now();
      this.joinedOnce.resolve(undefined);
    });
    consumer.on(consumer.events.HEARTBEAT, () => {
      this.heartbeatAt = performance.now();
    });
    consumer.on(consumer.events.FETCH, ({ payload }) => {
      this.fetchedAt = performance.now();
      onFetched?.(payload.duration);
    });
  }
}

function rootOf(error: unknown): Error {
  let root = error as Error;
  while (root.cause instanceof Error) root = root.cause;
  return root;
}
