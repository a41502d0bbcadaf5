import { Fault } from '@reprise/kernel';
import { Together } from './together.js';

interface Ask {
  readonly key: string;
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
  const keys = () => batches.map((batch) => batch.map(({ key }) => key).join(''));
  return { answer, open, keys };
}

const options = { batches: 2, most: 3, apart: ({ key }: Ask) => key };

test('asks go at once while there is room; those that come later go together, in order, no more than a batch holds', async () => {
  const { answer, open, keys } = gated();
  const together = new Together<Ask, number>(answer, options);
  const answers = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, wants) => together.run({ key, wants }));
  expect(keys()).toEqual(['a', 'b']);
  for (let i = 0; i < 4; i += 1) await open();
  expect(keys()).toEqual(['a', 'b', 'cde', 'f']);
  expect(await Promise.all(answers)).toEqual([0, 10, 20, 30, 40, 50]);
});

test('two asks about one thing are never at work at the same time, and the ones behind them do not wait', async () => {
  const { answer, open, keys } = gated();
  const together = new Together<Ask, number>(answer, options);
  const answers = ['a', 'a', 'b', 'a'].map((key, wants) => together.run({ key, wants }));
  expect(keys()).toEqual(['a', 'b']);
  for (let i = 0; i < 4; i += 1) await open();
  expect(keys()).toEqual(['a', 'b', 'a', 'a']);
  expect(await Promise.all(answers)).toEqual([0, 10, 20, 30]);
});

test('what one ask breaks costs the others of its batch nothing', async () => {
  const together = new Together<Ask, number>(
    async (asks) => {
      await Promise.resolve();
      if (asks.some(({ key }) => key === 'bad')) throw new Error('bad');
      return asks.map(({ wants }) => wants);
    },
    { ...options, batches: 1 },
  );
  const settled = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((key, wants) => together.run({ key, wants })));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('a fault of the world is everybody’s of the batch, is not tried again here, and leaves room for the next', async () => {
  const sizes: number[] = [];
  const together = new Together<Ask, number>(
    async (asks) => {
      await Promise.resolve();
      if (sizes.push(asks.length) === 2) throw new Fault('away', { retriable: true });
      return asks.map(() => 0);
    },
    { ...options, batches: 1 },
  );
  const settled = await Promise.allSettled(['a', 'b', 'c'].map((key) => together.run({ key, wants: 1 })));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await together.run({ key: 'b', wants: 1 });
  expect(sizes).toEqual([1, 2, 1]);
});
