import { buy, stateOffer } from './buyers.ts';
import type { FaultOffer } from './buyers.ts';
import { checkSettled } from './checks/check-all.ts';
import type { Violation } from './checks/violation.ts';
import type { History, Verdict } from './history.ts';
import { startLoad } from './load.ts';
import type { Goods } from './load.ts';
import type { Fault } from './matrix/fault.ts';
import { Random } from './random.ts';
import type { Shop } from './start-shop.ts';

/** One line of the table. Times in milliseconds. */
export interface FaultResult {
  readonly id: string;
  readonly title: string;
  readonly injections: number;
  /** How many of them where, of those that have a name. */
  readonly byPlace: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<Verdict, number>>;
  /** 5xx answers clients saw before they asked again. */
  readonly serverErrors: number;
  readonly violations: readonly Violation[];
  readonly recoveriesMs: readonly number[];
  /** From the end of the load to the moment everything held. */
  readonly settledMs: number;
  readonly tookMs: number;
}

export interface FaultRun {
  readonly shop: Shop;
  readonly history: History;
  readonly goods: Goods;
  readonly seed: number;
  readonly rounds: number;
  readonly buyers: number;
}

/** How long the system may take to finish what it began. Orders are given up after their patience, so it is more than that. */
const settleTimeoutMs = 150_000;

/** Harms the shop as the fault says while shoppers shop, lets it settle, and checks everything. */
export async function runFault(fault: Fault, run: FaultRun): Promise<FaultResult> {
  const { shop, history, goods, seed, rounds } = run;
  const startedAt = Date.now();
  const errorsBefore = history.serverErrors;
  const recoveriesMs: number[] = [];
  const broken: Violation[] = [];
  const own: FaultOffer[] = [];
  const byPlace: Record<string, number> = {};
  let injections = 0;
  const load = fault.alone === true ? undefined : startLoad(shop, history, goods, { buyers: run.buyers, seed });
  const probed = await stateOffer(shop, 'fr', 10_000, '49.00');
  try {
    await fault.run({
      shop,
      history,
      goods,
      rounds,
      random: new Random(seed),
      inject: async (harm, mend) => {
        injections += 1;
        await harm();
        const endedAt = Date.now();
        await mend?.();
        await untilConfirmed(shop, history, probed);
        recoveriesMs.push(Date.now() - endedAt);
      },
      count: (more, where) => {
        injections += more;
        if (where !== undefined) byPlace[where] = (byPlace[where] ?? 0) + more;
      },
      own: (offers) => void own.push(...offers),
      broken: (invariant, what) => void broken.push({ invariant, what }),
    });
  } finally {
    await load?.stop();
  }
  const offers = [...goods.plenty, ...goods.scarce, probed, ...own];
  const { violations, settledMs } = await checkSettled(shop, history, offers, settleTimeoutMs);
  return {
    id: fault.id,
    title: fault.title,
    injections,
    byPlace,
    operations: history.tally(startedAt),
    serverErrors: history.serverErrors - errorsBefore,
    violations: [...broken, ...violations],
    recoveriesMs,
    settledMs,
    tookMs: Date.now() - startedAt,
  };
}

/** Served again means: an order placed now is confirmed now. */
async function untilConfirmed(shop: Shop, history: History, offer: FaultOffer): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const purchase = await buy(shop, history, offer, { quantity: 1, paymentToken: 'tok_approve', waitSeconds: 3 });
    if (purchase?.answer?.body.includes('"confirmed"')) return;
  }
  throw new Error('no order was confirmed for two minutes after a fault');
}
