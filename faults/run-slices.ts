import { join } from 'node:path';
import { stateOffer } from './buyers.ts';
import { History } from './history.ts';
import type { Goods } from './load.ts';
import type { Fault } from './matrix/fault.ts';
import { runFault } from './run-fault.ts';
import type { FaultResult } from './run-fault.ts';
import type { Shop } from './start-shop.ts';

export interface SlicesOptions {
  readonly shop: Shop;
  readonly seed: number;
  readonly rounds: number;
  readonly buyers: number;
  readonly signal: AbortSignal;
  /** Told after each slice what came out so far: a run that is cut off has results. */
  readonly onSlice: (soFar: FaultResult) => void;
}

/**
 * Runs a fault slice by slice. After each everything is checked, with offers and a client history of its own, so that a long run says where it broke
 * and its checks do not grow with it. Ends with the slice that broke something.
 */
export async function runSlices(fault: Fault, options: SlicesOptions): Promise<FaultResult> {
  const { shop, rounds, seed, buyers, signal, onSlice } = options;
  const most = fault.roundsASlice ?? rounds;
  let sum: FaultResult | undefined;
  for (let done = 0, slice = 0; done < rounds && !signal.aborted; slice += 1) {
    const part = Math.min(most, rounds - done);
    const result = await runFault(fault, {
      ...{ shop, buyers, rounds: part, seed: seed + 1_000 * slice },
      goods: await stockShelves(shop),
      history: new History(join(shop.stateDir, `history-${fault.id}-${slice}.jsonl`)),
    });
    sum = sum === undefined ? result : together(sum, result);
    onSlice(sum);
    if (result.violations.length > 0) return sum;
    done += part;
  }
  if (sum === undefined) throw new Error(`${fault.id} was not run`);
  return sum;
}

async function stockShelves(shop: Shop): Promise<Goods> {
  const many = (count: number, stock: number) =>
    Promise.all(Array.from({ length: count }, () => stateOffer(shop, 'fr', stock)));
  return {
    plenty: await many(10, 10_000),
    scarce: await many(4, 25),
    american: await stateOffer(shop, 'us', 10_000),
  };
}

function together(a: FaultResult, b: FaultResult): FaultResult {
  const byPlace = { ...a.byPlace };
  for (const [where, times] of Object.entries(b.byPlace)) byPlace[where] = (byPlace[where] ?? 0) + times;
  return {
    ...{ id: a.id, title: a.title, byPlace },
    injections: a.injections + b.injections,
    operations: {
      ok: a.operations.ok + b.operations.ok,
      refused: a.operations.refused + b.operations.refused,
      unknown: a.operations.unknown + b.operations.unknown,
    },
    serverErrors: a.serverErrors + b.serverErrors,
    violations: [...a.violations, ...b.violations],
    recoveriesMs: [...a.recoveriesMs, ...b.recoveriesMs],
    settledMs: Math.max(a.settledMs, b.settledMs),
    tookMs: a.tookMs + b.tookMs,
  };
}
