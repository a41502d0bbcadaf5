import { join } from 'node:path';
import { appNames, urlOf } from './cell-apps.ts';
import { cellPorts, portClaims } from './cell-ports.ts';
import type { CellPort, CellPorts } from './cell-ports.ts';
import { loadKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import type { MirroredTopic } from './mirror-properties.ts';
import type { ProcessHandle } from './process-spec.ts';
import { requireFreePorts } from './require-free-port.ts';
import type { PortClaim } from './require-free-port.ts';
import { startCell } from './start-cell.ts';
import type { Cell, CellOptions, CellStep } from './start-cell.ts';
import { startMirror } from './start-mirror.ts';
import type { ExternalPlatform } from './start-platform.ts';
import type { Supervisor } from './supervise.ts';
import { writeCredentials } from './write-credentials.ts';
import type { Credentials } from './write-credentials.ts';

/** A region as it is to be started. */
export interface RegionOptions {
  readonly gatewayPort: number;
  /** Ports that do not follow from the gateway's. */
  readonly ports?: Partial<CellPorts>;
  readonly external?: ExternalPlatform;
  /** Instead of the system's: what this region's processes alone are told. */
  readonly extraEnv?: CellOptions['extraEnv'];
}

export interface SystemOptions extends Pick<CellOptions, 'apps' | 'extraEnv' | 'durable' | 'ensureTopics'> {
  readonly stateDir: string;
  readonly regions: Readonly<Record<string, RegionOptions>>;
  /** The topic table; what it calls mirrored goes from region to region. */
  readonly topics: readonly MirroredTopic[];
  /** A step of a region is done; the mirror has one, `apps`. */
  readonly onStep?: (part: string, step: CellStep) => void;
}

/** Every region, joined by the mirror. Stopping it is the supervisor's: `await supervisor.stop()`. */
export interface System {
  readonly cells: Readonly<Record<string, Cell>>;
  /** Absent when brokers are somebody else's: so is what runs between them. */
  readonly mirror: ProcessHandle | undefined;
  readonly gatewayUrls: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
  readonly credentialsFile: string;
  readonly keys: Keys;
}

/** Starts all regions side by side, and the mirror between them as soon as every region has its topics. Throws PortInUse. */
export async function startSystem(supervisor: Supervisor, options: SystemOptions): Promise<System> {
  const { stateDir, onStep = () => undefined } = options;
  const regions = Object.entries(options.regions).map(([region, { gatewayPort, ports, external, extraEnv }]) => ({
    region,
    ports: cellPorts(gatewayPort, ports),
    external: external ?? {},
    extraEnv: extraEnv ?? options.extraEnv ?? {},
    schema: Promise.withResolvers<{ region: string; brokers: string }>(),
  }));
  await requireFreePorts(regions.flatMap((region) => claimsOf(region, options.apps ?? appNames)));

  const keys = await loadKeys(
    join(stateDir, 'keys.json'),
    regions.map(({ region }) => region),
  );
  const credentialsFile = join(stateDir, 'credentials.json');
  const credentials = await writeCredentials(credentialsFile, keys.issuer);
  const gatewayUrls = Object.fromEntries(regions.map(({ region, ports }) => [region, urlOf(ports.gateway)]));

  const cells = regions.map(({ region, ports, external, extraEnv, schema }) =>
    startCell(supervisor, {
      ...options,
      extraEnv,
      region,
      stateDir: join(stateDir, region),
      ports,
      external,
      keys,
      gatewayUrls,
      ensureTopics: async (brokers) => {
        await options.ensureTopics(brokers, region);
        schema.resolve({ region, brokers });
      },
      onStep: (step) => onStep(region, step),
    }),
  );
  const isOwn = regions.length > 1 && regions.every(({ external }) => !external.kafkaBrokers);
  const [started, mirror] = await Promise.all([
    Promise.all(cells),
    isOwn
      ? startMirrorBetween(
          supervisor,
          options,
          regions.map(({ schema }) => schema.promise),
        )
      : undefined,
  ]);
  return {
    cells: Object.fromEntries(started.map((cell) => [cell.region, cell])),
    mirror,
    gatewayUrls,
    credentials,
    credentialsFile,
    keys,
  };
}

/** Who brings brokers of their own brings what runs between them: its account and its network are not ours to guess. */
async function startMirrorBetween(
  supervisor: Supervisor,
  { stateDir, topics, onStep }: SystemOptions,
  withTopics: readonly Promise<{ region: string; brokers: string }>[],
): Promise<ProcessHandle> {
  const brokersOf = Object.fromEntries((await Promise.all(withTopics)).map(({ region, brokers }) => [region, brokers]));
  const mirror = await startMirror(supervisor, { stateDir: join(stateDir, 'mirror'), brokersOf, topics });
  onStep?.('mirror', 'apps');
  return mirror;
}

function claimsOf(
  { region, ports, external }: { region: string; ports: CellPorts; external: ExternalPlatform },
  apps: readonly CellPort[],
): PortClaim[] {
  const names: CellPort[] = [...apps];
  if (apps.includes('checkout')) names.push('psp');
  if (!external.databaseUrl) names.push('postgres');
  if (!external.kafkaBrokers) names.push('kafka', 'kafkaController');
  return portClaims(region, ports, names);
}
