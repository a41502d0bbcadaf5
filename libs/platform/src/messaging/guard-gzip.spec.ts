import { gzipSync } from 'node:zlib';
import kafkajs from 'kafkajs';
import { guardGzip, REFUSED_RECORD } from './guard-gzip.js';

/** What kafkajs would hand to the codec: a slice of a record batch, with the record count in front of it. */
function packed(records: number, content: Buffer): Buffer {
  const compressed = gzipSync(content);
  const batch = Buffer.alloc(4 + compressed.length);
  batch.writeInt32BE(records);
  compressed.copy(batch, 4);
  return batch.subarray(4);
}

async function unpackWithin(bound: number, records: number, content: Buffer): Promise<Buffer> {
  guardGzip(bound);
  const codec = kafkajs.CompressionCodecs[kafkajs.CompressionTypes.GZIP]() as {
    decompress(buffer: Buffer): Promise<Buffer>;
  };
  return codec.decompress(packed(records, content));
}

test('a batch within the bound is unpacked as it was', async () => {
  const content = Buffer.from('as it was');
  expect(await unpackWithin(9, 1, content)).toEqual(content);
});

test('a batch beyond the bound becomes one stand-in for each record, and memory stays at the bound', async () => {
  const unpacked = await unpackWithin(1_000, 300, Buffer.alloc(50_000_000));
  expect(unpacked.toString('latin1').split(REFUSED_RECORD)).toHaveLength(301);
  expect(unpacked.length).toBeLessThan(300 * (REFUSED_RECORD.length + 16));
});

test('a batch that claims more records than stand-ins are made for is an error', async () => {
  await expect(unpackWithin(1_000, 100_001, Buffer.alloc(50_000))).rejects.toThrow(/larger than/);
});

test('bytes that are no gzip are an error', async () => {
  guardGzip(1_000);
  const codec = kafkajs.CompressionCodecs[kafkajs.CompressionTypes.GZIP]() as {
    decompress(buffer: Buffer): Promise<Buffer>;
  };
  await expect(codec.decompress(Buffer.from('not gzip'))).rejects.toThrow(/header/);
});
