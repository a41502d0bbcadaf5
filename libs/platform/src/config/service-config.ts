import { z } from 'zod';
import { faultPlanSetting } from './fault-plan.js';
import { json, list, url, wholeNumber, yesOrNo } from './parse-setting.js';
import { setting } from './setting.js';

/** A JSON Web Key as far as configuration cares: its kind, and its name when it has one. */
export const jwkSchema = z.looseObject({ kty: z.string(), kid: z.string().min(1), alg: z.string().optional() });

/** Public keys that tokens or quotes are verified with. A private part in here would be a leak, so it is refused. */
export const jwksSchema = z.object({
  keys: z
    .array(jwkSchema.refine((key) => !('d' in key) && !('k' in key), 'must hold public keys only'))
    .min(1)
    .max(16),
});

/**
 * The settings every process of a cell has; spread them into an application's schema.
 * `prefix` is the application's name in capitals (`PRICING`), which keeps each process's own variables apart.
 */
export function processConfig(prefix: string) {
  return {
    region: setting('REGION', z.string().regex(/^[a-z]{2,8}$/, 'must be a region name in lower case'), {
      description: 'The cell this process runs in. Data with a home elsewhere is refused here.',
      example: 'eu',
    }),
    httpHost: setting('HTTP_HOST', z.string().min(1).default('127.0.0.1'), {
      description: 'Interface to listen on. Loopback unless a container or a load balancer stands in front.',
      example: '0.0.0.0',
    }),
    httpPort: setting(`${prefix}_HTTP_PORT`, wholeNumber(0, 65_535), {
      description: 'Port of the API, health and metrics. 0 takes any free port.',
      example: '4101',
    }),
    kafkaBrokers: setting(
      'KAFKA_BROKERS',
      list(z.string().regex(/^[A-Za-z0-9_.-]+:\d{1,5}$/, 'must be host:port, comma-separated')),
      { description: 'Brokers of this cell to start from; the rest are discovered.', example: 'localhost:9092' },
    ),
    logLevel: setting(
      'LOG_LEVEL',
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
      { description: 'Least severe log line written. debug adds one line a request.', example: 'info' },
    ),
    authJwks: setting('AUTH_JWKS', json(jwksSchema), {
      description: 'Public keys that bearer tokens are verified with, as a JWK set (OKP, Ed25519).',
      example: '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"2026-01","x":"…"}]}',
    }),
    otlpEndpoint: setting('OTEL_EXPORTER_OTLP_ENDPOINT', url('http', 'https').optional(), {
      description: 'OpenTelemetry collector that receives traces. Unset: trace context still travels, nothing is sent.',
      example: 'http://localhost:4318',
    }),
    checkAnswers: setting('HTTP_CHECK_ANSWERS', yesOrNo().default(false), {
      description:
        'Check every answer against its contract before sending it. Costs time on each answer, so off in production.',
      example: 'true',
    }),
    drainGraceMs: setting(`${prefix}_DRAIN_GRACE_MS`, wholeNumber(0, 120_000).default(10_000), {
      description:
        'How long requests in flight may take to finish after SIGTERM. Longer slows a deploy; shorter cuts callers off.',
      example: '10000',
    }),
  };
}

/** {@link processConfig} of a service that owns a PostgreSQL database. */
export function serviceConfig(prefix: string) {
  return {
    ...processConfig(prefix),
    databaseUrl: setting(`${prefix}_DATABASE_URL`, url('postgres', 'postgresql'), {
      description: 'The PostgreSQL database this service alone owns.',
      example: `postgres://${prefix.toLowerCase()}@localhost:5432/${prefix.toLowerCase()}`,
      secret: true,
    }),
    faultPlan: faultPlanSetting(prefix),
  };
}
