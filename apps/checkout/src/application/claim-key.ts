import type { Clock, OrderId } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { StoredAnswer } from '../domain/idempotency.js';
import { decideKey } from '../domain/idempotency.js';
import type { Desk, DeskTx, FaultPoint, KeyedAnswer } from './ports.js';
import { Together } from './together.js';

/** A request as its `Idempotency-Key` identifies it. */
export interface KeyedRequest {
  /** Keeps keys of different calls apart: a market, an order. */
  readonly scope: string;
  readonly key: string | undefined;
  /** Hash of method, path and canonical body. */
  readonly requestSha256: string;
  /** Longest the request will work on its answer. */
  readonly lockMs: number;
}

/** What a known key leads to: the answer of before, or the order to go on answering about. */
export type KnownKey =
  { readonly kind: 'replay'; readonly answer: StoredAnswer } | { readonly kind: 'resume'; readonly orderId: OrderId };

/**
 * Makes a request count once. The key is written in the transaction that does what the request asks; the answer is stored when it is
 * known, and given again byte for byte. Refusals are not stored: they wrote nothing, and may be asked again.
 */
export class ClaimKey {
  private readonly stores: Together<KeyedAnswer, StoredAnswer>;

  constructor(
    private readonly desk: Desk,
    private readonly clock: Clock,
    private readonly faultPoint: FaultPoint,
  ) {
    this.stores = new Together((answers) => this.desk.directly((tx) => tx.saveAnswers(answers)), {
      ...{ batches: 2, most: 100 },
      apart: ({ scope, key }) => `${scope} ${key}`,
    });
  }

  /** What the key means before anything is written; undefined for a key that is new. */
  async look(request: KeyedRequest & { readonly key: string }): Promise<KnownKey | OrderRejection | undefined> {
    return this.desk.directly(async (tx) => {
      const record = await tx.findKey(request.scope, request.key);
      if (!record) return undefined;
      const decision = decideKey(record, request.requestSha256, this.clock.now());
      if (decision.kind === 'reused') return keyReused;
      if (decision.kind === 'inUse') return keyInUse;
      if (decision.kind === 'replay') return decision;
      const mine = await tx.takeOverKey(request.scope, request.key, decision.lockedUntil, request.lockMs);
      return mine ? { kind: 'resume', orderId: decision.orderId } : keyInUse;
    });
  }

  /** Claims a new key in the caller's transaction; false when a twin was faster. */
  async claim(tx: DeskTx, request: KeyedRequest & { readonly key: string }, orderId: OrderId): Promise<boolean> {
    const { scope, key, requestSha256, lockMs } = request;
    return (await tx.insertKeys([{ scope, key, requestSha256, orderId, lockMs }])).has(orderId);
  }

  /** Stores the answer before it is given; answers the one to give, which is another's if it was faster. */
  async store(
    { scope, key }: Pick<KeyedRequest, 'scope'> & { readonly key: string },
    answer: StoredAnswer,
  ): Promise<StoredAnswer> {
    this.faultPoint('answer.before-store');
    return this.stores.run({ scope, key, answer });
  }
}

/** A call that needs a key was made without one. */
export const keyMissing: OrderRejection = reject(
  'IdempotencyKeyMissing',
  'Send an Idempotency-Key header: a value of your own, new for each order, the same for each retry of it.',
  { field: 'headers.Idempotency-Key' },
);

/** The key came with another request before. */
export const keyReused: OrderRejection = reject(
  'IdempotencyKeyReused',
  'This Idempotency-Key came with another request before. A new request needs a new key.',
  { field: 'headers.Idempotency-Key' },
);

/** The request with this key is not answered yet. */
export const keyInUse: OrderRejection = reject(
  'IdempotencyKeyInUse',
  'A request with this Idempotency-Key is being worked on. Ask again in a moment.',
  { field: 'headers.Idempotency-Key' },
);
