import { loadConfigOrExit } from '@reprise/platform/config';
import { runHttpApp } from '@reprise/platform/http';
import { createLogger, startTracing } from '@reprise/platform/telemetry';
import { gatewayConfig } from './gateway.config.js';
import { makeGateway } from './make-gateway.js';

const config = loadConfigOrExit(gatewayConfig);
const { region } = config;
const logger = createLogger({ service: 'gateway', region, level: config.logLevel });
const tracing = startTracing({ service: 'gateway', region, otlpEndpoint: config.otlpEndpoint });
const gateway = await makeGateway(config, logger);

await runHttpApp(gateway.app, {
  port: config.httpPort,
  host: config.httpHost,
  graceMs: config.drainGraceMs,
  logger,
  onShutdown: [...gateway.onShutdown, { name: 'tracing', run: () => tracing.stop() }],
});
