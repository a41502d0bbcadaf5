import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { Fault } from '@reprise/kernel';
import { createLogger } from './logger.js';
import type { LogLevel } from './logger.js';
import { contextOf, currentTraceparent, inSpan, startTracing } from './tracing.js';
import { trace } from '@opentelemetry/api';

function collect(level: LogLevel = 'trace') {
  const lines: string[] = [];
  const logger = createLogger({
    service: 'pricing',
    region: 'eu',
    level,
    destination: { write: (line) => lines.push(line) },
  });
  return { logger, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a line is one JSON object that names its event, service and region', () => {
  const { logger, parsed } = collect();
  logger.info('outbox.relayed', { facts: 12, lagSeconds: 0.4 });
  expect(parsed()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      service: 'pricing',
      region: 'eu',
      facts: 12,
      lagSeconds: 0.4,
      event: 'outbox.relayed',
    },
  ]);
});

test('personal data and credentials never reach a line, however deep or spelled', () => {
  const { logger, lines } = collect();
  const canary = 'canary-4711';
  const person = { email: canary, name: canary, postal_code: canary, phone: canary };
  logger.info('order.placed', { order: { customer: person, lines: [{ shipTo: canary, imei: canary }] } });
  logger.warn('request.refused', { headers: { Authorization: canary, 'Set-Cookie': canary }, access_token: canary });
  logger.with({ quoteToken: canary, buyer: { vatId: canary } }).error('quote.refused', { apiKey: canary });
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toContain(canary);
  expect(lines[0]).toContain('"customer":"[censored]"');
});

test('an error is spelled out with its causes and whether it may be retried', () => {
  const { logger, parsed } = collect();
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  logger.error('relay.failed', { err: new Fault('broker away', { retriable: true, cause }) });
  expect(parsed()[0]?.['err']).toMatchObject({
    type: 'Fault',
    message: 'broker away',
    retriable: true,
    cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
  });
});

test('no value is too big, too deep or too odd to be logged', () => {
  const { logger, lines, parsed } = collect();
  const cycle: Record<string, unknown> = { amountMinor: 499_00n, at: new Date(Number.NaN), bytes: Buffer.alloc(9) };
  cycle['self'] = cycle;
  logger.info('odd', { cycle, text: 'x'.repeat(1e6), many: Array.from({ length: 1e5 }, (_, n) => n) });
  expect(lines[0]?.length).toBeLessThan(5_000);
  expect(parsed()[0]?.['cycle']).toMatchObject({ amountMinor: '49900', at: 'Invalid Date', bytes: '[9 bytes]' });
});

test('a line below the level is not written, and a child says what its parent knows', () => {
  const { logger, parsed } = collect('info');
  logger.debug('not.this');
  logger.with({ requestId: 'r-1' }).info('but.this');
  expect(parsed()).toMatchObject([{ event: 'but.this', requestId: 'r-1' }]);
  expect([logger.enabled('debug'), logger.enabled('warn')]).toEqual([false, true]);
});

describe('traces', () => {
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  test('a span continues the trace it is given, and lines logged in it carry its ids', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = startTracing({ service: 'pricing', region: 'eu', exporter });
    const { logger, parsed } = collect();
    const traceparent = await inSpan('hear pricing.offer', { kind: 'consumer', traceparent: parent }, async () => {
      await Promise.resolve();
      logger.info('fact.heard');
      return currentTraceparent();
    });
    const [span] = exporter.getFinishedSpans();
    expect(span).toMatchObject({ name: 'hear pricing.offer', parentSpanContext: { spanId: 'b7ad6b7169203331' } });
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(traceparent).toBe(`00-${traceId}-${spanId}-01`);
    expect(parsed()[0]).toMatchObject({ event: 'fact.heard', traceId, spanId });
    await tracing.stop();
  });

  test('a throw fails its span and is passed on', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = startTracing({ service: 'pricing', region: 'eu', exporter });
    await expect(inSpan('work', {}, () => Promise.reject(new Fault('away', { retriable: true })))).rejects.toThrow(
      'away',
    );
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: 'work', status: { message: 'Fault' } }]);
    await tracing.stop();
  });

  test('with no collector the context still travels', async () => {
    const tracing = startTracing({ service: 'pricing', region: 'eu' });
    const seen = await inSpan('work', { traceparent: parent }, () => currentTraceparent());
    expect(seen).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-/);
    await tracing.stop();
  });

  test.each([undefined, '', 'junk', '00-00000000000000000000000000000000-b7ad6b7169203331-01'])(
    'the traceparent %p starts a new trace',
    async (traceparent) => {
      const tracing = startTracing({ service: 'pricing', region: 'eu' });
      expect(trace.getSpanContext(contextOf(traceparent))).toBeUndefined();
      await tracing.stop();
    },
  );
});
