import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type OfferPrice = Schema<'OfferPrice'>;

/** A price and how it came about, as a person reads it: the answer first, then each step, then what else was considered. */
export function renderExplanation(price: OfferPrice): string {
  const blocks = [headline(price)];
  const { buyability, steps = [], candidates = [] } = price;
  if (buyability.blockers.length > 0)
    blocks.push(
      ['It cannot be bought:', ...buyability.blockers.map(({ code, message }) => `  ${message} (${code})`)].join('\n'),
    );
  if (steps.length > 0)
    blocks.push(
      renderTable(
        [{ heading: 'step' }, { heading: 'price', align: 'right' }, { heading: 'why' }],
        steps.map(({ step, detail, price: after }) => [step, after === undefined ? '' : moneyText(after), detail]),
      ),
    );
  if (candidates.length > 0)
    blocks.push(
      renderTable(
        [{ heading: 'candidate' }, { heading: 'price', align: 'right' }, { heading: 'outcome' }, { heading: 'reason' }],
        candidates.map(({ source, price: offered, outcome, reason }) => [
          source,
          offered === null ? '' : moneyText(offered),
          outcome,
          reason,
        ]),
      ),
    );
  return blocks.join('\n\n');
}

function headline({
  offerId,
  market,
  quantity,
  unitPrice,
  total,
  taxInclusive,
  priorPrice,
  offerVersion,
  reduction,
  source,
  at,
}: OfferPrice): string {
  const tax = taxInclusive ? 'tax inside' : 'tax added at checkout';
  const price =
    unitPrice === null || total === null
      ? 'no price'
      : `${moneyText(unitPrice)}${quantity > 1 ? ` × ${quantity} = ${moneyText(total)}` : ''}, ${tax}`;
  const percent = reduction === null ? '' : `, less by ${moneyText(reduction.amount)} (${reduction.percent} %)`;
  const prior = priorPrice === null ? '' : `, prior price ${moneyText(priorPrice)}${percent}`;
  const from = source === null ? '' : `, from ${source}`;
  const version = offerVersion === null ? '' : `, version ${offerVersion}`;
  return `${market}: ${price}${prior}\noffer ${offerId}${version}${from}, as of ${at}`;
}

function moneyText({ amount, currency }: { readonly amount: string; readonly currency: string }): string {
  return `${amount} ${currency}`;
}
