import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type PriceList = Schema<'PriceList'>;

/** Price lists, one a line. */
export function renderPriceLists(lists: readonly PriceList[]): string {
  if (lists.length === 0) return 'There is no price list.';
  return renderTable(
    [
      { heading: 'list' },
      { heading: 'status' },
      { heading: 'kind' },
      { heading: 'market' },
      { heading: 'priority', align: 'right' },
      { heading: 'from' },
      { heading: 'to' },
      { heading: 'for' },
      { heading: 'price' },
    ],
    lists.map((list) => [
      `${list.id}@${list.version}`,
      list.status,
      list.kind,
      list.rules.market,
      `${list.priority}`,
      list.validFrom,
      list.validTo ?? '',
      scopeText(list),
      adjustmentText(list),
    ]),
  );
}

/** One list whole. */
export function renderPriceList(list: PriceList): string {
  const { adjustment } = list;
  const prices =
    adjustment.type === 'fixedPrices'
      ? [
          '',
          renderTable(
            [{ heading: 'offer' }, { heading: 'price', align: 'right' }],
            adjustment.prices.map(({ offerId, amount }) => [offerId, amount]),
          ),
        ]
      : [];
  const changed = `Changed ${list.changedAt} by ${list.changedBy}: ${list.reason}`;
  return [list.title, renderPriceLists([list]), ...prices, '', changed].join('\n');
}

/** A page of the audit, newest first. */
export function renderAudit({ items, nextCursor }: Schema<'AuditPage'>): string {
  if (items.length === 0) return 'No change matches.';
  const table = renderTable(
    [
      { heading: 'recorded (UTC)' },
      { heading: 'entity' },
      { heading: 'market' },
      { heading: 'action' },
      { heading: 'from', align: 'right' },
      { heading: 'to', align: 'right' },
      { heading: 'who' },
      { heading: 'why' },
    ],
    items.map(({ recordedAt, entity, market, action, from, to, actor, why }) => [
      recordedAt.slice(0, 19).replace('T', ' '),
      entity,
      market,
      action,
      stateText(from),
      stateText(to),
      `${actor.role} ${actor.subject}`,
      why,
    ]),
  );
  return nextCursor === null ? table : `${table}\n\nMore: reprise audit list --cursor ${nextCursor}`;
}

function scopeText({ rules }: PriceList): string {
  const { seller, category, grade, minQuantity = 1 } = rules;
  const parts = [
    ...(seller === undefined ? [] : [`seller ${seller}`]),
    ...(category === undefined ? [] : [category]),
    ...(grade === undefined ? [] : [grade]),
    ...(minQuantity > 1 ? [`from ${minQuantity} units`] : []),
  ];
  return parts.length === 0 ? 'every offer' : parts.join(', ');
}

function adjustmentText({ adjustment }: PriceList): string {
  switch (adjustment.type) {
    case 'percentOff':
      return `${adjustment.percent} % off`;
    case 'amountOff':
      return `${adjustment.amount} off`;
    case 'fixedPrices':
      return `${adjustment.prices.length} fixed`;
  }
}

/** A displayed price in full; a list's content is for `--json`. */
function stateText(state: unknown): string {
  if (typeof state !== 'object' || state === null) return '';
  const { price } = state as { readonly price?: { readonly amount: string; readonly currency: string } };
  return price === undefined ? '(list)' : `${price.amount} ${price.currency}`;
}
