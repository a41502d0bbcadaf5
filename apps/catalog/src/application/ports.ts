import type { Market, MarketTerms } from '../domain/market.js';
import type { Product } from '../domain/product.js';
import type { Owners } from '../domain/refuse-taken.js';

/** What was done to a market, by whom and why: kept for ever. */
export interface MarketChange {
  readonly action: 'defined' | 'moved';
  /** The operator, as the token names them. */
  readonly actor: string;
  readonly reason?: string;
}

/** One transaction on the markets. Writers come one after the other, so what it reads stays true until it ends. */
export interface MarketsTx<D extends MarketTerms> {
  all(): Promise<readonly Market<D>[]>;
  /** Stores the market at its new version, notes the change, and says it as a fact. */
  save(market: Market<D>, change: MarketChange): Promise<void>;
}

/** All markets of the platform. */
export interface MarketBook<D extends MarketTerms> {
  find(code: string): Promise<Market<D> | undefined>;
  change<T>(work: (tx: MarketsTx<D>) => Promise<T>): Promise<T>;
}

/** How many of the stored products were new, and how many differed from what was there. The rest said nothing new. */
export interface Stored {
  readonly created: number;
  readonly updated: number;
}

/** One transaction on the products. Writers come one after the other. */
export interface ProductsTx<P extends Product> {
  /** Who has the addresses and variants these products claim. */
  ownersOf(products: readonly P[]): Promise<Owners>;
  /** Stores those that are new or differ, one version further, and says each as a fact. Each product once. */
  save(products: readonly P[]): Promise<Stored>;
}

/** All products of the platform. */
export interface ProductBook<P extends Product> {
  change<T>(work: (tx: ProductsTx<P>) => Promise<T>): Promise<T>;
}
