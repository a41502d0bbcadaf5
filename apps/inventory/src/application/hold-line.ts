import type { CartId, MarketCode, OfferId, Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { Cart, CartRejection, MarketCopy, OfferCopy } from '../domain/cart.js';
import { outOfStock, refuseLine, refuseOffer, refuseWrite } from '../domain/cart.js';
import { availableOf } from '../domain/stock-level.js';
import type { StockSheet } from '../domain/stock-sheet.js';
import { OneAtATime } from './one-at-a-time.js';
import type { LockedCart, StockRoom, StockTx } from './ports.js';

export interface HoldLineRequest {
  readonly market: MarketCode;
  readonly cartId: CartId;
  readonly offerId: OfferId;
  /** What the cart shall hold of the offer: 0 gives it all back. */
  readonly quantity: number;
}

type Held = Outcome<Cart, CartRejection>;

/** Holds decided in one transaction. More make a hot offer faster and each of its buyers wait a little longer. */
const batchMax = 100;

/**
 * Sets what a cart holds of an offer, all or nothing, and extends the cart's life. Buyers who want one offer at the same moment are served
 * together, in one transaction, in the order they came.
 */
export class HoldLine {
  private readonly queue: OneAtATime<OfferId, HoldLineRequest, Held>;

  constructor(
    private readonly room: StockRoom,
    private readonly holdSeconds: number,
  ) {
    this.queue = new OneAtATime((requests) => this.room.transact((tx) => this.holdAll(tx, requests)), {
      batchMax,
      apart: ({ cartId }) => cartId,
    });
  }

  run(request: HoldLineRequest): Promise<Held> {
    return this.queue.run(request.offerId, request);
  }

  private async holdAll(tx: StockTx, requests: readonly HoldLineRequest[]): Promise<Held[]> {
    const carts = new Map((await tx.lockCarts(requests.map(({ cartId }) => cartId))).map((cart) => [cart.id, cart]));
    const knows = await knownOf(tx, requests);
    const judged = requests.map((request) => judge(request, carts.get(request.cartId), knows));
    const [first] = judged;
    if (judged.length === 1 && first?.kind === 'change' && first.more > 0) return [await this.takeOne(tx, first)];
    const changes = judged.filter((each) => each.kind === 'change');
    const sheet = await lockIfMoving(tx, changes);
    const granted = changes.filter((change) => grant(sheet, change));
    const expiresAt = await tx.extendCarts(
      granted.map(({ request }) => request.cartId),
      this.holdSeconds,
    );
    await tx.setHolds(granted.filter(({ more }) => more !== 0).map(({ request }) => request));
    await tx.saveSheet(sheet);
    return judged.map((each) => {
      if (each.kind === 'rejection') return each;
      const { request, cart, held } = each;
      const until = expiresAt.get(cart.id);
      if (until) return withLine({ ...cart, expiresAt: until }, request.offerId, request.quantity);
      return outOfStock(request.quantity, held + availableOf(sheet.levelOf(request.offerId)));
    });
  }

  /** One buyer alone: one statement takes the units, so that the level is locked from there to the commit and no longer. */
  private async takeOne(tx: StockTx, { request, cart, held, more }: Change): Promise<Held> {
    const { cartId, offerId, quantity } = request;
    const taken = await tx.takeUnits({ cartId, offerId, more, holdSeconds: this.holdSeconds });
    if (!taken) return outOfStock(quantity, held + (await tx.availableUnits(offerId)));
    return withLine({ ...cart, ...taken }, offerId, quantity);
  }
}

/** A request that may be granted: how many more units it takes, below zero how many it gives back. */
interface Change {
  readonly kind: 'change';
  readonly request: HoldLineRequest;
  readonly cart: LockedCart;
  readonly held: number;
  readonly more: number;
}

interface Known {
  readonly offer: OfferCopy | undefined;
  readonly markets: ReadonlyMap<MarketCode, MarketCopy>;
}

/** What the requests, all of one offer, are judged by; nothing when all only give back. */
async function knownOf(tx: StockTx, requests: readonly HoldLineRequest[]): Promise<Known> {
  const wanting = requests.filter(({ quantity }) => quantity > 0);
  const [any] = wanting;
  if (any === undefined) return { offer: undefined, markets: new Map() };
  const markets = new Map<MarketCode, MarketCopy>();
  for (const market of new Set(wanting.map((request) => request.market))) {
    const copy = await tx.findMarket(market);
    if (copy) markets.set(market, copy);
  }
  return { offer: await tx.findOffer(any.offerId), markets };
}

function judge(request: HoldLineRequest, cart: LockedCart | undefined, known: Known): Change | CartRejection {
  const { market, offerId, quantity } = request;
  if (cart?.market !== market) return reject('CartNotFound', 'There is no such cart.', { field: 'path.cartId' });
  const held = cart.lines.find((line) => line.offerId === offerId)?.quantity ?? 0;
  const refusal =
    refuseWrite(cart, cart.isOverdue) ??
    (quantity > 0
      ? (refuseOffer(known.offer, market) ?? refuseLine(cart, { offerId, quantity }, known.markets.get(market)))
      : undefined);
  return refusal ?? { kind: 'change', request, cart, held, more: quantity - held };
}

async function lockIfMoving(tx: StockTx, changes: readonly Change[]): Promise<StockSheet> {
  return tx.lockLevels(
    changes.some(({ more }) => more !== 0) ? changes.slice(0, 1).map(({ request }) => request.offerId) : [],
  );
}

function grant(sheet: StockSheet, { request: { cartId, offerId }, more }: Change): boolean {
  if (more > 0) return sheet.reserve(offerId, more, { cartId });
  if (more < 0) sheet.release(offerId, -more, { cartId });
  return true;
}

function withLine(cart: Cart, offerId: OfferId, quantity: number): Cart {
  const others = cart.lines.filter((line) => line.offerId !== offerId);
  const place = cart.lines.findIndex((line) => line.offerId === offerId);
  if (quantity === 0) return { ...cart, lines: others };
  return { ...cart, lines: others.toSpliced(place === -1 ? others.length : place, 0, { offerId, quantity }) };
}
