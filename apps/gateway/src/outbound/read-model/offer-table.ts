import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type { offerChangedV1, DataOf } from '@reprise/contracts/events';
import { Money, isRejection } from '@reprise/kernel';
import { grown } from './columns.js';
import { Rows } from './rows.js';

export type OfferState = DataOf<typeof offerChangedV1>;

/** What an offer costs in one market, by offer row. */
interface PriceColumn {
  minor: Float64Array<ArrayBuffer>;
  /** Number of the currency the price is stated in. */
  currency: Uint8Array<ArrayBuffer>;
  /** Few offers have a prior price or a bound of their own, so those have no column. */
  readonly prior: Map<number, number>;
  readonly sellerMin: Map<number, number>;
}

const ACTIVE = 1;
const MARGINAL = 2;
/** No lead time is stated: longer than any that may be. */
const UNSTATED_LEAD = 255;

/**
 * Every offer and its stock in columns of numbers: 100,000 offers in 8 markets take some 25 MB, where as many objects would take
 * ten times that and keep the garbage collector walking over them.
 */
export class OfferTable {
  readonly rows = new Rows();
  private versions = new Uint32Array(0);
  private priceVersions = new Uint32Array(0);
  private stockVersions = new Uint32Array(0);
  private variants = new Int32Array(0);
  private sellers = new Int32Array(0);
  private gradeNumbers = new Uint8Array(0);
  private flags = new Uint8Array(0);
  private warranties = new Uint16Array(0);
  private batteries = new Uint8Array(0);
  private stock = new Uint32Array(0);
  private origins = new Uint16Array(0);
  private leadTimes = new Uint8Array(0);
  private readonly originNames = new Rows();
  private readonly currencies = new Rows();
  private readonly prices = new Map<string, PriceColumn>();
  private readonly byVariant: (number[] | undefined)[] = [];

  get size(): number {
    return this.rows.size;
  }

  /** 0 when the offer itself was never heard, or was forgotten. */
  version(row: number): number {
    return this.versions[row] ?? 0;
  }

  /** The version that said its prices: the offer's own, or a newer one that said nothing else. */
  priceVersion(row: number): number {
    return this.priceVersions[row] ?? 0;
  }

  stockVersion(row: number): number {
    return this.stockVersions[row] ?? 0;
  }

  variant(row: number): number {
    return this.variants[row] ?? -1;
  }

  seller(row: number): number {
    return this.sellers[row] ?? -1;
  }

  gradeNumber(row: number): number {
    return this.gradeNumbers[row] ?? 0;
  }

  grade(row: number): Grade {
    return grades[this.gradeNumber(row)] as Grade;
  }

  isActive(row: number): boolean {
    return ((this.flags[row] ?? 0) & ACTIVE) !== 0;
  }

  isMarginal(row: number): boolean {
    return ((this.flags[row] ?? 0) & MARGINAL) !== 0;
  }

  warrantyMonths(row: number): number {
    return this.warranties[row] ?? 0;
  }

  batteryHealth(row: number): number | undefined {
    return this.batteries[row] || undefined;
  }

  available(row: number): number {
    return this.stock[row] ?? 0;
  }

  /** As the offer states it. */
  leadTimeDays(row: number): number | undefined {
    const days = this.leadTimes[row];
    return days === UNSTATED_LEAD ? undefined : days;
  }

  shipsFrom(row: number): string {
    return this.originNames.id(this.origins[row] ?? 0);
  }

  /** Offers of a variant, of every grade. */
  ofVariant(variant: number): readonly number[] {
    return this.byVariant[variant] ?? none;
  }

  /** The price stated in a market in that currency; null when none is. */
  priceMinor(row: number, market: string, currency: string): number | null {
    const column = this.prices.get(market);
    const minor = column?.minor[row];
    if (column === undefined || minor === undefined || Number.isNaN(minor)) return null;
    return this.currencies.id(column.currency[row] as number) === currency ? minor : null;
  }

  priorPriceMinor(row: number, market: string): number | null {
    return this.prices.get(market)?.prior.get(row) ?? null;
  }

  sellerMinMinor(row: number, market: string): number | null {
    return this.prices.get(market)?.sellerMin.get(row) ?? null;
  }

  /** Whether the offer states a price in the market, in whatever currency. */
  isListedIn(row: number, market: string): boolean {
    const minor = this.prices.get(market)?.minor[row];
    return this.isActive(row) && minor !== undefined && !Number.isNaN(minor);
  }

