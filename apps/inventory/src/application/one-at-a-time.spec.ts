import { Fault } from '@reprise/kernel';
import { OneAtATime } from './one-at-a-time.js';

interface Ask {
  readonly cart: string;
  readonly wants: number;
}

/** Answers when told to, and keeps what it was asked together. */
function gated() {
  const batches: Ask[][] = [];
  const gates: (() => void)[] = [];
  const answer = async (asks: readonly Ask[]): Promise<number[]> => {
    batches.push([...asks]);
    await new Promise<void>((open) => gates.push(open));
    return asks.map(({ wants }) => wants * 10);
  };
  const open = async (): Promise<void> => {
    gates.shift()?.();
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  return { batches, answer, open };
}

const ask = (cart: string, wants = 1): Ask => ({ cart, wants });
const options = { batchMax: 3, apart: ({ cart }: Ask) => cart };

test('the first ask goes at once; what comes meanwhile goes together, in order, no more than a batch holds', async () => {
  const { batches, answer, open } = gated();
  const queue = new OneAtATime<string, Ask, number>(answer, options);
  const answers = ['a', 'b', 'c', 'd', 'e'].map((cart, i) => queue.run('offer', ask(cart, i)));
  expect(batches).toHaveLength(1);
  await open();
  await open();
  await open();
  expect(batches.map((batch) => batch.map(({ cart }) => cart))).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  expect(await Promise.all(answers)).toEqual([0, 10, 20, 30, 40]);
});

test('two asks of one cart are never in one batch', async () => {
  const { batches, answer, open } = gated();
  const queue = new OneAtATime<string, Ask, number>(answer, options);
  const answers = ['a', 'b', 'b', 'c'].map((cart, i) => queue.run('offer', ask(cart, i)));
  for (let i = 0; i < 3; i += 1) await open();
  expect(batches.map((batch) => batch.map(({ wants }) => wants))).toEqual([[0], [1, 3], [2]]);
  await Promise.all(answers);
});

test('other keys do not wait', () => {
  const { batches, answer } = gated();
  const queue = new OneAtATime<string, Ask, number>(answer, options);
  void queue.run('one', ask('a'));
  void queue.run('two', ask('a'));
  expect(batches).toHaveLength(2);
});

test('what one ask breaks costs the others nothing', async () => {
  const alone: number[] = [];
  const queue = new OneAtATime<string, Ask, number>(async (asks) => {
    await Promise.resolve();
    if (asks.some(({ cart }) => cart === 'bad')) throw new Error('bad cart');
    alone.push(asks.length);
    return asks.map(({ wants }) => wants);
  }, options);
  const answers = ['a', 'b', 'bad', 'c'].map((cart) => queue.run('offer', ask(cart)));
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(alone).toEqual([1, 1, 1]);
});

test('a database that is away fails the batch once, and the next ask tries again', async () => {
  let tries = 0;
  const queue = new OneAtATime<string, Ask, number>(async (asks) => {
    await Promise.resolve();
    tries += 1;
    if (tries === 2) throw new Fault('away', { retriable: true });
    return asks.map(() => 0);
  }, options);
  const answers = ['a', 'b', 'c'].map((cart) => queue.run('offer', ask(cart)));
  const settled = await Promise.allSettled(answers);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await queue.run('offer', ask('d'));
  expect(tries).toBe(3);
});
