import type { ItemTax, TaxableItem } from './compute-tax.js';
import type { ProvidedTax } from './tax-answer.js';
import type { TaxStack } from './tax-stack.js';

/** A tax service's lines as the stack the rest of the engine reads. */
export function providedStack(taxes: readonly ProvidedTax[]): TaxStack {
  const combinedPpm = taxes.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  return {
    rule: combinedPpm === 0 ? 'us.noTax' : 'us.marketplaceFacilitator',
    roundingKey: 'provided',
    rates: taxes.map(({ jurisdiction, ratePpm, rate, treatment }) => ({ jurisdiction, ratePpm, rate, treatment })),
    combinedPpm,
    treatment: combinedPpm === 0 ? 'notTaxed' : 'standard',
    // The platform asked the service for its own return: marketplace facilitator laws put the tax on it.
    responsibility: 'MARKETPLACE',
  };
}

/** Tax of one item as the service stated it, added to what the item costs. */
export function providedItemTax(item: TaxableItem, taxes: readonly ProvidedTax[]): ItemTax {
  const partsMinor = taxes.map(({ amountMinor }) => amountMinor);
  const taxMinor = partsMinor.reduce((sum, part) => sum + part, 0n);
  return {
    netMinor: item.shownMinor,
    taxMinor,
    grossMinor: item.shownMinor + taxMinor,
    partsMinor,
    taxablesMinor: taxes.map(({ taxableMinor }) => taxableMinor),
  };
}
