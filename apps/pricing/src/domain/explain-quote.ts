import { decimalOfPpm } from './effective-rates.js';
import { Money } from '@reprise/kernel';
import { mustBeCurrency } from '@reprise/kernel';
import type { QuoteDraft, TraceStep } from './quote.js';

export interface ExplainedStep {
  readonly step: string;
  readonly offerId?: string;
  readonly detail: string;
}

/** The decisions behind a quote in sentences, in the order they were taken, for a person who has to defend it. */
export function explainQuote(quote: QuoteDraft): ExplainedStep[] {
  return quote.trace.map((step) => ({
    step: step.step,
    ...(step.offerId === undefined ? {} : { offerId: step.offerId }),
    detail: detailOf(step, quote),
  }));
}

function detailOf({ step, facts }: TraceStep, quote: QuoteDraft): string {
  switch (step) {
    case 'destination':
      return `Delivered to ${facts['place']}, known to the ${facts['precision']}; rates from ${facts['table']}${insteadOf(facts)}.`;
    case 'shipping':
      return `Delivery by ${facts['method']}: ${quote.shipping.amount} and ${quote.shipping.tax} of tax.`;
    case 'discount':
      return `The voucher takes off ${facts['discount']}: this line's part, before tax is worked out.`;
    case 'tax':
      return taxDetail(facts, quote);
    case 'fee':
      return `Fee ${facts['id']} is in force there: ${facts['rule']}, ${facts['display'] === 'added' ? 'on top of the price' : 'inside the price'}.`;
    default:
      return Object.entries(facts)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
  }
}

function insteadOf(facts: TraceStep['facts']): string {
  return facts['insteadOf'] === undefined ? '' : `, because ${facts['insteadOf']} ${facts['because']}`;
}

function holidayDetail(facts: TraceStep['facts'], money: (key: string) => Money): string {
  if (facts['holiday'] === undefined) return '';
  return facts['relievedUnitMinor'] === undefined
    ? ` Tax holiday ${facts['holiday']}.`
    : ` Tax holiday ${facts['holiday']}: the first ${money('relievedUnitMinor')} of a unit are not taxed.`;
}

function taxDetail(facts: TraceStep['facts'], quote: QuoteDraft): string {
  return `${computation(facts, quote)} Rule ${facts['rule']}: ${facts['legalBasis']}.`;
}

function computation(facts: TraceStep['facts'], quote: QuoteDraft): string {
  const currency = mustBeCurrency(quote.currency);
  const money = (key: string): Money => Money.ofMinor(BigInt(String(facts[key])), currency);
  const rate = (key: string): string => decimalOfPpm(Number(facts[key]));
  if (facts['treatment'] === 'marginScheme')
    return `Margin scheme (art. 315): no VAT is shown; ${rate('marginRatePpm')} is due on the margin inside ${money('shownMinor')}.`;
  if (facts['takenOutPpm'] !== undefined)
    return `${facts['treatment']}: the tax of ${rate('takenOutPpm')} inside ${money('shownMinor')} is taken out, ${money('netMinor')} is left to pay.`;
  const holiday = holidayDetail(facts, money);
  if (facts['ratePpm'] === 0) return `${facts['treatment']}: no tax on ${money('netMinor')}.${holiday}`;
  const formula = facts['taxInside'] === true ? 'inside' : 'on top of';
  return `${rate('ratePpm')} ${formula} ${money('shownMinor')} is ${money('taxMinor')}, rounded ${facts['mode']} ${facts['rounding']}; owed by the ${String(facts['responsibility']).toLowerCase()}.${holiday}`;
}
