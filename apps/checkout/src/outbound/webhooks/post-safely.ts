import { lookup as resolveName } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { performance } from 'node:perf_hooks';
import { isPublicAddress } from './public-address.js';
import { hostOf, refuseTarget } from './webhook-target.js';
import type { WebhookTargets } from './webhook-target.js';
import type { WebhookAttempt } from '../../application/webhook-ports.js';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface PostSettings {
  readonly targets: WebhookTargets;
  /** For all of it: name, connection, answer. */
  readonly timeoutMs: number;
  /** Every address of a name; tests state them. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  /** Certificate authorities besides those Node trusts. */
  readonly ca?: string;
}

/** Most that is read of an answer, which nobody looks at: a status says all there is to say. */
const answerBytesMax = 65_536;

/**
 * Posts to a URL somebody else chose, so that it cannot be made to reach what only we reach: the name is resolved once, every address of it has to be
 * public, and the connection goes to the very address that was looked at, whatever the name says a moment later. Redirects are answers
 * like any other, and no proxy, cookie or kept connection is used.
 */
export async function postSafely(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  settings: PostSettings,
): Promise<WebhookAttempt> {
  const begunMs = performance.now();
  const took = () => Math.round(performance.now() - begunMs);
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  try {
    const refused = refuseTarget(url, settings.targets);
    if (refused !== undefined) return { error: `${refused.code}: ${refused.message}`, tookMs: took() };
    const target = new URL(url);
    const address = await addressOf(target, settings, deadline);
    if (typeof address === 'string') return { error: address, tookMs: took() };
    const answered = await exchange(target, address, headers, body, settings, deadline);
    return { ...answered, tookMs: took() };
  } catch (error) {
    return {
      error: deadline.aborted ? `timeout: no answer in ${settings.timeoutMs} ms` : describe(error),
      tookMs: took(),
    };
  }
}

/** The address to connect to, or why there is none. */
async function addressOf(
  target: URL,
  { targets, resolve = everyAddress }: PostSettings,
  deadline: AbortSignal,
): Promise<Address | string> {
  const host = hostOf(target);
  const family = isIP(host);
  const found = family === 0 ? await orTimeout(resolve(host), deadline) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) return `nameNotFound: ${host} has no address`;
  // One address behind our walls is enough: which of them is tried would be the name's choice.
  const closed = targets === 'public' ? found.find(({ address }) => !isPublicAddress(address)) : undefined;
  return closed === undefined ? first : `addressNotPublic: ${host} leads to ${closed.address}`;
}

function everyAddress(host: string): Promise<readonly Address[]> {
  return resolveName(host, { all: true });
}

/** A look-up cannot be called off, so it is left behind. */
async function orTimeout<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, fail) => {
      deadline.addEventListener('abort', () => fail(new Error('timeout')), { once: true });
    }),
  ]);
}

function exchange(
  target: URL,
  { address, family }: Address,
  headers: Readonly<Record<string, string>>,
  body: string,
  { ca }: PostSettings,
  deadline: AbortSignal,
): Promise<Pick<WebhookAttempt, 'status' | 'retryAfterMs' | 'error'>> {
  const host = hostOf(target);
  const options: RequestOptions & { ca?: string; servername?: string } = {
    method: 'POST',
    host: address,
    family,
    port: target.port === '' ? (target.protocol === 'https:' ? 443 : 80) : Number(target.port),
    path: `${target.pathname}${target.search}`,
    headers: { ...headers, host: target.host, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
    // A kept connection would have been opened for a name that meant something else then.
    agent: false,
    signal: deadline,
    // The certificate is checked against the name, though the connection goes to its address.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((done, fail) => {
    const request: ClientRequest = target.protocol === 'https:' ? requestHttps(options) : requestHttp(options);
    request.on('error', fail);
    request.on('response', (response) => void drain(response).then(done, fail));
    request.end(body);
  });
}

/** Reads an answer to its end, or as much of it as anybody may send. */
async function drain(response: IncomingMessage): Promise<Pick<WebhookAttempt, 'status' | 'retryAfterMs' | 'error'>> {
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= answerBytesMax) continue;
    response.destroy();
    return { error: `answerTooLarge: more than ${answerBytesMax} bytes` };
  }
  const { statusCode = 0 } = response;
  const retryAfter = Number(response.headers['retry-after']);
  return {
    status: statusCode,
    ...(Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
    ...(statusCode >= 200 && statusCode < 300 ? {} : { error: `answered ${statusCode}` }),
  };
}

function describe(error: unknown): string {
  const { code, name = 'unknown', message = '' } = error as Partial<NodeJS.ErrnoException>;
  return `${code ?? name}: ${message}`.slice(0, 300);
}
