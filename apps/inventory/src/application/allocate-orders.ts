import type { CartId, MarketCode, OrderId } from '@reprise/kernel';
import type { HeldCart, OrderDemand } from '../domain/allocate-order.js';
import { allocateOrder } from '../domain/allocate-order.js';
import { followLocations } from './follow-locations.js';
import type { Claim, ReservationAnswer, StockTx } from './ports.js';

/** An order that was placed. */
export interface PlacedOrder extends OrderDemand {
  readonly market: MarketCode;
  readonly cartId?: CartId;
}

/**
 * Gives placed orders their stock, first come first served, and answers checkout. All orders of a batch share one lock and one write of
 * each level, so a hot offer is decided many orders at a time. An order heard of before, or cancelled before it was heard of, is left alone.
 */
export class AllocateOrders {
  async run(tx: StockTx, placed: readonly PlacedOrder[]): Promise<void> {
    const isNew = await tx.openClaims(placed);
    const orders = placed.filter(({ orderId }) => isNew.delete(orderId));
    if (orders.length === 0) return;
    const carts = await openCarts(tx, orders);
    const sheet = await tx.lockLevels([
      ...orders.flatMap((order) => order.lines.map((line) => line.offerId)),
      ...[...carts.values()].flatMap((cart) => cart.holds.map((hold) => hold.offerId)),
    ]);
    const claims: Claim[] = [];
    const answers: ReservationAnswer[] = [];
    const spent: CartId[] = [];
    for (const order of orders) {
      const { orderId, market, cartId } = order;
      const cart = cartId && takeCart(carts, cartId, order);
      const decision = allocateOrder(sheet, order, cart);
      if (decision.kind === 'allocated') {
        claims.push({ orderId, state: 'allocated', lines: decision.lines });
        answers.push({ orderId, market, kind: 'reserved' });
        if (cart) {
          spent.push(cart.cartId);
          carts.delete(cart.cartId);
        }
      } else {
        claims.push({ orderId, state: 'rejected', lines: [] });
        answers.push({ orderId, market, kind: 'rejected', lines: decision.lines });
      }
    }
    await tx.closeCarts(spent, 'ordered');
    await followLocations(
      tx,
      sheet,
      'allocated',
      claims.filter(({ state }) => state === 'allocated'),
    );
    await tx.saveClaims(claims);
    await tx.saveSheet(sheet);
    await tx.sayReservations(answers);
  }
}

type MarketCart = HeldCart & { readonly market: MarketCode };

/**
 * The carts these orders came from, as far as they still hold stock. A cart past its time that nobody has swept yet still has its holds, and
 * its buyer has ordered: the row decides, not the clock.
 */
async function openCarts(tx: StockTx, orders: readonly PlacedOrder[]): Promise<Map<CartId, MarketCart>> {
  const ids = new Set(orders.flatMap(({ cartId }) => cartId ?? []));
  const carts = await tx.lockCarts([...ids]);
  return new Map(
    carts
      .filter((cart) => cart.status === 'open')
      .map((cart) => [cart.id, { cartId: cart.id, market: cart.market, holds: cart.lines }]),
  );
}

/** An order takes over a cart of its own market only; another's cart is not its to spend. */
function takeCart(
  carts: ReadonlyMap<CartId, MarketCart>,
  cartId: CartId,
  { market }: { readonly market: MarketCode; readonly orderId: OrderId },
): HeldCart | undefined {
  const cart = carts.get(cartId);
  return cart?.market === market ? cart : undefined;
}
