import type { Instant, Money } from '@reprise/kernel';
import { isRejection, toIso } from '@reprise/kernel';
import type { Outcome } from '@reprise/kernel';
import type { PriceRejection, QuoteRejectionCode } from '../domain/price-rejection.js';
import type { QuoteDraft } from '../domain/quote.js';
import { gateBefore, servesMarket } from './on-sale.js';
import { isOnShow } from './ports.js';
import type { Market, PricedOffer } from './ports.js';

/** Why an offer cannot be bought, as codes a program reads. */
export type BlockerCode =
  | 'noPrice'
  | 'notPublished'
  | 'noStock'
  | 'quantityExceeded'
  | 'noTaxRate'
  | 'noShipping'
  | 'gradeNotAllowed'
  | 'sellerSuspended'
  | 'marketNotServed'
  | 'qualityGate'
  | 'marketNotLive'
  | 'delisted';

export interface Blocker {
  readonly code: BlockerCode;
  readonly message: string;
}

/** A quote that fails says something of the offer only for some reasons; an address that lacks a field is the buyer's to complete. */
const blockerOf: Readonly<Record<QuoteRejectionCode, BlockerCode | undefined>> = {
  OfferNotListed: 'noPrice',
  QuantityExceeded: 'quantityExceeded',
  DestinationNotServed: 'noShipping',
  DestinationIncomplete: undefined,
  MissingTaxRateForDestination: 'noTaxRate',
  ShippingMethodNotOffered: 'noShipping',
  BuyerVatIdInvalid: undefined,
  VoucherUnknown: undefined,
  VoucherOfOtherMarket: undefined,
  VoucherNotInForce: undefined,
  VoucherBelowMinimum: undefined,
  VoucherNotApplicable: undefined,
  QuoteRejected: 'noShipping',
};

/** Everything that keeps the offer from being bought, not only the first. `quote` is one unit-line delivered where it was asked about. */
export function findBlockers(
  priced: PricedOffer,
  market: Market,
  quantity: number,
  price: Money | null,
  quote: Outcome<QuoteDraft, PriceRejection> | undefined,
  at: Instant,
): Blocker[] {
  const { offer, seller, variant, available } = priced;
  const blockers: Blocker[] = [];
  const block = (code: BlockerCode, message: string): void => void blockers.push({ code, message });
  if (market.status !== 'live') block('marketNotLive', `The market ${market.code} is ${market.status}.`);
  if (seller.status !== 'active') block('sellerSuspended', `The seller is ${seller.status}.`);
  if (!servesMarket(seller, market.code)) block('marketNotServed', `The seller does not sell in ${market.code}.`);
  const gate = gateBefore(priced, market.code);
  if (gate !== undefined)
    block('qualityGate', `Too many such devices of this seller failed; reviewed from ${toIso(gate.reviewFrom)} on.`);
  if (!isOnShow(variant, market.code, at))
    block('notPublished', `The market ${market.code} does not show the product.`);
  if (price === null) block('noPrice', `The seller stated no price for the market ${market.code}.`);
  if (!market.terms.grades.has(offer.grade))
    block('gradeNotAllowed', `The market ${market.code} does not sell the grade ${offer.grade}.`);
  if (offer.status === 'delisted') block('delisted', 'The seller took the offer off sale.');
  else if ((available ?? offer.quantity) < quantity)
    block('noStock', `${available ?? offer.quantity} can be bought, ${quantity} were asked for.`);
  if (quote !== undefined && isRejection(quote)) {
    const code = blockerOf[quote.code as QuoteRejectionCode];
    if (code !== undefined) block(code, quote.message);
  }
  return blockers;
}
