import { newId } from '@reprise/kernel';
import type { Schema } from '@reprise/sdk';
import type { Gateway } from '../door/gateway.js';
import { waitUntil } from '../door/wait-until.js';
import { renderTable } from '../screen/render-table.js';

export interface SeedTerms {
  readonly fromMarket: string;
  readonly toMarket: string;
  readonly marginPpm: number;
  readonly date: string | undefined;
  readonly why: string;
}

/** Has prices proposed for every offer of one market in another, and waits until they can be looked at. */
export async function proposeSet(
  gateway: Gateway,
  { date, ...terms }: SeedTerms,
  onCount: (rows: number) => void,
): Promise<Schema<'PriceProposal'>> {
  const proposalId = newId();
  await gateway.call(`proposal for ${terms.toMarket}`, (client) =>
    client.PUT('/v1/ops/price-proposals/{proposalId}', {
      params: { path: { proposalId } },
      body: { ...terms, ...(date !== undefined && { date }), source: 'ecb', outlierPpm: 250_000 },
    }),
  );
  return settled(gateway, proposalId, onCount);
}

/** Approves a set and waits until every row has its price or says why it has none. */
export async function approveSet(
  gateway: Gateway,
  proposalId: string,
  decision: { readonly why: string; readonly acceptBelowCost: boolean },
  onCount: (rows: number) => void,
): Promise<Schema<'PriceProposal'>> {
  await gateway.call(`approval of ${proposalId}`, (client) =>
    client.POST('/v1/ops/price-proposals/{proposalId}/decision', {
      params: { path: { proposalId } },
      body: { decision: 'approve', ...decision },
    }),
  );
  return settled(gateway, proposalId, onCount);
}

/** A set no process is at any more. */
async function settled(
  gateway: Gateway,
  proposalId: string,
  onCount: (rows: number) => void,
): Promise<Schema<'PriceProposal'>> {
  return waitUntil(
    `the proposal ${proposalId} to be worked through`,
    async () => {
      const set = await gateway.call(`proposal ${proposalId}`, (client) =>
        client.GET('/v1/ops/price-proposals/{proposalId}', { params: { path: { proposalId } } }),
      );
      onCount(set.status === 'building' ? set.counts.all : set.counts.applied + set.counts.skipped);
      return set.status === 'building' || set.status === 'applying' ? undefined : set;
    },
    { timeoutMs: 10 * 60_000, everyMs: 500 },
  );
}

/** The counts a person decides by, and what is next. */
export function renderProposal(set: Schema<'PriceProposal'>): string {
  const { id, status, fromMarket, toMarket, currency, date, rates, marginPpm, counts } = set;
  const quotes = rates.map((rate) => `${rate.rate} ${rate.currency} of ${rate.date}`).join(', ');
  const shown = [
    'all',
    'toApply',
    'outlier',
    'belowCost',
    'belowMin',
    'blocked',
    'optedOut',
    'excluded',
    'edited',
    'applied',
    'skipped',
  ] as const;
  return [
    `Proposal ${id} (${status}): ${fromMarket} → ${toMarket} in ${currency}, rates for ${date}${quotes === '' ? '' : ` (${quotes})`}, margin ${marginPpm / 10_000} %`,
    '',
    renderTable(
      shown.map((heading) => ({ heading, align: 'right' as const })),
      [shown.map((filter) => counts[filter].toLocaleString('en-US'))],
    ),
    '',
    status === 'review'
      ? `Look at its rows: reprise market proposal ${id} --only outlier\nGive the prices: reprise market approve ${id} --why '…'`
      : `Rows that got no price: reprise market proposal ${id} --only skipped`,
  ].join('\n');
}

/** Rows of a set, each with what it is compared with. */
export function renderRows({ items, total }: Schema<'PriceProposalRows'>): string {
  const table = renderTable(
    [
      { heading: 'sku' },
      { heading: 'grade' },
      { heading: 'from', align: 'right' },
      { heading: 'price', align: 'right' },
      { heading: 'reference', align: 'right' },
      { heading: 'off by', align: 'right' },
      { heading: 'cost', align: 'right' },
      { heading: '' },
    ],
    items.map((row) => [
      ...[row.sku, row.grade, `${row.from.amount} ${row.from.currency}`, `${row.price.amount} ${row.price.currency}`],
      row.reference?.price.amount ?? '',
      row.deviationPpm === null ? '' : `${(row.deviationPpm / 10_000).toFixed(1)} %`,
      row.unitCost?.amount ?? '',
      notesOf(row),
    ]),
  );
  return `${table}\n\n${items.length.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}.`;
}

function notesOf(row: Schema<'PriceProposalRow'>): string {
  const flags = (['outlier', 'belowCost', 'belowMin', 'optedOut', 'excluded', 'edited'] as const).filter(
    (flag) => row[flag],
  );
  return [...flags, ...row.blockers.map(({ code }) => code), ...(row.skipped === null ? [] : [row.skipped])].join(', ');
}
