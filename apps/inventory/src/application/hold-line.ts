import type { CartId, MarketCode, OfferId, Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { Cart, CartRejection } from '../domain/cart.js';
import { outOfStock, refuseOffer, refuseWrite } from '../domain/cart.js';
import type { LockedCart, StockRoom, StockTx } from './ports.js';

export interface HoldLineRequest {
  readonly market: MarketCode;
  readonly cartId: CartId;
  readonly offerId: OfferId;
  /** What the cart shall hold of the offer: 0 gives it all back. */
  readonly quantity: number;
}

/** Sets what a cart holds of an offer, all or nothing, and extends the cart's life. */
export class HoldLine {
  constructor(
    private readonly room: StockRoom,
    private readonly holdSeconds: number,
  ) {}

  run(request: HoldLineRequest): Promise<Outcome<Cart, CartRejection>> {
    return this.room.transact((tx) => this.hold(tx, request));
  }

  private async hold(tx: StockTx, request: HoldLineRequest): Promise<Outcome<Cart, CartRejection>> {
    const { market, cartId, offerId, quantity } = request;
    const cart = await tx.lockCart(cartId);
    if (cart?.market !== market) return reject('CartNotFound', 'There is no such cart.', { field: 'path.cartId' });
    const refusal =
      refuseWrite(cart, cart.isOverdue) ?? (quantity > 0 ? await this.refuseSale(tx, request) : undefined);
    if (refusal) return refusal;

    const held = cart.lines.find((line) => line.offerId === offerId)?.quantity ?? 0;
    if (quantity <= held) return this.giveBack(tx, cart, request, held - quantity);
    const more = quantity - held;
    const taken = await tx.takeUnits({ cartId, offerId, more, holdSeconds: this.holdSeconds });
    if (!taken) return outOfStock(quantity, held + (await tx.availableUnits(offerId)));
    return withLine({ ...cart, ...taken }, offerId, quantity);
  }

  private async refuseSale(tx: StockTx, { market, offerId }: HoldLineRequest): Promise<CartRejection | undefined> {
    const refusal = refuseOffer(await tx.findOffer(offerId), market);
    if (refusal) return refusal;
    const copy = await tx.findMarket(market);
    return copy?.status === 'live' ? undefined : reject('OfferNotListed', `Market "${market}" is not open for sale.`);
  }

  private async giveBack(tx: StockTx, cart: LockedCart, request: HoldLineRequest, fewer: number): Promise<Cart> {
    const { cartId, offerId, quantity } = request;
    const extended = await tx.extendCart(cartId, this.holdSeconds);
    if (fewer > 0) {
      await tx.setHold(cartId, offerId, quantity);
      const sheet = await tx.lockLevels([offerId]);
      sheet.release(offerId, fewer, { cartId });
      await tx.saveSheet(sheet);
    }
    return withLine({ ...cart, ...extended }, offerId, quantity);
  }
}

function withLine(cart: Cart, offerId: OfferId, quantity: number): Cart {
  const others = cart.lines.filter((line) => line.offerId !== offerId);
  const place = cart.lines.findIndex((line) => line.offerId === offerId);
  if (quantity === 0) return { ...cart, lines: others };
  return { ...cart, lines: others.toSpliced(place === -1 ? others.length : place, 0, { offerId, quantity }) };
}
