import type { Duel } from './bench.ts';
import { runDuel, spreadOf } from './run-duel.ts';

const constant = (value: number) => ({ what: `always ${value}`, round: () => value });
const duel = (change: Partial<Duel>): Duel => ({
  label: 'x',
  unit: 'a/s',
  better: 'higher',
  ours: constant(80),
  floor: constant(100),
  target: { ratio: 0.8 },
  ...change,
});

test('both sides take turns, whoever was second goes first next, and the first round does not count', async () => {
  const order: string[] = [];
  const speaking = (name: string, values: number[]) => ({
    what: name,
    round: () => {
      order.push(name);
      return values.shift() as number;
    },
  });
  const result = await runDuel(
    duel({ ours: speaking('ours', [1, 20, 30]), floor: speaking('floor', [1000, 10, 10]) }),
    2,
  );
  expect(order).toEqual(['ours', 'floor', 'floor', 'ours', 'ours', 'floor']);
  expect(result.ours.rounds).toEqual([20, 30]);
  expect(result.ratio).toEqual({ median: 2.5, min: 2, max: 3 });
});

test.each([
  ['a ratio just reached', duel({}), true],
  ['a ratio just missed', duel({ ours: constant(79) }), false],
  ['a rate of its own', duel({ target: { ours: 80 } }), true],
  ['a rate of its own missed', duel({ target: { ours: 81 } }), false],
  [
    'a latency within three times the floor',
    duel({ better: 'lower', ours: constant(300), target: { ratio: 3 } }),
    true,
  ],
  ['a latency beyond it', duel({ better: 'lower', ours: constant(301), target: { ratio: 3 } }), false],
])('%s', async (_, given, reached) => {
  expect((await runDuel(given, 1)).reached).toBe(reached);
});

test('what a round saw beside its number is kept from the last round', async () => {
  let peak = 0;
  const ours = { what: 'ours', round: () => ({ value: 90, seen: { peakRssMb: (peak += 10) } }) };
  expect((await runDuel(duel({ ours }), 3)).ours.seen).toEqual({ peakRssMb: 40 });
});

test('the median of an even number of rounds lies between the middle two', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 });
});
