import { setTimeout as sleep } from 'node:timers/promises';
import type { FactContract, Topic } from '@reprise/contracts/events';
import { Bug, type Fault } from '@reprise/kernel';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { CommitUnknown, isRetriable, silentLogger, type Database, type Logger, type Tx } from '../persistence/index.js';
import { DeadLetters } from './dead-letters.js';
import type { Hearing } from './hears.js';
import { KeptConsumer, type ConsumerHealth } from './keep-consuming.js';
import { noMetrics, type MessagingMetrics } from './metrics.js';
import { parseMessage, rawOf, tableOf, type ContractTable, type RawMessage } from './parse-message.js';
import { sweepInbox } from './sweep-inbox.js';
import { buryMessage, takeMessages, type Message, type Taken, type Taker } from './take-messages.js';

/** Times in milliseconds. */
export interface FactConsumerOptions {
  /** The consumer group, and this consumer's name in inbox and dead letters: `pricing`, `checkout`. */
  readonly groupId: string;
  readonly brokers: readonly string[];
  readonly database: Database;
  /** The cell: decides which mirrored copies are heard and which cell a topic's facts must come from. */
  readonly region: string;
  /** What it does with which facts. */
  readonly hearings: readonly Hearing[];
  /** Every fact of the system. One that is known and not heard is skipped; one that is not known is a dead letter. */
  readonly knownFacts: readonly FactContract[];
  readonly logger?: Logger;
  readonly metrics?: MessagingMetrics;
  /** Partitions worked at once, each in its own transaction. */
  readonly concurrency?: number;
  /** How long the same work is retried in place before its partition is paused, so that others go on. */
  readonly patienceMs?: number;
  /** How long a paused partition rests. */
  readonly pauseMs?: number;
  /** How long the inbox remembers. Longer than any topic is replayed. */
  readonly inboxKeptMs?: number;
  /** Called when the consumer died of a bug; ends the process unless replaced. */
  readonly onFatal?: (error: Error) => void;
  /** Passed with the name of a place where dying would hurt; a test dies there. */
  readonly faultPoint?: (name: ConsumerFaultPoint) => void;
}

/** Places where a consumer that dies must neither lose a fact nor apply it twice. */
export type ConsumerFaultPoint = 'consumer.before-commit' | 'consumer.before-offset';

type Patience = 'taken' | 'out of patience' | 'interrupted';

const MAX_FACTS_PER_TRANSACTION = 500;
const RETRY_MS = { first: 100, last: 5_000 };
const HEARTBEAT_MS = 3_000;
const SWEEP_EVERY_MS = 3_600_000;

/**
 * Hears facts and applies each exactly once in effect: inbox row and effect commit together. What fails for a passing reason is retried
 * in place, then its partition rests; what can never succeed is set aside with its bytes and the rest goes on. Consumers are
 * deployed before producers: an unknown type or schema version is set aside, never skipped.
 */
export class FactConsumer {
  /** What was set aside, for operators. */
  readonly deadLetters: DeadLetters;
  private readonly logger: Logger;
  private readonly metrics: MessagingMetrics;
  private readonly table: ContractTable;
  private readonly topics: ReadonlyMap<string, { readonly topic: Topic; readonly region: string }>;
  private readonly taker: Taker;
  private readonly kept: KeptConsumer;
  private readonly resting = new Map<string, NodeJS.Timeout>();
  private sweeper: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(private readonly options: FactConsumerOptions) {
    const { groupId, region, hearings } = options;
    this.logger = options.logger ?? silentLogger;
    this.metrics = options.metrics ?? noMetrics;
    this.table = tableOf([...options.knownFacts, ...hearings.map((hearing) => hearing.contract)]);
    this.topics = topicsOf(hearings, region);
    this.taker = {
      consumer: groupId,
      hearings: hearings.map((hearing) => ({ ...hearing, topics: new Set(hearing.topicsIn(region)) })),
      topicOf: (name) => this.topicNamed(name).topic,
    };
    this.deadLetters = new DeadLetters(options.database, this.taker, (raw) => this.parse(raw));
    this.kept = new KeptConsumer({
      brokers: options.brokers,
      clientId: groupId,
      logger: this.logger,
      groupId,
      topics: [...this.topics.keys()],
      autoCommit: true,
      concurrency: options.concurrency ?? 1,
      eachBatch: (payload) => this.takeBatch(payload),
      onJoined: () => this.metrics.rebalanced(groupId),
      onBug: (error) => {
        (options.onFatal ?? (() => process.exit(1)))(error);
        return 'end';
      },
    });
  }

