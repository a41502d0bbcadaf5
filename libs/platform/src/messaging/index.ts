export {
  DeadLetters,
  type DeadLetterFilter,
  type DeadLetterGroup,
  type DeadLetterView,
  type Decision,
  type Replay,
} from './dead-letters.js';
export { ensureTopics } from './ensure-topics.js';
export { FactConsumer, type ConsumerFaultPoint, type FactConsumerOptions } from './fact-consumer.js';
export { FactFold, type FactFoldOptions, type FoldBatch } from './fact-fold.js';
export type { DeadReason, Heard, HeardFact, Position, Tombstone, Unparsable } from './heard-fact.js';
export { hears, type Hearing, type HearingOptions } from './hears.js';
export type { ConsumerHealth } from './keep-consuming.js';
export { noMetrics, type MessagingMetrics } from './metrics.js';
export { OutboxRelay, type OutboxRelayOptions, type RelayFaultPoint } from './outbox-relay.js';
export { say, sayInBulk, sayMany, sayTombstone, type Saying } from './say-fact.js';
