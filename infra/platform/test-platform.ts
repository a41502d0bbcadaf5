// One region's PostgreSQL (fsync off) and broker for integration tests, up until SIGTERM or Ctrl-C:
//   node infra/platform/test-platform.ts start --state /tmp/x --pg-port 55432 --kafka-port 59092
// Prints `READY DATABASE_URL=… KAFKA_BROKERS=…` when both serve. The URL names the first database; the others have its form.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databases } from './create-databases.ts';
import { requireFreePorts } from './require-free-port.ts';
import { startPlatform } from './start-platform.ts';
import { Supervisor } from './supervise.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string' },
    'pg-port': { type: 'string', default: '55432' },
    'kafka-port': { type: 'string', default: '59092' },
    region: { type: 'string', default: 'eu' },
  },
});
if (positionals[0] !== 'start' || values.state === undefined) {
  console.error(
    'usage: node infra/platform/test-platform.ts start --state <folder> [--pg-port n] [--kafka-port n] [--region eu]',
  );
  process.exit(2);
}

const stateDir = resolve(values.state);
const ports = {
  postgres: Number(values['pg-port']),
  kafka: Number(values['kafka-port']),
  kafkaController: Number(values['kafka-port']) + 1,
};

try {
  const supervisor = await Supervisor.claim({
    stateDir,
    logDir: join(stateDir, 'logs'),
    onEvent: ({ process: name, text }) => console.log(`${name} ${text}`),
  });
  const stop = (): void => void supervisor.stop().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  try {
    await requireFreePorts([
      { port: ports.postgres, variable: '--pg-port' },
      { port: ports.kafka, variable: '--kafka-port' },
      { port: ports.kafkaController, variable: '--kafka-port' },
    ]);
    const { databaseUrl, kafkaBrokers } = await startPlatform(supervisor, {
      region: values.region,
      stateDir,
      ports,
      durable: false,
    });
    console.log(`READY DATABASE_URL=${databaseUrl(databases[0])} KAFKA_BROKERS=${kafkaBrokers}`);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
