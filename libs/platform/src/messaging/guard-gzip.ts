import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** Most bytes one compressed record batch may unpack to: sixteen times the largest batch a broker takes by default. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;
/** Stand-ins are made for at most so many records; a batch that claims more ends the consumer. */
const MAX_STAND_INS = 100_000;

/** What stands in for each record of a batch that will not be unpacked. It is no JSON, so each becomes a dead letter. */
export const REFUSED_RECORD = 'record batch refused: unpacks beyond the bound';

/**
 * kafkajs unpacks gzip without a bound, so a kilobyte can become a gigabyte (tulios/kafkajs#1795). Ours stops at a bound. Throwing
 * there would end the consumer at the same offset again and again; instead every record of such a batch becomes a stand-in
 * that is set aside like any other poison, and the partition goes on.
 */
export function guardGzip(maxUnpackedBytes: number = MAX_UNPACKED_BYTES): void {
  CompressionCodecs[CompressionTypes.GZIP] = () => ({
    compress: (encoder: { buffer: Buffer }) => promisify(gzip)(encoder.buffer),
    decompress: async (packed: Buffer) => {
      try {
        return await unpack(packed, { maxOutputLength: maxUnpackedBytes });
      } catch (error) {
        const records = recordCountBefore(packed);
        if (!isBeyondBound(error) || records === undefined || records > MAX_STAND_INS) throw error;
        return standIns(records);
      }
    },
  });
}

function isBeyondBound(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
}

/** kafkajs hands over a slice of the record batch; the four bytes in front of it are the number of records. */
function recordCountBefore(packed: Buffer): number | undefined {
  return packed.byteOffset < 4 ? undefined : Buffer.from(packed.buffer, packed.byteOffset - 4, 4).readInt32BE();
}

/** Records in Kafka's format v2: length, attributes, timestamp delta, offset delta, null key, value, no headers. */
function standIns(count: number): Buffer {
  const value = Buffer.from(REFUSED_RECORD);
  const records = Array.from({ length: count }, (_, index) => {
    const body = Buffer.concat([
      Buffer.from([0, 0]),
      varInt(index),
      varInt(-1),
      varInt(value.length),
      value,
      Buffer.from([0]),
    ]);
    return Buffer.concat([varInt(body.length), body]);
  });
  return Buffer.concat(records);
}

/** Zigzag, then seven bits a byte, lowest first. */
function varInt(number: number): Buffer {
  const bytes: number[] = [];
  let rest = ((number << 1) ^ (number >> 31)) >>> 0;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}
