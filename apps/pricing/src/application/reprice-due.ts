import type { Clock, Instant } from '@reprise/kernel';
import { displayPrices } from './display-prices.js';
import type { Repricing } from './displayed-offers.js';
import type { MarketBook, PricingTx, UnitOfWork } from './ports.js';

/** Offers a transaction. More publish a large sale sooner; fewer keep a seller who states one of them waiting less. */
const batchSize = 500;

/**
 * Prices again what a boundary of time or a changed list touches, a batch a transaction: what is done is crossed off in the transaction
 * that says it, so a process that dies half-way is resumed without a loss or a second fact.
 */
export class RepriceDue {
  constructor(
    private readonly transactions: UnitOfWork,
    private readonly markets: MarketBook,
    private readonly repricings: { nextDue(): Promise<Instant | undefined> },
    private readonly clock: Clock,
  ) {}

  /** Does the next piece of work; answers whether there was any. */
  async run(): Promise<boolean> {
    const markets = await this.markets.current();
    const terms = new Map([...markets].map(([code, market]) => [code, market.terms]));
    return this.transactions.inTransaction(async (tx) => {
      const due = await tx.claimRepricing(this.clock.now());
      if (due === undefined) return false;
      if (due.collected) await this.reprice(tx, due, terms);
      else await tx.collectOffers(due);
      return true;
    });
  }

  /** How long until the next is due; negative when one is. */
  async msUntilNext(): Promise<number> {
    const next = await this.repricings.nextDue();
    return next === undefined ? Infinity : next - this.clock.now();
  }

  private async reprice(
    tx: PricingTx,
    due: Repricing,
    markets: Parameters<typeof displayPrices>[2]['markets'],
  ): Promise<void> {
    const offerIds = await tx.offersToReprice(due, batchSize);
    await tx.lockOffers(offerIds);
    const lists = await tx.priceLists();
    const offers = [...(await tx.offers(offerIds)).values()];
    const variants = await tx.variants([...new Set(offers.map(({ variantId }) => variantId))]);
    const shown = await displayPrices(
      tx,
      offers.map((offer) => {
        // An offer stated after the boundary was priced with it; going back would undo what came since.
        const at = Math.max(due.dueAt, offer.updatedAt) as Instant;
        return {
          before: offer,
          offer: { ...offer, version: offer.version + 1, updatedAt: at },
          category: variants.get(offer.variantId)?.category ?? '',
          statedChanges: [],
          onlyAmounts: true,
          at,
        };
      }),
      { markets, lists },
    );
    await tx.saveDisplayed(
      shown.filter(({ changes }) => changes.length > 0),
      due.author,
    );
    await tx.repriced(due, offerIds, offerIds.length < batchSize);
  }
}
