import type { Clock, Instant, Outcome, SellerId, Uuid } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { Shipment } from '../domain/goods.js';
import { isGoodsMove, shipmentTransitions } from '../domain/goods-transitions.js';
import type { GoodsEffect } from '../domain/goods-transitions.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { OpenReturns } from './open-returns.js';
import type { DeskTx } from './ports.js';

/** What became of a parcel. `sellerId` is absent when an operator says it. */
export interface ParcelNews {
  readonly shipmentId: Uuid;
  readonly sellerId?: SellerId;
  readonly lost: boolean;
  readonly deliveredAt?: Instant;
  readonly saidBy: string;
}

/** Notes that a parcel arrived, which begins the buyer's periods, or was lost, which pays its buyer back. */
export class EndShipment {
  constructor(
    private readonly clock: Clock,
    private readonly openReturns: OpenReturns,
  ) {}

  async run(tx: DeskTx, record: OrderRecord, news: ParcelNews): Promise<Outcome<Shipment, OrderRejection>> {
    const shipment = record.shipments.find(({ id }) => id === news.shipmentId);
    if (!shipment || (news.sellerId !== undefined && news.sellerId !== shipment.sellerId)) return shipmentNotFound;
    const decision = shipmentTransitions[shipment.status][news.lost ? 'wentMissing' : 'arrived'];
    if (!isGoodsMove(decision)) return decision === 'late' ? shipment : ended(shipment);
    const now = this.clock.now();
    const deliveredAt = news.deliveredAt ?? now;
    if (!news.lost && (deliveredAt < shipment.shippedAt || deliveredAt > now)) return deliveryTimeInvalid;
    const moved: Shipment = {
      ...shipment,
      version: shipment.version + 1,
      status: decision.to,
      ...(!news.lost && { deliveredAt }),
    };
    await tx.goods.saveShipment(moved);
    await tx.goods.sayShipment(moved);
    for (const effect of decision.effects) {
      const refused = await this.perform(tx, { ...record, shipments: [moved] }, effect, news, now);
      if (refused) return refused;
    }
    return moved;
  }

  private async perform(
    tx: DeskTx,
    record: OrderRecord,
    effect: GoodsEffect,
    { saidBy }: ParcelNews,
    now: Instant,
  ): Promise<OrderRejection | undefined> {
    const [parcel] = record.shipments;
    const lines = parcel?.lines ?? [];
    if (effect === 'noteDelivered') await tx.goods.notePieces(record.order.id, lines, 'delivered');
    if (effect !== 'openLoss') return undefined;
    const cause = { kind: 'return', reason: 'lost', status: 'approved', requestedBy: saidBy } as const;
    // What is on its way back by a return already cannot be lost a second time: that return stands.
    const lost = lines.flatMap((line) => {
      const { shipped = 0, returned = 0 } = record.progress.find(({ lineId }) => lineId === line.lineId) ?? {};
      const quantity = Math.min(line.quantity, shipped - returned);
      return quantity > 0 ? [{ lineId: line.lineId, quantity }] : [];
    });
    const opened = await this.openReturns.run(tx, record, lost, cause, now);
    return isRejection(opened) ? opened : undefined;
  }
}

const shipmentNotFound: OrderRejection = reject('ShipmentNotFound', 'The order has no such shipment.', {
  field: 'path.shipmentId',
});

const deliveryTimeInvalid: OrderRejection = reject(
  'DeliveryTimeInvalid',
  'A parcel arrives after it was sent, and not in the future.',
  { field: 'deliveredAt' },
);

function ended({ status }: Shipment): OrderRejection {
  return reject('ShipmentEnded', `The parcel is ${status}.`, { details: { status } });
}
