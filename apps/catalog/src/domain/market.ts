import type { Rejection } from '@reprise/kernel';

/** Where a market stands. Buyers see `live` only. */
export type MarketStatus = 'draft' | 'preview' | 'live' | 'suspended' | 'retired';

/** What the catalogue's own rules read of a definition; the rest is carried as it was stated. */
export interface MarketTerms {
  readonly code: string;
  /** The cell where its offers and orders live. */
  readonly region: string;
  readonly currency: string;
  readonly countries: readonly string[];
}

/** A market as it stands: what was defined and how far it has come. */
export interface Market<Definition extends MarketTerms = MarketTerms> {
  readonly code: string;
  /** Grows by one with every change of either. */
  readonly version: number;
  readonly status: MarketStatus;
  readonly definition: Definition;
}

export type MarketRejection = Rejection<
  | 'catalog.market_not_found'
  | 'catalog.market_version_not_found'
  | 'catalog.market_changed_meanwhile'
  | 'catalog.market_code_differs'
  | 'catalog.market_retired'
  | 'catalog.market_field_fixed'
  | 'catalog.country_has_market'
  | 'catalog.market_transition_not_allowed'
>;
