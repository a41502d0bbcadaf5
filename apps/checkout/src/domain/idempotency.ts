import type { Instant, OrderId } from '@reprise/kernel';

/** An answer as it was given, to be given again byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

/** What became of the request that first used a key. */
export interface KeyRecord {
  /** Hash of method, path and canonical body. */
  readonly requestSha256: string;
  /** What the request made, in the same transaction as the key. */
  readonly orderId: OrderId;
  /** Until then somebody is working on the answer; after it, whoever was has died. */
  readonly lockedUntil: Instant;
  readonly answer?: StoredAnswer;
}

/** What a request that shows a known key gets. */
export type KeyDecision =
  | { readonly kind: 'replay'; readonly answer: StoredAnswer }
  | { readonly kind: 'resume'; readonly orderId: OrderId; readonly lockedUntil: Instant }
  | { readonly kind: 'inUse' }
  | { readonly kind: 'reused' };

export function decideKey(record: KeyRecord, requestSha256: string, now: Instant): KeyDecision {
  if (record.requestSha256 !== requestSha256) return { kind: 'reused' };
  if (record.answer) return { kind: 'replay', answer: record.answer };
  if (record.lockedUntil > now) return { kind: 'inUse' };
  return { kind: 'resume', orderId: record.orderId, lockedUntil: record.lockedUntil };
}
