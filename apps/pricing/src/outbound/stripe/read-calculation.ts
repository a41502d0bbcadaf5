import { Fault } from '@reprise/kernel';
import type Stripe from 'stripe';
import type { LocalTaxKey } from '../../domain/local-tax-area.js';
import type { TaxTreatment } from '../../domain/quote.js';
import type { ProvidedTax, ProvidedTaxes } from '../../domain/tax-answer.js';

type Breakdown = NonNullable<Stripe.Tax.CalculationLineItem['tax_breakdown']>[number];

/**
 * A calculation in our words: tax by line and jurisdiction. What does not sum, or is not about what was asked, is a Fault: a wrong answer is
 * worse than none.
 */
export function providedTaxesOf(
  calculation: Stripe.Tax.Calculation,
  offerIds: readonly string[],
  key: LocalTaxKey,
): ProvidedTaxes {
  const { id, line_items: items, shipping_cost: shipping } = calculation;
  if (id === null) throw unsound('has no id');
  const byOffer = new Map(items?.data.map((item) => [item.reference, item]));
  return {
    kind: 'amounts',
    provider: 'stripe',
    reference: id,
    // Without a street the service goes by the postal code.
    precision: key.plus4 === undefined ? 'zip5' : 'zip9',
    lines: offerIds.map((offerId) => {
      const item = byOffer.get(offerId);
      if (item === undefined) throw unsound(`has no line of ${offerId}`);
      return taxesOf(item.tax_breakdown ?? [], item.amount_tax, key);
    }),
    shipping: shipping === null ? [] : taxesOf(shipping.tax_breakdown ?? [], shipping.amount_tax, key),
  };
}

function taxesOf(breakdown: readonly Breakdown[], amountTax: number, key: LocalTaxKey): ProvidedTax[] {
  const sum = breakdown.reduce((total, { amount }) => total + amount, 0);
  if (sum !== amountTax) throw unsound(`has parts of ${sum} in a tax of ${amountTax}`);
  return breakdown.map((part) => taxOf(part, key));
}

function taxOf(
  { jurisdiction, tax_rate_details, amount, taxable_amount, taxability_reason }: Breakdown,
  key: LocalTaxKey,
): ProvidedTax {
  const { level, display_name: name } = jurisdiction;
  const rate = fractionOf(tax_rate_details?.percentage_decimal ?? '0');
  return {
    jurisdiction: {
      country: key.country,
      state: key.state,
      ...(level === 'county' ? { county: name } : {}),
      ...(level === 'city' ? { city: name } : {}),
      code:
        level === 'state'
          ? `${key.country}-${key.state}`
          : `${key.country}-${key.state}-${slugOf(level)}-${slugOf(name)}`,
      name,
    },
    ...rate,
    taxableMinor: BigInt(taxable_amount),
    amountMinor: BigInt(amount),
    treatment: treatmentOf(taxability_reason, amount),
  };
}

/** `"6.875"` percent is 0.06875, exactly; parts per million are rounded where a rate is finer, because they are only shown. */
function fractionOf(percent: string): { rate: string; ratePpm: number } {
  const match = /^(\d{1,3})(?:\.(\d{1,8}))?$/.exec(percent);
  if (match === null) throw unsound(`has a rate of "${percent}" percent`);
  const [, whole = '0', decimals = ''] = match;
  const digits = `${whole.padStart(3, '0')}${decimals}`;
  const split = digits.length - decimals.length - 2;
  const fraction = digits.slice(split).replace(/0+$/, '').padEnd(2, '0');
  return { rate: `${Number(digits.slice(0, split))}.${fraction}`, ratePpm: Math.round(Number(percent) * 10_000) };
}

function treatmentOf(reason: string, amount: number): TaxTreatment {
  if (amount !== 0) return reason === 'reduced_rated' ? 'reduced' : 'standard';
  if (reason === 'zero_rated') return 'zero';
  return /exempt/.test(reason) ? 'exempt' : 'notTaxed';
}

function slugOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function unsound(why: string): Fault {
  return new Fault(`the calculation ${why}`, { retriable: false });
}
