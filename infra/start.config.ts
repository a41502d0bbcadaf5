import { cellPortNames, portVariable } from './platform/cell-ports.ts';
import type { CellPort, CellPorts } from './platform/cell-ports.ts';
import type { ExternalPlatform } from './platform/start-platform.ts';
import type { RegionOptions } from './platform/start-system.ts';

/** The regions of the system started here, and where their gateways are found unless a variable says otherwise. */
const gatewayPorts = { eu: 4100, us: 4200 } as const;

/** A setting that cannot be used; shown as it is, without a stack. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/**
 * Reads what may be set from outside: `GATEWAY_PORT_EU` and the like move ports (those without a variable follow the gateway's),
 * `KAFKA_BROKERS_EU` and `DATABASE_URL_EU` put your own in place of the embedded parts. Throws BadSetting.
 */
export function readStartConfig(env: Env): Record<string, RegionOptions> {
  return Object.fromEntries(
    Object.entries(gatewayPorts).map(([region, gatewayPort]) => {
      const ports = readPorts(region, env);
      return [region, { gatewayPort: ports.gateway ?? gatewayPort, ports, external: readExternal(region, env) }];
    }),
  );
}

type Env = Readonly<Record<string, string | undefined>>;

/** Where the web console is served: 4300, or what `CONSOLE_PORT` says. Throws BadSetting. */
export function readConsolePort(env: Env): number {
  return readPort('CONSOLE_PORT', env) ?? 4300;
}

function readPorts(region: string, env: Env): Partial<CellPorts> {
  const moved: Partial<Record<CellPort, number>> = {};
  for (const name of cellPortNames) {
    const port = readPort(portVariable(name, region), env);
    if (port !== undefined) moved[name] = port;
  }
  return moved;
}

function readExternal(region: string, env: Env): ExternalPlatform {
  const suffix = region.toUpperCase();
  return {
    kafkaBrokers: env[`KAFKA_BROKERS_${suffix}`] || undefined,
    databaseUrl: readDatabaseUrl(`DATABASE_URL_${suffix}`, env),
  };
}

function readPort(variable: string, env: Env): number | undefined {
  const text = env[variable];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new BadSetting(`${variable} must be a port between 1 and 65535, not ${JSON.stringify(text)}.`);
}

function readDatabaseUrl(variable: string, env: Env): string | undefined {
  const text = env[variable];
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new BadSetting(`${variable} must look like postgres://user:password@host:5432, and does not.`);
}
