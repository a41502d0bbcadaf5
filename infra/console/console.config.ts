/** What the console's server is told from outside. */
export interface ConsoleConfig {
  readonly port: number;
  readonly host: string;
  /** Address of each region's gateway; the keys are the regions the console shows. */
  readonly gateways: Readonly<Record<string, string>>;
  /** Where the build is; beside this repository's source unless stated. */
  readonly siteDir: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads `CONSOLE_HTTP_PORT`, `CONSOLE_GATEWAYS` (`{"eu":"http://…"}`), `HTTP_HOST` and `CONSOLE_SITE_DIR`. Ends the process with what is wrong. */
export function readConsoleConfig(env: Env): ConsoleConfig {
  try {
    return {
      port: readPort(env['CONSOLE_HTTP_PORT']),
      host: env['HTTP_HOST'] || '127.0.0.1',
      gateways: readGateways(env['CONSOLE_GATEWAYS']),
      siteDir: env['CONSOLE_SITE_DIR'] || undefined,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(78);
  }
}

export function readPort(text: string | undefined): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`CONSOLE_HTTP_PORT must be a port between 1 and 65535, not ${JSON.stringify(text)}`);
}

export function readGateways(text: string | undefined): Readonly<Record<string, string>> {
  const form = 'CONSOLE_GATEWAYS must be JSON such as {"eu":"http://127.0.0.1:4100"}';
  let stated: unknown;
  try {
    stated = JSON.parse(text ?? '');
  } catch {
    throw new Error(form);
  }
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) throw new Error(form);
  const gateways = Object.entries(stated);
  const isGood = ([region, url]: [string, unknown]): boolean =>
    /^[a-z][a-z0-9-]{0,15}$/.test(region) && typeof url === 'string' && /^https?:\/\/[^/]+\/?$/.test(url);
  if (gateways.length === 0 || !gateways.every(isGood)) throw new Error(form);
  return Object.fromEntries(gateways.map(([region, url]) => [region, String(url).replace(/\/$/, '')]));
}
