import { trace } from '@opentelemetry/api';
import { destination as toStandardOutput, pino, stdTimeFunctions } from 'pino';
import type { DestinationStream } from 'pino';
import { censor } from './censor.js';

/** How much a line matters. `fatal` means the process is about to end. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** What a line says besides its event: flat where possible, names with units last. `err` holds the Error, if any. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Writes one JSON object a line. The first argument is the event: dotted, stable, greppable (`outbox.relayed`), never a
 * sentence with values in it. Personal data is censored by key (see censor.ts); the trace that is running is added.
 */
export type Logger = { readonly [level in LogLevel]: (event: string, fields?: LogFields) => void } & {
  /** The same logger with fields on every line. */
  readonly with: (fields: LogFields) => Logger;
  /** Whether lines of this level are written; guards work done only for a debug line. */
  readonly enabled: (level: LogLevel) => boolean;
};

/** Who is logging, and how much. */
export interface LoggerOptions {
  readonly service: string;
  readonly region: string;
  readonly level: LogLevel | 'silent';
  /** Where lines go; standard output unless a spec collects them. */
  readonly destination?: DestinationStream;
}

/** The logger of a process. Lines are written synchronously: a line before a crash is worth more than a microsecond. */
export function createLogger({ service, region, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service, region },
    timestamp: stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: runningTrace,
    // Errors are spelled out by censor(); pino's own serializer would take the result apart again.
    serializers: { err: (err: unknown) => err },
  };
  return wrap(pino(options, destination ?? toStandardOutput({ fd: 1, sync: true })));
}

function wrap(sink: ReturnType<typeof pino>): Logger {
  const line = (level: LogLevel) => (event: string, fields?: LogFields) => {
    if (!sink.isLevelEnabled(level)) return;
    if (fields) sink[level](censor(fields) as object, event);
    else sink[level](event);
  };
  return {
    fatal: line('fatal'),
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    trace: line('trace'),
    with: (fields) => wrap(sink.child(censor(fields) as Record<string, unknown>)),
    enabled: (level) => sink.isLevelEnabled(level),
  };
}

function runningTrace(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { traceId: span.traceId, spanId: span.spanId } : {};
}
