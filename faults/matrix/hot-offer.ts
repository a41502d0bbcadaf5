import { buy, readOrder, stateOffer } from '../buyers.ts';
import type { Purchase } from '../history.ts';
import type { Fault, FaultContext } from './fault.ts';

const atOnce = 64;

/** F18: everybody wants the same hundred units. */
export const hotOffer: Fault = {
  id: 'F18',
  title: 'many buyers, one offer, few units',
  alone: true,
  run: async (context) => {
    const { shop, history, rounds, own, broken, count } = context;
    const [buyers, units] = rounds === 1 ? [200, 20] : [Math.min(10_000, rounds * 100), 100];
    const offer = await stateOffer(shop, 'fr', units, '99.00');
    own([offer]);
    const startedAt = Date.now();
    const bought = await inParallel(buyers, () =>
      buy(shop, history, offer, { quantity: 1, paymentToken: 'tok_approve' }),
    );
    const states = await finalStates(context, bought);
    const seconds = (Date.now() - startedAt) / 1_000;
    const confirmed = states.filter((state) => state === 'confirmed').length;
    count(buyers);
    console.log(
      `      ${buyers} buyers, ${units} units: ${confirmed} confirmed in ${seconds.toFixed(1)} s (${(buyers / seconds).toFixed(0)} orders/s)`,
    );
    if (confirmed !== units) broken('I1', `${confirmed} of ${units} units were sold to ${buyers} buyers`);
  },
};

async function inParallel<T>(count: number, once: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let started = 0;
  const worker = async (): Promise<void> => {
    while (started < count) {
      started += 1;
      results.push(await once());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function finalStates({ shop }: FaultContext, bought: readonly (Purchase | undefined)[]): Promise<string[]> {
  const states: string[] = [];
  for (const purchase of bought) {
    if (purchase?.orderId === undefined) continue;
    const until = Date.now() + 120_000;
    for (;;) {
      const { status } = (await readOrder(shop, purchase)) as { status: string };
      if (status !== 'pending' || Date.now() > until) {
        states.push(status);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return states;
}
