import type { Call } from '@reprise/platform/http';
import type { transitionMarket } from '@reprise/contracts/http';
import type { GatherReadiness, Readiness } from './gather-readiness.js';
import { GuardLaunch } from './guard-launch.js';

type Outcome = Readiness['checks'][number]['outcome'];

/** A guard of a market in `status`, with checks that come out so. */
function guard(status: string, outcomes: Partial<Record<'prices' | 'stock', Outcome>>) {
  const checks = Object.entries(outcomes).map(([check, outcome]) => ({
    check,
    outcome,
    message: `${check}: ${outcome}`,
  }));
  const asked: number[] = [];
  const readiness = {
    market: () => Promise.resolve({ market: 'hu', version: 7, status, definition: { region: 'eu' } }),
    at: ({ version }: { version: number }) => {
      asked.push(version);
      return Promise.resolve({ market: 'hu', version, checks });
    },
  };
  return { guard: new GuardLaunch(readiness as unknown as GatherReadiness), asked };
}

function launch(to: string, acceptWarnings: boolean, headers: Record<string, string> = {}) {
  const body = { to, reason: 'finance signed', acceptWarnings, acceptedWarnings: ['made up'] };
  const raw = { method: 'POST', url: '/v1/ops/markets/hu/transitions', headers };
  return { params: { market: 'hu' }, body, raw, requestId: 'r', deadlineAtMs: 1, signal: new AbortController().signal };
}

const run = (made: ReturnType<typeof guard>, call: ReturnType<typeof launch>) =>
  made.guard.run(call as unknown as Call<typeof transitionMarket>);

test('what blocks keeps a market closed, whatever is accepted, and is named', async () => {
  const made = guard('preview', { prices: 'block', stock: 'warn' });
  await expect(run(made, launch('live', true))).rejects.toMatchObject({
    code: 'MarketNotReady',
    extras: {
      errors: [{ field: 'prices', code: 'block', message: 'prices: block' }],
      details: { market: 'hu', version: 7, blocking: 1, warnings: 0 },
    },
  });
});

test('a warning keeps it closed until it is accepted', async () => {
  const made = guard('preview', { prices: 'pass', stock: 'warn' });
  await expect(run(made, launch('live', false))).rejects.toMatchObject({ code: 'MarketNotReady' });
});

test('what is passed on names the accepted warnings and the version that was checked, whatever the caller said', async () => {
  const made = guard('suspended', { prices: 'pass', stock: 'warn' });
  const passed = await run(made, launch('live', true));
  expect(JSON.parse(String(passed.rawBody))).toEqual({
    to: 'live',
    reason: 'finance signed',
    acceptWarnings: true,
    acceptedWarnings: ['stock'],
  });
  expect(passed.raw.headers['if-match']).toBe('"7"');
  expect(made.asked).toEqual([7]);
});

test('a caller’s own If-Match stays', async () => {
  const passed = await run(guard('preview', {}), launch('live', false, { 'if-match': '"6"' }));
  expect(passed.raw.headers['if-match']).toBe('"6"');
});

test.each([
  ['another step', 'preview', 'suspended'],
  ['a market that is live already', 'live', 'live'],
  ['a draft, which the life cycle refuses', 'draft', 'live'],
])('%s is passed on as it is, unasked', async (_, status, to) => {
  const made = guard(status, { prices: 'block' });
  const call = launch(to, false);
  expect(await run(made, call)).toBe(call);
  expect(made.asked).toEqual([]);
});
