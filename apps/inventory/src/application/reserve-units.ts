import type { OfferId, OrderId } from '@reprise/kernel';
import type { StockSheet } from '../domain/stock-sheet.js';
import type { Claim, StockTx } from './ports.js';
import { UnitSheet } from './unit-sheet.js';

interface Want {
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  quantity: number;
}

/**
 * Sets units aside for confirmed orders, those listed first leaving first, where an offer is counted by its units. Pieces that were shipped
 * or cancelled before the confirmation was heard need none.
 */
export async function reserveUnits(tx: StockTx, sheet: StockSheet, confirmed: readonly Claim[]): Promise<void> {
  const wants: Want[] = confirmed.flatMap(({ orderId, lines }) =>
    lines
      .filter(({ offerId }) => sheet.levelOf(offerId).countedBy === 'units')
      .map(({ offerId, quantity }) => ({ orderId, offerId, quantity })),
  );
  if (wants.length === 0) return;
  await takeOff(tx, wants);
  const byOffer = new Map<OfferId, number>();
  for (const { offerId, quantity } of wants) byOffer.set(offerId, (byOffer.get(offerId) ?? 0) + quantity);
  const listed = await tx.units.lockListed([...byOffer].map(([offerId, quantity]) => ({ offerId, quantity })));
  const units = new UnitSheet(listed);
  const queues = Map.groupBy(listed, ({ offerId }) => offerId);
  for (const { orderId, offerId, quantity } of wants)
    for (const { unitId } of queues.get(offerId)?.splice(0, quantity) ?? [])
      units.move(unitId, 'reserved', orderId, 'order confirmed');
  await units.save(tx);
}

/** Subtracts what left or was cancelled already. */
async function takeOff(tx: StockTx, wants: readonly Want[]): Promise<void> {
  const orderIds = [...new Set(wants.map(({ orderId }) => orderId))];
  const key = ({ orderId, offerId }: { orderId?: OrderId; offerId?: OfferId }): string => `${orderId}/${offerId}`;
  const byKey = new Map(wants.map((want) => [key(want), want]));
  const gone = [
    ...(await tx.units.lockOfOrders(orderIds)).map((unit) => ({ key: key(unit), quantity: 1 })),
    ...(await tx.units.cancelledOf(orderIds)).map((line) => ({ key: key(line), quantity: line.quantity })),
  ];
  for (const { key: of, quantity } of gone) {
    const want = byKey.get(of);
    if (want) want.quantity = Math.max(0, want.quantity - quantity);
  }
}
