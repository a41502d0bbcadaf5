import type { Clock, OrderId, Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { StoredAnswer } from '../domain/idempotency.js';
import { decideKey } from '../domain/idempotency.js';
import type { OrderRecord } from '../domain/order-record.js';
import { keyInUse, keyMissing, keyReused } from './claim-key.js';
import type { KeyedRequest } from './claim-key.js';
import type { Desk, DeskTx } from './ports.js';
import { orderNotFound } from './read-order.js';

/** What a change may do: everything in one transaction, with the order locked. A refusal takes back whatever was written before it. */
export type Change = (tx: DeskTx, record: OrderRecord) => Promise<Outcome<StoredAnswer, OrderRejection>>;

/** The answer of a change, and whether it is the one that was given before. */
export interface Changed {
  readonly answer: StoredAnswer;
  readonly replayed: boolean;
}

/**
 * Changes an order once for each `Idempotency-Key`, where the answer is known when the change is made: change, key and answer are one transaction.
 * Asked again it gives the same bytes; asked at the same time it says that the first is still worked on.
 */
export class ChangeOrder {
  constructor(
    private readonly desk: Desk,
    private readonly clock: Clock,
  ) {}

  async run(
    request: KeyedRequest & { readonly orderId: OrderId },
    change: Change,
  ): Promise<Outcome<Changed, OrderRejection>> {
    const { key, scope, requestSha256, orderId, lockMs } = request;
    if (key === undefined) return keyMissing;
    try {
      return await this.desk.transact(async (tx) => {
        if (!(await tx.lockKey(scope, key))) return keyInUse;
        const known = await tx.findKey(scope, key);
        if (known) {
          const decision = decideKey(known, requestSha256, this.clock.now());
          if (decision.kind === 'replay') return { answer: decision.answer, replayed: true };
          return decision.kind === 'reused' ? keyReused : keyInUse;
        }
        await tx.lockOrder(orderId);
        const record = await tx.findOrder(orderId);
        const answer = record ? await change(tx, record) : orderNotFound;
        if (isRejection(answer)) throw new TakenBack(answer);
        await tx.insertKeys([{ scope, key, requestSha256, orderId, lockMs }]);
        const [stored = answer] = await tx.saveAnswers([{ scope, key, answer }]);
        return { answer: stored, replayed: false };
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.rejection;
      throw error;
    }
  }
}

/** Rolls a transaction back because of a refusal that is its answer. */
class TakenBack extends Error {
  constructor(readonly rejection: OrderRejection) {
    super(rejection.message);
  }
}
