import { readdirSync, readFileSync } from 'node:fs';
import type { Cell, CellProcess } from '../infra/platform/start-cell.ts';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const ticksASecond = 100;

/**
 * Processor time a row, in microseconds, by each of these processes of the cell from now on until it is asked. PostgreSQL's is by database. Unlike rates it
 * hardly depends on what else the machine does. Empty where the system has no /proc.
 */
export function watchProcessorTime(
  cell: Cell,
  processes: readonly CellProcess[],
): (rows: number) => Record<string, number> {
  const before = ticksByName(cell, processes);
  return (rows) => {
    const after = ticksByName(cell, processes);
    return Object.fromEntries(
      [...after].map(([name, ticks]) => [
        `cpuUsOf ${name}`,
        Math.round(((ticks - (before.get(name) ?? 0)) * 1_000_000) / ticksASecond / rows),
      ]),
    );
  };
}

function ticksByName(cell: Cell, processes: readonly CellProcess[]): Map<string, number> {
  const ticks = new Map<string, number>();
  const add = (name: string, more: number): void => void ticks.set(name, (ticks.get(name) ?? 0) + more);
  const stats = readStats();
  for (const name of processes) {
    const pid = cell.process(name).pid;
    for (const stat of stats) {
      if (stat.pid === pid) add(name, stat.ticks);
      else if (name === 'postgres' && stat.parent === pid) add(backendName(stat.pid), stat.ticks);
    }
  }
  return ticks;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function readStats(): Stat[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)));
  } catch {
    return [];
  }
}

function statOf(pid: number): Stat[] {
  try {
    // The second field is the program in parentheses, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return []; // It ended meanwhile.
  }
}

/** `postgres: reprise pricing 127.0.0.1(40000) idle` works for the database pricing; `postgres: checkpointer` for all. */
function backendName(pid: number): string {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return `postgres ${/^postgres: reprise (\w+) /.exec(title)?.[1] ?? 'itself'}`;
  } catch {
    return 'postgres itself';
  }
}
