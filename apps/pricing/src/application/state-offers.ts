import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { invariant, offerIdOf, reject } from '@reprise/kernel';
import type { MarketTerms } from '../domain/market-terms.js';
import type { Offer, StatedOffer } from '../domain/offer.js';
import type { VatScheme } from '../domain/quote.js';
import { reviseOffer } from '../domain/revise-offer.js';
import type { Revision } from '../domain/revise-offer.js';
import { validateOfferTerms } from '../domain/validate-offer-terms.js';
import type { StatedPrice } from '../domain/validate-offer-terms.js';
import { displayPrices } from './display-prices.js';
import type { OfferToDisplay } from './display-prices.js';
import type { CatalogVariant, Market, MarketBook, PricingTx, UnitOfWork } from './ports.js';

/** One offer as a seller writes it: amounts still text, nothing checked against a market yet. */
export interface OfferStatement {
  readonly sku: string;
  readonly variantId: string;
  readonly grade: string;
  readonly quantity: number;
  readonly vatScheme: VatScheme;
  readonly warrantyMonths: number;
  readonly batteryHealth?: number | undefined;
  readonly shipsFrom: string;
  readonly shipsFromPostalCode?: string | undefined;
  readonly prices: readonly StatedPrice[];
}

/** One thing wrong with a statement: which field, as a path inside it. */
export interface StatementError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export type StatementOutcome =
  | { readonly change: Revision['change']; readonly offer: Offer }
  | { readonly change: 'rejected'; readonly errors: Errors };

export type SellerRejection = Rejection<'SellerNotRegistered' | 'SellerSuspended'>;

/**
 * Takes a seller's statements of offers, one or a batch: each is checked on its own, the good ones are stored and said together in one
 * transaction. A statement that says what is known already changes nothing.
 */
export class StateOffers {
  constructor(
    private readonly transactions: UnitOfWork,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
    private readonly settings: { readonly region: string },
  ) {}

  /** Answers one outcome a statement, in order. `dryRun` decides everything and stores nothing. */
  async run(
    sellerId: string,
    statements: readonly OfferStatement[],
    options: { readonly dryRun?: boolean } = {},
  ): Promise<Outcome<StatementOutcome[], SellerRejection>> {
    const markets = await this.markets.current();
    return this.transactions.inTransaction((tx) => this.runIn(tx, markets, sellerId, statements, options));
  }

  /** As `run`, as a part of a transaction that does more. */
  async runIn(
    tx: PricingTx,
    markets: ReadonlyMap<string, Market>,
    sellerId: string,
    statements: readonly OfferStatement[],
    options: { readonly dryRun?: boolean } = {},
  ): Promise<Outcome<StatementOutcome[], SellerRejection>> {
    const refusal = await this.refuseSeller(tx, sellerId);
    if (refusal !== undefined) return refusal;
    const variants = await tx.variants([...new Set(statements.map((statement) => statement.variantId))]);
    const terms = new Map([...markets].map(([code, market]) => [code, market.terms]));
    const checked = statements.map((statement) => this.check(sellerId, statement, markets, terms, variants));
    const stated = checked.flatMap(({ offer }) => offer ?? []);
    await tx.lockOffers(
      stated.map(({ offerId }) => offerId),
      sellerId,
    );
    const [before, lists] = [await tx.offersStated(stated), await tx.priceLists()];
    const outcomes = await this.revise(tx, stated, before, checked);
    if (options.dryRun === true) return outcomes;
    const revised = lastOfEach(outcomes).map((revision) => toDisplay(revision, before, variants));
    await tx.saveOffers(await displayPrices(tx, revised, { markets: terms, lists }));
    return outcomes;
  }

  /** Sellers are told apart by their token; whether one may trade here is ours to know. */
  async refuseSeller(tx: PricingTx, sellerId: string): Promise<SellerRejection | undefined> {
    const seller = await tx.seller(sellerId);
    if (seller === undefined)
      return reject('SellerNotRegistered', `The seller ${sellerId} is not registered in this region.`);
    // Who is verified may fill its shelf before it opens.
    if (seller.status !== 'active' && seller.status !== 'verified')
      return reject('SellerSuspended', `The seller ${sellerId} is ${seller.status}.`);
    return undefined;
  }

