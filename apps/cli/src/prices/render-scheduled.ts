import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

/** Prices stated ahead as a table, with what a page will show where that is known. */
export function renderScheduled(items: readonly Schema<'ScheduledPrice'>[]): string {
  if (items.length === 0) return 'Nothing is stated ahead.';
  return renderTable(
    ['name', 'status', 'market', 'kind', 'price', 'from', 'to', 'a page will show'].map((heading) => ({ heading })),
    items.map(({ id, status, market, kind, price, validFrom, validTo, expected }) => [
      ...[id, status, market, kind, `${price.amount} ${price.currency}`, validFrom, validTo ?? 'without end'],
      expected === undefined ? '' : expectedOf(expected),
    ]),
  );
}

function expectedOf({ unitPrice, priorPrice, reduction }: NonNullable<Schema<'ScheduledPrice'>['expected']>): string {
  if (unitPrice === null) return 'no price';
  const prior = priorPrice === null ? '' : `, prior price ${priorPrice.amount}`;
  return `${unitPrice.amount}${prior}${reduction === null ? '' : ` (−${reduction.percent} %)`}`;
}