  /** Begins in the background; resolves once the group was joined. Do not wait for it at boot: a service serves while Kafka is away. */
  start(): Promise<void> {
    const keptMs = this.options.inboxKeptMs ?? 40 * 24 * 3_600_000;
    this.sweeper ??= setInterval(() => {
      sweepInbox(this.options.database, this.options.groupId, keptMs).catch((error: unknown) =>
        this.logger.warn('inbox.sweep_failed', { error: String(error) }),
      );
    }, SWEEP_EVERY_MS).unref();
    return this.kept.start();
  }

  /** Finishes the transaction at hand, commits its offset and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.sweeper);
    for (const timer of this.resting.values()) clearTimeout(timer);
    await this.kept.stop();
  }

  /** For liveness: a consumer whose heartbeat is older than twice the session timeout (20 s) is not one. */
  health(): ConsumerHealth {
    return this.kept.health();
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, isRunning, isStale } = payload;
    for (let from = 0; from < batch.messages.length; from += MAX_FACTS_PER_TRANSACTION) {
      if (!isRunning() || isStale()) return;
      const part = batch.messages.slice(from, from + MAX_FACTS_PER_TRANSACTION);
      const messages = part.map((message) => this.understand(batch.topic, batch.partition, message));
      this.reportLag(batch.topic, messages);
      const outcome = await this.takePatiently(messages, payload);
      if (outcome === 'out of patience') this.rest(payload);
      if (outcome !== 'taken') return;
      this.options.faultPoint?.('consumer.before-offset');
      payload.resolveOffset(part.at(-1)?.offset ?? batch.lastOffset());
      await payload.heartbeat();
    }
    if (batch.offsetLag() === '0') this.metrics.lag(batch.topic, 0);
  }

  /**
   * Answers whether the messages were taken, and if not whether patience ran out or somebody else should go on. Heartbeats go on beside
   * the work, so that slow SQL does not cost the membership; one that reports a rebalance ends the retrying and is thrown.
   */
  private async takePatiently(messages: readonly Message[], payload: EachBatchPayload): Promise<Patience> {
    const patientUntil = Date.now() + (this.options.patienceMs ?? 30_000);
    let rebalance: unknown;
    const heart = setInterval(() => {
      payload.heartbeat().catch((error: unknown) => (rebalance ??= error));
    }, HEARTBEAT_MS);
    try {
      for (let waitMs = RETRY_MS.first; ; waitMs = Math.min(waitMs * 2, RETRY_MS.last)) {
        try {
          await this.takeOrSplit(messages);
          return 'taken';
        } catch (error) {
          const { topic, partition, offset } = (messages[0] as Message).raw;
          this.logger.warn('consumer.retrying', { topic, partition, offset, waitMs, error: String(error) });
        }
        if (Date.now() + waitMs > patientUntil) return 'out of patience';
        await sleep(waitMs);
        if (rebalance !== undefined) throw rebalance;
        if (!payload.isRunning() || payload.isStale()) return 'interrupted';
      }
    } finally {
      clearInterval(heart);
    }
  }

  /**
   * One transaction for all. When a hearing fails for good, the halves are taken on their own, in order, until the failing message
   * stands alone and is set aside. Repeating is safe: the inbox knows what was applied. Throws only what may pass.
   */
  private async takeOrSplit(messages: readonly Message[]): Promise<void> {
    try {
      this.report(await this.options.database.inTransaction((tx) => this.take(tx, messages)), messages);
    } catch (error) {
      if (mayPass(error)) throw error;
      const [first] = messages;
      if (first === undefined) return;
      if (messages.length === 1) return this.bury(first, error as Error);
      const middle = Math.ceil(messages.length / 2);
      await this.takeOrSplit(messages.slice(0, middle));
      await this.takeOrSplit(messages.slice(middle));
    }
  }

  private async take(tx: Tx, messages: readonly Message[]): Promise<Taken> {
    const taken = await takeMessages(tx, this.taker, messages);
    this.options.faultPoint?.('consumer.before-commit');
    return taken;
  }

  private async bury(message: Message, error: Error): Promise<void> {
    const letter = await this.options.database.inTransaction((tx) => buryMessage(tx, this.taker, message, error));
    this.report({ duplicates: 0, dead: [letter] }, [message]);
  }

  /** Leaves the partition alone for a while; its messages stay where they are and are fetched again afterwards. */
  private rest({ batch, pause }: EachBatchPayload): void {
    const name = `${batch.topic}:${batch.partition}`;
    if (this.stopping) return;
    const resume = pause();
    this.logger.error('consumer.partition_stalled', { topic: batch.topic, partition: batch.partition });
    this.resting.set(
      name,
      setTimeout(() => {
        this.resting.delete(name);
        this.metrics.stalled(batch.topic, this.restingOf(batch.topic));
        resume();
      }, this.options.pauseMs ?? 30_000),
    );
    this.metrics.stalled(batch.topic, this.restingOf(batch.topic));
  }

  private restingOf(topic: string): number {
    return [...this.resting.keys()].filter((name) => name.startsWith(`${topic}:`)).length;
  }

  private understand(topic: string, partition: number, message: KafkaMessage): Message {
    const raw = rawOf(topic, partition, message);
    return { raw, heard: this.parse(raw) };
  }

  private parse(raw: RawMessage): Message['heard'] {
    return parseMessage(raw, this.table, this.topicNamed(raw.topic).region);
  }

  private topicNamed(name: string): { readonly topic: Topic; readonly region: string } {
    const found = this.topics.get(name);
    if (!found) throw new Bug(`${this.options.groupId} does not hear ${name}`);
    return found;
  }

  private report({ duplicates, dead }: Taken, messages: readonly Message[]): void {
    const topic = messages[0]?.raw.topic ?? '';
    if (duplicates > 0) this.metrics.duplicates(topic, duplicates);
    for (const { raw, reason, state, error, factId } of dead) {
      this.metrics.deadLetter(topic, reason);
      const { partition, offset } = raw;
      this.logger.error('consumer.dead_letter', { topic, partition, offset, reason, state, factId, error: error.name });
    }
  }

  private reportLag(topic: string, messages: readonly Message[]): void {
    const [first] = messages;
    if (first) this.metrics.lag(topic, Math.max(0, Date.now() - first.raw.timestampMs) / 1000);
  }
}

/** Cluster topic name to the topic it is (a copy of) and the cell whose facts it carries. */
function topicsOf(hearings: readonly Hearing[], region: string): Map<string, { topic: Topic; region: string }> {
  return new Map(
    hearings.flatMap(({ contract: { topic }, topicsIn }) =>
      topicsIn(region).map((name) => [
        name,
        { topic, region: name === topic.name ? region : name.slice(0, -topic.name.length - 1) },
      ]),
    ),
  );
}

/** True when doing the same again may work: the world misbehaved, or nobody knows whether it did (the inbox will tell). */
function mayPass(error: unknown): error is Fault {
  return isRetriable(error) || error instanceof CommitUnknown;
}
