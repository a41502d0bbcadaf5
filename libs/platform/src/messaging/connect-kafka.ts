import kafkajs from 'kafkajs';
import type { Kafka, LogEntry } from 'kafkajs';
import type { Logger } from '../persistence/index.js';
import { guardGzip } from './guard-gzip.js';
import { mendKafkajsTimers } from './mend-kafkajs-timers.js';

mendKafkajsTimers();
guardGzip();

/** Which cluster, and under what name we appear in its logs. */
export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly logger: Logger;
}

/**
 * A kafkajs client with timeouts for a loaded machine. Retries are stated, because kafkajs changes its defaults under
 * NODE_ENV=test. They are few: every caller has its own loop that knows what it is doing.
 */
export function connectKafka({ brokers, clientId, logger }: KafkaOptions): Kafka {
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, factor: 0.2, multiplier: 2, retries: 4 },
    logCreator: () => (entry) => logEntry(logger, entry),
  });
}

/** kafkajs calls a broker that went away an error several times a second; what it means is said by whoever it happened to. */
function logEntry(logger: Logger, { level, namespace, log }: LogEntry): void {
  if (level > kafkajs.logLevel.WARN) return;
  const { message, broker, clientId, error, groupId } = log;
  logger.debug('kafkajs', { namespace, message, broker, clientId, error, groupId });
}
