import { context, propagation, SpanKind, SpanStatusCode, trace, type Context, type Link } from '@opentelemetry/api';
import type { Position } from './heard-fact.js';

const tracer = trace.getTracer('reprise.messaging');

/** More traces than this in one batch are linked, not shown: a span each would cost more than the work. */
const MAX_SHOWN_TRACES = 32;

/**
 * Runs `work` in a span that continues the trace of the first fact, and shows in every other trace of the batch a span of its own
 * linked to it: whichever request is looked up, the hearing of its fact is there.
 */
export async function traceHearing<T>(
  name: string,
  facts: readonly (Position & { readonly traceparent?: string })[],
  work: () => Promise<T>,
): Promise<T> {
  const origins = [...new Set(facts.map((fact) => fact.traceparent).filter((parent) => parent !== undefined))];
  const [first, ...others] = origins.slice(0, MAX_SHOWN_TRACES).map(contextOf);
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.name': 'process',
    'messaging.destination.name': facts[0]?.topic ?? '',
    'messaging.batch.message_count': facts.length,
  };
  const span = tracer.startSpan(name, { kind: SpanKind.CONSUMER, attributes, links: linksTo(others) }, first);
  const link: Link = { context: span.spanContext() };
  const shown = others.map((origin) =>
    tracer.startSpan(name, { kind: SpanKind.CONSUMER, attributes, links: [link] }, origin),
  );
  try {
    return await context.with(trace.setSpan(first ?? context.active(), span), work);
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).message });
    throw error;
  } finally {
    for (const ended of [span, ...shown]) ended.end();
  }
}

function contextOf(traceparent: string): Context {
  return propagation.extract(context.active(), { traceparent });
}

function linksTo(origins: readonly Context[]): Link[] {
  return origins.flatMap((origin) => {
    const spanContext = trace.getSpanContext(origin);
    return spanContext ? [{ context: spanContext }] : [];
  });
}
