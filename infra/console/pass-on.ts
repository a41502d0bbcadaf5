import { request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** Belong to one connection and not to the message (RFC 9110 § 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Passes a call on to a gateway and its answer back, byte for byte, streams included; a gateway that is down is a problem document. */
export function passOn(request: IncomingMessage, response: ServerResponse, gateway: string, prefix: string): void {
  const target = new URL(gateway);
  const headers = without(request.headers, [...hopByHop, 'host', 'origin', 'referer']);
  const send = target.protocol === 'https:' ? askSecurely : ask;
  const onward = send(target, {
    method: request.method,
    path: (request.url ?? '').slice(prefix.length),
    headers,
    timeout: 120_000,
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, without(answer.headers, hopByHop));
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('timeout', () => onward.destroy(new Error('no answer in two minutes')));
  onward.on('error', () => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(503, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'retry-after': '2',
    });
    response.end(JSON.stringify(unreachable(prefix)));
  });
  // Nobody waits any more: neither should the gateway.
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function unreachable(prefix: string): object {
  const region = prefix.slice(prefix.lastIndexOf('/') + 1);
  return {
    type: 'about:blank',
    title: 'The region does not answer',
    status: 503,
    code: 'ServiceUnavailable',
    detail: `The gateway of ${region} cannot be reached from the console's server.`,
    errors: [],
    requestId: '',
  };
}
