import type { MessagingMetrics } from '../messaging/metrics.js';
import type { Metrics } from './metrics.js';

/** What messaging tells of itself, as Prometheus series. Call once per process: a series has one owner. */
export function messagingMetrics(metrics: Metrics): MessagingMetrics {
  const outboxAge = metrics.gauge(
    'outbox_oldest_age_seconds',
    'Age of the oldest fact committed but not yet on Kafka.',
  );
  const outboxBatch = metrics.histogram('outbox_batch_facts', 'Facts published with one send.', [1, 5, 20, 100, 500]);
  const quarantined = metrics.counter('outbox_quarantined_total', 'Facts no broker would take, set aside.', 'topic');
  const lag = metrics.gauge('kafka_lag_seconds', 'Age of the next fact of a topic; 0 when all are heard.', 'topic');
  const duplicates = metrics.counter('inbox_duplicates_total', 'Facts heard before and not applied again.', 'topic');
  const dead = metrics.counter('dead_letters_total', 'Messages set aside, by why.', 'topic', 'reason');
  const stalled = metrics.gauge('consumer_stalled_partitions', 'Partitions waiting behind work that fails.', 'topic');
  const rebalances = metrics.counter('consumer_rebalances_total', 'Times the group changed hands.', 'group');
  return {
    outboxAge: (seconds) => outboxAge.set(seconds),
    outboxBatch: (facts) => outboxBatch.observe(facts),
    outboxQuarantined: (topic) => quarantined.inc({ topic }),
    lag: (topic, seconds) => lag.set({ topic }, seconds),
    duplicates: (topic, facts) => duplicates.inc({ topic }, facts),
    deadLetter: (topic, reason) => dead.inc({ topic, reason }),
    stalled: (topic, partitions) => stalled.set({ topic }, partitions),
    rebalanced: (group) => rebalances.inc({ group }),
  };
}
