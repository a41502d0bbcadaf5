import { join } from 'node:path';
import { startKafka } from './start-kafka.ts';
import type { Kafka } from './start-kafka.ts';
import { startPostgres } from './start-postgres.ts';
import type { Postgres } from './start-postgres.ts';
import type { Supervisor } from './supervise.ts';

export interface PlatformPorts {
  readonly postgres: number;
  readonly kafka: number;
  readonly kafkaController: number;
}

export interface PlatformOptions {
  readonly region: string;
  /** The region's own folder; its data is below it. */
  readonly stateDir: string;
  readonly ports: PlatformPorts;
  /** False trades safety against a power cut for speed; see startPostgres. */
  readonly durable: boolean;
}

export interface Platform {
  readonly postgres: Postgres;
  readonly kafka: Kafka;
}

/** What a region's services stand on: its PostgreSQL cluster and its broker, started side by side. */
export async function startPlatform(supervisor: Supervisor, options: PlatformOptions): Promise<Platform> {
  const { region, stateDir, ports, durable } = options;
  const [postgres, kafka] = await Promise.all([
    startPostgres(supervisor, {
      name: `${region}-postgres`,
      dataDir: join(stateDir, 'postgres'),
      port: ports.postgres,
      durable,
    }),
    startKafka(supervisor, {
      name: `${region}-kafka`,
      dataDir: join(stateDir, 'kafka'),
      port: ports.kafka,
      controllerPort: ports.kafkaController,
    }),
  ]);
  return { postgres, kafka };
}
