import type { Clock, Instant } from '@reprise/kernel';
import { displayPrices } from './display-prices.js';
import type { PricePack } from './displayed-offers.js';
import type { MarketBook, PricingTx, UnitOfWork } from './ports.js';

/**
 * Says offers whole whose new prices were said in a pack, so that the topic of offers alone tells every price, and takes the pack away. A
 * pack a transaction. Offers that changed again are said by what changed them, so they are passed over.
 */
export class SettlePrices {
  constructor(
    private readonly transactions: UnitOfWork,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
    /** How long a pack is left alone. Longer spares offers that change again soon; shorter keeps what a new reader has to read small. */
    private readonly settings: { readonly afterMs: number },
  ) {}

  /** Settles the oldest pack that is due; answers whether there was one. */
  async run(): Promise<boolean> {
    const markets = await this.markets.current();
    return this.transactions.inTransaction(async (tx) => {
      const pack = await tx.claimPack((this.clock.now() - this.settings.afterMs) as Instant);
      if (pack === undefined) return false;
      // Said before its shelf is held, an offer could be said as it was after somebody said it as it is.
      await tx.lockShelf(pack.sellerId);
      await this.sayWhole(tx, pack, new Map([...markets].map(([code, market]) => [code, market.terms])));
      await tx.endPack(pack);
      return true;
    });
  }

  private async sayWhole(
    tx: PricingTx,
    { versions }: PricePack,
    markets: Parameters<typeof displayPrices>[2]['markets'],
  ): Promise<void> {
    const lists = await tx.priceLists();
    const found = [...(await tx.offers([...versions.keys()])).values()];
    const offers = found.filter(({ offerId, version }) => versions.get(offerId) === version);
    const variants = await tx.variants([...new Set(offers.map(({ variantId }) => variantId))]);
    const items = offers.map((offer) => ({
      before: offer,
      offer,
      category: variants.get(offer.variantId)?.category ?? '',
      statedChanges: [],
      onlyAmounts: true,
      at: offer.updatedAt,
    }));
    await tx.sayOffers(await displayPrices(tx, items, { markets, lists }));
  }
}
