import type { CartId, Instant, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { unnestRows, upsertNewer } from '@reprise/platform/persistence';
import type { Cart, CartStatus, MarketCopy, OfferCopy } from '../../domain/cart.js';
import type { StockLevel } from '../../domain/stock-level.js';
import type { StockSheet } from '../../domain/stock-sheet.js';
import type {
  Claim,
  Extended,
  HoldRequest,
  LockedCart,
  OfferStatement,
  ReservationAnswer,
  StockTx,
} from '../../application/ports.js';
import * as carts from './cart-rows.js';
import * as claims from './claim-rows.js';
import * as levels from './level-rows.js';
import { PostgresLocationBook } from './postgres-location-book.js';
import { PostgresUnitBook } from './postgres-unit-book.js';

const copyColumns = {
  ...{ offer_id: 'uuid', status: 'text', markets: 'jsonb' },
  ...{ seller_id: 'uuid', sku: 'text', variant_id: 'uuid', grade: 'text', vat_scheme: 'text', quantity: 'int' },
} as const;

/** One transaction, over the tables of `migrations/`. */
export class PostgresStockTx implements StockTx {
  readonly units: PostgresUnitBook;
  readonly locations: PostgresLocationBook;

  constructor(private readonly tx: Tx) {
    this.units = new PostgresUnitBook(tx);
    this.locations = new PostgresLocationBook(tx);
  }

  async findMarket(code: MarketCode): Promise<MarketCopy | undefined> {
    const [row] = await this.tx.query<MarketCopy>(
      'SELECT code, status, region, quantity_max AS "quantityMax" FROM market_copy WHERE code = $1',
      [code],
    );
    return row;
  }

  async saveMarkets(markets: readonly (MarketCopy & { readonly version: number })[]): Promise<void> {
    const columns = { code: 'text', version: 'int', status: 'text', region: 'text', quantity_max: 'int' } as const;
    const rows = markets.map(({ code, version, status, region, quantityMax }) => ({
      ...{ code, version, status, region, quantity_max: quantityMax },
    }));
    await upsertNewer(this.tx, 'market_copy', ['code'], columns, rows);
  }

  async findOffer(offerId: OfferId): Promise<OfferCopy | undefined> {
    const [row] = await this.tx.query<OfferCopy>(
      'SELECT offer_id AS "offerId", status, markets FROM offer_copy WHERE offer_id = $1',
      [offerId],
    );
    return row;
  }

  async saveOffers(offers: readonly OfferStatement[]): Promise<void> {
    const rows = offers.map((offer) => ({ ...copyRowOf(offer), version: offer.version }));
    await upsertNewer(this.tx, 'offer_copy', ['offer_id'], { ...copyColumns, version: 'int' }, rows);
  }

  /** A version that says no more is not stored: any version between the one kept and the next kept says what the one kept does. */
  async offersSayingMore<Offer extends OfferStatement & { readonly quantityVersion: number }>(
    offers: readonly Offer[],
  ): Promise<Offer[]> {
    if (offers.length === 0) return [];
    const { sql, params } = unnestRows(
      { n: 'int', quantity_version: 'int', ...copyColumns },
      offers.map((offer, n) => ({ n, quantity_version: offer.quantityVersion, ...copyRowOf(offer) })),
    );
    const same = Object.keys(copyColumns).map((name) => `c.${name} = s.${name}`);
    const rows = await this.tx.query<{ n: number }>(
      // A value and not NOT EXISTS, which would be planned as a join with all offers there are.
      `SELECT s.n FROM ${sql} AS s WHERE coalesce((
         SELECT false FROM offer_copy c JOIN stock l ON l.offer_id = c.offer_id
         WHERE ${same.join(' AND ')} AND l.quantity_version >= s.quantity_version), true)
       ORDER BY s.n`,
      params,
    );
    return rows.map(({ n }) => offers[n] as Offer);
  }

  lockLevels(offerIds: readonly OfferId[]): Promise<StockSheet> {
    return levels.lockLevels(this.tx, offerIds);
  }

  async openLevels(offerIds: readonly OfferId[]): Promise<StockSheet> {
    await levels.insertEmptyLevels(this.tx, offerIds);
    return levels.lockLevels(this.tx, offerIds);
  }

  readLevel(offerId: OfferId): Promise<StockLevel> {
    return levels.readLevel(this.tx, offerId);
  }

  saveSheet(sheet: StockSheet): Promise<void> {
    return levels.saveSheet(this.tx, sheet);
  }

  takeUnits(request: HoldRequest): Promise<Extended | undefined> {
    return levels.takeUnits(this.tx, request);
  }

  availableUnits(offerId: OfferId): Promise<number> {
    return levels.availableUnits(this.tx, offerId);
  }

  insertCart(id: CartId, market: MarketCode, holdSeconds: number): Promise<Cart> {
    return carts.insertCart(this.tx, id, market, holdSeconds);
  }

  async findCart(id: CartId): Promise<LockedCart | undefined> {
    const [cart] = await carts.readCarts(this.tx, [id]);
    return cart;
  }

  lockCarts(ids: readonly CartId[]): Promise<LockedCart[]> {
    return carts.lockCarts(this.tx, ids);
  }

  lockOverdueCarts(limit: number, graceSeconds: number): Promise<LockedCart[]> {
    return carts.lockOverdueCarts(this.tx, limit, graceSeconds);
  }

  setHolds(
    holds: readonly { readonly cartId: CartId; readonly offerId: OfferId; readonly quantity: number }[],
  ): Promise<void> {
    return carts.setHolds(this.tx, holds);
  }

  extendCarts(ids: readonly CartId[], holdSeconds: number): Promise<Map<CartId, Instant>> {
    return carts.extendCarts(this.tx, ids, holdSeconds);
  }

  extendForPayment(id: CartId, paymentSeconds: number): Promise<Instant> {
    return carts.extendForPayment(this.tx, id, paymentSeconds);
  }

  closeCarts(ids: readonly CartId[], status: CartStatus): Promise<void> {
    return carts.closeCarts(this.tx, ids, status);
  }

  openClaims(orders: readonly { readonly orderId: OrderId; readonly market: MarketCode }[]): Promise<Set<OrderId>> {
    return claims.openClaims(this.tx, orders);
  }

  lockClaims(orderIds: readonly OrderId[]): Promise<Claim[]> {
    return claims.lockClaims(this.tx, orderIds);
  }

  saveClaims(changed: readonly Claim[]): Promise<void> {
    return claims.saveClaims(this.tx, changed);
  }

  sayReservations(answers: readonly ReservationAnswer[]): Promise<void> {
    return claims.sayReservations(this.tx, answers);
  }
}

function copyRowOf(offer: OfferStatement) {
  return {
    offer_id: offer.offerId,
    status: offer.status,
    markets: offer.markets,
    seller_id: offer.sellerId,
    sku: offer.sku,
    variant_id: offer.variantId,
    grade: offer.grade,
    vat_scheme: offer.vatScheme,
    quantity: offer.quantity,
  };
}
