import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConsoleConfig } from './console.config.ts';
import { createConsoleServer } from './server.ts';
import { loadSite } from './static-site.ts';

/** Serves the built console and passes its calls on to the gateways: one origin, so that no cookie ever crosses one. */
const config = readConsoleConfig(process.env);
const site = loadSite(
  config.siteDir ?? join(fileURLToPath(new URL('../..', import.meta.url)), 'apps', 'console', 'dist'),
);
const server = createConsoleServer({ site, gateways: config.gateways });

server.listen(config.port, config.host, () => {
  console.log(JSON.stringify({ msg: 'listening', port: config.port, files: site.files.size }));
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
