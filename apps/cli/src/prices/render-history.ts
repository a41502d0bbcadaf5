import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

/** What an offer was displayed at, newest first: from when, at what, and the prior price beside it. */
export function renderHistory({ items, market, offerId }: Schema<'PriceHistory'>): string {
  if (items.length === 0) return `Offer ${offerId} has never been displayed in ${market}.`;
  return renderTable(
    [
      { heading: 'from (UTC)' },
      { heading: 'to (UTC)' },
      { heading: 'price', align: 'right' },
      { heading: 'prior price', align: 'right' },
      { heading: 'version', align: 'right' },
    ],
    items.map(({ from, to, price, priorPrice, announced, offerVersion }) => [
      momentText(from),
      to === null ? '' : momentText(to),
      price === null ? 'not for sale' : `${price.amount} ${price.currency}`,
      priorPrice === null ? (announced ? 'none may be shown' : '') : priorPrice.amount,
      `${offerVersion}`,
    ]),
  );
}

function momentText(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
