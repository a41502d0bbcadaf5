import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import type { Problem, Schema } from '@reprise/sdk';

export type OfferImport = Schema<'OfferImport'>;

/** A file from one of its lines on, as an upload of an import. */
export interface FilePart {
  readonly file: string;
  readonly importId: string;
  readonly dryRun: boolean;
  readonly line: number;
  readonly byte: number;
  /** Where the file ends. */
  readonly size: number;
}

/** What an upload came to: the import as it stands, a refusal, or a connection that broke. */
export type Uploaded =
  | { readonly kind: 'taken'; readonly taken: OfferImport }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly reason: string };

/**
 * Sends the rest of a file and answers what became of it. Written on `http` rather than `fetch`, because the file is read no faster
 * than it is taken and its length is said, so that progress has an end.
 */
export async function uploadPart(
  part: FilePart,
  door: { readonly url: string; readonly token: string; readonly signal: AbortSignal },
): Promise<Uploaded> {
  const url = new URL('/v1/seller/offers/bulk', door.url);
  url.searchParams.set('import', part.importId);
  url.searchParams.set('from', String(part.line));
  url.searchParams.set('dryRun', String(part.dryRun));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const outgoing = send(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${door.token}`,
      'content-type': 'application/x-ndjson',
      'content-length': String(part.size - part.byte),
      'x-deadline-ms': String(longestMs),
    },
    signal: door.signal,
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  // An empty rest is still an upload: it ends the import.
  const body =
    part.size > part.byte ? createReadStream(part.file, { start: part.byte, end: part.size - 1 }) : undefined;
  // After an early answer nobody reads the rest; `answered` says what happened.
  if (body === undefined) outgoing.end();
  else pipeline(body, outgoing).catch(() => undefined);
  try {
    const response = await answered;
    const said = (await json(response)) as OfferImport | Problem;
    if (response.statusCode === 202) return { kind: 'taken', taken: said as OfferImport };
    return { kind: 'refused', problem: said as Problem };
  } catch (error) {
    return { kind: 'lost', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    body?.destroy();
  }
}

/** Longest an upload may take before it is asked to go on in a new one: as long as a gateway grants. */
const longestMs = 1_800_000;
