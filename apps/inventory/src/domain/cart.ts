import type { CartId, Instant, MarketCode, OfferId, Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { OfferQuantity } from './allocate-order.js';

/** `open` holds stock until it expires; `ordered` gave its holds to an order; `expired` gave them back. */
export type CartStatus = 'open' | 'ordered' | 'expired';

/** A set of holds with a time limit. */
export interface Cart {
  readonly id: CartId;
  readonly market: MarketCode;
  readonly status: CartStatus;
  readonly expiresAt: Instant;
  readonly lines: readonly OfferQuantity[];
}

/** What inventory knows of a market. */
export interface MarketCopy {
  readonly code: MarketCode;
  readonly status: string;
  readonly region: string;
  /** Most of one offer that one order may hold; null where the market was last heard before this was kept. */
  readonly quantityMax: number | null;
}

/** What inventory knows of an offer. */
export interface OfferCopy {
  readonly offerId: OfferId;
  readonly status: 'active' | 'delisted';
  readonly markets: readonly string[];
}

/** Every reason a cart call is refused. Each is a problem code of the API and is explained in this service's README. */
export type CartRejectionCode =
  | 'MarketNotFound'
  | 'MarketNotLive'
  | 'MarketInOtherRegion'
  | 'CartNotFound'
  | 'CartExpired'
  | 'OfferNotFound'
  | 'OfferNotListed'
  | 'QuantityExceeded'
  | 'CartFull'
  | 'OutOfStock';
export type CartRejection = Rejection<CartRejectionCode>;

/** Why a cart cannot be opened here, if it cannot. */
export function refuseMarket(code: string, market: MarketCopy | undefined, region: string): CartRejection | undefined {
  if (market === undefined || market.status === 'draft' || market.status === 'retired') {
    return reject('MarketNotFound', `There is no market "${code}".`, { field: 'path.market' });
  }
  if (market.region !== region) {
    return reject('MarketInOtherRegion', `Market "${code}" is served by the region "${market.region}".`, {
      field: 'path.market',
      details: { region: market.region },
    });
  }
  if (market.status !== 'live') return reject('MarketNotLive', `Market "${code}" is not open for sale.`);
  return undefined;
}

/** Why a cart's lines can no longer change, if they cannot. An ordered cart is spent, so it answers like an expired one. */
export function refuseWrite(cart: Pick<Cart, 'status'>, isOverdue: boolean): CartRejection | undefined {
  if (cart.status === 'open' && !isOverdue) return undefined;
  const why = cart.status === 'ordered' ? 'was ordered' : 'has expired and holds nothing any more';
  return reject('CartExpired', `This cart ${why}. Start a new one.`);
}

/** Why an offer cannot be held for this market, if it cannot. */
export function refuseOffer(offer: OfferCopy | undefined, market: MarketCode): CartRejection | undefined {
  if (offer === undefined) return reject('OfferNotFound', 'There is no such offer.', { field: 'path.offerId' });
  if (offer.status === 'active' && offer.markets.includes(market)) return undefined;
  return reject('OfferNotListed', `The offer is not for sale in market "${market}".`, { field: 'path.offerId' });
}

/** Lines of a cart: as many as a quote takes. */
const linesMax = 50;

/** Why this line cannot be, if it cannot: its market is closed, allows fewer of one offer, or the cart has all the lines it can. */
export function refuseLine(
  { lines, market: code }: Pick<Cart, 'lines' | 'market'>,
  { offerId, quantity }: OfferQuantity,
  market: MarketCopy | undefined,
): CartRejection | undefined {
  if (market?.status !== 'live') return reject('OfferNotListed', `Market "${code}" is not open for sale.`);
  const { quantityMax } = market;
  if (quantityMax !== null && quantity > quantityMax)
    return reject('QuantityExceeded', `At most ${quantityMax} of one offer in a cart of market "${code}".`, {
      field: 'quantity',
      details: { quantityMax },
    });
  if (lines.length < linesMax || lines.some((line) => line.offerId === offerId)) return undefined;
  return reject('CartFull', `A cart has at most ${linesMax} lines.`, { field: 'path.offerId', details: { linesMax } });
}

export function outOfStock(quantity: number, quantityAvailable: number): CartRejection {
  return reject('OutOfStock', `${quantity} wanted, ${quantityAvailable} left.`, {
    field: 'quantity',
    details: { quantityAvailable },
  });
}
