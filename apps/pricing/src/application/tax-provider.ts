import type { Instant, Money } from '@reprise/kernel';
import type { LocalTaxKey } from '../domain/local-tax-area.js';
import type { QuoteDraft, QuoteRequest } from '../domain/quote.js';
import type { TaxAnswer } from '../domain/tax-answer.js';

/** A basket whose sales tax is to be worked out, and where it goes. */
export interface TaxQuestion {
  readonly quoteId: string;
  readonly request: QuoteRequest;
  readonly key: LocalTaxKey;
  readonly at: Instant;
  /** The basket as our own tables price it: what each line and delivery cost, discounts taken off. Our tables have none before them. */
  readonly draft?: QuoteDraft;
}

/** A sale whose tax was worked out in a quote. */
export interface TaxedSale {
  /** Unique per money movement: repeated, it is the same commitment and not another. */
  readonly saleId: string;
  readonly orderId: string;
  /** What the quote's calculation is called. */
  readonly calculation: string;
}

/** Money given back of a sale that was committed, line by line as it was charged. */
export interface TaxedRefund {
  readonly saleId: string;
  readonly orderId: string;
  readonly commitment: TaxReceipt;
  /** True where the whole sale is given back. */
  readonly whole: boolean;
  readonly lines: readonly {
    readonly offerId: string;
    readonly quantity: number;
    readonly net: Money;
    readonly tax: Money;
  }[];
  readonly shipping: { readonly net: Money; readonly tax: Money };
}

/** What a provider calls what it recorded. `lines` are its names of the lines, by offer. */
export interface TaxReceipt {
  readonly reference: string;
  readonly lines?: Readonly<Record<string, string>>;
}

/**
 * Who works sales tax out and is told of what was sold. Answers or throws a Fault: retriable when asking again may help. Repeating a
 * commitment, a refund or a void changes nothing.
 */
export interface TaxProvider {
  readonly name: string;
  quote(question: TaxQuestion): Promise<TaxAnswer>;
  commit(sale: TaxedSale): Promise<TaxReceipt>;
  refund(refund: TaxedRefund): Promise<TaxReceipt>;
  /** Takes a commitment back whole, as if nothing had been sold. */
  void(sale: { readonly orderId: string; readonly commitment: TaxReceipt }): Promise<TaxReceipt>;
}
