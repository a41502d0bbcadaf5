import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver of webhooks may do, by the first part of the path it is called at. */
const behaviours: Readonly<Record<string, (response: ServerResponse, received: Received) => void>> = {
  ok: (response) => response.writeHead(204).end(),
  failing: (response) => response.writeHead(500).end('broken'),
  busy: (response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
  gone: (response) => response.writeHead(410).end(),
  moved: (response, { headers }) => response.writeHead(302, { location: `http://${headers.host}/ok` }).end(),
  silent: () => undefined,
  dripping: (response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 50);
    response.on('close', () => clearInterval(drip));
  },
  endless: (response) => {
    response.writeHead(200);
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', more);
    };
    more();
  },
  hangingUp: (response) => response.socket?.destroy(),
  garbage: (response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'),
};

/** An HTTP server that does what its path says and remembers what it was told. */
export class HostileReceiver {
  readonly received: Received[] = [];
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<HostileReceiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new HostileReceiver(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => void receiver.take(request, response));
    return receiver;
  }

  url(behaviour: string, tail = ''): string {
    return `http://127.0.0.1:${this.port}/${behaviour}${tail}`;
  }

  /** What came to a path, oldest first. */
  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = { path: request.url ?? '', headers: request.headers, body: await text(request) };
    this.received.push(received);
    const behaviour = behaviours[received.path.split('/')[1] ?? ''];
    if (behaviour === undefined) throw new Error(`no behaviour for ${received.path}`);
    behaviour(response, received);
  }
}
