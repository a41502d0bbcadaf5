import type { Clock, Instant, Money, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject, toIso } from '@reprise/kernel';
import { considerPrices, isAnnounced } from '../domain/choose-price.js';
import type { PricedGoods, PriceChoice } from '../domain/choose-price.js';
import { goodsOf, sourceOf } from '../domain/displayed-price.js';
import type { OfferPrice } from '../domain/offer.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import { priorPrice, reductionFrom } from '../domain/prior-price.js';
import type { PriorPrice } from '../domain/prior-price.js';
import { explainMargin } from '../domain/explain-margin.js';
import type { ExplainedMargin } from '../domain/explain-margin.js';
import { projectPrices } from '../domain/project-prices.js';
import { quotePrice } from '../domain/quote-price.js';
import type { PriceRejection } from '../domain/price-rejection.js';
import type { IncludedLevy, QuoteDraft, ShipTo } from '../domain/quote.js';
import type { PriceTables } from '../domain/tax-tables.js';
import { describeCandidates, describeSteps } from './describe-price.js';
import type { DescribedCandidate, DescribedStep } from './describe-price.js';
import { findBlockers } from './find-blockers.js';
import type { Blocker } from './find-blockers.js';
import { findListedMarket } from './find-open-market.js';
import type { MarketRejection } from './find-open-market.js';
import { lineOf } from './make-quote.js';
import type { Market, MarketBook, OfferCatalogue, PricedOffer, PriceTableBook, UnitShelf } from './ports.js';
import { vatTableOf } from '../domain/tax-tables.js';
import { warningsOf } from './price-warnings.js';
import type { PriceWarning } from './price-warnings.js';
import type { DisplayedStretch, PriceHistory } from './price-history.js';
import type { PriceLists } from './price-lists.js';

export interface PriceQuestion {
  readonly market: string;
  readonly offerId: string;
  readonly quantity: number;
  readonly at: Instant | undefined;
  readonly shipTo: Partial<ShipTo>;
  /** Whether how the price came about is asked for too. */
  readonly explain: boolean;
  /** Who asks, where it matters: what units cost, and prices to come, are for operators and for the seller whose they are. */
  readonly viewer?: { readonly role: 'ops' } | { readonly role: 'seller'; readonly sellerId: string } | undefined;
}

export interface ExplainedPrice {
  readonly offerId: string;
  readonly market: Market;
  readonly quantity: number;
  readonly at: Instant;
  readonly unitPrice: Money | null;
  readonly total: Money | null;
  readonly source: string | null;
  readonly priorPrice: Money | null;
  readonly reduction: { readonly reduction: Money; readonly percent: number } | null;
  readonly offerVersion: number | null;
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly PriceWarning[];
  /** Levies inside the price, which the law wants shown beside it; absent of a moment that has passed. */
  readonly includedLevies?: readonly IncludedLevy[];
  /** Present for viewers who may know it, of an offer under the margin scheme. */
  readonly margin?: ExplainedMargin;
  readonly candidates: readonly DescribedCandidate[];
  readonly steps: readonly DescribedStep[];
}

/** Says what an offer costs in a market, cost at a moment that has passed or will cost, and how that comes about; "no price" is explained too. */
export class ExplainPrice {
  constructor(
    private readonly parts: {
      readonly offers: OfferCatalogue;
      readonly markets: MarketBook;
      readonly tables: PriceTableBook;
      readonly lists: Pick<PriceLists, 'current'>;
      readonly units: UnitShelf;
      readonly history: Pick<PriceHistory, 'at' | 'shown'>;
      readonly clock: Clock;
      readonly settings: { readonly region: string };
    },
  ) {}

  async run(
    asked: PriceQuestion,
  ): Promise<Outcome<ExplainedPrice, MarketRejection | Rejection<'OfferNotFound' | 'ValidationFailed'>>> {
    const { parts } = this;
    const [markets, found] = await Promise.all([parts.markets.current(), parts.offers.find([asked.offerId])]);
    const market = findListedMarket(markets, asked.market, parts.settings.region);
    if (isRejection(market)) return market;
    const priced = found.get(asked.offerId);
    if (priced === undefined)
      return reject('OfferNotFound', `There is no offer ${asked.offerId}.`, { field: 'path.offerId' });
    const now = parts.clock.now();
    const at = asked.at ?? now;
    // A sale that is known before it begins keeps people from buying today, and tells competitors what to undercut.
    if (at > now && !isInsider(asked, priced))
      return reject('ValidationFailed', 'A moment that has come: what will cost how much is not public.', {
        field: 'query.at',
      });
    return at < now
      ? thenDisplayed(
          asked,
          market,
          at,
          await parts.history.at(asked.offerId, market.code, at),
          isInsider(asked, priced),
        )
      : this.asOf(asked, market, priced, at);
  }

