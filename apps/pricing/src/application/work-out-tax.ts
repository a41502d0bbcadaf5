import type { Instant, Outcome } from '@reprise/kernel';
import { Fault, isRejection } from '@reprise/kernel';
import { localTaxKeyOf } from '../domain/local-tax-area.js';
import type { PriceRejection } from '../domain/price-rejection.js';
import { quotePrice } from '../domain/quote-price.js';
import type { QuoteDraft, QuoteRequest } from '../domain/quote.js';
import type { PriceTables } from '../domain/tax-tables.js';
import type { TaxProvider } from './tax-provider.js';

/** Calculations of a tax service by the quote they are of, so that a sale can be committed under the one the buyer was shown. */
export interface TaxCalculations {
  remember(calculation: {
    readonly quoteId: string;
    readonly provider: string;
    readonly reference: string;
    readonly at: Instant;
  }): Promise<void>;
}

/**
 * Prices a basket with the tax of whoever is asked for it. Our own tables answer first, because the service is asked about what lines cost
 * after discounts, and because their answer is at hand when the service gives none.
 */
export class WorkOutTax {
  constructor(
    private readonly parts: {
      /** Our own tables. */
      readonly tables: TaxProvider;
      /** A tax service; undefined where our tables are all there is. */
      readonly service: TaxProvider | undefined;
      readonly calculations: TaxCalculations;
      /** What becomes of a quote when the service does not answer. */
      readonly whenUnanswered: 'tables' | 'refuse';
      readonly onUnanswered: (failure: { readonly provider: string; readonly error: Fault }) => void;
    },
  ) {}

  async price(
    quoteId: string,
    request: QuoteRequest,
    tables: PriceTables,
    now: Instant,
  ): Promise<Outcome<QuoteDraft, PriceRejection>> {
    const key = localTaxKeyOf(tables, request.market.tax.tables, request.shipTo, now);
    if (key === undefined) return quotePrice(request, tables, now);
    const question = { quoteId, request, key, at: now };
    const own = await this.parts.tables.quote(question);
    const draft = quotePrice({ ...request, taxAnswer: own }, tables, now);
    const { service, calculations } = this.parts;
    if (service === undefined || isRejection(draft)) return draft;
    try {
      const taxAnswer = await service.quote({ ...question, draft });
      if (taxAnswer.kind === 'amounts') {
        const { provider, reference } = taxAnswer;
        await calculations.remember({ quoteId, provider, reference, at: now });
      }
      return quotePrice({ ...request, taxAnswer }, tables, now);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.parts.onUnanswered({ provider: service.name, error });
      if (this.parts.whenUnanswered === 'refuse') throw error;
      const insteadOf = { provider: service.name, reason: error.message };
      const taxAnswer = own.kind === 'rates' ? { ...own, insteadOf } : own;
      return quotePrice({ ...request, taxAnswer }, tables, now);
    }
  }
}
