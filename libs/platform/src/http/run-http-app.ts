import type { Logger } from '../telemetry/logger.js';
import type { HttpApp } from './create-http-app.js';

/** One thing to close on the way out. */
export interface ShutdownStep {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

/** How a process serves and ends. */
export interface RunOptions {
  readonly port: number;
  readonly host?: string;
  /** How long requests in flight may take after SIGTERM. */
  readonly graceMs: number;
  /** What is closed after the last request was answered, in this order: consumers, relay, database, tracing. */
  readonly onShutdown: readonly ShutdownStep[];
  readonly logger: Logger;
}

/** A step that hangs must not keep a deploy waiting for ever. */
const STEP_TIMEOUT_MS = 15_000;

/**
 * Serves until SIGTERM or SIGINT, then drains: readiness says 503 at once, nothing new is accepted, requests in flight finish within the
 * grace, steps run in order, exit 0. Exit 1 when something had to be cut off. A second signal ends the process there and then.
 */
export async function runHttpApp(
  app: HttpApp,
  options: RunOptions,
): Promise<{ readonly port: number; readonly url: string }> {
  const { logger } = options;
  exitOnCrash(logger);
  let draining = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (draining) return process.exit(1);
    draining = true;
    logger.info('process.draining', { signal, graceMs: options.graceMs });
    void drain(app, options).then((clean) => {
      logger.info('process.stopped', { clean });
      process.exit(clean ? 0 : 1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return app.listen(options.port, options.host);
}

/** Takes the application down in order. False when a request or a step did not finish in its time. Never throws. */
export async function drain(app: HttpApp, { graceMs, onShutdown, logger }: Omit<RunOptions, 'port'>): Promise<boolean> {
  app.readiness.drain();
  let clean = true;
  const cut = setTimeout(() => {
    clean = false;
    logger.warn('http.cut-off', { graceMs });
    app.server.server.closeAllConnections();
  }, graceMs);
  try {
    await app.close();
  } catch (error) {
    clean = false;
    logger.error('http.close-failed', { err: error });
  }
  clearTimeout(cut);
  for (const { name, run } of onShutdown) {
    try {
      await withinTimeout(Promise.resolve(run()), name);
    } catch (error) {
      clean = false;
      logger.error('shutdown.step-failed', { step: name, err: error });
    }
  }
  return clean;
}

/** An error nobody handled means the process no longer knows what it is doing: it says so and ends, and its supervisor starts it again. */
export function exitOnCrash(logger: Logger): void {
  const crash = (event: string) => (error: unknown) => {
    logger.fatal(event, { err: error instanceof Error ? error : new Error(String(error)) });
    process.exit(1);
  };
  process.once('uncaughtException', crash('process.uncaught-exception'));
  process.once('unhandledRejection', crash('process.unhandled-rejection'));
}

function withinTimeout(work: Promise<void>, name: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not close within ${STEP_TIMEOUT_MS} ms`)), STEP_TIMEOUT_MS);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
