import { decodeEndOffset, encodeRequest } from './ask-kafka.ts';

test('a request is its size, api, version, correlation id and client before its body', () => {
  const request = encodeRequest({ key: 3, version: 1 }, Buffer.from([0, 0, 0, 0]));
  expect(request.toString('hex')).toBe(
    ['00000018', '0003', '0001', '00000001', '000a', Buffer.from('supervisor').toString('hex'), '00000000'].join(''),
  );
});

test('the end offset is read behind a topic name of any length', () => {
  expect(decodeEndOffset(answer('eu.heartbeats', 0, 4_294_967_299n))).toBe(4_294_967_299n);
  expect(decodeEndOffset(answer('x', 0, 0n))).toBe(0n);
});

test('a topic that is not there has no end offset', () => {
  const unknownTopicOrPartition = 3;
  expect(decodeEndOffset(answer('eu.heartbeats', unknownTopicOrPartition, -1n))).toBeUndefined();
});

function answer(topic: string, error: number, offset: bigint): Buffer {
  const name = Buffer.from(topic);
  const bytes = Buffer.alloc(4 + 2 + name.length + 4 + 4 + 2 + 8 + 8);
  let at = bytes.writeInt32BE(1);
  at = bytes.writeInt16BE(name.length, at);
  at += name.copy(bytes, at);
  at = bytes.writeInt32BE(1, at);
  at = bytes.writeInt32BE(0, at);
  at = bytes.writeInt16BE(error, at);
  at = bytes.writeBigInt64BE(-1n, at);
  bytes.writeBigInt64BE(offset, at);
  return bytes;
}
