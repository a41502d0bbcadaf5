import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell, CellProcess } from '../infra/platform/start-cell.ts';

/** What e2e specs ask to happen to the system under them. */
export interface ControlServer {
  readonly url: string;
  close(): void;
}

/**
 * `POST /kill?region=eu&name=checkout` kills that process as a crash would (the supervisor starts it again) and answers with
 * `{"pid": n}`; `POST /await?region=eu&name=checkout` answers when it is ready (again). On a free loopback port.
 */
export async function startControlServer(cells: Readonly<Record<string, Cell>>): Promise<ControlServer> {
  const server = createServer((request, response) => {
    void obey(cells, request).then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      (error: Error) => response.writeHead(400, { 'content-type': 'text/plain' }).end(error.message),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const awaitTimeoutMs = 60_000;

async function obey(
  cells: Readonly<Record<string, Cell>>,
  request: IncomingMessage,
): Promise<{ pid: number | undefined }> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control');
  const cell = cells[searchParams.get('region') ?? ''];
  if (request.method !== 'POST' || cell === undefined) throw new Error('POST /kill?region=<region>&name=<process>');
  const name = searchParams.get('name') as CellProcess;
  if (pathname === '/kill') {
    const pid = cell.kill(name);
    // Answered once it is seen to be gone: whoever awaits it next must not be told of the one that died.
    while (cell.process(name).pid === pid) await sleep(10);
    return { pid };
  }
  if (pathname !== '/await') throw new Error(`there is no ${pathname}: /kill and /await are`);
  await cell.process(name).waitUntilReady(awaitTimeoutMs);
  return { pid: cell.process(name).pid };
}
