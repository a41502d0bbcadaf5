import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Problem, Schema } from '@reprise/sdk';
import { CallRefused, GatewayUnreachable } from '../door/failures.js';
import type { RateFileName } from './rate-file-name.js';

export type TaxRateImport = Schema<'TaxRateImport'>;

/** Longest an upload may take: as long as a gateway grants. */
const longestMs = 1_800_000;

/** Sends a rate file no faster than it is taken, saying how far it is, and answers what became of it. Throws what a person can act on. */
export async function uploadRateFile(
  file: { readonly path: string; readonly name: string; readonly size: number } & RateFileName,
  door: { readonly url: string; readonly token: string },
  onSent: (bytes: number) => void,
): Promise<TaxRateImport> {
  const { format, state, period, name } = file;
  const url = new URL('/v1/ops/tax-rates/imports', door.url);
  url.search = new URLSearchParams({ format, state, period, fileName: name }).toString();
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const outgoing = send(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${door.token}`,
      'content-type': 'text/csv',
      'content-length': String(file.size),
      'x-deadline-ms': String(longestMs),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  const body = createReadStream(file.path);
  let sent = 0;
  body.on('data', (chunk) => onSent((sent += chunk.length)));
  // After an early answer nobody reads the rest; `answered` says what happened.
  pipeline(body, outgoing).catch(() => undefined);
  try {
    const response = await answered;
    const said = (await json(response)) as TaxRateImport | Problem;
    if (response.statusCode === 201) return said as TaxRateImport;
    throw new CallRefused(`rates of ${name}`, said as Problem);
  } catch (error) {
    if (error instanceof CallRefused) throw error;
    throw new GatewayUnreachable(door.url, 'does not answer', { cause: error });
  } finally {
    body.destroy();
  }
}
