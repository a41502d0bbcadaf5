import type { MarketCode, OrderId } from '@reprise/kernel';
import type { OrderEnding } from '../domain/order-claim.js';
import { stepOf } from '../domain/order-claim.js';
import { countUnits } from './count-units.js';
import { followLocations } from './follow-locations.js';
import type { Claim, StockTx } from './ports.js';
import { reserveUnits } from './reserve-units.js';

/** An order that is confirmed or cancelled. */
export interface EndedOrder {
  readonly orderId: OrderId;
  readonly market: MarketCode;
}

/** Ends what orders have of stock: a confirmed order's units leave, a cancelled order's go back on sale. */
export class EndOrders {
  async run(tx: StockTx, ending: OrderEnding, ended: readonly EndedOrder[]): Promise<void> {
    // A cancellation may overtake its order: the claim it finds missing is made here, and bars the order for good.
    const unheard = ending === 'cancelled' ? await tx.openClaims(ended) : new Set<OrderId>();
    const orderIds = [...new Set(ended.map(({ orderId }) => orderId))];
    const claims = new Map((await tx.lockClaims(orderIds)).map((claim) => [claim.orderId, claim]));
    const moved: Claim[] = [];
    const toMove: Claim[] = [];
    for (const orderId of orderIds) {
      const claim = claims.get(orderId);
      const step = stepOf(orderId, ending, unheard.has(orderId) ? undefined : claim?.state);
      if (step === 'bar') moved.push({ orderId, state: 'barred', lines: [] });
      if (claim && (step === 'commit' || step === 'release')) toMove.push(claim);
    }
    const sheet = await tx.lockLevels(toMove.flatMap((claim) => claim.lines.map((line) => line.offerId)));
    for (const { orderId, lines } of toMove) {
      for (const { offerId, quantity } of lines) {
        if (ending === 'confirmed') sheet.sell(offerId, quantity, { orderId });
        else sheet.deallocate(offerId, quantity, { orderId });
      }
      moved.push({ orderId, state: ending === 'confirmed' ? 'committed' : 'released', lines });
    }
    await followLocations(tx, sheet, ending === 'confirmed' ? 'committed' : 'released', toMove);
    if (ending === 'confirmed') {
      await reserveUnits(tx, sheet, toMove);
      await countUnits(
        tx,
        sheet,
        toMove.flatMap(({ lines }) => lines.map(({ offerId }) => offerId)),
      );
    }
    await tx.saveClaims(moved);
    await tx.saveSheet(sheet);
  }
}
