import type { Problem } from '@reprise/sdk';
import { Readable } from 'node:stream';
import { CallRefused, GatewayUnreachable } from '../door/failures.js';

/** Longest a file may take: as long as a gateway grants a stream. */
const longestMs = 1_800_000;

/** Sends a CSV file, or asks for one, streamed either way. Answers what came back; throws what a person can act on. */
export async function exchangeFile(
  attempt: string,
  url: URL,
  { token, csv }: { readonly token: string; readonly csv?: Readable },
): Promise<Response> {
  const answer = await fetch(url, {
    method: csv === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, ...(csv && { 'content-type': 'text/csv' }) },
    ...(csv && { body: Readable.toWeb(csv) as ReadableStream, duplex: 'half' }),
    signal: AbortSignal.timeout(longestMs),
  } as RequestInit).catch((error: unknown) => {
    throw new GatewayUnreachable(url.origin, 'does not answer', { cause: error });
  });
  if (answer.ok) return answer;
  throw new CallRefused(attempt, (await answer.json()) as Problem);
}
