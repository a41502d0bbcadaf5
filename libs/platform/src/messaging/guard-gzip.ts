import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** Most bytes one compressed record batch may unpack to: fifty times the largest batch a broker takes by default. */
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;

/**
 * kafkajs unpacks gzip without a bound, so a kilobyte can become a gigabyte (tulios/kafkajs#1795). Ours stops at a bound with
 * a RangeError, which ends that consumer's fetch instead of the process's memory.
 */
export function guardGzip(maxUnpackedBytes: number = MAX_UNPACKED_BYTES): void {
  CompressionCodecs[CompressionTypes.GZIP] = () => ({
    compress: (encoder: { buffer: Buffer }) => promisify(gzip)(encoder.buffer),
    decompress: (packed: Buffer) =>
      promisify<Buffer, object, Buffer>(gunzip)(packed, { maxOutputLength: maxUnpackedBytes }),
  });
}
