import type { Money, Outcome } from '@reprise/kernel';
import { isRejection, toIso } from '@reprise/kernel';
import { isAnnounced } from '../domain/choose-price.js';
import type { Candidate, PriceChoice, Refusal } from '../domain/choose-price.js';
import { sourceOf } from '../domain/displayed-price.js';
import { explainQuote } from '../domain/explain-quote.js';
import type { OfferPrice } from '../domain/offer.js';
import type { PriceList } from '../domain/price-list.js';
import type { PriceRejection } from '../domain/price-rejection.js';
import type { PriorPrice } from '../domain/prior-price.js';
import type { ScheduledPrice } from '../domain/scheduled-price.js';
import type { QuoteDraft } from '../domain/quote.js';
import type { Market, PricedOffer } from './ports.js';

/** A price that could have been the price, and why it is or is not. */
export interface DescribedCandidate {
  readonly source: string;
  readonly price: Money | null;
  readonly outcome: 'won' | 'lost' | 'rejected';
  readonly reason: string;
}

export interface DescribedStep {
  readonly step: string;
  readonly detail: string;
  readonly price?: Money;
}

/** Every price considered, with its fate in words. A price for another market is among them, because people ask why it is not taken. */
export function describeCandidates(
  { offer }: PricedOffer,
  market: Market,
  candidates: readonly Candidate[],
): DescribedCandidate[] {
  const elsewhere = offer.prices.filter((price) => price.market !== market.code);
  return [
    ...candidates.map((candidate): DescribedCandidate => ({
      source: sourceOf(candidate),
      price: candidate.price,
      outcome:
        candidate.outcome === 'won'
          ? 'won'
          : candidate.outcome === 'outranked'
            ? ('lost' as const)
            : ('rejected' as const),
      reason: reasonOf(candidate),
    })),
    ...elsewhere.map((price): DescribedCandidate => ({
      source: `offer:${price.market}`,
      price: price.price,
      outcome: 'rejected',
      reason: 'A price for another market is never converted: a price is stated, not computed.',
    })),
  ];
}

function reasonOf(candidate: Candidate): string {
  const { list, scheduled } = candidate;
  if (list !== undefined) return listReason(candidate, list);
  return scheduled === undefined ? ownReason(candidate) : scheduledReason(candidate, scheduled);
}

function ownReason({ outcome }: Candidate): string {
  return outcome === 'won'
    ? 'The seller’s price for this market; nothing changes it.'
    : 'The seller’s price for this market, which a price list or a price stated ahead changes.';
}

function scheduledReason({ outcome }: Candidate, scheduled: ScheduledPrice): string {
  switch (outcome) {
    case 'won':
      return 'Stated ahead by the seller for this time; no price list changes it.';
    case 'outranked':
      return 'Stated ahead by the seller for this time; a price list works on it.';
    default:
      return refusedReason(outcome, scheduled);
  }
}

function listReason({ outcome }: Candidate, list: PriceList): string {
  switch (outcome) {
    case 'won':
      return `In force, priority ${list.priority}, the first in precedence that keeps inside every bound.`;
    case 'outranked':
      return `In force, but a list of higher priority, or meant for fewer offers, comes first; its own is ${list.priority}.`;
    case 'quantityTooSmall':
      return `Applies from ${list.scope.minQuantity} units.`;
    default:
      return refusedReason(outcome, list);
  }
}

function refusedReason(refusal: Refusal, { validFrom, validTo }: Pick<PriceList, 'validFrom' | 'validTo'>): string {
  switch (refusal) {
    case 'notYet':
      return `Begins at ${toIso(validFrom)}.`;
    case 'over':
      return `Ended at ${validTo === undefined ? 'an unknown time' : toIso(validTo)}.`;
    case 'quantityTooSmall':
      return 'Applies to more units.';
    case 'belowMinPrice':
      return 'Below the seller’s minimum price: it does not hold for this offer, and is not moved up to the minimum.';
    case 'aboveMaxPrice':
      return 'Above the seller’s maximum price: it does not hold for this offer, and is not moved down to the maximum.';
    case 'belowMarketMinimum':
      return 'Below the lowest price the market takes.';
    case 'aboveMarketMaximum':
      return 'Above the highest price the market takes.';
    case 'noReduction':
      return 'Not below the seller’s own price, so it is no sale.';
  }
}

