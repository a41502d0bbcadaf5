import type { Instant } from '@reprise/kernel';
import { displayedChanges, displayedPrices, ownSource } from '../domain/displayed-price.js';
import type { DisplayedPrice } from '../domain/displayed-price.js';
import type { MarketTerms } from '../domain/market-terms.js';
import type { Offer } from '../domain/offer.js';
import { priorPrice } from '../domain/prior-price.js';
import type { PriceListIndex } from '../domain/price-list-index.js';
import type { PriceChange } from '../domain/revise-offer.js';
import type { DisplayedOffer, ShownHistory, UnseenChange } from './displayed-offers.js';
import type { PricingTx } from './ports.js';

/** An offer to show: as it was stated before and as it is now. */
export interface OfferToDisplay {
  readonly before: Offer | undefined;
  readonly offer: Offer;
  readonly category: string;
  /** What the seller changed; empty when only time has passed. */
  readonly statedChanges: readonly PriceChange[];
  /** Of what the seller states, nothing but amounts has changed. */
  readonly onlyAmounts: boolean;
  readonly at: Instant;
}

/** Works out what every market shows of these offers, with prior prices, and what of that is new. Reads history only of what is on sale. */
export async function displayPrices(
  tx: PricingTx,
  offers: readonly OfferToDisplay[],
  { markets, lists }: { readonly markets: ReadonlyMap<string, MarketTerms>; readonly lists: PriceListIndex },
): Promise<DisplayedOffer[]> {
  const listed = await tx.listedPrices(offers.map(({ offer }) => offer.offerId));
  const shown = offers.map(({ offer, category, at }) => displayedPrices(offer, category, markets, lists, at));
  const onSale = offers.filter((_, i) => shown[i]?.some(({ announced }) => announced));
  const histories: ReadonlyMap<string, ShownHistory> =
    onSale.length === 0 ? new Map() : await tx.shownHistories(onSale.map(({ offer }) => offer));
  return offers.map((item, i) => {
    const { offer } = item;
    const displayed = (shown[i] as DisplayedPrice[]).map((price) =>
      withPriorPrice(price, item, histories.get(offer.offerId), markets),
    );
    const wasListed = listed.get(offer.offerId) ?? [];
    return {
      offer,
      onlyAmounts: item.onlyAmounts,
      displayed,
      listed: wasListed.length > 0 || !displayed.every(isOwn),
      changes: changesOf(item, wasListed, displayed),
      unseen: unseenChanges(item, displayed),
    };
  });
}

function changesOf(item: OfferToDisplay, wasListed: readonly DisplayedPrice[], displayed: readonly DisplayedPrice[]) {
  // No list has or had a say: what is shown changed exactly as the seller's prices did, each one a batch went through.
  if (wasListed.length === 0 && displayed.every(isOwn))
    return item.statedChanges.map((change) => ({ ...change, source: ownSource, announced: false }));
  const otherGoods = item.statedChanges.some((change) => change.otherGoods);
  return displayedChanges(shownBefore(item.before, wasListed), displayed, otherGoods);
}

function unseenChanges(
  { before, statedChanges }: OfferToDisplay,
  displayed: readonly DisplayedPrice[],
): UnseenChange[] {
  const behindList = new Set(displayed.filter(({ source }) => source !== ownSource).map(({ market }) => market));
  return statedChanges
    .filter(({ market }) => behindList.has(market))
    .map(({ market, currency, price }) => {
      const from = before?.prices.find((stated) => stated.market === market)?.price;
      return { market, currency, from, to: price };
    });
}

function isOwn({ source }: DisplayedPrice): boolean {
  return source === ownSource;
}

function shownBefore(before: Offer | undefined, wasListed: readonly DisplayedPrice[]): DisplayedPrice[] {
  const byMarket = new Map(wasListed.map((price) => [price.market, price]));
  return (before?.prices ?? []).map(
    ({ market, price }) => byMarket.get(market) ?? { market, price, source: ownSource, announced: false },
  );
}

function withPriorPrice(
  shown: DisplayedPrice,
  { at, statedChanges }: OfferToDisplay,
  history: ShownHistory | undefined,
  markets: ReadonlyMap<string, MarketTerms>,
): DisplayedPrice {
  const terms = markets.get(shown.market);
  if (!shown.announced || terms?.priorPrice == null) return shown;
  const isNew = statedChanges.some(({ otherGoods }) => otherGoods);
  const own = isNew ? [] : (history?.own.get(shown.market) ?? []);
  const prior = priorPrice(
    [...own, { price: shown.price, at, announced: true }],
    { ...terms.priorPrice, timeZone: terms.timeZone },
    at,
    history?.elsewhere.get(shown.market),
  );
  return prior === undefined ? shown : { ...shown, priorPrice: prior.price };
}
