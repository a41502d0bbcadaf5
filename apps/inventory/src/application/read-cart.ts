import type { CartId, MarketCode, Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { Cart, CartRejection } from '../domain/cart.js';
import type { StockRoom } from './ports.js';

/** Reads a cart. One whose time is up reads as expired even before its holds were swept. */
export class ReadCart {
  constructor(private readonly room: StockRoom) {}

  async run(market: MarketCode, cartId: CartId): Promise<Outcome<Cart, CartRejection>> {
    const cart = await this.room.transact((tx) => tx.findCart(cartId));
    if (cart?.market !== market) return reject('CartNotFound', 'There is no such cart.', { field: 'path.cartId' });
    return cart.status === 'open' && cart.isOverdue ? { ...cart, status: 'expired', lines: [] } : cart;
  }
}
