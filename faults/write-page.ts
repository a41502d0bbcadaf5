import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Finding } from './bugs/prove.ts';
import { renderFindings } from './bugs/prove.ts';
import { renderPlaces, renderReport, renderTable, reportHeads, reportRow } from './report.ts';
import type { FaultResult } from './run-fault.ts';

const file = fileURLToPath(new URL('../docs/faults.md', import.meta.url));

/** How a run was asked for. */
export interface RunOptions {
  readonly rounds: string;
  readonly seed: string;
  readonly buyers: string;
}

/** Puts results into docs/faults.md: their lines take the place of older ones of the same faults, every other line stays. */
export function writePage(results: readonly FaultResult[], { rounds, seed, buyers }: RunOptions): void {
  const run = `${new Date().toISOString().slice(0, 10)}, ${rounds} rounds, ${buyers} shoppers, seed ${seed}`;
  const fresh = results.map((result): [string, string[]] => [result.id, [...reportRow(result), run]]);
  replacePart('matrix', (before) => {
    const rows = new Map([...rowsOf(before), ...fresh]);
    const inOrder = [...rows.values()].sort(([a = ''], [b = '']) => Number(a.slice(1)) - Number(b.slice(1)));
    return renderTable([...reportHeads, 'run'], inOrder);
  });
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  replacePart('machine', () => `The last of them on ${machine}.`);
  const kills = results.find(({ id }) => id === 'F1');
  if (kills !== undefined) replacePart('deaths', () => renderPlaces(kills.byPlace));
  const broken = results.filter(({ violations }) => violations.length > 0);
  if (broken.length > 0) console.log(renderReport(broken));
}

/** Puts into docs/faults.md what found which planted mistake. */
export function writeBugs(findings: readonly Finding[]): void {
  replacePart('bugs', () => renderFindings(findings));
}

/** Between `<!-- name -->` and `<!-- end of name -->` a program writes; around it people do. */
function replacePart(name: string, rewrite: (before: string) => string): void {
  const page = readFileSync(file, 'utf8');
  const [head, rest] = page.split(`<!-- ${name} -->`);
  const [before, tail] = rest?.split(`<!-- end of ${name} -->`) ?? [];
  if (head === undefined || before === undefined || tail === undefined)
    throw new Error(`docs/faults.md has no place for ${name}`);
  writeFileSync(file, `${head}<!-- ${name} -->\n\n${rewrite(before)}\n\n<!-- end of ${name} -->${tail}`);
}

function rowsOf(table: string): [string, string[]][] {
  const lines = table.split('\n').filter((line) => /^\| F\d/.test(line));
  return lines.map((line) => {
    const cells = line.slice(1, line.lastIndexOf('|')).split(' | ');
    return [cells[0]?.trim() ?? '', cells.map((cell) => cell.trim())];
  });
}
