import type { Clock, Outcome, SellerId, VariantId } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { LinePieces, Shipment } from '../domain/goods.js';
import { takePieces, unsentPieces } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { NamedUnit } from '../domain/unit-identity.js';
import { unitsOf } from '../domain/unit-identity.js';
import type { DeskTx } from './ports.js';
import { progressOfSeller, refuseUnpaid } from './refuse-unpaid.js';

/** A parcel as its seller tells of it. */
export interface Parcel {
  readonly sellerId: SellerId;
  readonly carrier: string;
  readonly trackingNumber?: string | undefined;
  readonly lines: readonly (LinePieces & { readonly units?: readonly NamedUnit[] | undefined })[];
}

/** Notes that a parcel left, with the devices in it. */
export class ShipLines {
  constructor(private readonly clock: Clock) {}

  async run(tx: DeskTx, record: OrderRecord, parcel: Parcel): Promise<Outcome<Shipment, OrderRejection>> {
    const { sellerId, carrier, trackingNumber, lines } = parcel;
    const unpaid = refuseUnpaid(record);
    if (unpaid) return unpaid;
    const progress = progressOfSeller(record, sellerId);
    if (isRejection(progress)) return progress;
    const pieces = takePieces(progress, lines, unsentPieces);
    if (isRejection(pieces)) return pieces;
    const named = await this.nameUnits(tx, record, lines);
    if (isRejection(named)) return named;
    const shipment: Shipment = {
      id: newId(),
      orderId: record.order.id,
      sellerId,
      version: 1,
      status: 'shipped',
      carrier,
      ...(trackingNumber !== undefined && { trackingNumber }),
      shippedAt: this.clock.now(),
      lines: named,
    };
    await tx.goods.notePieces(record.order.id, pieces, 'shipped');
    if (!(await tx.goods.insertShipment(shipment))) return alreadySent;
    await tx.goods.sayShipment(shipment);
    await tx.documents.noteDue({ orderId: record.order.id, about: 'shipment', subjectId: shipment.id });
    return shipment;
  }

  private async nameUnits(
    tx: DeskTx,
    { order }: OrderRecord,
    lines: Parcel['lines'],
  ): Promise<Outcome<Shipment['lines'], OrderRejection>> {
    const variantOf = (lineId: string): VariantId | undefined => order.lines.find(({ id }) => id === lineId)?.variantId;
    const variants = lines.flatMap(({ lineId }) => variantOf(lineId) ?? []);
    const categories = await tx.goods.categoriesOf(variants);
    const named: Shipment['lines'][number][] = [];
    for (const [i, { lineId, quantity, units: given = [] }] of lines.entries()) {
      const variantId = variantOf(lineId);
      const category = variantId === undefined ? undefined : categories.get(variantId);
      const units = unitsOf(given, quantity, category, `lines[${i}].units`);
      if (isRejection(units)) return units;
      if (named.some((line) => line.lineId === lineId)) return mentionedTwice(i);
      named.push({ lineId, quantity, units });
    }
    return named;
  }
}

const alreadySent: OrderRejection = reject(
  'UnitAlreadySent',
  'One of these devices, or another of this parcel with its IMEI, is with a buyer already.',
  { field: 'lines' },
);

function mentionedTwice(i: number): OrderRejection {
  return reject('QuantityNotLeft', 'Name a line once, with all its pieces.', { field: `lines[${i}].lineId` });
}
