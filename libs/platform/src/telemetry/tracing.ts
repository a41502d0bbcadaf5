import { context, propagation, trace } from '@opentelemetry/api';
import type { Context, Span } from '@opentelemetry/api';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** Who is traced and where spans go. */
export interface TracingOptions {
  readonly service: string;
  readonly region: string;
  /** Base URL of an OTLP/HTTP collector. Absent: context still travels over HTTP and Kafka, nothing is recorded. */
  readonly otlpEndpoint?: string | undefined;
  /** Share of new traces recorded, 0 to 1. A trace somebody else began is recorded if they record it. */
  readonly sampleRatio?: number;
  /** Receives every span as it ends; for specs. */
  readonly exporter?: SpanExporter;
}

/** What `startTracing` hands back: the last thing a process closes. */
export interface Tracing {
  /** Sends what is still buffered, for at most a few seconds, then lets go of the global tracer. */
  readonly stop: () => Promise<void>;
}

/** Sets up tracing for the whole process. Call once, first thing in `main.ts`. */
export function startTracing(options: TracingOptions): Tracing {
  const { service, region, otlpEndpoint, sampleRatio = 1, exporter } = options;
  const spanProcessors = [
    ...(exporter ? [new SimpleSpanProcessor({ exporter })] : []),
    ...(otlpEndpoint
      ? [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: tracesUrl(otlpEndpoint) }) })]
      : []),
  ];
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'reprise', region }),
    // Nobody listens: ids are still made, so that logs of one request can be joined, but no span is recorded.
    sampler: spanProcessors.length
      ? new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) })
      : new AlwaysOffSampler(),
    spanProcessors,
  });
  const contextManager = new AsyncLocalStorageContextManager();
  contextManager.enable();
  context.setGlobalContextManager(contextManager);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    stop: async () => {
      // A collector that is down must not hold up a shutdown or fail it.
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      propagation.disable();
      context.disable();
    },
  };
}

/** `traceparent` of the span that is running, to send along (HTTP header, envelope, outbox row). */
export function currentTraceparent(from: Context = context.active()): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(from, carrier);
  return carrier.traceparent;
}

/** The context a `traceparent` describes. An absent or malformed one starts a new trace. */
export function contextOf(traceparent: string | undefined): Context {
  return propagation.extract(context.active(), traceparent === undefined ? {} : { traceparent });
}

/** What kind of span {@link inSpan} opens, and in which trace. */
export interface SpanOptions {
  readonly kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** The trace to continue; the running one when absent. */
  readonly traceparent?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** Runs `work` in a span named `name`. A throw is recorded on the span and passed on. */
export async function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T> | T): Promise<T> {
  const parent = options.traceparent === undefined ? context.active() : contextOf(options.traceparent);
  const span = tracer().startSpan(
    name,
    { kind: KINDS[options.kind ?? 'internal'], attributes: { ...options.attributes } },
    parent,
  );
  try {
    return await context.with(trace.setSpan(parent, span), () => work(span));
  } catch (error) {
    recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Marks a span as failed by `error`. */
export function recordFailure(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'thrown' });
  span.recordException(error instanceof Error ? error : String(error));
}

/** The tracer of this system's own spans. */
export function tracer() {
  return trace.getTracer('reprise');
}

function tracesUrl(endpoint: string): string {
  return `${endpoint.replace(/\/$/, '')}/v1/traces`;
}
