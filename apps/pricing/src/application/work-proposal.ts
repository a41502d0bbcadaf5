import type { Clock, Money } from '@reprise/kernel';
import { invariant, isRejection } from '@reprise/kernel';
import { convertMoney } from '../domain/convert-money.js';
import type { FxSheet } from '../domain/convert-money.js';
import type { MarketTerms } from '../domain/market-terms.js';
import type { Offer } from '../domain/offer.js';
import { judgePrice, offerPriceOf, refusesSeeding } from '../domain/price-proposal.js';
import type { PriceProposalSet, PriceReference, ProposalRow, SkippedBecause } from '../domain/price-proposal.js';
import { proposePrice } from '../domain/propose-price.js';
import { reviseOffer } from '../domain/revise-offer.js';
import { validateOfferTerms } from '../domain/validate-offer-terms.js';
import { displayPrices } from './display-prices.js';
import type { OfferToDisplay } from './display-prices.js';
import type { ListFxRates } from './list-fx-rates.js';
import type { Market, MarketBook } from './ports.js';
import { usualKey } from './propose-prices.js';
import type { ProposalDesk, ProposalTx, RowSettled } from './proposal-ports.js';

/** Offers a transaction. More finish sooner; fewer keep a seller who states one of them waiting less. */
const usualBatch = { rowsBuilt: 1_000, rowsApplied: 500 };

/**
 * What of a proposal goes on by itself: a row for every offer, and once approved a price for every row. A batch is one transaction, and what
 * is done is crossed off in it, so a process that dies half-way is resumed without a loss, and no offer is priced or said twice.
 */
export class WorkProposal {
  constructor(
    private readonly desk: ProposalDesk,
    private readonly markets: MarketBook,
    private readonly fxRates: ListFxRates,
    private readonly clock: Clock,
    private readonly batch: { readonly rowsBuilt: number; readonly rowsApplied: number } = usualBatch,
  ) {}

  /** Does the next batch of whichever set is at work; answers whether there was any. */
  async run(): Promise<boolean> {
    const markets = await this.markets.current();
    return this.desk.inTransaction(async (tx) => {
      const set = await tx.claim();
      if (set === undefined) return false;
      if (set.status === 'building') await this.build(tx, set, markets);
      else await this.apply(tx, set, markets);
      return true;
    });
  }

  private async build(tx: ProposalTx, set: PriceProposalSet, markets: ReadonlyMap<string, Market>): Promise<void> {
    const [from, to] = [termsOf(markets, set.fromMarket), termsOf(markets, set.toMarket)];
    const limit = this.batch.rowsBuilt;
    const offers = await tx.listedButNotIn({ inMarket: from.code, notIn: to.code, after: set.builtTo, limit });
    const sheet = await this.fxRates.sheet(set.source, set.date);
    const [there, here] = [await tx.usualPrices(to, offers), await tx.usualPrices(from, offers)];
    const sellerIds = [...new Set(offers.map(({ sellerId }) => sellerId))];
    const [sellers, refusals] = [await tx.sellers(sellerIds), await tx.refusals(sellerIds)];
    const costs = await tx.unitCosts(offers);
    const rows = offers.flatMap((offer) => {
      const usual = { there: there.get(usualKey(offer)), here: here.get(usualKey(offer)) };
      const refused = refusesSeeding(to.code, offer.sku, sellers.get(offer.sellerId), refusals.get(offer.sellerId));
      return rowOf(offer, set, { from, to, sheet, usual, costs: costs.get(offer.offerId) ?? [], refused });
    });
    await tx.addRows(set.id, rows);
    const isLast = offers.length < limit;
    await tx.save({
      ...set,
      builtTo: offers.at(-1)?.offerId ?? set.builtTo,
      ...(isLast && { status: 'review', version: set.version + 1 }),
    });
  }

  private async apply(tx: ProposalTx, set: PriceProposalSet, markets: ReadonlyMap<string, Market>): Promise<void> {
    const rows = await tx.rows(set, { only: 'toApply' }, { after: undefined, limit: this.batch.rowsApplied });
    if (rows.length === 0) return tx.save({ ...set, status: 'applied', version: set.version + 1 });
    invariant(set.decision !== undefined, 'what is applied has been approved');
    const offerIds = rows.map(({ offerId }) => offerId);
    const sellerIds = [...new Set(rows.map(({ sellerId }) => sellerId))];
    const sellers = await tx.sellers(sellerIds);
    await tx.lockOffers(offerIds);
    const lists = await tx.priceLists();
    const [offers, refusals] = [await tx.offers(offerIds), await tx.refusals(sellerIds)];
    const target = markets.get(set.toMarket);
    const settled = rows.map((row): RowSettled => {
      const refused = refusesSeeding(set.toMarket, row.sku, sellers.get(row.sellerId), refusals.get(row.sellerId));
      const seller = sellers.get(row.sellerId);
      const active = seller?.status === 'active' || seller?.status === 'verified';
      const skipped = whyNot(row, set, { offer: offers.get(row.offerId), target, active, refused });
      return { offerId: row.offerId, outcome: skipped === undefined ? 'applied' : 'skipped', skipped };
    });
    const toPrice = rows.filter((_, i) => settled[i]?.outcome === 'applied');
    const revised = await this.priced(tx, toPrice, set, offers);
    const terms = new Map([...markets].map(([code, market]) => [code, market.terms]));
    await tx.saveOffers(await displayPrices(tx, revised, { markets: terms, lists }), set.decision);
    await tx.settleRows(set.id, settled);
  }

