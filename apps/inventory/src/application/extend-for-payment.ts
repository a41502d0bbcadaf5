import type { CartId, MarketCode, Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { Cart, CartRejection } from '../domain/cart.js';
import { refuseWrite } from '../domain/cart.js';
import type { StockRoom } from './ports.js';

/**
 * The buyer goes to pay: what the cart holds stays held while a bank may ask questions, once, counted from the first time it is asked for.
 * An order that is placed needs this no more: its allocation has no deadline.
 */
export class ExtendForPayment {
  constructor(
    private readonly room: StockRoom,
    private readonly paymentSeconds: number,
  ) {}

  run(market: MarketCode, cartId: CartId): Promise<Outcome<Cart, CartRejection>> {
    return this.room.transact(async (tx) => {
      const [cart] = await tx.lockCarts([cartId]);
      if (cart?.market !== market) return reject('CartNotFound', 'There is no such cart.', { field: 'path.cartId' });
      const refusal = refuseWrite(cart, cart.isOverdue);
      if (refusal) return refusal;
      const { isOverdue: _open, ...open } = cart;
      return { ...open, expiresAt: await tx.extendForPayment(cartId, this.paymentSeconds) };
    });
  }
}
