import { connect } from 'node:net';

const metadataApiKey = 3;
const metadataVersion = 1;
const correlationId = 1;

/**
 * Whether a broker answers a metadata request and counts itself alive in it. An open port is not enough: a broker accepts
 * connections some time before it has a controller and can serve. Speaks the wire protocol (Metadata v1) itself, so that the
 * supervisor needs no client.
 */
export function probeKafka(host: string, port: number, timeoutMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const chunks: Buffer[] = [];
    const finish = (ready: boolean): void => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write(encodeMetadataRequest()));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const brokers = readBrokerCount(Buffer.concat(chunks));
      if (brokers !== undefined) finish(brokers > 0);
    });
  });
}

/** Request header v1 (key, version, correlation id, client id) and an empty topic list: the brokers only. */
export function encodeMetadataRequest(): Buffer {
  const clientId = Buffer.from('probe');
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + clientId.length + 4);
  let at = request.writeInt32BE(request.length - 4, 0);
  at = request.writeInt16BE(metadataApiKey, at);
  at = request.writeInt16BE(metadataVersion, at);
  at = request.writeInt32BE(correlationId, at);
  at = request.writeInt16BE(clientId.length, at);
  at += clientId.copy(request, at);
  request.writeInt32BE(0, at);
  return request;
}

/** Length of the broker array of a Metadata v1 answer: after size (4) and correlation id (4). Undefined until it has arrived. */
export function readBrokerCount(answer: Buffer): number | undefined {
  return answer.length < 12 ? undefined : answer.readInt32BE(8);
}
