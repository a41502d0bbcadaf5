import { Controller, Inject } from '@nestjs/common';
import type { withdrawalAcknowledgementSchema } from '@reprise/contracts/http';
import { cancelLines, confirmWithdrawal, getWithdrawal, requestReturn, stateWithdrawal } from '@reprise/contracts/http';
import { isRejection, toIso } from '@reprise/kernel';
import type { MarketCode, OrderId } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers } from '@reprise/platform/http';
import type { z } from 'zod';
import { CancelLines } from '../../application/cancel-lines.js';
import { ConfirmWithdrawal } from '../../application/confirm-withdrawal.js';
import type { Acknowledged } from '../../application/confirm-withdrawal.js';
import { orderNotFound } from '../../application/read-order.js';
import { ReadWithdrawal } from '../../application/read-withdrawal.js';
import { RequestReturn } from '../../application/request-return.js';
import { StateWithdrawal } from '../../application/state-withdrawal.js';
import type { OrderRecord } from '../../domain/order-record.js';
import { AnswerChange } from './answer-change.js';
import { returnJson } from './goods-json.js';
import { idIn, jsonOf, piecesIn } from './read-lines.js';
import { withdrawalText } from './withdrawal-text.js';

type AcknowledgementJson = z.input<typeof withdrawalAcknowledgementSchema>;

/** What the holder of an order's access token may ask about what was bought. */
@Controller()
export class OrderReturnsController {
  constructor(
    @Inject(CancelLines) private readonly cancelling: CancelLines,
    @Inject(RequestReturn) private readonly requesting: RequestReturn,
    @Inject(StateWithdrawal) private readonly stating: StateWithdrawal,
    @Inject(ConfirmWithdrawal) private readonly confirming: ConfirmWithdrawal,
    @Inject(ReadWithdrawal) private readonly reading: ReadWithdrawal,
    @Inject(AnswerChange) private readonly answer: AnswerChange,
  ) {}

  @Answers(cancelLines)
  async cancel(call: Call<typeof cancelLines>) {
    const { market, orderId } = ownOrderOf(call);
    if (orderId === undefined) return orderNotFound;
    return this.answer.run(call, orderId, 201, async (tx, record) => {
      const asked = { by: { market }, lines: piecesIn(call.body.lines), reason: 'changedMind' } as const;
      return jsonOf(await this.cancelling.run(tx, record, asked), (returns) => ({ returns: returns.map(returnJson) }));
    });
  }

  @Answers(requestReturn)
  async request(call: Call<typeof requestReturn>) {
    const { market, orderId } = ownOrderOf(call);
    if (orderId === undefined) return orderNotFound;
    const { kind, reason, lines } = call.body;
    return this.answer.run(call, orderId, 201, async (tx, record) => {
      const opened = await this.requesting.run(tx, record, { market, kind, reason, lines: piecesIn(lines) });
      return jsonOf(opened, (returns) => ({ returns: returns.map(returnJson) }));
    });
  }

  @Answers(stateWithdrawal)
  async state(call: Call<typeof stateWithdrawal>) {
    const { market, orderId } = ownOrderOf(call);
    if (orderId === undefined) return orderNotFound;
    const lines = call.body.lines === undefined ? undefined : piecesIn(call.body.lines);
    return this.answer.run(call, orderId, 201, async (tx, record) =>
      jsonOf(await this.stating.run(tx, record, { market, lines }), (preview) => ({
        withdrawalId: preview.withdrawal.id,
        confirmationToken: preview.confirmationToken,
        expiresAt: toIso(preview.withdrawal.expiresAt),
        lines: preview.withdrawal.lines,
        refund: preview.refund.toJSON(),
        goodsToSendBack: preview.goodsToSendBack,
        ...(preview.until !== undefined && { until: toIso(preview.until) }),
      })),
    );
  }

  @Answers(confirmWithdrawal)
  async confirm(call: Call<typeof confirmWithdrawal>) {
    const { market, orderId } = ownOrderOf(call);
    if (orderId === undefined) return orderNotFound;
    const asked = { market, withdrawalId: idIn(call.params.withdrawalId), token: call.body.confirmationToken };
    return this.answer.run(call, orderId, 201, (tx, record) =>
      this.confirming.run(tx, record, asked, acknowledgementJson),
    );
  }

  @Answers(getWithdrawal)
  async get(call: Call<typeof getWithdrawal>) {
    const { market, orderId } = ownOrderOf(call);
    if (orderId === undefined) return orderNotFound;
    const found = await this.reading.run(market, orderId, idIn(call.params.withdrawalId));
    // Stored as it was given, and it was given because it satisfied the contract.
    return isRejection(found) ? found : (found as AcknowledgementJson);
  }
}

/** A token opens its own order; that another exists is not its holder's to know. */
function ownOrderOf({
  params,
  principal,
}: {
  readonly params: { readonly market: string; readonly orderId: string };
  readonly principal: { readonly subject: string };
}): { readonly market: MarketCode; readonly orderId?: OrderId } {
  const orderId = idIn<OrderId>(params.orderId);
  const market = params.market as MarketCode;
  return principal.subject === orderId ? { market, orderId } : { market };
}

function acknowledgementJson(record: OrderRecord, acknowledged: Acknowledged): AcknowledgementJson {
  const { withdrawalId, withdrawnAt, refund, returns } = acknowledged;
  return {
    withdrawalId,
    orderId: record.order.id,
    withdrawnAt: toIso(withdrawnAt),
    refund: refund.toJSON(),
    returns: returns.map(returnJson),
    text: withdrawalText(record, acknowledged),
  };
}
