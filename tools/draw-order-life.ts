import { readFileSync, writeFileSync } from 'node:fs';
import { returnTransitions, shipmentTransitions } from '../apps/checkout/src/domain/goods-transitions.ts';
import { sagaTransitions } from '../apps/checkout/src/domain/saga-transitions.ts';

type Table = Readonly<Record<string, Readonly<Record<string, { readonly to: string } | string>>>>;

const begin = '<!-- the order’s life, drawn from its tables by `npm run draw`: do not edit -->';
const end = '<!-- end of the drawing -->';

/** One table as a Mermaid state diagram: an arrow for each pair of states, labelled with the events that lead from one to the other. */
export function drawTable(table: Table, starts: readonly string[]): string {
  const lines = starts.map((start) => `    [*] --> ${start}`);
  for (const [from, row] of Object.entries(table)) {
    const ways = new Map<string, string[]>();
    for (const [event, decision] of Object.entries(row)) {
      if (typeof decision === 'string') continue;
      ways.set(decision.to, [...(ways.get(decision.to) ?? []), event]);
    }
    for (const [to, events] of ways) lines.push(`    ${from} --> ${to}: ${events.join(', ')}`);
    if (ways.size === 0) lines.push(`    ${from} --> [*]`);
  }
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

/** `page` with its drawing made anew from the tables. */
export function withDrawing(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('ARCHITECTURE.md has lost the place of its drawing');
  const drawing = [
    '**Money and stock** of an order:',
    drawTable(sagaTransitions, ['reserving']),
    '**A parcel**, and **what does not stay with its buyer** (asked for: `requested`; what needs nobody’s word: `approved`):',
    drawTable(shipmentTransitions, ['shipped']),
    drawTable(returnTransitions, ['requested', 'approved']),
  ];
  return `${before}${begin}\n\n${drawing.join('\n\n')}\n\n${end}${after}`;
}

if (import.meta.filename === process.argv[1]) {
  const path = new URL('../ARCHITECTURE.md', import.meta.url);
  const page = readFileSync(path, 'utf8');
  const drawn = withDrawing(page);
  if (!process.argv.includes('--check')) writeFileSync(path, drawn);
  else if (drawn !== page) {
    console.error('ARCHITECTURE.md shows other transitions than the tables have: run `npm run draw`.');
    process.exitCode = 1;
  }
}
