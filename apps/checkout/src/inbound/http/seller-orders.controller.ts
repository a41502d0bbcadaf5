import { Controller, Inject } from '@nestjs/common';
import {
  cancelSellerLines,
  decideReturn,
  endShipment,
  getSellerOrder,
  listSellerOrders,
  receiveReturn,
  shipLines,
} from '@reprise/contracts/http';
import { isRejection, mustBeInstant } from '@reprise/kernel';
import type { OrderId, SellerId } from '@reprise/kernel';
import type { Call, Principal } from '@reprise/platform/http';
import { Answers } from '@reprise/platform/http';
import { CancelLines } from '../../application/cancel-lines.js';
import { EndShipment } from '../../application/end-shipment.js';
import { MoveReturn } from '../../application/move-return.js';
import { ReadSellerOrders } from '../../application/read-seller-orders.js';
import { ShipLines } from '../../application/ship-lines.js';
import type { GoodsReturn } from '../../domain/goods.js';
import { AnswerChange } from './answer-change.js';
import { returnJson, sellerOrderJson, shipmentJson } from './goods-json.js';
import { idIn, jsonOf, piecesIn } from './read-lines.js';

/** What sellers see and say of their part of an order. Operators may speak for them. */
@Controller()
export class SellerOrdersController {
  constructor(
    @Inject(ReadSellerOrders) private readonly readOrders: ReadSellerOrders,
    @Inject(ShipLines) private readonly ship: ShipLines,
    @Inject(EndShipment) private readonly endParcel: EndShipment,
    @Inject(CancelLines) private readonly cancelLines: CancelLines,
    @Inject(MoveReturn) private readonly moveReturn: MoveReturn,
    @Inject(AnswerChange) private readonly answer: AnswerChange,
  ) {}

  @Answers(listSellerOrders)
  async list({ query, principal }: Call<typeof listSellerOrders>) {
    const { status, cursor, limit } = query;
    const sellerId = principal.subject as SellerId;
    const { orders, next } = await this.readOrders.list(sellerId, {
      limit,
      ...(status !== undefined && { status }),
      ...(cursor !== undefined && { before: idIn<OrderId>(cursor) }),
    });
    return { items: orders.map((order) => sellerOrderJson(order, sellerId)), nextCursor: next ?? null };
  }

  @Answers(getSellerOrder)
  async get({ params, principal }: Call<typeof getSellerOrder>) {
    const sellerId = principal.subject as SellerId;
    const found = await this.readOrders.find(sellerId, idIn(params.orderId));
    return isRejection(found) ? found : sellerOrderJson(found, sellerId);
  }

  @Answers(shipLines)
  shipLines(call: Call<typeof shipLines>) {
    const { params, body, principal } = call;
    return this.answer.run(call, idIn(params.orderId), 201, async (tx, record) => {
      const { carrier, trackingNumber } = body;
      const lines = body.lines.map((line) => ({ ...line, lineId: idIn(line.lineId) }));
      const parcel = { sellerId: principal.subject as SellerId, carrier, trackingNumber, lines };
      return jsonOf(await this.ship.run(tx, record, parcel), shipmentJson);
    });
  }

  @Answers(endShipment)
  endShipment(call: Call<typeof endShipment>) {
    const { params, body, principal } = call;
    return this.answer.run(call, idIn(params.orderId), 200, async (tx, record) => {
      const news = {
        shipmentId: idIn(params.shipmentId),
        ...speakerOf(principal),
        lost: body.lost === true,
        ...(body.deliveredAt !== undefined && { deliveredAt: mustBeInstant(body.deliveredAt) }),
      };
      return jsonOf(await this.endParcel.run(tx, record, news), shipmentJson);
    });
  }

  @Answers(cancelSellerLines)
  cancel(call: Call<typeof cancelSellerLines>) {
    const { params, body, principal } = call;
    return this.answer.run(call, idIn(params.orderId), 201, async (tx, record) => {
      const { reason, message } = body;
      const by = { sellerId: principal.subject as SellerId };
      const cancelled = await this.cancelLines.run(tx, record, { by, lines: piecesIn(body.lines), reason, message });
      return jsonOf(cancelled, ([own]) => returnJson(own as GoodsReturn));
    });
  }

  @Answers(decideReturn)
  decide(call: Call<typeof decideReturn>) {
    const { params, body, principal } = call;
    const event = body.decision === 'approve' ? 'approved' : 'rejected';
    return this.answer.run(call, idIn(params.orderId), 200, async (tx, record) => {
      const news = { returnId: idIn(params.returnId), event, message: body.message, ...speakerOf(principal) } as const;
      return jsonOf(await this.moveReturn.run(tx, record, news), returnJson);
    });
  }

  @Answers(receiveReturn)
  receive(call: Call<typeof receiveReturn>) {
    const { params, body, principal } = call;
    const event = body.remedy === 'refund' ? 'goodsReceived' : 'remedied';
    return this.answer.run(call, idIn(params.orderId), 200, async (tx, record) => {
      const { message, units } = body;
      const news = { returnId: idIn(params.returnId), event, message, units, ...speakerOf(principal) } as const;
      return jsonOf(await this.moveReturn.run(tx, record, news), returnJson);
    });
  }
}

/** A seller speaks of its own; an operator of anybody's. */
function speakerOf({ role, subject }: Principal): { readonly saidBy: string; readonly sellerId?: SellerId } {
  return { saidBy: subject, ...(role === 'seller' && { sellerId: subject as SellerId }) };
}
