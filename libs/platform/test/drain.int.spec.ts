import { Module } from '@nestjs/common';
import { operation } from '@reprise/contracts/http';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createHttpApp, drain } from '../src/http/index.js';
import { createLogger } from '../src/telemetry/index.js';

const slow = operation({
  id: 'slow',
  method: 'GET',
  path: '/v1/slow/{ms}',
  owner: 'pricing',
  policy: ['public'],
  tag: 'Test',
  summary: 'takes its time',
  params: z.object({ ms: z.coerce.number() }),
  responses: { 200: z.object({ done: z.boolean() }) },
  problems: [],
});

@Module({})
class NoModule {}

const logger = createLogger({ service: 'test', region: 'eu', level: 'silent' });

async function startApp() {
  const config = { region: 'eu', authJwks: { keys: [] } };
  const app = await createHttpApp(NoModule, { service: 'test', config, logger, operations: [slow] });
  const arrived: (() => void)[] = [];
  app.mount(slow, async (call) => {
    arrived.shift()?.();
    await sleep(call.params.ms, undefined, { signal: call.signal });
    return { done: true };
  });
  const { url } = await app.listen(0);
  return { app, url, nextArrival: () => new Promise<void>((resolve) => arrived.push(resolve)) };
}

test('a request in flight is answered, a new connection refused, and steps run in order only then', async () => {
  const { app, url, nextArrival } = await startApp();
  const happened: string[] = [];
  const arrival = nextArrival();
  const inFlight = fetch(`${url}/v1/slow/300`).then(async (response) => {
    happened.push(`answered ${response.status} ${response.headers.get('connection')}`);
    await response.body?.cancel();
  });
  await arrival;
  const step = (name: string) => ({ name, run: async () => (await sleep(20), void happened.push(name)) });
  const drained = drain(app, { graceMs: 5_000, onShutdown: [step('consumers'), step('database')], logger });
  expect((await app.readiness.report()).status).toBe('draining');
  await expect(
    (async () => {
      for (;;) await fetch(`${url}/health/live`);
    })(),
  ).rejects.toThrow();
  expect(await drained).toBe(true);
  await inFlight;
  expect(happened.sort()).toEqual(['answered 200 close', 'consumers', 'database'].sort());
});

test('a request that arrives on a kept connection while draining is served and the connection closed after it', async () => {
  const { app, url, nextArrival } = await startApp();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(url + path, { agent }, (response) => resolve(response.resume())).on('error', reject);
    });
  const arrival = nextArrival();
  const [first, second] = [ask('/v1/slow/200'), ask('/v1/slow/0')];
  await arrival;
  const drained = drain(app, { graceMs: 5_000, onShutdown: [], logger });
  const answered = await first;
  expect([answered.statusCode, answered.headers.connection]).toEqual([200, 'close']);
  await second.catch(() => undefined);
  agent.destroy();
  expect(await drained).toBe(true);
});

test('a request that outlives the grace is cut off and the drain says so', async () => {
  const { app, url, nextArrival } = await startApp();
  const arrival = nextArrival();
  const inFlight = fetch(`${url}/v1/slow/20000`).catch((error: unknown) => error);
  await arrival;
  const closed: string[] = [];
  const onShutdown = [{ name: 'database', run: () => void closed.push('database') }];
  expect(await drain(app, { graceMs: 100, onShutdown, logger })).toBe(false);
  expect(await inFlight).toMatchObject({ message: 'fetch failed' });
  expect(closed).toEqual(['database']);
});

test('a step that fails does not keep the next from running', async () => {
  const { app } = await startApp();
  const closed: string[] = [];
  const onShutdown = [
    { name: 'consumers', run: () => Promise.reject(new Error('broker away')) },
    { name: 'database', run: () => void closed.push('database') },
  ];
  expect(await drain(app, { graceMs: 1_000, onShutdown, logger })).toBe(false);
  expect(closed).toEqual(['database']);
});

describe('a process', () => {
  beforeAll(() => {
    execFileSync('npx', ['nx', 'run-many', '-t', 'build', '-p', 'kernel,contracts,platform'], { stdio: 'ignore' });
  }, 120_000);

  /** The built library in a process of its own, because what is claimed is about signals and exit codes. */
  function startProcess(atStart = '') {
    const source = `
      import { Module } from '@nestjs/common';
      import { createHttpApp, runHttpApp } from '@reprise/platform/http';
      import { createLogger } from '@reprise/platform/telemetry';
      class NoModule {}
      Module({})(NoModule);
      const logger = createLogger({ service: 'test', region: 'eu', level: 'info' });
      const config = { region: 'eu', authJwks: { keys: [] } };
      const app = await createHttpApp(NoModule, { service: 'test', config, logger, operations: [] });
      const onShutdown = [{ name: 'database', run: () => logger.info('database.closed') }];
      await runHttpApp(app, { port: 0, graceMs: 1000, onShutdown, logger });
      ${atStart}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const events: Record<string, unknown>[] = [];
    const lines = createInterface({ input: child.stdout });
    const listening = new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        const parsed = JSON.parse(line) as Record<string, unknown>;
        events.push(parsed);
        if (parsed['event'] === 'http.listening') resolve();
      });
    });
    const exited = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code]]) => code as number);
    return { child, events, listening, exited };
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with code 0 after its steps', async (signal) => {
    const { child, events, listening, exited } = startProcess();
    await listening;
    child.kill(signal);
    expect(await exited).toBe(0);
    expect(events.map(({ event }) => event)).toEqual([
      'http.listening',
      'process.draining',
      'database.closed',
      'process.stopped',
    ]);
  });

  test.each([
    ['uncaught-exception', "setTimeout(() => { throw new TypeError('nobody caught this'); }, 10);"],
    ['unhandled-rejection', "void Promise.reject(new TypeError('nobody caught this'));"],
  ])('an %s is logged as fatal and ends it with code 1', async (name, source) => {
    const { events, exited } = startProcess(source);
    expect(await exited).toBe(1);
    expect(events.at(-1)).toMatchObject({
      event: `process.${name}`,
      level: 'fatal',
      err: { type: 'TypeError', message: 'nobody caught this' },
    });
  });
});
