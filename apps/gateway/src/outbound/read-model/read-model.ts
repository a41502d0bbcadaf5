import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type { Names, ProductState } from '@reprise/contracts/events';
import { Bug, Money, mustBeCurrency } from '@reprise/kernel';
import type {
  Market,
  Markets,
  NextOffset,
  OfferInMarket,
  ProductCard,
  ReadState,
  Row,
  SearchWriter,
  Shelf,
  StateChange,
} from '../../application/ports.js';
import type { BuyBoxTerms } from '../../domain/rank-offers.js';
import { inIndex } from './in-index.js';
import type { LmdbState } from './lmdb-state.js';
import { stateKinds } from './lmdb-state.js';
import { MarketTable } from './market-table.js';
import { newestChanges } from './newest-changes.js';
import { OfferTable } from './offer-table.js';
import { OnSale } from './on-sale.js';
import { ProductTable } from './product-table.js';
import { Questions } from './questions.js';
import { SellerTable } from './seller-table.js';

/**
 * The gateway's copy of what can be bought. `fold` takes changes to disk and into memory in one turn of the event loop, so that a price
 * never shows on a page and not in the list: a reader comes before the whole batch or after it.
 */
export class ReadModel implements Markets, Shelf, ReadState {
  private readonly markets = new MarketTable();
  private readonly productTable = new ProductTable();
  private readonly sellers = new SellerTable();
  private readonly offerTable = new OfferTable();
  private readonly onSale: OnSale;
  private readonly listRevisions = new Map<string, number>();
  private everyListRevision = 0;
  private filled: boolean;
  /** Up to when publication dates have been looked at: what is shown is what was published then, everywhere alike. */
  private settledAtMs = 0;

  private constructor(
    private readonly state: LmdbState,
    private readonly index: SearchWriter,
    private readonly nowMs: () => number,
  ) {
    this.filled = state.wasCaughtUp;
    this.onSale = new OnSale(
      this.markets,
      this.productTable,
      this.sellers,
      this.offerTable,
      index,
      () => this.settledAtMs,
    );
  }

  /** Reads the state from disk: seconds for 100,000 offers. */
  static load(state: LmdbState, index: SearchWriter, nowMs = Date.now): ReadModel {
    const model = new ReadModel(state, index, nowMs);
    model.settledAtMs = nowMs();
    const open = new Questions();
    for (const market of state.all('market')) model.putMarket(market.market, market, open);
    for (const seller of state.all('seller')) model.sellers.put(model.sellers.rows.of(seller.sellerId), seller);
    for (const product of state.all('product')) model.putProduct(product.productId, product, open);
    for (const stock of state.all('stock')) model.putStock(stock.offerId, stock, open);
    for (const offer of state.all('offer')) model.putOffer(offer.offerId, offer, open);
    for (const price of state.all('price')) model.putPrice(price.offerId, price, open);
    model.settle(open);
    state.confirmReadable();
    return model;
  }

  fold(changes: readonly StateChange[], offsets: readonly NextOffset[], clusterId?: string): number {
    const newer = newestChanges(changes, {
      markets: this.markets,
      products: this.productTable,
      sellers: this.sellers,
      offers: this.offerTable,
    });
    const all = newer.flatMap(withItsPrices);
    this.state.write(all, offsets, clusterId);
    const open = new Questions();
    for (const change of all) this.apply(change, open);
    this.settle(open);
    return newer.length;
  }

  /** Whether it ever held everything, in this run or an earlier one: before that, "not found" would be a guess. */
  get isFilled(): boolean {
    return this.filled;
  }

  get clusterId(): string | undefined {
    return this.state.clusterId;
  }

  offsets(): ReadonlyMap<string, string> {
    return this.state.offsets();
  }

  markCaughtUp(): void {
    this.filled = true;
    this.state.markCaughtUp();
  }

  clear(): void {
    this.filled = false;
    // Key by key, as tombstones would: rows and revisions go on counting, so nothing rendered before is taken for current.
    this.fold(
      stateKinds.flatMap((kind) => this.state.keys(kind).map((key) => ({ kind, key, state: undefined }))),
      [],
    );
    this.state.forgetProgress();
  }

  get offerCount(): number {
    return this.offerTable.size;
  }

  all(): readonly Market[] {
    return this.markets.all();
  }

  find(code: string): Market | undefined {
    return this.markets.find(code);
  }

  get marketsRevision(): number {
    return this.markets.revision;
  }

  productRow(idOrSlug: string): Row | undefined {
    return this.productTable.find(idOrSlug);
  }

