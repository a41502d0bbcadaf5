import type { OfferId, OrderId } from '@reprise/kernel';
import { mayMove } from './unit-life.js';
import type { Unit, UnitId } from './unit.js';

/** What a parcel or a return says about one device. */
export interface NamedDevice {
  readonly imei?: string;
  readonly serial?: string;
}

/** What is wrong between the goods and the ledger. */
export type DiscrepancyKind =
  /** The seller's ledger has no such device. */
  | 'unknownDevice'
  /** Another seller has it. */
  | 'deviceOfAnotherSeller'
  /** It was sold before, with another order. */
  | 'alreadySold'
  /** It was scrapped. */
  | 'scrapped'
  /** It left without the test a sale needs. */
  | 'notTested'
  /** It belongs to another offer than the one that was ordered. */
  | 'otherOffer'
  /** It came back without having been sold with this order. */
  | 'notSoldWithOrder'
  /** It came back, and somebody has registered it since. */
  | 'registeredSince'
  /** Fewer devices were named than pieces sent. */
  | 'deviceNotNamed'
  /** The offer states another quantity than its listed units. */
  | 'quantityDiffers';

/** What the ledger does about one device: a unit to move, a discrepancy to record, both, or nothing when it was done before. */
export interface Judgement {
  readonly unit?: Unit;
  readonly discrepancy?: { readonly kind: DiscrepancyKind; readonly detail: string; readonly unitId?: UnitId };
}

/** What a device that left does: it is sold if the ledger knows it as this seller's and tested. */
export function judgeShipped(
  sale: { readonly sellerId: string; readonly orderId: OrderId; readonly offerId: OfferId },
  candidates: readonly Unit[],
): Judgement {
  const own = candidates.filter((unit) => unit.sellerId === sale.sellerId);
  // Sold with it already, or already back from it: a parcel said again.
  if (own.some((unit) => unit.orderId === sale.orderId && unit.status !== 'reserved')) return {};
  const unit = own.find(({ status }) => mayMove(status, 'sold', 'order'));
  if (unit !== undefined) {
    if (unit.offerId === sale.offerId) return { unit };
    return { unit, discrepancy: differ('otherOffer', `It is registered under the SKU ${unit.sku}.`, unit) };
  }
  const kept = own.find(({ status }) => status === 'received' || status === 'returned');
  if (kept) return { discrepancy: differ('notTested', `It is ${kept.status} and was never tested since.`, kept) };
  const sold = own.find(({ status }) => status === 'sold');
  if (sold) return { discrepancy: differ('alreadySold', 'It left with an earlier order.', sold) };
  const [scrapped] = own;
  if (scrapped) return { discrepancy: differ('scrapped', 'It is scrapped.', scrapped) };
  const elsewhere = candidates.some(({ status }) => status !== 'sold' && status !== 'scrapped');
  return elsewhere
    ? { discrepancy: differ('deviceOfAnotherSeller', 'Another seller has it in the ledger.') }
    : { discrepancy: differ('unknownDevice', 'The ledger has no such device of this seller.') };
}

/** What a device that came back does: it is `returned`, if this order took it away. */
export function judgeReturned(
  { sellerId, orderId }: { readonly sellerId: string; readonly orderId: OrderId },
  candidates: readonly Unit[],
): Judgement {
  const unit = candidates.find((each) => each.sellerId === sellerId && each.orderId === orderId);
  if (unit?.status === 'returned') return {};
  if (unit?.status !== 'sold')
    return { discrepancy: differ('notSoldWithOrder', 'The ledger did not see it leave with this order.', unit) };
  const since = candidates.some(
    ({ unitId, status }) => unitId !== unit.unitId && status !== 'sold' && status !== 'scrapped',
  );
  return since
    ? { discrepancy: differ('registeredSince', 'It was registered again after it was sold.', unit) }
    : { unit };
}

function differ(kind: DiscrepancyKind, detail: string, unit?: Unit): NonNullable<Judgement['discrepancy']> {
  return { kind, detail, ...(unit && { unitId: unit.unitId }) };
}

/** Whether a unit is the device that is named. */
export function isNamed(unit: Unit, { imei, serial }: NamedDevice): boolean {
  if (imei !== undefined) return unit.imei === imei || unit.imei2 === imei;
  return serial !== undefined && unit.serial !== undefined && plainSerial(unit.serial) === plainSerial(serial);
}

/** A serial number whatever its case, spaces and hyphens; the database has the same rule in a column. */
export function plainSerial(serial: string): string {
  return serial.toLowerCase().replaceAll(/[\s-]/g, '');
}
