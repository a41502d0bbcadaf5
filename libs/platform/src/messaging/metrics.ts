/** What messaging tells of itself. The telemetry room turns it into Prometheus series; every label has few values. */
export interface MessagingMetrics {
  /** Age of the oldest fact not yet on Kafka, in seconds; 0 when there is none. */
  outboxAge(seconds: number): void;
  /** Facts published with one send. */
  outboxBatch(facts: number): void;
  /** A fact that no broker will take was set aside in outbox_dead. */
  outboxQuarantined(topic: string): void;
  /** How old the next fact of a topic is, in seconds; 0 when all are heard. */
  lag(topic: string, seconds: number): void;
  /** Facts that were heard before and therefore not applied again. */
  duplicates(topic: string, facts: number): void;
  /** A message was set aside; `reason` is a DeadReason. */
  deadLetter(topic: string, reason: string): void;
  /** Partitions of a topic that wait because the same work failed for longer than the consumer's patience. */
  stalled(topic: string, partitions: number): void;
  /** The consumer group changed hands; many an hour means instances come and go or are too slow to answer. */
  rebalanced(group: string): void;
}

/** Counts nothing. For tools and specs. */
export const noMetrics: MessagingMetrics = {
  outboxAge: () => undefined,
  outboxBatch: () => undefined,
  outboxQuarantined: () => undefined,
  lag: () => undefined,
  duplicates: () => undefined,
  deadLetter: () => undefined,
  stalled: () => undefined,
  rebalanced: () => undefined,
};
