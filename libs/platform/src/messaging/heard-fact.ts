/** Where in Kafka a message stood. `topic` is the cluster's name of it, with the mirror's prefix if it has one. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** A fact that satisfies its contract. */
export interface HeardFact<Data = unknown> extends Position {
  readonly kind: 'fact';
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly key: string;
  /** Grows by one per key; compare before writing state: a late or repeated copy has no greater one. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly occurredAt: string;
  /** The cell that said it. */
  readonly region: string;
  readonly market?: string;
  readonly traceparent?: string;
  readonly data: Data;
}

/** The key of a state topic is gone. */
export interface Tombstone extends Position {
  readonly kind: 'tombstone';
  /** The fact's id when our relay said it, otherwise made of the position. */
  readonly id: string;
  readonly key: string;
}

/** Why a message was set aside instead of applied. */
export type DeadReason =
  | 'NotJson'
  | 'NotAnEnvelope'
  | 'KeyMismatch'
  | 'WrongRegion'
  | 'UnknownType'
  | 'UnknownVersion'
  | 'BrokenContract'
  | 'UnexpectedTombstone'
  | 'HearingFailed'
  | 'FollowsDead';

/** A message that is no fact we know. */
export interface Unparsable extends Position {
  readonly kind: 'unparsable';
  readonly key: string | null;
  readonly reason: DeadReason;
  readonly error: Error;
  /** What the envelope claimed to be, when there was one. */
  readonly type?: string;
}

/** What a message turned out to be. */
export type Heard = HeardFact | Tombstone | Unparsable;
