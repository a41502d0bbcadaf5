import { setTimeout as sleep } from 'node:timers/promises';
import { CallRefused, GatewayUnreachable } from '../door/failures.js';
import type { FilePart, OfferImport, Uploaded } from './upload-part.js';

/** How an import reaches the system. */
export interface ImportDoor {
  readonly url: string;
  readonly upload: (part: FilePart) => Promise<Uploaded>;
  /** The import as it stands; undefined while nothing of it has arrived. */
  readonly find: (importId: string) => Promise<OfferImport | undefined>;
}

export interface ImportOptions {
  /** Told whenever more is known. */
  readonly onProgress?: (taken: OfferImport) => void;
  /** Told of each connection that broke, and how long the next try waits. */
  readonly onLost?: (reason: string, waitMs: number) => void;
  readonly retryMs?: { readonly first: number; readonly last: number };
  /** Tries in a row that take nothing before giving up. */
  readonly attempts?: number;
  readonly pollMs?: number;
}

/** Refusals that pass by themselves; another upload may have been ours, whose end we did not see. */
const passing = new Set(['ServiceUnavailable', 'DeadlineExceeded', 'TooManyRequests', 'OfferImportTakenOver']);

/**
 * Brings a file in as one import, whatever happens to connections and processes on the way: after each break the import says how far it is,
 * and the rest is sent. Gives up when several tries in a row take nothing.
 */
export async function importPrices(
  file: Pick<FilePart, 'file' | 'importId' | 'dryRun' | 'size'>,
  door: ImportDoor,
  options: ImportOptions = {},
): Promise<OfferImport> {
  const { first, last } = options.retryMs ?? { first: 500, last: 8_000 };
  let waitMs = first;
  let inVain = 0;
  let at = (await door.find(file.importId))?.resumeFrom ?? { line: 1, byte: 0 };
  for (;;) {
    const stop = watch(door, file.importId, options);
    const uploaded = await door.upload({ ...file, ...at }).finally(stop);
    if (uploaded.kind === 'taken') return uploaded.taken;
    if (uploaded.kind === 'refused' && !passing.has(uploaded.problem.code))
      throw new CallRefused(`Import ${file.importId}`, uploaded.problem);
    const reason = uploaded.kind === 'lost' ? uploaded.reason : uploaded.problem.detail;
    options.onLost?.(reason, waitMs);
    await sleep(waitMs);
    const found = await door.find(file.importId).catch(() => undefined);
    const next = found?.resumeFrom ?? at;
    inVain = next.line > at.line ? 0 : inVain + 1;
    waitMs = inVain === 0 ? first : Math.min(waitMs * 2, last);
    if (inVain >= (options.attempts ?? 10))
      throw new GatewayUnreachable(door.url, `took nothing in ${inVain} tries: ${reason}`);
    at = next;
  }
}

/** Asks the import how far it is while an upload runs: what was sent is not yet what was taken. */
function watch(door: ImportDoor, importId: string, { onProgress, pollMs = 500 }: ImportOptions): () => void {
  if (onProgress === undefined) return () => undefined;
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    door
      .find(importId)
      .then((taken) => taken !== undefined && onProgress(taken))
      .catch(() => undefined)
      .finally(() => (asking = false));
  }, pollMs);
  return () => clearInterval(timer);
}
