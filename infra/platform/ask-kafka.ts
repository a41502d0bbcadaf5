import { connect } from 'node:net';

/**
 * The two questions a supervisor has for a broker, in the wire protocol itself: whether it serves, and how far a topic has come.
 * A client library would bring its own retries, threads of logging and connections that outlive the question.
 */

const metadata = { key: 3, version: 1 };
const listOffsets = { key: 2, version: 1 };
const latest = -1n;
const noReplica = -1;

/** Whether a broker answers a metadata request and counts itself alive in it: the port alone is open before there is a controller. */
export async function probeKafka(port: number, timeoutMs = 1_000): Promise<boolean> {
  const answer = await ask(port, metadata, int32(0), timeoutMs);
  return answer.readInt32BE(0) > 0; // Length of the broker array, the first field.
}

/** Offset after the last record of partition 0 of a topic; undefined when there is no such topic. */
export async function readEndOffset(port: number, topic: string, timeoutMs = 1_000): Promise<bigint | undefined> {
  const partition = Buffer.concat([int32(0), int64(latest)]);
  const body = Buffer.concat([int32(noReplica), int32(1), string(topic), int32(1), partition]);
  return decodeEndOffset(await ask(port, listOffsets, body, timeoutMs));
}

/** ListOffsets v1: [topic, [partition, error, timestamp, offset]]. An error code other than 0 means that nobody leads it (yet). */
export function decodeEndOffset(answer: Buffer): bigint | undefined {
  const partitionsAt = 4 + 2 + answer.readInt16BE(4);
  const first = partitionsAt + 4;
  return answer.readInt16BE(first + 4) === 0 ? answer.readBigInt64BE(first + 4 + 2 + 8) : undefined;
}

/** Sends one request and resolves with the body of its answer. */
function ask(port: number, api: { key: number; version: number }, body: Buffer, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    let received: Buffer = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('connection closed')));
    socket.once('connect', () => socket.write(encodeRequest(api, body)));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const complete = received.length >= 4 && received.length >= 4 + received.readInt32BE(0);
      if (!complete) return;
      resolve(received.subarray(8)); // After size and correlation id.
      socket.destroy();
    });
  });
}

/** Request header v1: api key, version, correlation id, client id; before it all the size of what follows. */
export function encodeRequest(api: { key: number; version: number }, body: Buffer): Buffer {
  const header = Buffer.concat([int16(api.key), int16(api.version), int32(1), string('supervisor')]);
  return Buffer.concat([int32(header.length + body.length), header, body]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([int16(bytes.length), bytes]);
}
