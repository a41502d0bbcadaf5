import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type Quality = Schema<'SellerQuality'>;
type Rate = Schema<'MeasuredRate'>;

/** A page of sellers, one a line. */
export function renderSellers({ items, nextCursor }: Schema<'SellerPage'>): string {
  if (items.length === 0) return 'No seller matches.';
  const table = renderTable(
    [
      { heading: 'seller' },
      { heading: 'name' },
      { heading: 'status' },
      { heading: 'from' },
      { heading: 'sent', align: 'right' },
      { heading: 'defects', align: 'right' },
      { heading: 'gates', align: 'right' },
    ],
    items.map(({ sellerId, name, status, establishedIn, shipped, failureRate, gates }) => [
      sellerId,
      name,
      status,
      establishedIn,
      shipped.toLocaleString('en'),
      failureRate === null ? 'too few' : percent(failureRate),
      gates === 0 ? '' : String(gates),
    ]),
  );
  return nextCursor === null ? table : `${table}\n\nMore: --cursor ${nextCursor}`;
}

/** Where a seller stands. */
export function renderSeller({ name, sellerId, status }: Schema<'Seller'>): string {
  return `${name} (${sellerId}) is ${status}.`;
}

/** How the sales of a seller went: rates, months, and what is taken down with the way back. */
export function renderSellerQuality(quality: Quality): string {
  const rates: [string, Rate][] = [
    ...quality.failure.map((rate): [string, Rate] => [`defects within ${rate.windowDays} days`, rate]),
    ['dead on arrival', quality.deadOnArrival],
    ['wrong grade', quality.wrongGrade],
    ['cancelled by the seller', quality.cancel],
    ['sent late', quality.lateShip],
  ];
  const measured = renderTable(
    [
      { heading: 'rate' },
      { heading: 'count', align: 'right' },
      { heading: 'share', align: 'right' },
      { heading: '95 %' },
    ],
    rates.map(([name, rate]) => [name, `${rate.events} of ${rate.of}`, ...shareText(rate)]),
  );
  return [measured, ...monthsText(quality), ...quality.gates.flatMap(gateText)].join('\n');
}

function monthsText({ cohorts }: Quality): string[] {
  if (cohorts.length === 0) return [];
  const [first] = cohorts;
  const windows =
    first?.failures.map(({ windowDays }) => ({ heading: `${windowDays} days`, align: 'right' as const })) ?? [];
  const rows = cohorts.map(({ month, shipped, late, failures }) => [
    month,
    String(shipped),
    String(late),
    // A month whose window is not over may still get worse.
    ...failures.map(({ events, mature }) => (mature ? `${events}` : `${events}+`)),
  ]);
  const columns = [
    { heading: 'sent in' },
    { heading: 'sent', align: 'right' as const },
    { heading: 'late', align: 'right' as const },
  ];
  return ['', renderTable([...columns, ...windows], rows)];
}

function gateText({ market, category, grade, reason, wayBack }: Quality['gates'][number]): string[] {
  const scope = [category, grade].filter((part) => part !== null).join(', ');
  return ['', `Taken down in ${market}${scope === '' ? '' : `, ${scope}`}: ${reason}`, wayBack];
}

function shareText({ rate, low, high }: Rate): [string, string] {
  if (rate === null || low === null || high === null) return ['too few', ''];
  return [percent(rate), `${percent(low)} to ${percent(high)}`];
}

function percent(share: string): string {
  return `${(Number(share) * 100).toFixed(2)} %`;
}
