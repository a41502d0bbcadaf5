import { setImmediate as turn } from 'node:timers/promises';
import { TakeTurns } from './take-turns.js';

test('no more than its places run at once, whoever waits is next in order, and a failure gives its place back', async () => {
  const turns = new TakeTurns(2);
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  const work = (n: number) =>
    turns.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
      ended.push(n);
      if (n % 3 === 0) throw new Error('failed');
      return n;
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => work(n)));
  expect(most).toBe(2);
  expect(ended).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(outcomes.map(({ status }) => status)).toEqual(
    Array.from({ length: 9 }, (_, n) => (n % 3 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(await work(1)).toBe(1);
});
