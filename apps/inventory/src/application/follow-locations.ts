import type { OfferId, OrderId } from '@reprise/kernel';
import type { LocationSheet, Split } from '../domain/location-sheet.js';
import type { StockSheet } from '../domain/stock-sheet.js';
import type { Claim, StockTx } from './ports.js';

/** What happened to orders, as their places see it. */
export type OrderEffect = 'allocated' | 'committed' | 'released';

/**
 * Follows orders at the places of offers that are counted by them: an allocated order is shared out, a confirmed one leaves, a cancelled one is
 * let go. Called with the levels locked, after they moved; stock is then what the places have.
 */
export async function followLocations(
  tx: StockTx,
  sheet: StockSheet,
  effect: OrderEffect,
  claims: readonly Claim[],
): Promise<void> {
  const located = claims.flatMap(({ orderId, lines }) =>
    lines.filter(({ offerId }) => isLocated(sheet, offerId)).map((line) => ({ orderId, ...line })),
  );
  if (located.length === 0) return;
  const places = await tx.locations.lock(located.map(({ offerId }) => offerId));
  if (effect === 'allocated') {
    await tx.locations.saveSplits(
      located.flatMap((line) => places.allocate(line.offerId, line.quantity, line.orderId)),
    );
  } else {
    const known = await splitsByLine(
      tx,
      located.map(({ orderId }) => orderId),
    );
    for (const line of located) {
      // An order older than the places it is counted by was never shared out: it is now, and leaves from there.
      const splits = known.get(lineKey(line)) ?? (effect === 'committed' ? shareLate(places, line) : []);
      for (const split of splits)
        if (effect === 'committed') places.sell(split);
        else places.deallocate(split);
    }
  }
  await settle(
    tx,
    sheet,
    places,
    located.map(({ offerId }) => offerId),
  );
}

/** Cancelled pieces are back at the places that were to send them. */
export async function restoreAtLocations(
  tx: StockTx,
  sheet: StockSheet,
  cancelled: readonly { readonly orderId: OrderId; readonly offerId: OfferId; readonly quantity: number }[],
): Promise<void> {
  const located = cancelled.filter(({ offerId }) => isLocated(sheet, offerId));
  if (located.length === 0) return;
  const places = await tx.locations.lock(located.map(({ offerId }) => offerId));
  const known = await splitsByLine(
    tx,
    located.map(({ orderId }) => orderId),
  );
  for (const line of located) {
    let left = line.quantity;
    for (const split of known.get(lineKey(line)) ?? []) {
      const pieces = Math.min(left, split.quantity);
      if (pieces > 0) places.restore({ ...split, quantity: pieces });
      left -= pieces;
    }
  }
  await settle(
    tx,
    sheet,
    places,
    located.map(({ offerId }) => offerId),
  );
}

/** Writes the places and makes stock what they have. */
export async function settle(
  tx: StockTx,
  sheet: StockSheet,
  places: LocationSheet,
  offerIds: Iterable<OfferId>,
): Promise<void> {
  for (const offerId of new Set(offerIds)) {
    const { onHand, safetyStock } = places.totalOf(offerId);
    sheet.countBy(offerId, 'locations', onHand, safetyStock);
  }
  await tx.locations.save(places);
}

export function isLocated(sheet: StockSheet, offerId: OfferId): boolean {
  return sheet.levelOf(offerId).countedBy === 'locations';
}

async function splitsByLine(tx: StockTx, orderIds: readonly OrderId[]): Promise<Map<string, Split[]>> {
  return Map.groupBy(await tx.locations.splitsOf([...new Set(orderIds)]), lineKey);
}

function shareLate(
  places: LocationSheet,
  { offerId, orderId, quantity }: { readonly offerId: OfferId; readonly orderId: OrderId; readonly quantity: number },
): Split[] {
  return places.allocate(offerId, quantity, orderId);
}

function lineKey({ orderId, offerId }: { readonly orderId: OrderId; readonly offerId: OfferId }): string {
  return `${orderId}/${offerId}`;
}
