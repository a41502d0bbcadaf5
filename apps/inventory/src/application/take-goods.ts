import type { OfferId, OrderId, SellerId } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import type { Judgement, NamedDevice } from '../domain/judge-goods.js';
import { isNamed, judgeReturned, judgeShipped } from '../domain/judge-goods.js';
import type { Unit } from '../domain/unit.js';
import { countUnits } from './count-units.js';
import { restoreAtLocations } from './follow-locations.js';
import type { StockTx } from './ports.js';
import type { CancelledLine, Discrepancy, GoodsMovement } from './unit-ports.js';
import { UnitSheet } from './unit-sheet.js';

/** Goods on the move: a parcel that left, goods that came back, or pieces that never left. */
export interface Goods extends GoodsMovement {
  readonly sellerId: SellerId;
  readonly lines: readonly {
    readonly offerId: OfferId;
    readonly quantity: number;
    readonly devices: readonly NamedDevice[];
  }[];
  /** Cancelled pieces the seller turned out not to have do not go back on sale. */
  readonly cannotSupply?: boolean;
}

/**
 * Follows goods in the unit ledger and in stock. What the ledger does not know, or knows otherwise, is recorded for its seller and for
 * operations and stops nothing: the parcel has left all the same.
 */
export class TakeGoods {
  async run(tx: StockTx, goods: readonly Goods[]): Promise<void> {
    const opened = await tx.units.openMovements(goods);
    if (opened.length === 0) return;
    const sheet = await tx.lockLevels(opened.flatMap(({ lines }) => lines.map(({ offerId }) => offerId)));
    const units = new UnitSheet(await lockUnits(tx, opened));
    const found: Discrepancy[] = [];
    const cancelled: CancelledLine[] = [];
    for (const document of opened) {
      for (const line of document.lines) {
        if (document.effect === 'cancelled') {
          cancelled.push({ returnId: document.documentId, orderId: document.orderId, ...line });
          const counted = sheet.levelOf(line.offerId).countedBy;
          if (counted === 'units') releaseUnits(units, document, line.offerId, line.quantity);
          else if (counted === 'offer' && !document.cannotSupply)
            sheet.restore(line.offerId, line.quantity, { orderId: document.orderId });
        } else found.push(...followDevices(units, document, line));
      }
    }
    await restoreAtLocations(tx, sheet, suppliable(opened));
    await units.save(tx);
    await countUnits(
      tx,
      sheet,
      units.all().flatMap(({ offerId }) => offerId ?? []),
    );
    await tx.saveSheet(sheet);
    await tx.units.saveCancelled(cancelled);
    await tx.units.saveDiscrepancies(found);
  }
}

/** Cancelled pieces that their seller does have. */
function suppliable(goods: readonly Goods[]) {
  return goods
    .filter(({ effect, cannotSupply = false }) => effect === 'cancelled' && !cannotSupply)
    .flatMap(({ orderId, lines }) => lines.map(({ offerId, quantity }) => ({ orderId, offerId, quantity })));
}

async function lockUnits(tx: StockTx, goods: readonly Goods[]): Promise<Unit[]> {
  const named = await tx.units.lockNamed(goods.flatMap(({ lines }) => lines.flatMap(({ devices }) => devices)));
  const ofOrders = await tx.units.lockOfOrders([...new Set(goods.map(({ orderId }) => orderId))]);
  const known = new Set(named.map(({ unitId }) => unitId));
  return [...named, ...ofOrders.filter(({ unitId }) => !known.has(unitId))];
}

function followDevices(units: UnitSheet, document: Goods, line: Goods['lines'][number]): Discrepancy[] {
  const { sellerId, orderId, effect } = document;
  const { offerId, quantity, devices } = line;
  const note = (why: NonNullable<Judgement['discrepancy']>, device: NamedDevice = {}): Discrepancy => ({
    ...{ id: newId(), sellerId, orderId, offerId },
    ...device,
    ...why,
  });
  const found = devices.flatMap((device) => {
    const candidates = units.all().filter((unit) => isNamed(unit, device));
    const judged =
      effect === 'shipped'
        ? judgeShipped({ sellerId, orderId, offerId }, candidates)
        : judgeReturned({ sellerId, orderId }, candidates);
    if (judged.unit && effect === 'shipped') sellUnit(units, judged.unit, orderId, offerId);
    else if (judged.unit) units.move(judged.unit.unitId, 'returned', orderId, 'came back');
    return judged.discrepancy ? [note(judged.discrepancy, device)] : [];
  });
  const unnamed = quantity - devices.length;
  if (unnamed > 0 && effect === 'shipped')
    found.push(note({ kind: 'deviceNotNamed', detail: `${unnamed} of ${quantity} pieces left without a name.` }));
  return found;
}

/**
 * The seller packs which device it likes. If that is not the one set aside for the order, the one set aside takes its place: it goes to the
 * order whose device was taken, or back on sale.
 */
function sellUnit(units: UnitSheet, unit: Unit, orderId: OrderId, offerId: OfferId): void {
  const otherOrder = unit.status === 'reserved' && unit.orderId !== orderId ? unit.orderId : undefined;
  const setAside =
    unit.status === 'reserved' && unit.orderId === orderId
      ? undefined
      : units.all().find((each) => each.status === 'reserved' && each.orderId === orderId && each.offerId === offerId);
  units.move(unit.unitId, 'sold', orderId, 'left with its order');
  if (setAside === undefined) return;
  if (otherOrder === undefined) units.move(setAside.unitId, 'listed', orderId, 'another device left instead');
  else units.move(setAside.unitId, 'reserved', otherOrder, `exchanged with order ${orderId}`);
}

function releaseUnits(
  units: UnitSheet,
  { orderId, cannotSupply = false }: Pick<Goods, 'orderId' | 'cannotSupply'>,
  offerId: OfferId,
  quantity: number,
): void {
  const setAside = units
    .all()
    .filter((unit) => unit.status === 'reserved' && unit.orderId === orderId && unit.offerId === offerId);
  for (const { unitId } of setAside.slice(0, quantity))
    if (cannotSupply) units.move(unitId, 'tested', orderId, 'cancelled: the seller cannot send it');
    else units.move(unitId, 'listed', orderId, 'cancelled before it left');
}
