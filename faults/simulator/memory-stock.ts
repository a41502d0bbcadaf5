import type { CartId, Instant, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import type { LocationBook } from '../../apps/inventory/src/application/location-ports.ts';
import type {
  Claim,
  Extended,
  HoldRequest,
  LockedCart,
  OfferStatement,
  ReservationAnswer,
  StockRoom,
  StockTx,
} from '../../apps/inventory/src/application/ports.ts';
import type { GoodsMovement, UnitBook } from '../../apps/inventory/src/application/unit-ports.ts';
import type { Cart, CartStatus, MarketCopy, OfferCopy } from '../../apps/inventory/src/domain/cart.ts';
import type { StockLevel, StockMovement } from '../../apps/inventory/src/domain/stock-level.ts';
import type { StockSheet } from '../../apps/inventory/src/domain/stock-sheet.ts';
import { table } from './memory-database.ts';
import type { MemoryDatabase, MemoryTx } from './memory-database.ts';
import type { Services } from './services.ts';
import type { Life } from './world.ts';

export interface CartRow extends Cart {
  readonly payingSinceMs?: number;
}

/** Inventory's tables. */
export const stockTables = {
  offers: table<OfferCopy>('offer'),
  levels: table<StockLevel>('stock'),
  movements: table<StockMovement>('movement'),
  claims: table<Claim & { readonly market: MarketCode }>('claim'),
  carts: table<CartRow>('cart'),
  goods: table<GoodsMovement>('goods movement'),
} as const;

const stockMarket: MarketCopy = { code: 'fr' as MarketCode, status: 'live', region: 'eu', quantityMax: 10 };

/** Inventory's transactions in memory, statement by statement as on PostgreSQL. */
export class MemoryStockRoom implements StockRoom {
  readonly #database: MemoryDatabase;
  readonly #life: Life;
  readonly #services: Services;

  constructor(database: MemoryDatabase, life: Life, services: Services) {
    this.#database = database;
    this.#life = life;
    this.#services = services;
  }

  transact<T>(work: (tx: StockTx) => Promise<T>): Promise<T> {
    return this.#database.transact(this.#life, (tx) => work(this.txOf(tx)));
  }

  rehearse(): never {
    throw new Error('nothing is rehearsed in the simulator');
  }

  txOf(tx: MemoryTx): StockTx {
    return new MemoryStockTx(tx, this.#database, this.#services);
  }
}

/** Offers of the simulator are counted by what is stated: none of its goods has a name or a place. */
class MemoryStockTx implements StockTx {
  readonly units: UnitBook;
  readonly locations: LocationBook;
  readonly #tx: MemoryTx;
  readonly #database: MemoryDatabase;
  readonly #services: Services;

  constructor(tx: MemoryTx, database: MemoryDatabase, services: Services) {
    this.#tx = tx;
    this.#database = database;
    this.#services = services;
    this.units = namelessGoods(tx);
    this.locations = new Proxy({} as LocationBook, {
      get: (_, name) => () => {
        throw new Error(`no goods have a place in the simulator: ${String(name)}`);
      },
    });
  }

  async findMarket(code: MarketCode): Promise<MarketCopy | undefined> {
    await this.#tx.statement('reads the market');
    return code === stockMarket.code ? stockMarket : undefined;
  }

  saveMarkets(): Promise<void> {
    return Promise.resolve();
  }

  async findOffer(offerId: OfferId): Promise<OfferCopy | undefined> {
    await this.#tx.statement('reads an offer');
    return this.#tx.get(stockTables.offers, offerId);
  }

  async saveOffers(offers: readonly OfferStatement[]): Promise<void> {
    await this.#tx.statement('saves offers');
    for (const { offerId, status, markets } of offers)
      await this.#tx.put(stockTables.offers, offerId, { offerId, status, markets });
  }

  async offersSayingMore<Offer extends OfferStatement & { readonly quantityVersion: number }>(
    offers: readonly Offer[],
  ): Promise<Offer[]> {
    await this.#tx.statement('compares offers');
    return offers.filter(({ offerId, status, markets, quantityVersion }) => {
      const [copy, level] = [this.#tx.get(stockTables.offers, offerId), this.#tx.get(stockTables.levels, offerId)];
      if (copy === undefined || level === undefined) return true;
      const isSame = copy.status === status && copy.markets.join() === markets.join();
      return !isSame || level.quantityVersion < quantityVersion;
    });
  }

  async lockLevels(offerIds: readonly OfferId[]): Promise<StockSheet> {
    const sorted = [...new Set(offerIds)].sort();
    if (sorted.length > 0) await this.#tx.statement('locks stock');
    if (this.#database.bugs.unlockedStock !== true)
      for (const offerId of sorted) await this.#tx.lock(stockTables.levels, offerId);
    return new this.#services.StockSheet(sorted.flatMap((id) => this.#tx.get(stockTables.levels, id) ?? []));
  }

  async openLevels(offerIds: readonly OfferId[]): Promise<StockSheet> {
    for (const offerId of [...new Set(offerIds)].sort())
      await this.#tx.insert(stockTables.levels, offerId, this.#services.emptyLevel(offerId));
    return this.lockLevels(offerIds);
  }

  async readLevel(offerId: OfferId): Promise<StockLevel> {
    await this.#tx.statement('reads stock');
    return this.#tx.get(stockTables.levels, offerId) ?? this.#services.emptyLevel(offerId);
  }

  async saveSheet(sheet: StockSheet): Promise<void> {
    if (sheet.changedLevels().length === 0) return;
    await this.#tx.statement('saves stock');
    for (const level of sheet.changedLevels()) await this.#saveLevel(level);
    for (const movement of sheet.movements) this.#tx.append(stockTables.movements, movement);
  }

  async takeUnits({ cartId, offerId, more, holdSeconds }: HoldRequest): Promise<Extended | undefined> {
    await this.#tx.statement('takes units for a cart');
    if (this.#database.bugs.unlockedStock !== true) await this.#tx.lock(stockTables.levels, offerId);
    const level = this.#tx.get(stockTables.levels, offerId);
    if (level === undefined || this.#services.availableOf(level) < more) return undefined;
    await this.#saveLevel({ ...level, reserved: level.reserved + more, version: level.version + 1 });
    const moved = { offerId, kind: 'reservation', onHand: 0, reserved: more, allocated: 0, cartId } as const;
    this.#tx.append(stockTables.movements, moved);
    const held = this.#tx.get(stockTables.carts, cartId)?.lines.find((line) => line.offerId === offerId)?.quantity ?? 0;
    await this.setHolds([{ cartId, offerId, quantity: held + more }]);
    const until = await this.extendCarts([cartId], holdSeconds);
    return { expiresAt: until.get(cartId) ?? this.#now() };
  }

  async availableUnits(offerId: OfferId): Promise<number> {
    return this.#services.availableOf(await this.readLevel(offerId));
  }

  async insertCart(id: CartId, market: MarketCode, holdSeconds: number): Promise<Cart> {
    await this.#tx.statement('inserts a cart');
    const cart = { id, market, status: 'open', lines: [], expiresAt: this.#in(holdSeconds) } as const;
    await this.#tx.put(stockTables.carts, id, cart);
    return cart;
  }

  async findCart(id: CartId): Promise<LockedCart | undefined> {
    await this.#tx.statement('reads a cart');
    return this.#cart(id);
  }

  async lockCarts(ids: readonly CartId[]): Promise<LockedCart[]> {
    if (ids.length === 0) return [];
    await this.#tx.statement('locks carts');
    for (const id of [...ids].sort()) await this.#tx.lock(stockTables.carts, id);
    return [...ids].sort().flatMap((id) => this.#cart(id) ?? []);
  }

  async lockOverdueCarts(limit: number, graceSeconds: number): Promise<LockedCart[]> {
    await this.#tx.statement('locks overdue carts');
    const late = this.#tx
      .all(stockTables.carts)
      .filter(({ status, expiresAt }) => status === 'open' && expiresAt <= this.#now() - graceSeconds * 1_000);
    return late
      .filter(({ id }) => this.#tx.tryLock(stockTables.carts, id))
      .slice(0, limit)
      .flatMap(({ id }) => this.#cart(id) ?? []);
  }

  async setHolds(
    holds: readonly { readonly cartId: CartId; readonly offerId: OfferId; readonly quantity: number }[],
  ): Promise<void> {
    if (holds.length > 0) await this.#tx.statement('sets what carts hold');
    for (const { cartId, offerId, quantity } of holds) {
      await this.#tx.lock(stockTables.carts, cartId);
      const cart = this.#tx.get(stockTables.carts, cartId);
      if (cart === undefined) continue;
      const others = cart.lines.filter((line) => line.offerId !== offerId);
      const lines = quantity === 0 ? others : [...others, { offerId, quantity }];
      await this.#tx.put(stockTables.carts, cartId, { ...cart, lines });
    }
  }

  async extendCarts(ids: readonly CartId[], holdSeconds: number): Promise<Map<CartId, Instant>> {
    if (ids.length > 0) await this.#tx.statement('extends carts');
    for (const id of ids) await this.#change(id, { expiresAt: this.#in(holdSeconds) });
    return new Map(ids.map((id) => [id, this.#in(holdSeconds)]));
  }

  async extendForPayment(id: CartId, paymentSeconds: number): Promise<Instant> {
    await this.#tx.statement('extends a cart for payment');
    await this.#change(id, { expiresAt: this.#in(paymentSeconds) });
    return this.#in(paymentSeconds);
  }

  async closeCarts(ids: readonly CartId[], status: CartStatus): Promise<void> {
    if (ids.length > 0) await this.#tx.statement('closes carts');
    for (const id of ids) await this.#change(id, { status, lines: [] });
  }

  async openClaims(
    orders: readonly { readonly orderId: OrderId; readonly market: MarketCode }[],
  ): Promise<Set<OrderId>> {
    await this.#tx.statement('opens claims');
    const opened = new Set<OrderId>();
    for (const { orderId, market } of orders) {
      const claim = { orderId, market, state: 'barred', lines: [] } as const;
      if (await this.#tx.insert(stockTables.claims, orderId, claim)) opened.add(orderId);
    }
    return opened;
  }

  async lockClaims(orderIds: readonly OrderId[]): Promise<Claim[]> {
    if (orderIds.length > 0) await this.#tx.statement('locks claims');
    for (const orderId of [...orderIds].sort()) await this.#tx.lock(stockTables.claims, orderId);
    return [...orderIds].sort().flatMap((orderId) => this.#tx.get(stockTables.claims, orderId) ?? []);
  }

  async saveClaims(claims: readonly Claim[]): Promise<void> {
    if (claims.length > 0) await this.#tx.statement('saves claims');
    for (const claim of claims) {
      await this.#tx.lock(stockTables.claims, claim.orderId);
      await this.#tx.put(stockTables.claims, claim.orderId, { ...claim, market: stockMarket.code });
    }
  }

  async sayReservations(answers: readonly ReservationAnswer[]): Promise<void> {
    if (answers.length > 0) await this.#tx.statement('answers orders');
    for (const { orderId, kind } of answers)
      this.#tx.say({ topic: 'inventory.reservation', key: orderId, type: kind, version: 1, data: { orderId } });
  }

  async #saveLevel(level: StockLevel): Promise<void> {
    if (this.#database.bugs.unlockedStock === true) this.#tx.putUnlocked(stockTables.levels, level.offerId, level);
    else await this.#tx.put(stockTables.levels, level.offerId, level);
    const { offerId, version } = level;
    this.#tx.say({ topic: 'inventory.stock', key: offerId, type: 'level', version, data: level });
  }

  async #change(id: CartId, changed: Partial<CartRow>): Promise<void> {
    await this.#tx.lock(stockTables.carts, id);
    const cart = this.#tx.get(stockTables.carts, id);
    if (cart !== undefined) await this.#tx.put(stockTables.carts, id, { ...cart, ...changed });
  }

  #cart(id: CartId): LockedCart | undefined {
    const cart = this.#tx.get(stockTables.carts, id);
    return cart && { ...cart, isOverdue: cart.expiresAt <= this.#now() };
  }

  #in(seconds: number): Instant {
    return (this.#now() + seconds * 1_000) as Instant;
  }

  #now(): Instant {
    return this.#database.world.nowMs as Instant;
  }
}

/** A unit ledger with nothing in it, which takes note of goods movements as the real one does. */
function namelessGoods(tx: MemoryTx): UnitBook {
  const none = (): Promise<never[]> => Promise.resolve([]);
  const nothing = (): Promise<void> => Promise.resolve();
  const book: Partial<UnitBook> = {
    openMovements: async (movements) => {
      await tx.statement('notes goods movements');
      const opened = [];
      for (const movement of movements) {
        const { documentId, effect } = movement;
        if (await tx.insert(stockTables.goods, `${documentId}/${effect}`, movement)) opened.push(movement);
      }
      return opened;
    },
    lockNamed: none,
    lockListed: none,
    lockOfOrders: none,
    cancelledOf: none,
    save: nothing,
    saveCancelled: nothing,
    saveDiscrepancies: nothing,
    linkOffers: nothing,
  };
  return book as UnitBook;
}
