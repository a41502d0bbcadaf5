import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopOnSignals } from '../infra/platform/stop-on-signals.ts';
import { startKafka } from '../infra/platform/start-kafka.ts';
import { startPostgres } from '../infra/platform/start-postgres.ts';
import type { Postgres } from '../infra/platform/start-postgres.ts';
import { Supervisor } from '../infra/platform/supervise.ts';

/** Parts of its own for one bench: free ports, state in a folder that is gone afterwards. */
export class Stage {
  readonly #closers: (() => Promise<unknown> | unknown)[] = [];
  #supervisor: Supervisor | undefined;
  #stateDir: string | undefined;

  /** A PostgreSQL with the services' databases. Durable unless said otherwise: speed without fsync is nobody's speed. */
  async postgres({ durable = true } = {}): Promise<Postgres> {
    const supervisor = await this.supervisor();
    const [port = 0] = await freePorts(1);
    return startPostgres(supervisor, { name: 'bench-postgres', dataDir: await this.folder('postgres'), port, durable });
  }

  /** A broker; `host:port`. */
  async kafka(): Promise<string> {
    const supervisor = await this.supervisor();
    const [port = 0, controllerPort = 0] = await freePorts(2);
    const dataDir = await this.folder('kafka');
    return (await startKafka(supervisor, { name: 'bench-kafka', dataDir, port, controllerPort })).brokers;
  }

  /** For a bench that starts processes of its own, such as a service. */
  async supervisor(): Promise<Supervisor> {
    if (this.#supervisor !== undefined) return this.#supervisor;
    const stateDir = await this.folder('state');
    const supervisor = await Supervisor.claim({ stateDir, logDir: join(stateDir, 'logs') });
    stopOnSignals(supervisor, () => void this.close().then(() => process.exit(130)));
    return (this.#supervisor = supervisor);
  }

  /** A folder below the bench's own; removed with it. */
  async folder(name: string): Promise<string> {
    this.#stateDir ??= await mkdtemp(join(tmpdir(), 'reprise-bench-'));
    return join(this.#stateDir, name);
  }

  /** Runs before the platform stops, in the reverse of the order given: closes pools, servers, consumers. */
  onClose(close: () => Promise<unknown> | unknown): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
    await this.#supervisor?.stop();
    if (this.#stateDir !== undefined)
      await rm(this.#stateDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Ports nobody listens on now: held all at once, so that they differ, then let go. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
