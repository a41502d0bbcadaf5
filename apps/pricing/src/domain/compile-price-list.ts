import { mustBeInstant, Money, ratioOfDecimal, ratioOf } from '@reprise/kernel';
import type { RoundingMode } from '@reprise/kernel';
import type { PriceList, PriceListEffect } from './price-list.js';

/** A price list as an operator writes it and as it is stored: amounts and moments are text. */
export interface StatedPriceList {
  readonly kind: 'sale' | 'override';
  readonly title: string;
  readonly priority: number;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly rules: {
    readonly market: string;
    readonly seller?: string | undefined;
    readonly category?: string | undefined;
    readonly grade?: string | undefined;
    readonly minQuantity: number;
  };
  readonly adjustment: StatedAdjustment;
}

export type StatedAdjustment =
  | { readonly type: 'percentOff'; readonly percent: string; readonly rounding: RoundingMode }
  | ({ readonly type: 'amountOff' } & StatedAmount)
  | { readonly type: 'fixedPrices'; readonly prices: readonly ({ readonly offerId: string } & StatedAmount)[] };

export interface StatedAmount {
  readonly amount: string;
  /** A market has one currency; when it is given it must be that one. */
  readonly currency?: string | undefined;
}

/** Reads a list that has been validated; anything it cannot hold is a Bug. */
export function compilePriceList(
  stated: StatedPriceList,
  identity: { readonly id: string; readonly version: number; readonly currency: string },
): PriceList {
  const { seller, category, grade, minQuantity, market } = stated.rules;
  return {
    id: identity.id,
    version: identity.version,
    kind: stated.kind,
    market,
    priority: stated.priority,
    scope: {
      minQuantity,
      ...(seller === undefined ? {} : { sellerId: seller }),
      ...(category === undefined ? {} : { category }),
      ...(grade === undefined ? {} : { grade }),
    },
    effect: effectOf(stated.adjustment, identity.currency),
    validFrom: mustBeInstant(stated.validFrom),
    ...(stated.validTo === undefined ? {} : { validTo: mustBeInstant(stated.validTo) }),
  };
}

function effectOf(stated: StatedAdjustment, currency: string): PriceListEffect {
  switch (stated.type) {
    case 'percentOff': {
      const { numerator, denominator } = ratioOfDecimal(stated.percent);
      return { type: 'percentOff', share: ratioOf(numerator, denominator * 100n), rounding: stated.rounding };
    }
    case 'amountOff':
      return { type: 'amountOff', amount: Money.of(stated.amount, currency) };
    case 'fixedPrices':
      return {
        type: 'fixedPrices',
        prices: new Map(stated.prices.map(({ offerId, amount }) => [offerId, Money.of(amount, currency)])),
      };
  }
}