/** From the stated price to what is paid, one decision a step. */
export function describeSteps(
  { offer }: PricedOffer,
  market: Market,
  stated: OfferPrice,
  choice: PriceChoice,
  prior: PriorPrice | undefined,
  quantity: number,
  quote: Outcome<QuoteDraft, PriceRejection> | undefined,
): DescribedStep[] {
  const { price, list, scheduled } = choice;
  const detail = `Version ${offer.version} of the offer, stated by its seller.`;
  return [
    { step: 'statedPrice', detail, price: stated.price },
    { step: 'bounds', detail: boundsOf(stated), price: stated.price },
    ...(scheduled === undefined
      ? []
      : [{ step: 'scheduledPrice', detail: scheduledDetail(scheduled), price: scheduled.price }]),
    ...(list === undefined ? [] : [{ step: 'priceList', detail: listDetail(list), price }]),
    ...(isAnnounced(choice) ? [priorStep(market, prior)] : []),
    {
      step: 'taxBasis',
      detail: market.terms.taxInclusive
        ? 'Tax is inside the price; how much depends on the destination.'
        : 'Tax is added at checkout, by destination.',
      price,
    },
    { step: 'quantity', detail: `${quantity} × the unit price, exact.`, price: price.times(quantity) },
    ...quoteSteps(quote),
  ];
}

function boundsOf({ minPrice, maxPrice }: OfferPrice): string {
  const bounds = [
    ...(minPrice === undefined ? [] : [`at least ${minPrice.toDecimalString()}`]),
    ...(maxPrice === undefined ? [] : [`at most ${maxPrice.toDecimalString()}`]),
  ].join(', ');
  return bounds === '' ? 'The seller set no bounds.' : `Within the seller’s bounds: ${bounds}.`;
}

function listDetail(list: PriceList): string {
  const what = list.kind === 'sale' ? 'sale' : 'override';
  return `${effectOf(list)} by the ${what} ${list.id}, version ${list.version}, in force since ${toIso(list.validFrom)}${
    list.validTo === undefined ? '' : ` until ${toIso(list.validTo)}`
  }.`;
}

function scheduledDetail({ id, version, kind, validFrom, validTo }: ScheduledPrice): string {
  const what = kind === 'sale' ? 'sale' : 'price';
  const until = validTo === undefined ? '' : ` until ${toIso(validTo)}`;
  return `The ${what} ${id} the seller stated ahead, version ${version}, in force since ${toIso(validFrom)}${until}.`;
}

function effectOf({ effect }: PriceList): string {
  switch (effect.type) {
    case 'percentOff': {
      const { numerator, denominator } = effect.share;
      const percent = Number((numerator * 100_000_000n) / denominator) / 1_000_000;
      return `${percent} % off the stated price, rounded ${effect.rounding}`;
    }
    case 'amountOff':
      return `${effect.amount} off the stated price`;
    case 'fixedPrices':
      return 'A fixed price';
  }
}

function priorStep(market: Market, prior: PriorPrice | undefined): DescribedStep {
  const step = 'priorPrice';
  if (market.terms.priorPrice === null) return { step, detail: `The market ${market.code} asks for no prior price.` };
  if (prior === undefined)
    return { step, detail: 'No lower price than before is shown, so nothing may be announced as a reduction.' };
  const window = `${toIso(prior.windowFrom)} until ${toIso(prior.reducedSince)}`;
  return {
    step,
    detail: `The lowest price shown from ${window}; less by ${prior.reduction}, announced as ${prior.percent} %.`,
    price: prior.price,
  };
}

function quoteSteps(quote: Outcome<QuoteDraft, PriceRejection> | undefined): DescribedStep[] {
  if (quote === undefined) return [];
  if (isRejection(quote)) return [{ step: 'destination', detail: quote.message }];
  const { totals, fees } = quote;
  return [
    ...explainQuote(quote).map(({ step, detail }) => ({ step, detail })),
    ...fees.map(({ name, amount }) => ({ step: 'feeAmount', detail: name, price: amount })),
    {
      step: 'toPay',
      detail: `${totals.net} net, ${totals.tax} tax, ${totals.fees} fees and ${totals.shipping} delivery.`,
      price: totals.gross,
    },
  ];
}
