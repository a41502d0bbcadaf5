/** The part of a topic that the mirror needs; contracts' Topic has it. */
export interface MirroredTopic {
  readonly name: string;
  readonly mirrored?: readonly { readonly from: string; readonly to: string }[];
}

type Line = readonly [name: string, value: string | number | boolean];

/** Seconds until a new topic or a changed setting is noticed; MirrorMaker's own default is ten minutes. */
const refreshSeconds = 5;

/**
 * MirrorMaker 2's settings for all flows between the clusters given. What leaves a region is a list of names, taken from the
 * topic table: a topic that does not say it is mirrored stays at home, and so does the personal data that might be in it.
 * Names get their origin in front (DefaultReplicationPolicy: `eu.catalog.product`), which makes a cycle impossible.
 */
export function mirrorProperties(
  brokersOf: Readonly<Record<string, string>>,
  topics: readonly MirroredTopic[],
): string {
  const regions = Object.keys(brokersOf);
  const lines: Line[] = [
    ['clusters', regions.join(',')],
    ...regions.flatMap((region) => clusterLines(region, brokersOf[region] ?? '')),
    ...flowsBetween(regions).flatMap(([from, to]) => flow(from, to, namesMirrored(topics, from, to))),

    // One broker a region: every internal topic has one copy. With the defaults (2 and 3) nothing would ever be copied.
    ['replication.factor', 1],
    ['offset-syncs.topic.replication.factor', 1],
    ['heartbeats.topic.replication.factor', 1],
    ['checkpoints.topic.replication.factor', 1],
    ['config.storage.replication.factor', 1],
    ['offset.storage.replication.factor', 1],
    ['status.storage.replication.factor', 1],
    ['offset.storage.partitions', 1],
    ['status.storage.partitions', 1],

    ['refresh.topics.interval.seconds', refreshSeconds],
    // Compaction and retention carry over to the copies.
    ['sync.topic.configs.enabled', true],
    ['sync.topic.configs.interval.seconds', refreshSeconds],
    ['sync.topic.acls.enabled', false],
    // Consumers subscribe to both names and apply by version; no group ever moves between regions by translated offsets. The
    // checkpoint connector stays on with nothing to do: MirrorMaker logs an error for each flow when it is off.
    ['groups', ''],
    ['sync.group.offsets.enabled', false],
    ['emit.checkpoints.interval.seconds', 3_600],
    ['refresh.groups.interval.seconds', 3_600],
    // The heartbeats are how the supervisor knows that a flow is alive.
    ['emit.heartbeats.interval.seconds', 1],
    ['tasks.max', 1],
    // Plugins are found by their manifests, not by looking into every class of every jar: that takes seconds.
    ['plugin.discovery', 'service_load'],
  ];
  return lines.map(([name, value]) => `${name}=${value}\n`).join('');
}

/** What the workers writing to a region's cluster are told. They read no setting without the cluster's name in front. */
function clusterLines(region: string, brokers: string): Line[] {
  const settings: Line[] = [
    ['bootstrap.servers', brokers],
    // A crash repeats what came after the last flush; the default minute would repeat a minute.
    ['offset.flush.interval.ms', 2_000],
    // After SIGKILL the tasks of the lost worker are its successor's at once, not after the default five minutes.
    ['scheduled.rebalance.max.delay.ms', 0],
    ['session.timeout.ms', 6_000],
    ['heartbeat.interval.ms', 1_500],
    // kafkajs reads gzip and plain records only, so the copies must not be compressed in another way.
    ['producer.compression.type', 'none'],
    ['producer.linger.ms', 0],
    ['plugin.discovery', 'service_load'],
  ];
  return settings.map(([name, value]) => [`${region}.${name}`, value] as const);
}

/** Every ordered pair of two regions. */
export function flowsBetween(regions: readonly string[]): (readonly [from: string, to: string])[] {
  return regions.flatMap((from) => regions.filter((to) => to !== from).map((to) => [from, to] as const));
}

function namesMirrored(topics: readonly MirroredTopic[], from: string, to: string): string[] {
  return topics
    .filter((topic) => topic.mirrored?.some((direction) => direction.from === from && direction.to === to))
    .map((topic) => topic.name);
}

/** Topic names are patterns to MirrorMaker: a dot must match a dot only. In a properties file a backslash is written twice. */
function flow(from: string, to: string, names: readonly string[]): Line[] {
  return [
    [`${from}->${to}.enabled`, true],
    [`${from}->${to}.topics`, names.map((name) => name.replaceAll('.', '\\\\.')).join(',')],
  ];
}
