import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urlOf } from './cell-apps.ts';
import { childEnv } from './child-env.ts';
import { probeHttp } from './probe-http.ts';
import { requireFreePorts } from './require-free-port.ts';
import type { Supervisor } from './supervise.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ConsoleOptions {
  readonly port: number;
  readonly gatewayUrls: Readonly<Record<string, string>>;
}

/** Starts the web console before all gateways. It needs none of them to serve its page. Resolves to its address; throws PortInUse. */
export async function startConsole(supervisor: Supervisor, { port, gatewayUrls }: ConsoleOptions): Promise<string> {
  await requireFreePorts([{ port, variable: 'CONSOLE_PORT' }]);
  const url = urlOf(port);
  await supervisor.start({
    name: 'console',
    command: process.execPath,
    // It holds two megabytes of files and streams the rest.
    args: ['--max-old-space-size=48', '--max-semi-space-size=2', join(root, 'infra', 'console', 'main.ts')],
    env: childEnv({ CONSOLE_HTTP_PORT: String(port), CONSOLE_GATEWAYS: JSON.stringify(gatewayUrls) }),
    cwd: root,
    // Nobody comes in any more before anything behind it closes.
    tier: 4,
    isReady: () => probeHttp(`${url}/health/ready`),
    readyTimeoutMs: 30_000,
  });
  return url;
}
