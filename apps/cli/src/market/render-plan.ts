import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type Plan = Schema<'MarketPlan'>;
type Change = Plan['changes'][number];

const signs = { added: '+', removed: '-', changed: '~' } as const;
/** A value is shown this long; whoever wants all of it has the file. */
const shownLength = 60;

/** Plans of many markets: counts on top, then what changes where, grouped by consequence, then what that does to offers. */
export function renderPlans(plans: readonly Plan[]): string {
  const count = (action: Plan['action']): number => plans.filter((plan) => plan.action === action).length;
  const top = `Plan: ${count('create')} to create, ${count('change')} to change, ${count('none')} as they are.`;
  const changing = plans.filter(({ action }) => action !== 'none');
  if (changing.length === 0) return `${top}\nNothing would change.`;
  return [top, ...changing.map(renderPlan)].join('\n\n');
}

function renderPlan(plan: Plan): string {
  const { market, action, version, counts, changes, tables } = plan;
  const sign = action === 'create' ? '+' : '~';
  const lines = [`${sign} ${market}${action === 'create' ? ', a new draft' : `, version ${version} → ${version + 1}`}`];
  for (const { kind, id, change } of tables) lines.push(`    ${signs[change]} ${kind} table ${id}`);
  for (const { consequence, changes: total } of counts)
    lines.push(
      `  ${consequence} (${total})`,
      ...changes.filter((each) => each.consequence === consequence).map((each) => `    ${renderChange(each)}`),
    );
  return [...lines, ...renderEffects(plan)].join('\n');
}

/** One value that differs, as a diff shows it. */
export function renderChange({ path, kind, before, after }: Change): string {
  const value = kind === 'changed' ? `${show(before)} → ${show(after)}` : show(kind === 'added' ? after : before);
  return `${signs[kind]} ${path}: ${value}`;
}

function renderEffects({ action, offers, reasons, prices }: Plan): string[] {
  const count = (value: number): string => value.toLocaleString('en-US');
  if (action === 'create')
    return [`  offers: ${count(offers.deliverable)} could be delivered there; none has a price yet`];
  const lines = [
    `  offers: of ${count(offers.priced)} with a price ${count(offers.repriced)} cost another amount delivered, ${count(offers.stopping)} stop, ` +
      `${count(offers.starting)} begin to be sold, ${count(offers.same)} stay as they are`,
    ...reasons.map(({ code, offers: stopped }) => `    - ${count(stopped)} stop: ${code}`),
  ];
  const moved = prices.buckets.filter((bucket) => bucket.offers > 0);
  for (const { fromPpm, toPpm, offers: repriced } of moved)
    lines.push(`    ~ ${count(repriced)} move by ${percent(fromPpm)} to ${percent(toPpm)}`);
  const shown = prices.examples.slice(0, 5);
  if (shown.length > 0) lines.push('', ...indented(renderExamples(shown)));
  return lines;
}

function renderExamples(examples: Plan['prices']['examples']): string {
  const amount = (totals: (typeof examples)[number]['before']): string =>
    totals === null ? '' : `${totals.gross.amount} ${totals.gross.currency}`;
  return renderTable(
    [
      { heading: 'offer' },
      { heading: 'now', align: 'right' },
      { heading: 'then', align: 'right' },
      { heading: 'tax now', align: 'right' },
      { heading: 'tax then', align: 'right' },
      { heading: '' },
    ],
    examples.map(({ sku, before, after, reasons }) => [
      ...[sku, amount(before), amount(after), before?.tax.amount ?? '', after?.tax.amount ?? ''],
      reasons.join(', '),
    ]),
  );
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function percent(ppm: number): string {
  return `${ppm > 0 ? '+' : ''}${ppm / 10_000} %`;
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
