import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics.js';
import type { Readiness } from './readiness.js';

/** `/health/live` (the process runs), `/health/ready` (it can serve), `/metrics` (Prometheus), on the API's own port. */
export function mountHealth(server: FastifyInstance, readiness: Readiness, metrics: Metrics): void {
  server.get('/health/live', { config: { open: 'a supervisor asks without a token' } }, (_request, reply) => {
    reply.send({ status: 'live' });
  });
  server.get('/health/ready', { config: { open: 'a load balancer asks without a token' } }, async (_request, reply) => {
    const report = await readiness.report();
    return reply.code(report.status === 'ready' ? 200 : 503).send(report);
  });
  server.get(
    '/metrics',
    { config: { open: 'scraped inside the cell; holds no personal data' } },
    async (_request, reply) => {
      const { contentType, body } = await metrics.page();
      return reply.header('content-type', contentType).send(body);
    },
  );
}
