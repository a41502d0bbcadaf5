// A broker of one spec's own, so that it can be killed. Arguments: state folder, port, controller port, proxied port, advertised port.
// Commands on standard input, one a line: a signal name, `stop` or `start`. Ends, with its broker, when standard input does.
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { startKafka } from '../../../infra/platform/start-kafka.ts';
import { Supervisor } from '../../../infra/platform/supervise.ts';

const [stateDir = '', ...ports] = process.argv.slice(2);
const [port = 0, controllerPort = 0, proxiedPort = 0, advertisedPort = 0] = ports.map(Number);

const supervisor = await Supervisor.claim({ stateDir, logDir: join(stateDir, 'logs') });
const broker = await startKafka(supervisor, {
  name: 'own-kafka',
  dataDir: join(stateDir, 'kafka'),
  port,
  controllerPort,
  proxied: { port: proxiedPort, advertisedPort },
});
process.stdout.write('ready\n');

for await (const command of createInterface({ input: process.stdin })) {
  if (command === 'stop') await broker.process.stop();
  else if (command === 'start') await broker.process.start();
  else broker.process.kill(/** @type {NodeJS.Signals} */ (command));
  process.stdout.write(`${command} done\n`);
}
await supervisor.stop();
