// A server of plain Fastify that answers every call with what another URL answered once:  node bench/serve-bytes.ts <url> <port>
import fastify from 'fastify';

const [source = '', port = ''] = process.argv.slice(2);
const answer = await fetch(source);
if (!answer.ok) throw new Error(`${source} answered ${answer.status}`);
const body = Buffer.from(await answer.arrayBuffer());
const type = answer.headers.get('content-type') ?? 'application/json';

const app = fastify();
app.get('/*', (_request, reply) => reply.type(type).send(body));
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.on('SIGTERM', () => void app.close());
