import { Controller, Inject } from '@nestjs/common';
import { getOrder, placeOrder, refundOrder } from '@reprise/contracts/http';
import type { MarketCode, OrderId } from '@reprise/kernel';
import { isRejection, systemClock } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers } from '@reprise/platform/http';
import { PlaceOrder } from '../../application/place-order.js';
import { orderNotFound, ReadOrder } from '../../application/read-order.js';
import { RefundOrder } from '../../application/refund-order.js';
import type { OrderRecord } from '../../domain/order-record.js';
import { AnswerOnce } from './answer-once.js';
import { languagesIn } from './languages.js';
import { orderJson } from './order-json.js';
import { preferredWaitSeconds } from './prefer-wait.js';

/** Mints the token that opens one order. */
export abstract class TokenMint {
  abstract mint(orderId: OrderId): Promise<string>;
}

/** An operator who refunds an order is shown the outcome if it comes this soon, in seconds. */
const refundWaitSeconds = 10;

/** The order calls of the public API. */
@Controller()
export class OrdersController {
  constructor(
    @Inject(PlaceOrder) private readonly placeOrder: PlaceOrder,
    @Inject(ReadOrder) private readonly readOrder: ReadOrder,
    @Inject(RefundOrder) private readonly refundOrder: RefundOrder,
    @Inject(AnswerOnce) private readonly answerOnce: AnswerOnce,
    @Inject(TokenMint) private readonly tokens: TokenMint,
  ) {}

  @Answers(placeOrder)
  async place(call: Call<typeof placeOrder>) {
    const { params, query, headers, body } = call;
    const waitMs = this.answerOnce.waitMs(call, preferredWaitSeconds(headers.prefer) ?? 0);
    const scope = `orders:${params.market}`;
    const { customer, shipTo, quoteToken, payment } = body;
    const placed = await this.placeOrder.run({
      ...this.answerOnce.keyed(call, headers['idempotency-key'], scope, waitMs),
      market: params.market as MarketCode,
      quoteToken,
      customer: { ...customer, address: shipTo },
      shipTo,
      payment,
      languages: languagesIn(query.locale, headers['accept-language']),
    });
    return this.answerOnce.answer(call, placed, { scope, waitMs }, async (record) => ({
      ...orderJson(record, systemClock.now()),
      accessToken: await this.tokens.mint(record.order.id),
    }));
  }

  @Answers(getOrder)
  async get({ params, principal }: Call<typeof getOrder>) {
    const orderId = params.orderId.toLowerCase() as OrderId;
    // A token opens its own order; that another exists is not its holder's to know.
    if (principal.subject !== orderId) return orderNotFound;
    const record = await this.readOrder.run(params.market as MarketCode, orderId);
    return isRejection(record) ? record : orderJson(record, systemClock.now());
  }

  @Answers(refundOrder)
  async refund(call: Call<typeof refundOrder>) {
    const { params, headers, body, principal } = call;
    const waitMs = this.answerOnce.waitMs(call, refundWaitSeconds);
    const orderId = params.orderId.toLowerCase() as OrderId;
    const scope = `refunds:${orderId}`;
    const refunding = await this.refundOrder.run({
      ...this.answerOnce.keyed(call, headers['idempotency-key'], scope, waitMs),
      market: params.market as MarketCode,
      orderId,
      reason: body.reason,
      requestedBy: principal.subject,
      ...(body.lines !== undefined && { lines: body.lines }),
      ...(body.delivery !== undefined && { delivery: body.delivery }),
    });
    const render = (record: OrderRecord) => Promise.resolve(orderJson(record, systemClock.now()));
    return this.answerOnce.answer(call, refunding, { scope, waitMs }, render);
  }
}
