import type { MarketDefinition } from '@reprise/contracts/market';
import { exponentOf, mustBeCurrency } from '@reprise/kernel';
import type { Document } from 'yaml';

/** Units of the new currency for one of the other, and where that comes from. */
export interface RateBetween {
  readonly perUnit: number;
  readonly source: string;
}

/**
 * Puts the amounts of a definition into another currency, to two digits: nobody's delivery costs 3626.67 forint. They are a beginning for
 * whoever knows the country, and flagged as such; prices of offers are never made like this.
 */
export function convertAmounts(
  document: Document,
  source: MarketDefinition,
  currency: string,
  { perUnit }: RateBetween,
): void {
  const digits = exponentOf(mustBeCurrency(currency));
  const convert = (amount: string): string => rounded(Number(amount) * perUnit, digits);
  source.shipping.forEach(({ price, freeFrom }, i) => {
    document.setIn(['shipping', i, 'price'], convert(price));
    if (freeFrom !== undefined) document.setIn(['shipping', i, 'freeFrom'], convert(freeFrom));
  });
  document.setIn(['offerLimits', 'priceMin'], convert(source.offerLimits.priceMin));
  document.setIn(['offerLimits', 'priceMax'], convert(source.offerLimits.priceMax));
  // Endings are no amounts but a custom: nines below the next round step.
  const step = 10 ** Math.ceil(Math.log10(Number(source.charm.step) * perUnit));
  document.setIn(['charm', 'step'], step.toFixed(digits));
  document.setIn(['charm', 'endings'], document.createNode([(step - step / 100).toFixed(digits)], { flow: true }));
  if (source.charm.floor !== undefined) document.setIn(['charm', 'floor'], convert(source.charm.floor));
}

function rounded(amount: number, digits: number): string {
  return Number(amount.toPrecision(2)).toFixed(digits);
}
