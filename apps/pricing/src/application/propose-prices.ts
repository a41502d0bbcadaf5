import type { LocalDay, Money, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { FxRejection, FxSheet } from '../domain/convert-money.js';
import type { FxRate, FxSourceName } from '../domain/fx-rate.js';
import type { MarketTerms } from '../domain/market-terms.js';
import type { Offer, OfferPrice } from '../domain/offer.js';
import { deviationPpm, proposePrice } from '../domain/propose-price.js';
import type { PriceProposal } from '../domain/propose-price.js';
import { validateOfferTerms } from '../domain/validate-offer-terms.js';
import type { OfferTermsError } from '../domain/validate-offer-terms.js';
import type { ListFxRates } from './list-fx-rates.js';
import type { Market, MarketBook } from './ports.js';

/** Offers as whoever plans a market asks for them. */
export interface OfferShelf {
  /** Active offers with a price in one market and none in the other, by id. */
  listedButNotIn(listed: {
    readonly inMarket: string;
    readonly notIn: string;
    readonly after: string | undefined;
    readonly limit: number;
  }): Promise<readonly Offer[]>;
  /** Median price in a market of each variant and grade that is sold there, by `usualKey`. */
  usualPrices(market: MarketTerms, offers: readonly Offer[]): Promise<ReadonlyMap<string, Money>>;
}

/** What goods are compared by. */
export function usualKey({ variantId, grade }: Pick<Offer, 'variantId' | 'grade'>): string {
  return `${variantId}/${grade}`;
}

export interface ProposalRequest {
  readonly fromMarket: string;
  readonly toMarket: string;
  readonly date: LocalDay | undefined;
  readonly source: FxSourceName;
  readonly marginPpm: number;
  readonly outlierPpm: number;
  readonly limit: number;
  readonly after: string | undefined;
}

export interface ProposedPrice {
  readonly offer: Offer;
  readonly from: Money;
  readonly proposal: PriceProposal;
  readonly usual: Money | undefined;
  readonly deviationPpm: number | undefined;
  readonly outlier: boolean;
  readonly blockers: readonly OfferTermsError[];
}

export interface Proposals {
  readonly from: MarketTerms;
  readonly to: MarketTerms;
  readonly date: LocalDay;
  readonly rates: readonly FxRate[];
  readonly items: readonly ProposedPrice[];
  readonly nextAfter: string | undefined;
}

export type ProposalRejection = FxRejection | Rejection<'MarketNotFound'>;

/** Says what offers of one market could cost in another, and stores nothing: whoever launches a market looks at it first. */
export class ProposePrices {
  constructor(
    private readonly shelf: OfferShelf,
    private readonly markets: MarketBook,
    private readonly fxRates: ListFxRates,
  ) {}

  async run(request: ProposalRequest): Promise<Outcome<Proposals, ProposalRejection>> {
    const markets = await this.markets.current();
    const from = termsOf(markets, 'fromMarket', request.fromMarket);
    if (isRejection(from)) return from as ProposalRejection;
    const to = termsOf(markets, 'toMarket', request.toMarket);
    if (isRejection(to)) return to as ProposalRejection;
    const sheet = await this.fxRates.sheet(request.source, request.date);
    const offers = await this.shelf.listedButNotIn({
      inMarket: from.code,
      notIn: to.code,
      after: request.after,
      limit: request.limit,
    });
    const usual = await this.shelf.usualPrices(to, offers);
    const items: ProposedPrice[] = [];
    for (const offer of offers) {
      const listed = offer.prices.find(({ market }) => market === from.code);
      if (listed === undefined) continue;
      const proposed = proposeFor(offer, listed, to, sheet, usual.get(usualKey(offer)), request);
      if (isRejection(proposed)) return proposed as FxRejection;
      items.push(proposed);
    }
    const used = [from.currency, to.currency].flatMap((currency) => sheet.rates.get(currency) ?? []);
    const nextAfter = offers.length < request.limit ? undefined : offers.at(-1)?.offerId;
    return { from, to, date: sheet.date, rates: [...new Set(used)], items, nextAfter };
  }
}

function proposeFor(
  offer: Offer,
  listed: OfferPrice,
  to: MarketTerms,
  sheet: FxSheet,
  usual: Money | undefined,
  { marginPpm, outlierPpm }: ProposalRequest,
): Outcome<ProposedPrice, FxRejection> {
  const proposal = proposePrice(listed, to, sheet, marginPpm);
  if (isRejection(proposal)) return proposal as FxRejection;
  const deviation = deviationPpm(proposal.price, usual);
  return {
    ...{ offer, from: listed.price, proposal, usual },
    deviationPpm: deviation,
    outlier: deviation !== undefined && Math.abs(deviation) > outlierPpm,
    blockers: blockersOf(offer, proposal.price, to),
  };
}

/** What a seller would be told who stated this price. */
function blockersOf(offer: Offer, price: Money, to: MarketTerms): readonly OfferTermsError[] {
  const prices = [{ market: to.code, amount: price.toDecimalString() }];
  const checked = validateOfferTerms({ ...offer, prices }, new Map([[to.code, to]]));
  return 'errors' in checked ? checked.errors : [];
}

function termsOf(
  markets: ReadonlyMap<string, Market>,
  field: string,
  code: string,
): Outcome<MarketTerms, Rejection<'MarketNotFound'>> {
  return markets.get(code)?.terms ?? reject('MarketNotFound', `There is no market called ${code}.`, { field });
}
