import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jarsDir } from '../kafka/jars.mjs';
import { javaCommand } from '../kafka/java.mjs';
import { childEnv } from './child-env.ts';
import { probeKafka } from './ask-kafka.ts';
import type { ProcessHandle } from './process-spec.ts';
import type { Supervisor } from './supervise.ts';

export interface KafkaOptions {
  /** Name of the process and of its log; unique within the supervisor. */
  readonly name: string;
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
  /** A second listener whose advertised port is another one: a fault test puts its proxy there. */
  readonly proxied?: { readonly port: number; readonly advertisedPort: number };
}

export interface Kafka {
  /** `host:port`, as KAFKA_BROKERS wants it. */
  readonly brokers: string;
  readonly process: ProcessHandle;
}

/** Starts a broker that is its own controller (KRaft), formatting its storage on the first start. */
export async function startKafka(supervisor: Supervisor, options: KafkaOptions): Promise<Kafka> {
  const configFile = join(options.dataDir, 'server.properties');
  const process = await supervisor.start({
    name: options.name,
    command: javaCommand(),
    args: [...jvmFlags(options.dataDir, 256), 'kafka.Kafka', configFile],
    env: childEnv(),
    tier: 0,
    beforeStart: () => prepareStorage(options, configFile),
    isReady: () => probeKafka(options.port),
    readyTimeoutMs: 60_000,
    stopGraceMs: 20_000,
  });
  return { brokers: `127.0.0.1:${options.port}`, process };
}

/**
 * Flags for a JVM of a developer's machine. The quick compiler alone and the serial collector halve the processor time of a
 * start and save about 100 MB; a message or less than a thousand a second does not notice.
 */
export function jvmFlags(dumpDir: string, heapMb: number): string[] {
  return [
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:MaxDirectMemorySize=64m',
    '-XX:+ExitOnOutOfMemoryError',
    `-XX:ErrorFile=${join(dumpDir, 'hs_err.log')}`,
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS',
    '-cp',
    join(jarsDir(), '*'),
  ];
}

async function prepareStorage(options: KafkaOptions, configFile: string): Promise<void> {
  mkdirSync(options.dataDir, { recursive: true });
  writeFileSync(configFile, serverProperties(options));
  if (existsSync(join(options.dataDir, 'log', 'meta.properties'))) return;
  const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId(options.name), '--config', configFile];
  await promisify(execFile)(javaCommand(), [...jvmFlags(options.dataDir, 128), ...format, '--ignore-formatted'], {
    env: childEnv(),
  });
}

/** 16 bytes in base64url, the same for the same name: data of one region's cluster is never taken for the other's. */
function clusterId(name: string): string {
  return createHash('sha256').update(`reprise ${name}`).digest().subarray(0, 16).toString('base64url');
}

export function serverProperties(options: KafkaOptions): string {
  const { port, controllerPort, proxied } = options;
  const listeners = [`PLAINTEXT://127.0.0.1:${port}`];
  const advertised = [...listeners];
  const protocols = ['PLAINTEXT:PLAINTEXT', 'CONTROLLER:PLAINTEXT'];
  if (proxied !== undefined) {
    listeners.push(`PROXIED://127.0.0.1:${proxied.port}`);
    advertised.push(`PROXIED://127.0.0.1:${proxied.advertisedPort}`);
    protocols.push('PROXIED:PLAINTEXT');
  }
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...listeners, `CONTROLLER://127.0.0.1:${controllerPort}`].join(','),
    'advertised.listeners': advertised.join(','),
    'listener.security.protocol.map': protocols.join(','),
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(options.dataDir, 'log'),

    // A topic with a typing error must fail, not appear with one partition.
    'auto.create.topics.enable': false,
    'delete.topic.enable': true,

    // One broker: everything it keeps for itself has one copy.
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Fifty partitions each is the default, made for clusters; every one is files, memory and time at start.
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.num.partitions': 1,

    // A group of one need not wait three seconds for others.
    'group.initial.rebalance.delay.ms': 0,

    // After SIGKILL the broker may register again only when its former life's session has ended: nine seconds by default.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 750,

    // Sized for a few dozen partitions in a 256 MB heap; the cleaner alone would take 128 MB.
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    'log.index.size.max.bytes': 2 * 1024 * 1024,
    'log.segment.bytes': 128 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 4,
    'queued.max.requests': 200,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
