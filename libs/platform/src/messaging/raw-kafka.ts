import kafkajs from 'kafkajs';
import type { Admin } from 'kafkajs';
import { silentLogger } from '../persistence/index.js';
import { connectKafka } from './connect-kafka.js';
import { rawOf, type RawMessage } from './parse-message.js';

/** A message of any bytes, as a broken or hostile producer would write it. */
export interface RawRecord {
  readonly topic: string;
  readonly key?: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly partition?: number;
}

/** Writes bytes as they are, past every check of the outbox. For specs of what consumers do with them. */
export async function rawProduce(
  brokers: readonly string[],
  records: readonly RawRecord[],
  { gzip = false }: { readonly gzip?: boolean } = {},
): Promise<void> {
  const producer = connectKafka({ brokers, clientId: 'raw', logger: silentLogger }).producer({
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  try {
    await producer.sendBatch({
      acks: -1,
      compression: gzip ? kafkajs.CompressionTypes.GZIP : kafkajs.CompressionTypes.None,
      topicMessages: records.map(({ topic, ...message }) => ({
        topic,
        messages: [{ ...message, key: message.key ?? null } as kafkajs.Message],
      })),
    });
  } finally {
    await producer.disconnect();
  }
}

/** Reads everything that is on a topic now, by partition and offset. */
export async function rawConsume(brokers: readonly string[], topic: string): Promise<RawMessage[]> {
  const kafka = connectKafka({ brokers, clientId: 'raw', logger: silentLogger });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
  const missing = new Map(ends.filter(({ low, high }) => low !== high).map((end) => [end.partition, BigInt(end.high)]));
  const messages: RawMessage[] = [];
  if (missing.size === 0) return messages;
  const consumer = kafka.consumer({
    groupId: `raw-${topic}-${Math.random().toString(36).slice(2)}`,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 50,
  });
  const done = Promise.withResolvers<undefined>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      messages.push(...batch.messages.map((message) => rawOf(topic, batch.partition, message)));
      if (BigInt(batch.lastOffset()) + 1n >= (missing.get(batch.partition) ?? 0n)) missing.delete(batch.partition);
      if (missing.size === 0) done.resolve(undefined);
    },
  });
  await done.promise;
  await consumer.disconnect();
  return messages.sort((a, b) => a.partition - b.partition || Number(BigInt(a.offset) - BigInt(b.offset)));
}

/** Does something to topics or groups as an administrator would. */
export async function asKafkaAdmin<T>(brokers: readonly string[], work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = connectKafka({ brokers, clientId: 'raw', logger: silentLogger }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