  card(product: Row): ProductCard {
    const card = this.productTable.card(product);
    if (card === undefined) throw new Bug(`row ${product} is no published product`);
    return card;
  }

  cardIfPublished(product: Row): ProductCard | undefined {
    return this.productTable.card(product);
  }

  products(): readonly Row[] {
    return this.productTable.published();
  }

  product(product: Row): ProductState {
    const state = this.state.get('product', this.productTable.rows.id(product));
    if (state === undefined) throw new Bug(`product row ${product} is in memory and not on disk`);
    return state;
  }

  variantRow(variantId: string): Row | undefined {
    const variant = this.productTable.variants.find(variantId);
    if (variant === undefined) return undefined;
    const canonical = this.productTable.canonical(variant);
    return this.productTable.productOf(canonical) >= 0 ? canonical : undefined;
  }

  isShown(product: Row, market: string): boolean {
    // As of the last look at the clock: a page must not be ahead of the lists that lead to it.
    return this.productTable.isPublishedIn(product, market, this.settledAtMs);
  }

  /** Works out anew what appeared or disappeared by its dates since this was last asked: those products, and no others. */
  passTime(): void {
    const untilMs = this.nowMs();
    const changing = [...this.productTable.changingBetween(this.settledAtMs, untilMs)];
    this.settledAtMs = untilMs;
    if (changing.length === 0) return;
    const open = new Questions();
    open.everyList = true;
    for (const row of changing) {
      open.products.add(row);
      for (const variant of this.productTable.card(row)?.variants ?? [])
        for (const same of [variant, ...this.productTable.formersOf(variant)]) this.question(same, open);
    }
    this.settle(open);
  }

  variantId(variant: Row): string {
    return this.productTable.variants.id(variant);
  }

  offers(variant: Row, grade: Grade, market: string): readonly OfferInMarket[] {
    const gradeNumber = grades.indexOf(grade);
    return this.onSale
      .offersOf(variant)
      .filter((row) => this.offerTable.gradeNumber(row) === gradeNumber && this.offerTable.isListedIn(row, market))
      .map((row) => this.onSale.offerIn(row, market));
  }

  winner(variant: Row, grade: Grade, market: string): OfferInMarket | undefined {
    const row = this.onSale.winner(variant, grades.indexOf(grade), market);
    return row < 0 ? undefined : this.onSale.offerIn(row, market);
  }

  buyableCount(variant: Row, grade: Grade, market: string): number {
    return this.onSale.count(variant, grades.indexOf(grade), market);
  }

  line(offerId: string, market: string): ReturnType<Shelf['line']> {
    const offer = this.offerTable.rows.find(offerId);
    const currency = this.markets.find(market)?.definition.currency;
    if (offer === undefined || currency === undefined) return undefined;
    const minor = this.offerTable.priceMinor(offer, market, currency);
    const variant = this.productTable.canonical(this.offerTable.variant(offer));
    const product = variant < 0 ? -1 : this.productTable.productOf(variant);
    if (minor === null || product < 0) return undefined;
    return {
      product,
      variantId: this.productTable.variants.id(variant),
      unitPrice: Money.ofMinor(BigInt(minor), mustBeCurrency(currency)),
    };
  }

  ownOffer(sellerId: string, offerId: string, market: string): ReturnType<Shelf['ownOffer']> {
    const row = this.offerTable.rows.find(offerId);
    if (row === undefined || this.offerTable.version(row) === 0) return undefined;
    const variant = this.productTable.canonical(this.offerTable.variant(row));
    const offer = this.onSale.offerIn(row, market);
    if (offer.sellerId !== sellerId) return undefined;
    return {
      variant,
      variantId: this.productTable.variants.id(variant),
      offer,
      quality: this.sellers.find(this.offerTable.seller(row))?.quality,
    };
  }

  terms(market: string, grade: Grade): BuyBoxTerms | undefined {
    return this.markets.terms(market, grade);
  }

  colourNames(code: string): Names | undefined {
    return this.productTable.colourNames(code);
  }

  revision(product: Row): number {
    return this.productTable.revision(product);
  }

  listRevision(market: string): number {
    return this.everyListRevision + (this.listRevisions.get(market) ?? 0);
  }

