import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { javaCommand } from '../kafka/java.mjs';
import { readEndOffset } from './ask-kafka.ts';
import { childEnv } from './child-env.ts';
import { flowsBetween, mirrorProperties } from './mirror-properties.ts';
import type { MirroredTopic } from './mirror-properties.ts';
import type { ProcessHandle } from './process-spec.ts';
import { jvmFlags } from './start-kafka.ts';
import type { Supervisor } from './supervise.ts';

export interface MirrorOptions {
  readonly stateDir: string;
  /** `host:port` of the brokers of each region. */
  readonly brokersOf: Readonly<Record<string, string>>;
  readonly topics: readonly MirroredTopic[];
}

/** Starts MirrorMaker 2 with all flows between the regions in one JVM. Ready when a heartbeat has come through each flow. */
export async function startMirror(
  supervisor: Supervisor,
  { stateDir, brokersOf, topics }: MirrorOptions,
): Promise<ProcessHandle> {
  const configFile = join(stateDir, 'mirror.properties');
  const heartbeats = new HeartbeatWatch(brokersOf);
  return supervisor.start({
    name: 'mirror',
    command: javaCommand(),
    args: [...jvmFlags(stateDir, 192), 'org.apache.kafka.connect.mirror.MirrorMaker', configFile],
    env: childEnv(),
    tier: 2,
    beforeStart: async () => {
      mkdirSync(stateDir, { recursive: true });
      writeFileSync(configFile, mirrorProperties(brokersOf, topics));
      await heartbeats.reset();
    },
    isReady: () => heartbeats.haveAllMoved(),
    readyTimeoutMs: 90_000,
    stopGraceMs: 10_000,
  });
}

/** Watches the copies of MirrorMaker's heartbeats (`eu.heartbeats` in us): they move only while their flow does. */
class HeartbeatWatch {
  readonly #flows: { readonly topic: string; readonly port: number; seen: bigint }[];

  constructor(brokersOf: Readonly<Record<string, string>>) {
    this.#flows = flowsBetween(Object.keys(brokersOf)).map(([from, to]) => ({
      topic: `${from}.heartbeats`,
      port: portOf(brokersOf[to] ?? ''),
      seen: 0n,
    }));
  }

  async reset(): Promise<void> {
    for (const flow of this.#flows) flow.seen = (await readEndOffset(flow.port, flow.topic)) ?? 0n;
  }

  async haveAllMoved(): Promise<boolean> {
    const ends = await Promise.all(this.#flows.map((flow) => readEndOffset(flow.port, flow.topic)));
    return this.#flows.every((flow, index) => (ends[index] ?? 0n) > flow.seen);
  }
}

function portOf(brokers: string): number {
  return Number(brokers.split(',')[0]?.split(':').at(-1));
}
