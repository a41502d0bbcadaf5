import { setTimeout as sleep } from 'node:timers/promises';
import type { Topic } from '@reprise/contracts/events';
import { topicNamesHeardIn } from '@reprise/contracts/events';
import { Fault } from '@reprise/kernel';
import kafkajs from 'kafkajs';
import type { Admin } from 'kafkajs';
import { silentLogger, type Logger } from '../persistence/index.js';
import { connectKafka } from './connect-kafka.js';

/** A deleted key stays visible this long: longer than any consumer may be away (a week), or it would never learn of the deletion. */
const TOMBSTONE_RETENTION_MS = 8 * 24 * 3_600_000;
/** Copies of each log where there are brokers enough: one may be down for a deploy while another fails. */
const REPLICAS = 3;
const DAY_MS = 24 * 3_600_000;
const SETTLE = { attempts: 20, waitMs: 250 };

/**
 * Creates what is missing of the topics of `region` and aligns retention and partition counts of what is there. Copies that a
 * mirror will write (`eu.catalog.product`) are created too, so that consumers can subscribe before the mirror ran. Partitions
 * are only ever added. Throws a retriable Fault when the brokers cannot be reached.
 */
export async function ensureTopics(
  brokers: readonly string[],
  topics: readonly Topic[],
  { region, logger = silentLogger }: { readonly region: string; readonly logger?: Logger },
): Promise<void> {
  const admin = connectKafka({ brokers, clientId: 'ensure-topics', logger }).admin();
  try {
    await admin.connect();
    const wanted = topics.flatMap((topic) => topicNamesHeardIn(region, topic).map((name) => ({ ...topic, name })));
    await untilSettled(async () => {
      await createMissing(admin, wanted);
      await alignConfigs(admin, wanted);
      await addPartitions(admin, wanted);
    });
  } catch (error) {
    throw new Fault(`Topics could not be ensured: ${(error as Error).message}`, { retriable: true, cause: error });
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** A broker answers for a topic it has just created a moment after it said it was created; every step may be done again. */
async function untilSettled(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === SETTLE.attempts || !(error as { retriable?: boolean }).retriable) throw error;
      await sleep(SETTLE.waitMs);
    }
  }
}

async function createMissing(admin: Admin, topics: readonly Topic[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic.name));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  // Several processes may start at once: kafkajs answers false, not an error, for topics another has just created.
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map((topic) => ({
      topic: topic.name,
      numPartitions: topic.partitions,
      replicationFactor: Math.min(brokers.length, REPLICAS),
      configEntries: configOf(topic),
    })),
  });
}

async function alignConfigs(admin: Admin, topics: readonly Topic[]): Promise<void> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((topic) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic.name })),
  });
  const differing = topics.filter((topic) => {
    const entries = resources.find((resource) => resource.resourceName === topic.name)?.configEntries ?? [];
    return configOf(topic).some(({ name, value }) => entries.find((e) => e.configName === name)?.configValue !== value);
  });
  if (differing.length === 0) return;
  await admin.alterConfigs({
    validateOnly: false,
    resources: differing.map((topic) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: topic.name,
      configEntries: configOf(topic),
    })),
  });
}

async function addPartitions(admin: Admin, topics: readonly Topic[]): Promise<void> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map((topic) => topic.name) });
  const short = topics.filter((topic) => {
    const partitions = found.find((metadata) => metadata.name === topic.name)?.partitions.length;
    return partitions !== undefined && partitions < topic.partitions;
  });
  if (short.length === 0) return;
  await admin.createPartitions({
    topicPartitions: short.map((topic) => ({ topic: topic.name, count: topic.partitions })),
  });
}

function configOf({ retention }: Topic): { name: string; value: string }[] {
  return retention.kind === 'state'
    ? [
        { name: 'cleanup.policy', value: 'compact' },
        { name: 'min.cleanable.dirty.ratio', value: '0.1' },
        { name: 'delete.retention.ms', value: String(TOMBSTONE_RETENTION_MS) },
      ]
    : [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: String(retention.retentionDays * DAY_MS) },
      ];
}
