/** A service of this system, as producers and consumers of topics name it. */
export type ServiceName = 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance' | 'gateway';

/**
 * A Kafka topic as a reviewed fact: who writes it (exactly one service), who reads it, what its key is and how long it is kept.
 * `state` topics are compacted and hold the latest full state per key for ever; `event` topics keep everything for `retentionDays`.
 */
export interface Topic {
  readonly name: string;
  readonly key: string;
  readonly producer: ServiceName;
  readonly consumers: readonly ServiceName[];
  readonly partitions: number;
  readonly retention: { readonly kind: 'state' } | { readonly kind: 'event'; readonly retentionDays: number };
  /** Regions whose copy is mirrored elsewhere, as `<from>.<name>` in the target cluster. Absent: never leaves its region. */
  readonly mirrored?: readonly { readonly from: string; readonly to: string }[];
}
