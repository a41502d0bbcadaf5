/** Longest line read, in bytes: past it the line is refused and skipped, so that a file without line ends cannot fill the memory. */
export const LINE_MAX_BYTES = 262_144;

/** Whole lines that arrived together, decoded, without their ends; null is a line longer than {@link LINE_MAX_BYTES}. */
export interface LineBlock {
  readonly lines: readonly (string | null)[];
  /** Bytes these lines took in the stream, line ends included. */
  readonly bytes: number;
}

/**
 * Cuts a stream of bytes into lines, as many at a time as have arrived, in constant memory. Bytes are cut at line ends before they are
 * decoded, so a character that straddles two chunks is whole. A last line without an end counts.
 */
export async function* readLineBlocks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<LineBlock> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  const take = (end: Buffer): LineBlock => {
    const size = pendingBytes + end.length;
    const tooLong = pendingBytes > LINE_MAX_BYTES;
    const text = decoder.decode(tooLong ? end : Buffer.concat([...pending, end], size));
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map(withinLimit);
    // Its beginning was let go of.
    if (tooLong) lines[0] = null;
    pending = [];
    pendingBytes = 0;
    return { lines, bytes: size };
  };
  for await (const chunk of bytes) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const rest = buffer.lastIndexOf(10) + 1;
    if (rest > 0) yield take(buffer.subarray(0, rest));
    pendingBytes += buffer.length - rest;
    if (pendingBytes > LINE_MAX_BYTES) pending = [];
    else if (rest < buffer.length) pending.push(buffer.subarray(rest));
  }
  if (pendingBytes > 0) yield take(Buffer.alloc(0));
}

// Not fatal: a broken byte becomes U+FFFD, and the schema or the reader of the report sees where. A byte order mark is no part of a line.
const decoder = new TextDecoder('utf-8');

function withinLimit(line: string): string | null {
  // A character is three bytes at most (four for two units), so most lines need not be measured.
  if (line.length * 3 <= LINE_MAX_BYTES) return line;
  return Buffer.byteLength(line) <= LINE_MAX_BYTES ? line : null;
}

/** The stream without its first `count` lines, which are neither decoded nor kept. */
export async function* skipLines(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of bytes) {
    let start = 0;
    for (; left > 0; left -= 1) {
      const end = chunk.indexOf(10, start);
      if (end === -1) break;
      start = end + 1;
    }
    if (left === 0 && start < chunk.length) yield start === 0 ? chunk : chunk.subarray(start);
  }
}
