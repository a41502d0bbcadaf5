import { bugNames } from './bugs.ts';
import { loadServices } from './services.ts';
import { simulate } from './simulate.ts';

const services = await loadServices();

test('whatever fails in whatever order, every promise is kept: forty seeds', async () => {
  let [deaths, orders] = [0, 0];
  for (let seed = 1; seed <= 40; seed += 1) {
    const result = await simulate(seed, services);
    expect({ seed, violations: result.violations }).toEqual({ seed, violations: [] });
    deaths += result.deaths;
    orders += Object.values(result.orders).reduce((sum, count) => sum + count, 0);
  }
  expect(deaths).toBeGreaterThan(40);
  expect(orders).toBeGreaterThan(100);
}, 120_000);

test('one seed is one run, step by step', async () => {
  const [once, twice] = [await simulate(4711, services), await simulate(4711, services)];
  const nameless = (trace: readonly string[]): string[] =>
    trace.map((line) => line.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'));
  expect(nameless(twice.trace)).toEqual(nameless(once.trace));
  expect([twice.steps, twice.orders, twice.deaths]).toEqual([once.steps, once.orders, once.deaths]);
}, 60_000);

/** How many seeds a mistake may stay unseen. */
const seedsMax = 60;

test.each(bugNames)(
  '%s is found',
  async (bug) => {
    for (let seed = 1; seed <= seedsMax; seed += 1)
      if ((await simulate(seed, services, { [bug]: true })).violations.length > 0) return;
    throw new Error(`no seed up to ${seedsMax} found ${bug}`);
  },
  120_000,
);
