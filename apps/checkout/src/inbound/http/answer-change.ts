import type { OrderId, Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { Principal, RawAnswer } from '@reprise/platform/http';
import { rawAnswer } from '@reprise/platform/http';
import type { ChangeOrder } from '../../application/change-order.js';
import type { DeskTx } from '../../application/ports.js';
import type { OrderRejection } from '../../domain/check-order.js';
import type { StoredAnswer } from '../../domain/idempotency.js';
import type { OrderRecord } from '../../domain/order-record.js';
import type { AnswerOnce, RequestIdentity } from './answer-once.js';

/** Such a change makes no call to anybody: longer than this it is not worked on. */
const lockMs = 5_000;

/** What is needed of a call to answer it once. */
interface KeyedCall extends RequestIdentity {
  readonly operation: { readonly id: string };
  readonly headers: { readonly 'idempotency-key'?: string | undefined };
  readonly principal: Principal;
}

/** Answers a call that changes an order and carries an `Idempotency-Key`: what `change` makes is written as the answer in its own transaction. */
export class AnswerChange {
  constructor(
    private readonly changeOrder: ChangeOrder,
    private readonly answerOnce: AnswerOnce,
  ) {}

  async run(
    call: KeyedCall,
    orderId: OrderId,
    status: 200 | 201,
    change: (tx: DeskTx, record: OrderRecord) => Promise<Outcome<object, OrderRejection>>,
  ): Promise<RawAnswer | OrderRejection> {
    const { operation, headers, principal } = call;
    // A key is its caller's: two sellers of one order may use the same.
    const scope = `${operation.id}:${principal.role}:${principal.subject}:${orderId}`;
    const request = { ...this.answerOnce.keyed(call, headers['idempotency-key'], scope, lockMs), orderId };
    const changed = await this.changeOrder.run(
      request,
      async (tx, record): Promise<Outcome<StoredAnswer, OrderRejection>> => {
        const made: Outcome<object, OrderRejection> = await change(tx, record);
        // A JSON object has no type that a refusal is not of as well.
        return isRejection(made) ? (made as OrderRejection) : { status, body: JSON.stringify(made) };
      },
    );
    if (isRejection(changed)) return changed;
    return rawAnswer(changed.answer.status, changed.answer.body, {
      'content-type': 'application/json; charset=utf-8',
      ...(changed.replayed && { 'idempotent-replayed': 'true' }),
    });
  }
}
