import { join } from 'node:path';
import { createMissingDatabases } from './create-databases.ts';
import { startKafka } from './start-kafka.ts';
import { startPostgres } from './start-postgres.ts';
import type { Supervisor } from './supervise.ts';

export interface PlatformPorts {
  readonly postgres: number;
  readonly kafka: number;
  readonly kafkaController: number;
}

/** Parts that somebody else runs. */
export interface ExternalPlatform {
  /** `host:port[,host:port]`. */
  readonly kafkaBrokers?: string | undefined;
  /**
   * A server, with a role that may create databases. A database name in it is put in front of ours: `…/eu` gives `eu_catalog`, so
   * that two regions may share a server.
   */
  readonly databaseUrl?: string | undefined;
}

export interface PlatformOptions {
  readonly region: string;
  /** The region's own folder; its data is below it. */
  readonly stateDir: string;
  readonly ports: PlatformPorts;
  /** False trades safety against a power cut for speed; see startPostgres. */
  readonly durable: boolean;
  readonly external?: ExternalPlatform;
}

export interface Platform {
  readonly kafkaBrokers: string;
  /** Of a database of the services: `catalog`, `pricing`, … */
  readonly databaseUrl: (database: string) => string;
  /** As a superuser, for tests that end sessions or look into the cluster; absent when PostgreSQL is somebody else's. */
  readonly superuserUrl?: string;
}

/** What a region's services stand on: its PostgreSQL cluster and its broker, started side by side. */
export async function startPlatform(supervisor: Supervisor, options: PlatformOptions): Promise<Platform> {
  const [postgres, kafkaBrokers] = await Promise.all([
    providePostgres(supervisor, options),
    provideKafka(supervisor, options),
  ]);
  return { kafkaBrokers, ...postgres };
}

async function provideKafka(
  supervisor: Supervisor,
  { region, stateDir, ports, external }: PlatformOptions,
): Promise<string> {
  if (external?.kafkaBrokers) return external.kafkaBrokers;
  const kafka = await startKafka(supervisor, {
    name: `${region}-kafka`,
    dataDir: join(stateDir, 'kafka'),
    port: ports.kafka,
    controllerPort: ports.kafkaController,
  });
  return kafka.brokers;
}

async function providePostgres(
  supervisor: Supervisor,
  { region, stateDir, ports, durable, external }: PlatformOptions,
): Promise<Omit<Platform, 'kafkaBrokers'>> {
  if (external?.databaseUrl) return { databaseUrl: await createMissingDatabases(external.databaseUrl) };
  const dataDir = join(stateDir, 'postgres');
  const postgres = await startPostgres(supervisor, {
    name: `${region}-postgres`,
    dataDir,
    port: ports.postgres,
    durable,
  });
  return { databaseUrl: postgres.urlOf, superuserUrl: postgres.superuserUrl };
}
