import type { Grade } from '@reprise/contracts';
import { grades } from '@reprise/contracts';
import type { MarketDefinition } from '@reprise/contracts/market';
import { Money } from '@reprise/kernel';
import type { Market, States } from '../../application/ports.js';
import type { BuyBoxTerms } from '../../domain/rank-offers.js';

/** Markets by code, with the terms of their buy boxes worked out once a change and not once an offer. */
export class MarketTable {
  private readonly markets = new Map<string, Market>();
  private readonly termsByCode = new Map<string, readonly BuyBoxTerms[]>();
  private sorted: readonly Market[] = [];
  private changes = 0;

  get revision(): number {
    return this.changes;
  }

  all(): readonly Market[] {
    return this.sorted;
  }

  find(code: string): Market | undefined {
    return this.markets.get(code);
  }

  terms(code: string, grade: Grade): BuyBoxTerms | undefined {
    return this.termsByCode.get(code)?.[grades.indexOf(grade)];
  }

  /** True when the buy boxes of the market must be worked out anew: most changes of a market are words. */
  put(code: string, state: States['market'] | undefined): boolean {
    this.changes++;
    const before = JSON.stringify(this.termsByCode.get(code));
    const currencyBefore = this.markets.get(code)?.definition.currency;
    if (state === undefined) {
      this.markets.delete(code);
      this.termsByCode.delete(code);
    } else {
      const { version, status, definition } = state;
      this.markets.set(code, { code, version, status, definition });
      this.termsByCode.set(code, termsOf(definition));
    }
    this.sorted = [...this.markets.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    return JSON.stringify(this.termsByCode.get(code)) !== before || state?.definition.currency !== currencyBefore;
  }
}

function termsOf(market: MarketDefinition): BuyBoxTerms[] {
  const minor = (amount: string): number => Number(Money.of(amount, market.currency).minor);
  const cheapest = market.shipping.reduce((best, method) => (minor(method.price) < minor(best.price) ? method : best));
  const shared = {
    priceMinMinor: minor(market.offerLimits.priceMin),
    priceMaxMinor: minor(market.offerLimits.priceMax),
    warrantyMonthsMin: market.offerLimits.warrantyMonthsMin,
    shipsFrom: market.shipsFrom,
    shippingMinor: minor(cheapest.price),
    deliveryDays: cheapest.deliveryDays,
  };
  return grades.map((grade) => ({ ...shared, gradeSold: market.grades.some((sold) => sold.grade === grade) }));
}