  private async priced(
    tx: ProposalTx,
    rows: readonly ProposalRow[],
    set: PriceProposalSet,
    offers: ReadonlyMap<string, Offer>,
  ): Promise<OfferToDisplay[]> {
    const now = this.clock.now();
    const variants = await tx.variants([...new Set(rows.map(({ variantId }) => variantId))]);
    return rows.flatMap((row) => {
      const before = offers.get(row.offerId);
      if (before === undefined) return [];
      const prices = [...before.prices, offerPriceOf(set.toMarket, row.price, row.steps)];
      const { offer, priceChanges } = reviseOffer(before, { ...before, prices }, undefined, now);
      const category = variants.get(offer.variantId)?.category ?? '';
      return [{ before, offer, category, statedChanges: priceChanges, onlyAmounts: false, at: now }];
    });
  }
}

function rowOf(
  offer: Offer,
  set: PriceProposalSet,
  known: {
    readonly from: MarketTerms;
    readonly to: MarketTerms;
    readonly sheet: FxSheet;
    readonly usual: { readonly there: Money | undefined; readonly here: Money | undefined };
    readonly costs: readonly Money[];
    readonly refused: boolean;
  },
): ProposalRow[] {
  const { from, to, sheet } = known;
  const listed = offer.prices.find(({ market }) => market === from.code);
  if (listed === undefined) return [];
  const steps = proposePrice(listed, to, sheet, set.marginPpm);
  if (isRejection(steps)) throw new Error(`the rates of ${set.date} were there when the proposal was begun`);
  const facts = {
    reference: referenceOf(known.usual, set, to, sheet),
    unitCost: dearest(known.costs, to, sheet),
    minPrice: steps.minPrice,
    maxPrice: steps.maxPrice,
  };
  const { offerId, sellerId, sku, variantId, grade } = offer;
  return [
    {
      ...{ offerId, sellerId, sku, variantId, grade, steps },
      ...judgePrice(steps.price, facts, offer, to, set.outlierPpm),
      from: listed.price,
      price: steps.price,
      reference: facts.reference,
      unitCost: facts.unitCost,
      optedOut: known.refused,
      ...{ excluded: false, edited: false, outcome: 'pending', skipped: undefined },
    },
  ];
}

/** What the goods cost in the target market; where nobody sells them yet, what they cost in the source market, moved as the offer is. */
function referenceOf(
  { there, here }: { readonly there: Money | undefined; readonly here: Money | undefined },
  { marginPpm, fromMarket }: PriceProposalSet,
  to: MarketTerms,
  sheet: FxSheet,
): PriceReference | undefined {
  if (there !== undefined) return { price: there, of: 'target' };
  if (here === undefined) return undefined;
  const moved = proposePrice({ market: fromMarket, price: here }, to, sheet, marginPpm);
  return isRejection(moved) ? undefined : { price: (moved as { withMargin: Money }).withMargin, of: 'source' };
}

/** A cost in a currency without a rate says nothing. */
function dearest(costs: readonly Money[], { currency }: MarketTerms, sheet: FxSheet): Money | undefined {
  const moved = costs.flatMap((cost) => {
    const converted = convertMoney(cost, currency, sheet);
    return isRejection(converted) ? [] : [converted as Money];
  });
  return moved.length === 0 ? undefined : moved.reduce((most, each) => (each.compare(most) > 0 ? each : most));
}

/** What happened to an offer since its price was proposed, and keeps it from getting one. */
function whyNot(
  row: ProposalRow,
  set: PriceProposalSet,
  now: {
    readonly offer: Offer | undefined;
    readonly target: Market | undefined;
    readonly active: boolean;
    readonly refused: boolean;
  },
): SkippedBecause | undefined {
  const { offer, target } = now;
  if (offer?.status !== 'active') return 'offerGone';
  if (now.refused) return 'optedOut';
  if (!now.active) return 'sellerInactive';
  if (offer.prices.some(({ market }) => market === set.toMarket)) return 'pricedMeanwhile';
  const source = offer.prices.find(({ market }) => market === set.fromMarket)?.price;
  if (source === undefined || source.currency !== row.from.currency || !source.equals(row.from))
    return 'sourcePriceChanged';
  if (target === undefined || target.status === 'retired' || target.terms.currency !== set.currency)
    return 'refusedByMarket';
  const stated = [{ market: set.toMarket, amount: row.price.toDecimalString() }];
  const checked = validateOfferTerms({ ...offer, prices: stated }, new Map([[set.toMarket, target.terms]]));
  return 'errors' in checked ? 'refusedByMarket' : undefined;
}

function termsOf(markets: ReadonlyMap<string, Market>, code: string): MarketTerms {
  const terms = markets.get(code)?.terms;
  invariant(terms !== undefined, 'a market is never forgotten');
  return terms;
}
