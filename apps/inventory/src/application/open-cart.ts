import type { CartId, MarketCode, Outcome } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import type { Cart, CartRejection } from '../domain/cart.js';
import { refuseMarket } from '../domain/cart.js';
import type { StockRoom } from './ports.js';

/** Opens an empty cart in a market that is for sale here. */
export class OpenCart {
  constructor(
    private readonly room: StockRoom,
    private readonly region: string,
    private readonly holdSeconds: number,
  ) {}

  run(market: MarketCode): Promise<Outcome<Cart, CartRejection>> {
    return this.room.transact(async (tx) => {
      const refusal = refuseMarket(market, await tx.findMarket(market), this.region);
      return refusal ?? tx.insertCart(newId<CartId>(), market, this.holdSeconds);
    });
  }
}
