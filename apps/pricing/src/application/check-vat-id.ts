import type { Clock, Outcome } from '@reprise/kernel';
import { rejectQuote } from '../domain/price-rejection.js';
import type { PriceRejection } from '../domain/price-rejection.js';
import type { Buyer } from '../domain/quote.js';
import type { VatIdFormat, VatIdRegistry } from './ports.js';

/** What a market lets a VAT number count by, while its registry is not asked or does not answer. */
export type VatIdProofRule = 'checkDigits' | 'registry';

/** A buyer with a VAT number, and what whoever sells to it should know of the number. */
export interface CheckedBuyer {
  readonly buyer: Buyer & { readonly vatId: string; readonly vatIdStatus: 'valid' | 'unchecked' };
  readonly notices: readonly ('vatIdCheckDigitsWrong' | 'vatIdNotConfirmed')[];
}

/**
 * Decides whether a buyer is the business it says it is. The registry's word counts above all; while it has none, the market's rule says
 * whether right check digits are enough. Wrong ones refuse nobody, because states give out numbers that their own published algorithm
 * fails: the buyer is taxed as a consumer and told so.
 */
export class CheckVatId {
  constructor(
    private readonly format: VatIdFormat,
    private readonly registry: VatIdRegistry,
    private readonly clock: Clock,
  ) {}

  async run(text: string, rule: VatIdProofRule): Promise<Outcome<CheckedBuyer, PriceRejection>> {
    const read = this.format.read(text);
    if (read === undefined)
      return rejectQuote(
        'BuyerVatIdInvalid',
        'buyer.vatId',
        'This is not a VAT number of a member state: two letters of the state, then its digits, such as DE136695976.',
      );
    const { vatId, checkDigitsRight } = read;
    const answer = await this.registry.ask(vatId);
    if (answer.kind === 'notRegistered')
      return rejectQuote('BuyerVatIdInvalid', 'buyer.vatId', `The registry of the state knows no VAT number ${vatId}.`);
    const checkedAt = this.clock.now();
    if (answer.kind === 'registered') {
      const { consultationNumber } = answer;
      const proof = { checkedBy: 'registry' as const, checkedAt, ...(consultationNumber && { consultationNumber }) };
      return { buyer: { vatId, vatIdStatus: 'valid', proof }, notices: [] };
    }
    const unconfirmed = answer.kind === 'unanswered' ? (['vatIdNotConfirmed'] as const) : [];
    if (!checkDigitsRight)
      return { buyer: { vatId, vatIdStatus: 'unchecked' }, notices: ['vatIdCheckDigitsWrong', ...unconfirmed] };
    return rule === 'checkDigits'
      ? { buyer: { vatId, vatIdStatus: 'valid', proof: { checkedBy: 'checkDigits', checkedAt } }, notices: unconfirmed }
      : { buyer: { vatId, vatIdStatus: 'unchecked' }, notices: ['vatIdNotConfirmed'] };
  }
}
