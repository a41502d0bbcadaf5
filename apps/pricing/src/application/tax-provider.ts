import type { Instant } from '@reprise/kernel';
import type { LocalTaxKey } from '../domain/local-tax-area.js';
import type { QuoteRequest } from '../domain/quote.js';
import type { TaxAnswer } from '../domain/tax-answer.js';

/** A basket whose sales tax is to be worked out, and where it goes. */
export interface TaxQuestion {
  readonly quoteId: string;
  readonly request: QuoteRequest;
  readonly key: LocalTaxKey;
  readonly at: Instant;
}

/** Who works sales tax out. */
export interface TaxProvider {
  quote(question: TaxQuestion): Promise<TaxAnswer>;
}
