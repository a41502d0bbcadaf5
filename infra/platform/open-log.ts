import { mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log larger than this is put aside when its process starts again; one older copy is kept, so a log never costs much more than twice this. */
const rotateAboveBytes = 20 * 1024 * 1024;

/** Opens a process's log for appending. The child writes to the file itself: no pipe to fill, and it goes on without its parent. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if (sizeOf(path) > rotateAboveBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a');
}

/** Size in bytes; 0 when there is no such log yet. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
