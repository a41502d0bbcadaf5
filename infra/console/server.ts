import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { passOn } from './pass-on.ts';
import type { Site, SiteFile } from './static-site.ts';

export interface ConsoleServerOptions {
  readonly site: Site;
  readonly gateways: Readonly<Record<string, string>>;
}

/**
 * Only our own files run, and nothing is asked of another host. The component library writes style attributes and one style element, so
 * styles may be inline; scripts may not.
 */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** One origin for the page and for every gateway behind it. */
export function createConsoleServer({ site, gateways }: ConsoleServerOptions): Server {
  const settings = JSON.stringify({ regions: Object.keys(gateways) });
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const [, region = ''] = /^\/api\/([a-z0-9-]+)\//.exec(path) ?? [];
    const gateway = Object.hasOwn(gateways, region) ? gateways[region] : undefined;
    if (gateway !== undefined) return passOn(request, response, gateway, `/api/${region}`);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'This address is read only.');
    if (path === '/health/ready') return sendJson(response, '{"status":"ready"}');
    if (path === '/settings.json') return sendJson(response, settings);
    const file = site.files.get(path);
    if (file !== undefined) return sendFile(request, response, file);
    // A file that is gone must not come back as a page: the browser would try to run it.
    if (/^\/(api|assets)\//.test(path) || /\.[a-z0-9]+$/.test(path))
      return refuse(response, 404, 'There is no such file.');
    return sendFile(request, response, site.page);
  });
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: SiteFile): void {
  response.setHeader('etag', file.etag);
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return void response.writeHead(304).end();
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? file.packed : undefined;
  const body = packed ?? file.plain;
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': body.length,
    ...(packed !== undefined && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendJson(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${detail}\n`);
}
