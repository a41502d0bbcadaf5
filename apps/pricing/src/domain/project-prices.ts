import type { Instant } from '@reprise/kernel';
import { choosePrice, isAnnounced } from './choose-price.js';
import type { ChoiceContext, PricedGoods } from './choose-price.js';
import type { OfferPrice } from './offer.js';
import type { ShownPrice } from './prior-price.js';

/**
 * What will be shown after `since` until the context's moment if nobody changes anything: a step at each boundary of a list, or of a price
 * stated ahead, on the way. Continues a history that ends before the moment asked about, because that moment is to come or its publication is under way.
 */
export function projectPrices(
  stated: OfferPrice,
  goods: PricedGoods,
  context: Omit<ChoiceContext, 'quantity'>,
  since: Instant,
): ShownPrice[] {
  const { lists, market } = context;
  const boundaries = [...lists.ofMarket(market.code), ...lists.scheduledFor(market.code, goods.offerId)]
    .flatMap(({ validFrom, validTo }) => (validTo === undefined ? [validFrom] : [validFrom, validTo]))
    .filter((at) => at > since && at <= context.at);
  return [...new Set([since, ...boundaries])]
    .sort((a, b) => a - b)
    .map((at) => {
      const choice = choosePrice(stated, goods, { ...context, quantity: 1, at });
      return { price: choice.price, at, announced: isAnnounced(choice) };
    });
}
