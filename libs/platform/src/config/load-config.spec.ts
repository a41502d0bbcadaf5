import { z } from 'zod';
import { ConfigError, loadConfig, printableConfig } from './load-config.js';
import { json, wholeNumber } from './parse-setting.js';
import { serviceConfig } from './service-config.js';
import { setting } from './setting.js';

const schema = z.object({
  ...serviceConfig('PRICING'),
  quotePrivateJwk: setting('PRICING_QUOTE_PRIVATE_JWK', json(z.looseObject({ d: z.string() })), {
    description: 'Signs quotes.',
    example: '{"kty":"OKP"}',
    secret: true,
  }),
  quoteTtlSeconds: setting('PRICING_QUOTE_TTL_SECONDS', wholeNumber(60, 3_600).default(900), {
    description: 'How long a quoted price is kept.',
    example: '900',
  }),
});

const good = {
  REGION: 'eu',
  PRICING_HTTP_PORT: '4101',
  PRICING_DATABASE_URL: 'postgres://pricing:hunter2@localhost/pricing',
  KAFKA_BROKERS: 'a:9092, b:9093',
  AUTH_JWKS: '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"x"}]}',
  PRICING_QUOTE_PRIVATE_JWK: '{"kty":"OKP","d":"c2VjcmV0"}',
};

function errorOf(env: Record<string, string | undefined>): ConfigError {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

test('a complete environment becomes typed, defaulted settings', () => {
  const config = loadConfig(schema, good);
  expect(config).toMatchObject({
    region: 'eu',
    httpPort: 4101,
    httpHost: '127.0.0.1',
    kafkaBrokers: ['a:9092', 'b:9093'],
    logLevel: 'info',
    quoteTtlSeconds: 900,
    checkAnswers: false,
  });
  expect(config.otlpEndpoint).toBeUndefined();
});

test('settings are frozen to the last level', () => {
  const config = loadConfig(schema, good);
  expect(() => Object.assign(config, { region: 'us' })).toThrow(TypeError);
  expect(() => Object.assign(config.authJwks.keys[0] ?? {}, { kid: 'other' })).toThrow(TypeError);
});

test('every error is listed at once, each with what it means and an example', () => {
  const error = errorOf({ ...good, REGION: undefined, PRICING_HTTP_PORT: '99999', KAFKA_BROKERS: 'nonsense' });
  expect(error.variables).toEqual(['REGION', 'PRICING_HTTP_PORT', 'KAFKA_BROKERS']);
  expect(error.message.split('\n')).toEqual([
    '3 settings are wrong:',
    '  REGION: is not set',
    '      The cell this process runs in. Data with a home elsewhere is refused here.',
    '      example: REGION=eu',
    '  PRICING_HTTP_PORT: must be at most 65535',
    '      Port of the API, health and metrics. 0 takes any free port.',
    '      example: PRICING_HTTP_PORT=4101',
    '  KAFKA_BROKERS: 0: must be host:port, comma-separated',
    '      Brokers of this cell to start from; the rest are discovered.',
    '      example: KAFKA_BROKERS=localhost:9092',
  ]);
});

test('an empty variable is an absent one', () => {
  expect(errorOf({ ...good, REGION: '' }).message).toContain('REGION: is not set');
  expect(loadConfig(schema, { ...good, LOG_LEVEL: '' }).logLevel).toBe('info');
});

test.each(['12.5', '1e3', 'NaN', '0x10', ' 7'])('the number %p is refused rather than guessed at', (port) => {
  expect(errorOf({ ...good, PRICING_HTTP_PORT: port }).message).toContain('must be a whole number from 0 to 65535');
});

test('a wrong secret is not quoted in the error', () => {
  const error = errorOf({
    ...good,
    PRICING_QUOTE_PRIVATE_JWK: '{"d":"s3cr3t-value"',
    PRICING_DATABASE_URL: 'mysql://root:s3cr3t-value@db/x',
  });
  expect(error.variables).toEqual(['PRICING_DATABASE_URL', 'PRICING_QUOTE_PRIVATE_JWK']);
  expect(error.message).not.toContain('s3cr3t-value');
});

test('a private key among the public ones is refused', () => {
  const leaked = '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"x","d":"private"}]}';
  expect(errorOf({ ...good, AUTH_JWKS: leaked }).message).toContain('must hold public keys only');
});

test('printable settings say that a secret is set, never what it is', () => {
  const printed = printableConfig(schema, loadConfig(schema, good));
  expect(printed).toMatchObject({ databaseUrl: '[secret]', quotePrivateJwk: '[secret]', region: 'eu' });
  expect(JSON.stringify(printed)).not.toContain('hunter2');
});

test('a field that names no variable is a mistake in the schema, found at once', () => {
  expect(() => loadConfig(z.object({ orphan: z.string() }), {})).toThrow('config field "orphan" names no environment');
});
