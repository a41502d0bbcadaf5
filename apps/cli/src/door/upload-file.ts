import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '@reprise/sdk';
import { CallRefused, GatewayUnreachable } from './failures.js';

/** A file on its way. */
export interface Upload {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** For messages: `rates of NER2026Q4NOV01.csv`. */
  readonly what: string;
}

/** Longest an upload may take: as long as a gateway grants. */
const longestMs = 1_800_000;

/** Sends a file no faster than it is taken, saying how far it is, and answers what was made of it (201). Throws what a person can act on. */
export async function uploadFile<Answer>(
  upload: Upload,
  door: { readonly url: URL; readonly token: string },
  onSent: (bytes: number) => void,
): Promise<Answer> {
  const send = door.url.protocol === 'https:' ? httpsRequest : httpRequest;
  const outgoing = send(door.url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${door.token}`,
      'content-type': upload.mediaType,
      'content-length': String(upload.size),
      'x-deadline-ms': String(longestMs),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  const body = createReadStream(upload.path);
  let sent = 0;
  body.on('data', (chunk) => onSent((sent += chunk.length)));
  // After an early answer nobody reads the rest; `answered` says what happened.
  pipeline(body, outgoing).catch(() => undefined);
  try {
    const response = await answered;
    const said = await json(response);
    if (response.statusCode === 201) return said as Answer;
    throw new CallRefused(upload.what, said as Problem);
  } catch (error) {
    if (error instanceof CallRefused) throw error;
    throw new GatewayUnreachable(door.url.origin, 'does not answer', { cause: error });
  } finally {
    body.destroy();
  }
}
