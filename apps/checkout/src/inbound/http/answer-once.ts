import { createHash } from 'node:crypto';
import type { OrderId } from '@reprise/kernel';
import { canonicalJson, invariant, isRejection } from '@reprise/kernel';
import type { Call, RawAnswer } from '@reprise/platform/http';
import { rawAnswer } from '@reprise/platform/http';
import type { ClaimKey, KeyedRequest } from '../../application/claim-key.js';
import type { Placed } from '../../application/place-order.js';
import type { WatchOutcomes } from '../../application/watch-outcomes.js';
import type { OrderRejection } from '../../domain/check-order.js';
import type { StoredAnswer } from '../../domain/idempotency.js';
import { isSettled } from '../../domain/order-status.js';
import type { OrderRecord } from '../../domain/order-record.js';

/** An answer must be stored and sent before the caller stops listening. */
const sendingMs = 500;
/** Whoever works on an answer holds its key this much longer than it may take. */
const lockMarginMs = 2_000;

/** How an order is written in the answer to the request that made or changed it. */
export type Render = (record: OrderRecord) => Promise<object>;

/** What makes two requests the same: method, path and body. */
export interface RequestIdentity {
  readonly method: string;
  readonly raw: { readonly url: string };
  readonly body: unknown;
}

/** Answers a request that carries an `Idempotency-Key`, once and for all: waits, renders, stores, sends; or sends what was stored. */
export class AnswerOnce {
  constructor(
    private readonly claimKey: ClaimKey,
    private readonly outcomes: WatchOutcomes,
  ) {}

  /** The request as its key will be remembered. */
  keyed(call: RequestIdentity, key: string | undefined, scope: string, waitMs: number): KeyedRequest {
    const { method, raw, body } = call;
    const [path] = raw.url.split('?', 1);
    const requestSha256 = createHash('sha256')
      .update(`${method} ${path}\n${canonicalJson(body)}`)
      .digest('hex');
    return { key, scope, requestSha256, lockMs: waitMs + lockMarginMs };
  }

  /** How long a call may wait for an outcome: what it asks for, as far as its deadline allows. */
  waitMs(call: Call, wantedSeconds: number): number {
    return Math.max(0, Math.min(wantedSeconds * 1000, call.deadlineAtMs - Date.now() - sendingMs));
  }

  async answer(
    call: Call,
    placed: Placed | OrderRejection,
    waited: { readonly scope: string; readonly waitMs: number },
    render: Render,
  ): Promise<RawAnswer | OrderRejection> {
    if (isRejection(placed)) return placed;
    if (placed.kind === 'replay') return send(placed.answer, { 'idempotent-replayed': 'true' });
    const { orderId, key } = placed;
    const record = await this.wait(orderId, waited.waitMs, call.signal);
    const answer = {
      status: isSettled(record.saga.state) ? 201 : 202,
      body: JSON.stringify(await render(record)),
    };
    const stored = await this.claimKey.store({ scope: waited.scope, key }, answer);
    return send(stored, { location: `/v1/markets/${record.order.market}/orders/${orderId}` });
  }

  private async wait(orderId: OrderId, waitMs: number, signal: AbortSignal): Promise<OrderRecord> {
    const record = await this.outcomes.wait(orderId, waitMs, signal);
    invariant(record, `order ${orderId} was committed with its key`);
    return record;
  }
}

function send({ status, body }: StoredAnswer, headers: Readonly<Record<string, string>>): RawAnswer {
  return rawAnswer(status, body, { 'content-type': 'application/json; charset=utf-8', ...headers });
}
