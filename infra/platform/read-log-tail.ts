import { closeSync, openSync, readSync } from 'node:fs';
import { sizeOf } from './open-log.ts';

const tailBytes = 4_096;

/** The last lines of a log, indented, for a message about a process that would not start. */
export function readLogTail(path: string, lines = 8): string {
  const size = sizeOf(path);
  if (size === 0) return '  (the log is empty)';
  const buffer = Buffer.alloc(Math.min(size, tailBytes));
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
  } finally {
    closeSync(file);
  }
  const tail = buffer.toString('utf8').trimEnd().split('\n').slice(-lines);
  return tail.map((line) => `  ${line.slice(0, 300)}`).join('\n');
}