  put(row: number, offer: OfferState, variant: number, seller: number): void {
    this.reserve(row + 1);
    this.moveTo(row, variant);
    this.versions[row] = offer.version;
    this.sellers[row] = seller;
    this.gradeNumbers[row] = grades.indexOf(offer.grade);
    this.flags[row] = (offer.status === 'active' ? ACTIVE : 0) | (offer.vatScheme === 'MARGINAL' ? MARGINAL : 0);
    this.warranties[row] = Math.min(65_535, offer.warrantyMonths);
    this.batteries[row] = offer.batteryHealth ?? 0;
    this.origins[row] = this.originNames.of(offer.shipsFrom);
    this.leadTimes[row] = offer.leadTimeDays ?? UNSTATED_LEAD;
    this.statePrices(row, offer.version, offer.prices);
  }

  /** States prices of a version, unless a newer one has. */
  statePrices(row: number, version: number, stated: OfferState['prices']): void {
    this.reserve(row + 1);
    if (version < this.priceVersion(row)) return;
    this.priceVersions[row] = version;
    this.putPrices(row, stated);
  }

  putStock(row: number, version: number, available: number): void {
    this.reserve(row + 1);
    this.stockVersions[row] = version;
    this.stock[row] = Math.min(0xffff_ffff, available);
  }

  /** The offer is gone; its stock is another fact and stays. */
  forget(row: number): void {
    this.reserve(row + 1);
    this.moveTo(row, -1);
    this.versions[row] = 0;
    this.flags[row] = 0;
    this.forgetPrices(row);
  }

  forgetPrices(row: number): void {
    this.reserve(row + 1);
    this.priceVersions[row] = 0;
    this.putPrices(row, []);
  }

  forgetStock(row: number): void {
    this.putStock(row, 0, 0);
  }

  private putPrices(row: number, stated: OfferState['prices']): void {
    for (const column of this.prices.values()) {
      if (row < column.minor.length) column.minor[row] = NaN;
      column.prior.delete(row);
      column.sellerMin.delete(row);
    }
    for (const { market, price, priorPrice, minPrice } of stated) {
      const minor = minorOf(price);
      if (Number.isNaN(minor)) continue;
      const column = this.priceColumn(market);
      column.minor[row] = minor;
      column.currency[row] = this.currencies.of(price.currency);
      if (priorPrice?.currency === price.currency) column.prior.set(row, minorOf(priorPrice));
      if (minPrice?.currency === price.currency) column.sellerMin.set(row, minorOf(minPrice));
    }
  }

  private priceColumn(market: string): PriceColumn {
    let column = this.prices.get(market);
    if (column === undefined) {
      column = { minor: new Float64Array(0), currency: new Uint8Array(0), prior: new Map(), sellerMin: new Map() };
      this.prices.set(market, column);
    }
    column.minor = grown(column.minor, this.rows.size, NaN);
    column.currency = grown(column.currency, this.rows.size);
    return column;
  }

  private moveTo(row: number, variant: number): void {
    const before = this.variants[row] as number;
    if (before === variant) return;
    if (before >= 0) this.byVariant[before] = this.byVariant[before]?.filter((offer) => offer !== row);
    if (variant >= 0) (this.byVariant[variant] ??= []).push(row);
    this.variants[row] = variant;
  }

  private reserve(rows: number): void {
    if (this.versions.length >= rows) return;
    this.versions = grown(this.versions, rows);
    this.priceVersions = grown(this.priceVersions, rows);
    this.stockVersions = grown(this.stockVersions, rows);
    this.variants = grown(this.variants, rows, -1);
    this.sellers = grown(this.sellers, rows, -1);
    this.gradeNumbers = grown(this.gradeNumbers, rows);
    this.flags = grown(this.flags, rows);
    this.warranties = grown(this.warranties, rows);
    this.batteries = grown(this.batteries, rows);
    this.stock = grown(this.stock, rows);
    this.origins = grown(this.origins, rows);
    this.leadTimes = grown(this.leadTimes, rows);
  }
}

const none: readonly number[] = [];

/** Minor units, or NaN for what is no amount of its currency: such a price is no price, and the offer's others still count. */
function minorOf({ amount, currency }: { readonly amount: string; readonly currency: string }): number {
  const money = Money.parse(amount, currency);
  if (isRejection(money)) return NaN;
  const minor = Number(money.minor);
  return Number.isSafeInteger(minor) ? minor : NaN;
}
