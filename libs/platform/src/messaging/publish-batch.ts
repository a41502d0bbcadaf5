import { Fault } from '@reprise/kernel';
import kafkajs from 'kafkajs';
import type { Producer, TopicMessages } from 'kafkajs';
import { connectKafka, type KafkaOptions } from './connect-kafka.js';

/** A message as it goes on the wire. A null value is a tombstone. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A topic of the batch does not exist. Somebody can create it, so the facts wait. */
export class TopicMissing extends Fault {
  constructor(cause: unknown) {
    super('A topic of the batch does not exist', { retriable: true, cause });
  }
}

/** No broker or encoder will ever take this batch as it is: sending it again is pointless, sending parts of it is not. */
export class BatchRefused extends Error {
  override readonly name = 'BatchRefused';
}

const REFUSED_BY_BROKER = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'CORRUPT_MESSAGE']);
const REFUSED_BY_ENCODER = new Set(['TypeError', 'RangeError']);

/**
 * The one place that produces. One batch is in flight at a time, acknowledged by all in-sync replicas. The producer is idempotent, so
 * sending the very same batch again after a lost acknowledgement neither doubles nor reorders it. kafkajs takes sequence numbers
 * back after a failure, so a *different* batch after a failure could be taken for the failed one and dropped:
 * then, and after any refusal, the producer is thrown away first and the next has a new producer id.
 */
export class BatchPublisher {
  private producer: Producer | undefined;
  private failedBatch: readonly OutgoingMessage[] | undefined;

  constructor(private readonly options: KafkaOptions) {}

  /** Resolves when every message is on its log. Throws BatchRefused, or a retriable Fault when Kafka did not answer. */
  async publish(batch: readonly OutgoingMessage[]): Promise<void> {
    if (this.failedBatch !== undefined && this.failedBatch !== batch) await this.discard();
    try {
      const producer = await this.connected();
      await producer.sendBatch({ acks: -1, timeout: 8_000, topicMessages: byTopic(batch) });
      this.failedBatch = undefined;
    } catch (error) {
      this.failedBatch = batch;
      if (isRefusal(error)) {
        await this.discard();
        throw new BatchRefused(rootOf(error).message, { cause: error });
      }
      if (!isRetriableInPlace(error)) await this.discard();
      if (typeOf(error) === 'UNKNOWN_TOPIC_OR_PARTITION') throw new TopicMissing(error);
      throw new Fault(`Kafka did not take a batch: ${(error as Error).message}`, { retriable: true, cause: error });
    }
  }

  async close(): Promise<void> {
    await this.discard();
  }

  private async connected(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = connectKafka(this.options).producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner, // Java's murmur2: every client places a key alike.
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 50, maxRetryTime: 500, factor: 0.2, multiplier: 2, retries: 2 },
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  private async discard(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    this.failedBatch = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

function byTopic(batch: readonly OutgoingMessage[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages['messages']>();
  for (const { topic, key, value, headers } of batch) {
    const messages = topics.get(topic);
    if (messages) messages.push({ key, value, headers });
    else topics.set(topic, [{ key, value, headers }]);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

function isRefusal(error: unknown): boolean {
  return REFUSED_BY_ENCODER.has(rootOf(error).name) || REFUSED_BY_BROKER.has(typeOf(error) ?? '');
}

/** The protocol's name of an error the broker answered with. */
function typeOf(error: unknown): string | undefined {
  return (rootOf(error) as { type?: string }).type;
}

/** Timeouts and lost connections leave the producer id valid; a broker that calls the sequence wrong does not. */
function isRetriableInPlace(error: unknown): boolean {
  return (rootOf(error) as { retriable?: boolean }).retriable === true;
}

function rootOf(error: unknown): Error {
  let root = error as Error;
  while (root.cause instanceof Error) root = root.cause;
  return root;
}