  private check(
    sellerId: string,
    statement: OfferStatement,
    markets: ReadonlyMap<string, Market>,
    termsByMarket: ReadonlyMap<string, MarketTerms>,
    variants: ReadonlyMap<string, CatalogVariant>,
  ): CheckedStatement {
    const variant = variants.get(statement.variantId);
    const [first, ...more] = [
      ...variantErrors(statement, variant),
      ...marketErrors(statement, markets, this.settings.region),
    ];
    if (first !== undefined) return { errors: [first, ...more] };
    invariant(variant !== undefined, 'an unknown variant has been refused above');
    const terms = validateOfferTerms(statement, termsByMarket);
    if ('errors' in terms) return terms;
    const offerId = offerIdOf(sellerId, statement.sku);
    const { productId } = variant;
    return { offer: { offerId, sellerId, ...termsOf(statement), productId, prices: terms.prices } };
  }

  private async revise(
    tx: PricingTx,
    stated: readonly StatedOffer[],
    before: ReadonlyMap<string, Offer>,
    checked: readonly CheckedStatement[],
  ): Promise<(StatementOutcome | Revision)[]> {
    const [current, onHand] = [new Map(before), await tx.onHandOtherThan(stated)];
    const now = this.clock.now();
    return checked.map(({ errors, offer }) => {
      if (errors !== undefined) return { change: 'rejected', errors };
      const revision = reviseOffer(current.get(offer.offerId), offer, onHand.get(offer.offerId), now);
      current.set(offer.offerId, revision.offer);
      return revision;
    });
  }
}

type Errors = readonly [StatementError, ...StatementError[]];

type CheckedStatement =
  | { readonly errors: Errors; readonly offer?: undefined }
  | { readonly errors?: undefined; readonly offer: StatedOffer };

/** A variant nobody can buy cannot be offered. */
function variantErrors(statement: OfferStatement, variant: CatalogVariant | undefined): StatementError[] {
  const field = 'variantId';
  if (variant === undefined)
    return [{ field, code: 'variantNotFound', message: `There is no variant ${statement.variantId}.` }];
  if (variant.published) return [];
  return [{ field, code: 'variantNotPublished', message: 'The product of this variant is archived.' }];
}

/** What is to be stored: one row an offer, though a batch may state it more than once, with every price it went through. */
function lastOfEach(outcomes: readonly (StatementOutcome | Revision)[]): Revised[] {
  const last = new Map<string, Revised>();
  for (const outcome of outcomes) {
    if (!('priceChanges' in outcome) || outcome.change === 'unchanged') continue;
    const { offer, priceChanges, onlyAmounts } = outcome;
    const earlier = last.get(offer.offerId);
    last.set(
      offer.offerId,
      earlier === undefined
        ? outcome
        : {
            offer,
            priceChanges: [...earlier.priceChanges, ...priceChanges],
            onlyAmounts: earlier.onlyAmounts && onlyAmounts,
          },
    );
  }
  return [...last.values()];
}

type Revised = Pick<Revision, 'offer' | 'priceChanges' | 'onlyAmounts'>;

function toDisplay(
  { offer, priceChanges, onlyAmounts }: Revised,
  before: ReadonlyMap<string, Offer>,
  variants: ReadonlyMap<string, CatalogVariant>,
): OfferToDisplay {
  const category = variants.get(offer.variantId)?.category ?? '';
  return {
    before: before.get(offer.offerId),
    offer,
    category,
    statedChanges: priceChanges,
    onlyAmounts,
    at: offer.updatedAt,
  };
}

/** A price for a market that does not exist, is no longer, or lives elsewhere: each named by its row. */
function marketErrors(
  statement: OfferStatement,
  markets: ReadonlyMap<string, Market>,
  region: string,
): StatementError[] {
  return statement.prices.flatMap(({ market: code }, i) => {
    const field = `prices[${i}].market`;
    const market = markets.get(code);
    if (market === undefined) return [{ field, code: 'marketNotFound', message: `There is no market called ${code}.` }];
    if (market.status === 'retired')
      return [{ field, code: 'marketRetired', message: `The market ${code} is retired.` }];
    if (market.region === region) return [];
    return [
      {
        field,
        code: 'marketInOtherRegion',
        message: `The market ${code} belongs to the region ${market.region}: state its price at that region's gateway.`,
      },
    ];
  });
}

function termsOf(statement: OfferStatement) {
  const { sku, variantId, grade, quantity, vatScheme, warrantyMonths, shipsFrom } = statement;
  const { batteryHealth, shipsFromPostalCode } = statement;
  return {
    ...{ sku, variantId, grade, quantity, vatScheme, warrantyMonths, shipsFrom },
    ...(batteryHealth === undefined ? {} : { batteryHealth }),
    ...(shipsFromPostalCode === undefined ? {} : { shipsFromPostalCode }),
  };
}
