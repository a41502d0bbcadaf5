import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { Money } from '@reprise/kernel';
import type { OfferPrice } from '../domain/offer.js';
import { findListedMarket } from './find-open-market.js';
import type { MarketRejection } from './find-open-market.js';
import type { Market, MarketBook, OfferCatalogue, PricedOffer } from './ports.js';

/** Why an offer cannot be bought, as codes a program reads. */
export type BlockerCode =
  'noPrice' | 'notPublished' | 'noStock' | 'gradeNotAllowed' | 'sellerSuspended' | 'marketNotLive' | 'delisted';

export interface ExplainedPrice {
  readonly priced: PricedOffer;
  readonly market: Market;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly total: Money | null;
  readonly blockers: readonly { readonly code: BlockerCode; readonly message: string }[];
  /** Prices that could have been the price, each with why it is or is not. */
  readonly candidates: readonly {
    readonly source: string;
    readonly price: Money | null;
    readonly outcome: 'won' | 'lost' | 'rejected';
    readonly reason: string;
  }[];
  readonly steps: readonly { readonly step: string; readonly detail: string; readonly price?: Money }[];
}

/** Says what an offer costs in a market and how that came about; "no price" is explained too. */
export class ExplainPrice {
  constructor(
    private readonly offers: OfferCatalogue,
    private readonly markets: MarketBook,
    private readonly settings: { readonly region: string },
  ) {}

  async run(asked: {
    readonly market: string;
    readonly offerId: string;
    readonly quantity: number;
  }): Promise<Outcome<ExplainedPrice, MarketRejection | Rejection<'OfferNotFound'>>> {
    const [markets, found] = await Promise.all([this.markets.current(), this.offers.find([asked.offerId])]);
    const market = findListedMarket(markets, asked.market, this.settings.region);
    if (isRejection(market)) return market;
    const priced = found.get(asked.offerId);
    if (priced === undefined)
      return reject('OfferNotFound', `There is no offer ${asked.offerId}.`, { field: 'path.offerId' });
    const stated = priced.offer.prices.find((price) => price.market === market.code);
    const unitPrice = stated?.price ?? null;
    const total = unitPrice?.times(asked.quantity) ?? null;
    return {
      priced,
      market,
      quantity: asked.quantity,
      unitPrice,
      total,
      blockers: blockersOf(priced, market, asked.quantity),
      candidates: candidatesOf(priced, market),
      steps: stepsOf(priced, market, stated, asked.quantity),
    };
  }
}

function blockersOf({ offer, seller, variant, available }: PricedOffer, market: Market, quantity: number) {
  const blockers: { code: BlockerCode; message: string }[] = [];
  const block = (code: BlockerCode, message: string): void => void blockers.push({ code, message });
  if (market.status !== 'live') block('marketNotLive', `The market ${market.code} is ${market.status}.`);
  if (seller.status !== 'active') block('sellerSuspended', 'The seller is suspended.');
  if (variant?.published !== true) block('notPublished', 'The product is not published.');
  if (!offer.prices.some((price) => price.market === market.code))
    block('noPrice', `The seller stated no price for the market ${market.code}.`);
  if (!market.terms.grades.has(offer.grade))
    block('gradeNotAllowed', `The market ${market.code} does not sell the grade ${offer.grade}.`);
  if (offer.status === 'delisted') block('delisted', 'The seller took the offer off sale.');
  else if ((available ?? offer.quantity) < quantity)
    block('noStock', `${available ?? offer.quantity} can be bought, ${quantity} were asked for.`);
  return blockers;
}

/** Today's only source of a price is the seller's own statement for the market; prices for other markets are shown as what they are: none. */
function candidatesOf({ offer }: PricedOffer, market: Market): ExplainedPrice['candidates'] {
  return offer.prices.map((price) => ({
    source: `offer:${price.market}`,
    price: price.price,
    outcome: price.market === market.code ? ('won' as const) : ('rejected' as const),
    reason:
      price.market === market.code
        ? 'The seller’s price for this market.'
        : 'A price for another market is never converted: a price is stated, not computed.',
  }));
}

function stepsOf(
  { offer }: PricedOffer,
  market: Market,
  stated: OfferPrice | undefined,
  quantity: number,
): ExplainedPrice['steps'] {
  if (stated === undefined) return [{ step: 'statedPrice', detail: `No price was stated for ${market.code}.` }];
  const bounds = [
    ...(stated.minPrice ? [`at least ${stated.minPrice.toDecimalString()}`] : []),
    ...(stated.maxPrice ? [`at most ${stated.maxPrice.toDecimalString()}`] : []),
  ].join(', ');
  return [
    {
      step: 'statedPrice',
      detail: `Version ${offer.version} of the offer, stated by its seller.`,
      price: stated.price,
    },
    {
      step: 'bounds',
      detail: bounds === '' ? 'The seller set no bounds.' : `Within the seller’s bounds: ${bounds}.`,
      price: stated.price,
    },
    {
      step: 'taxBasis',
      detail: market.terms.taxInclusive
        ? 'Tax is inside the price; the quote shows how much, by destination.'
        : 'Tax is added at checkout, by destination.',
      price: stated.price,
    },
    { step: 'quantity', detail: `${quantity} × the unit price, exact.`, price: stated.price.times(quantity) },
  ];
}
