import type { HttpApp } from '@reprise/platform/http';
import type { FastifyReply } from 'fastify';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Files of the documentation page. A list and not a directory: nothing else can be asked for. */
const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Only our own files run, and nothing is asked of another host. Swagger UI writes style attributes and draws its icons as data URLs. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reprise API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

const start = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
`;

/** The pages about the API: where to begin, its OpenAPI document, and the same to browse. */
export function mountDocumentation(app: Pick<HttpApp, 'mountPage'>, openApi: object): void {
  const document = JSON.stringify(openApi);
  app.mountPage('/', 'says where to begin', (_request, reply) =>
    sendPage(reply, 'application/json; charset=utf-8', JSON.stringify(index)),
  );
  app.mountPage('/openapi.json', 'the API describes itself to everybody', (_request, reply) =>
    sendPage(reply.header('access-control-allow-origin', '*'), 'application/json; charset=utf-8', document),
  );
  app.mountPage('/docs', 'the reference is public', (_request, reply) =>
    sendPage(reply.header('content-security-policy', CONTENT_POLICY), 'text/html; charset=utf-8', page),
  );
  app.mountPage('/docs/start.js', 'part of the reference', (_request, reply) =>
    sendPage(reply, 'text/javascript; charset=utf-8', start),
  );
  const directory = join(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'), '..');
  for (const [name, contentType] of Object.entries(assets)) {
    const bytes = readFileSync(join(directory, name));
    const etag = `"${hash('sha1', bytes, 'base64url')}"`;
    app.mountPage(`/docs/${name}`, 'part of the reference', (request, reply) => {
      reply.headers({ etag, 'cache-control': 'public, max-age=3600' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.header('content-type', contentType).send(bytes);
    });
  }
}

const index = { name: 'Reprise', docs: '/docs', openapi: '/openapi.json', markets: '/v1/markets' };

function sendPage(reply: FastifyReply, contentType: string, body: string): FastifyReply {
  return reply.headers({ 'content-type': contentType, 'cache-control': 'public, max-age=60' }).send(body);
}
