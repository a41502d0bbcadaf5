import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that misbehaves on command, between a client and the server at `target`. */
export interface FaultProxy {
  readonly port: number;
  /** Forwards, refuses and drops connections, or swallows what the server answers while requests still reach it. */
  set(mode: 'pass' | 'refuse' | 'drop answers'): void;
  /** Resets every open connection. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free (or the given) port of the loopback interface, passing at first. */
export async function startFaultProxy(
  target: { readonly host: string; readonly port: number },
  port = 0,
): Promise<FaultProxy> {
  let mode: 'pass' | 'refuse' | 'drop answers' = 'pass';
  const open = new Set<Socket>();
  const server = createServer((client) => {
    if (mode === 'refuse') return client.destroy();
    const upstream = connect(target);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => mode === 'drop answers' || client.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      mode = next;
      if (next === 'refuse') cut();
    },
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