  /** Now, or a moment to come as it looks now. */
  private async asOf(asked: PriceQuestion, market: Market, priced: PricedOffer, at: Instant): Promise<ExplainedPrice> {
    const { quantity } = asked;
    const [lists, tables] = await Promise.all([this.parts.lists.current(), this.parts.tables.current()]);
    const stated = priced.offer.prices.find((price) => price.market === market.code);
    const answer = { offerId: asked.offerId, market, quantity, at, offerVersion: priced.offer.version };
    if (stated === undefined)
      return {
        ...answer,
        ...noPrice,
        blockers: findBlockers(priced, market, quantity, null, undefined, at),
        warnings: warningsOf(priced, market, tables),
        candidates: describeCandidates(priced, market, []),
        steps: [{ step: 'statedPrice', detail: `No price was stated for ${market.code}.` }],
      };
    const goods = goodsOf(priced.offer, priced.variant?.category ?? '');
    const { candidates, ...choice } = considerPrices(stated, goods, { market: market.terms, lists, quantity, at });
    const prior = await this.priorPriceOf(priced, market, stated, goods, choice, lists, at);
    const shipTo = { country: market.terms.homeCountry, ...asked.shipTo };
    const line = lineOf(priced, quantity, choice.price);
    const quote = line && quotePrice({ market: market.terms, lines: [line], shipTo }, tables, at);
    return {
      ...answer,
      unitPrice: choice.price,
      total: choice.price.times(quantity),
      source: sourceOf(choice),
      priorPrice: prior?.price ?? null,
      reduction: prior === undefined ? null : reductionFrom(prior.price, choice.price),
      blockers: findBlockers(priced, market, quantity, choice.price, quote, at),
      warnings: warningsOf(priced, market, tables),
      ...leviesIn(quote),
      ...(await this.marginOf(asked, priced, market, choice.price, tables, at)),
      candidates: describeCandidates(
        priced,
        market,
        isInsider(asked, priced) ? candidates : candidates.filter(({ outcome }) => outcome !== 'notYet'),
      ),
      steps: describeSteps(priced, market, stated, choice, prior, quantity, quote),
    };
  }

  private async marginOf(
    asked: PriceQuestion,
    priced: PricedOffer,
    { terms }: Market,
    price: Money,
    tables: PriceTables,
    at: Instant,
  ): Promise<{ readonly margin: ExplainedMargin } | undefined> {
    const { offer } = priced;
    const mayKnow = asked.explain && isInsider(asked, priced);
    const table = mayKnow && offer.vatScheme === 'MARGINAL' ? vatTableOf(terms, tables) : undefined;
    if (table === undefined) return undefined;
    const units = await this.parts.units.onHand(offer, maxExplainedUnits);
    const margin = explainMargin(table, offer, price, units, terms.tax.roundingMode, at);
    return margin && { margin };
  }

  /** From history, continued to the moment asked about. A price that needs several units is not what a page announced. */
  private async priorPriceOf(
    { offer }: PricedOffer,
    { terms }: Market,
    stated: OfferPrice,
    goods: PricedGoods,
    choice: PriceChoice,
    lists: PriceListIndex,
    at: Instant,
  ): Promise<PriorPrice | undefined> {
    const forOne = choice.list === undefined || choice.list.scope.minQuantity <= 1;
    if (terms.priorPrice === null || !isAnnounced(choice) || !forOne) return undefined;
    const { own, elsewhere } = await this.parts.history.shown(offer);
    const shown = own.get(terms.code) ?? [];
    const since = shown.at(-1)?.at ?? at;
    const projected = projectPrices(stated, goods, { market: terms, lists, at }, since);
    // A list stated a moment ago may not be published yet: then its reduction begins with this answer.
    const nowShown = { price: choice.price, at, announced: true };
    const rule = { ...terms.priorPrice, timeZone: terms.timeZone };
    return priorPrice(
      [...shown, ...projected.filter((step) => step.at > since || shown.length === 0), nowShown],
      rule,
      at,
      elsewhere.get(terms.code),
    );
  }
}

/** The same for whoever asks: a producer organisation's contribution is shown to the last buyer (Code de l'environnement art. L. 541-10-20). */
function leviesIn(quote: Outcome<QuoteDraft, PriceRejection> | undefined): Pick<ExplainedPrice, 'includedLevies'> {
  if (quote === undefined || isRejection(quote)) return {};
  return { includedLevies: quote.lines.flatMap((line) => line.includedLevies) };
}

/** Operators, and the seller whose offer it is. */
function isInsider({ viewer }: PriceQuestion, { offer }: PricedOffer): boolean {
  return viewer?.role === 'ops' || (viewer?.role === 'seller' && viewer.sellerId === offer.sellerId);
}

/** A shelf can be long; an explanation is read by a person. */
const maxExplainedUnits = 200;

const noPrice = { unitPrice: null, total: null, source: null, priorPrice: null, reduction: null } as const;

/** What history says was displayed. Stock, seller and address of that moment are not kept, so only the price is spoken of. */
function thenDisplayed(
  { offerId, quantity }: PriceQuestion,
  market: Market,
  at: Instant,
  shown: DisplayedStretch | undefined,
  namesAuthor: boolean,
): ExplainedPrice {
  const answer = { offerId, market, quantity, at, offerVersion: shown?.offerVersion ?? null };
  if (shown?.price == null) {
    const message =
      shown === undefined
        ? `No price had been displayed in ${market.code} by then.`
        : `The offer was not for sale in ${market.code} then.`;
    const blockers = [{ code: 'noPrice' as const, message }];
    return {
      ...answer,
      ...noPrice,
      blockers,
      warnings: [],
      candidates: [],
      steps: [{ step: 'displayedPrice', detail: message }],
    };
  }
  const { price, source, from, to, author } = shown;
  const until = to === undefined ? 'and still is' : `until ${toIso(to)}`;
  const prior = shown.priorPrice;
  return {
    ...answer,
    unitPrice: price,
    total: price.times(quantity),
    source,
    priorPrice: prior ?? null,
    reduction: prior === undefined ? null : reductionFrom(prior, price),
    blockers: [],
    warnings: [],
    candidates: [
      {
        ...{ source, price, outcome: 'won' },
        reason: namesAuthor ? `${author.why} (${author.role} ${author.actor})` : 'The price displayed then.',
      },
    ],
    steps: [
      {
        step: 'displayedPrice',
        detail: `Displayed from ${toIso(from)} ${until}${namesAuthor ? `; ${author.why}` : '.'}`,
        price,
      },
      ...(prior === undefined
        ? []
        : [{ step: 'priorPrice', detail: 'The prior price displayed beside it.', price: prior }]),
    ],
  };
}