  private apply(change: StateChange, open: Questions): void {
    switch (change.kind) {
      case 'market':
        return this.putMarket(change.key, change.state, open);
      case 'product':
        return this.putProduct(change.key, change.state, open);
      case 'seller':
        return this.putSeller(change.key, change.state, open);
      case 'offer':
        return this.putOffer(change.key, change.state, open);
      case 'stock':
        return this.putStock(change.key, change.state, open);
      case 'price':
        return this.putPrice(change.key, change.state, open);
    }
  }

  private putMarket(code: string, market: StateOf<'market'>, open: Questions): void {
    if (this.markets.put(code, market)) open.markets.add(code);
    this.listRevisions.set(code, (this.listRevisions.get(code) ?? 0) + 1);
  }

  private putProduct(key: string, product: StateOf<'product'>, open: Questions): void {
    const row = this.productTable.rows.of(key);
    const variants = this.productTable.put(row, product?.version ?? 0, product);
    const published = product?.status === 'published' ? product : undefined;
    this.index.describe(row, published && inIndex(published));
    open.products.add(row);
    open.everyList = true;
    for (const variant of variants) {
      const owner = this.productTable.productOf(variant);
      if (owner >= 0 && owner !== row) open.products.add(owner);
      this.question(variant, open);
    }
  }

  private putSeller(key: string, seller: StateOf<'seller'>, open: Questions): void {
    const row = this.sellers.rows.of(key);
    this.sellers.put(row, seller);
    // A seller changes once a month; walking over a column of numbers then is cheaper than keeping a list for each.
    for (let offer = 0; offer < this.offerTable.size; offer++)
      if (this.offerTable.seller(offer) === row) this.questionOffer(offer, open);
  }

  private putOffer(key: string, offer: StateOf<'offer'>, open: Questions): void {
    const row = this.offerTable.rows.of(key);
    this.questionOffer(row, open);
    if (offer === undefined) this.offerTable.forget(row);
    else
      this.offerTable.put(
        row,
        offer,
        this.productTable.variants.of(offer.variantId),
        this.sellers.rows.of(offer.sellerId),
      );
    this.questionOffer(row, open);
  }

  /** Prices alone; those of an offer that was never heard wait for it. A forgotten offer takes its prices with it. */
  private putPrice(key: string, price: StateOf<'price'>, open: Questions): void {
    const row = this.offerTable.rows.of(key);
    if (price === undefined) this.offerTable.forgetPrices(row);
    else this.offerTable.statePrices(row, price.version, price.prices);
    this.questionOffer(row, open);
  }

  private putStock(key: string, stock: StateOf<'stock'>, open: Questions): void {
    const row = this.offerTable.rows.of(key);
    if (stock === undefined) this.offerTable.forgetStock(row);
    else this.offerTable.putStock(row, stock.version, stock.available);
    this.questionOffer(row, open);
  }

  private questionOffer(offer: Row, open: Questions): void {
    const variant = this.productTable.canonical(this.offerTable.variant(offer));
    if (variant < 0) return;
    open.cells.add(variant * grades.length + this.offerTable.gradeNumber(offer));
    const product = this.productTable.productOf(variant);
    if (product >= 0) open.products.add(product);
  }

  private question(variant: number, open: Questions): void {
    // A variant that is or was one with another need have no offers of its own to lose or gain a buy box.
    if (this.productTable.wasGrouped(variant)) open.everyGrade(variant);
    for (const offer of this.offerTable.ofVariant(variant)) this.questionOffer(offer, open);
  }

  /** Answers what the batch called into question: buy boxes first, then what lists show of the products they belong to. */
  private settle(open: Questions): void {
    for (const { code } of this.markets.all()) {
      if (open.markets.has(code)) this.onSale.settleMarket(code);
      else for (const cell of open.cells) this.onSale.settleCell(cell, code);
      const products = open.markets.has(code) ? this.everyProduct() : open.products;
      for (const product of products) this.onSale.settleProduct(product, code);
      if (open.products.size > 0 || open.markets.has(code))
        this.listRevisions.set(code, (this.listRevisions.get(code) ?? 0) + 1);
    }
    for (const product of open.products) this.productTable.touch(product);
    if (open.everyList) this.everyListRevision++;
  }

  private *everyProduct(): Generator<Row> {
    for (let row = 0; row < this.productTable.rows.size; row++) yield row;
  }
}

type StateOf<Kind extends StateChange['kind']> = Extract<StateChange, { kind: Kind }>['state'];

/** An offer that is gone leaves no prices behind. */
function withItsPrices(change: StateChange): StateChange | StateChange[] {
  if (change.kind !== 'offer' || change.state !== undefined) return change;
  return [change, { kind: 'price', key: change.key, state: undefined }];
}
