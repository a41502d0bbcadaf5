import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { newId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import type { FaultPointName } from '../src/application/ports.js';
import { InventoryStandIn } from './inventory-stand-in.js';
import type { Answer, Surroundings } from './shop.js';
import { Shopper, surroundings } from './shop.js';

// A dead worker's order is taken up when its lease runs out, a dead request's key when its lock does: seconds each.
jest.setTimeout(180_000);

const main = join(import.meta.dirname, '../dist/main.js');
const due = 49_900;

let around: Surroundings;
let shopper: Shopper;
let inventory: InventoryStandIn;
let checkout: ChildProcess | undefined;

beforeAll(async () => {
  around = await surroundings();
  shopper = new Shopper(around);
  inventory = new InventoryStandIn(around.db.database);
  inventory.start();
}, 60_000);
afterAll(async () => {
  await stop();
  await inventory.stop();
  await around.close();
}, 30_000);

// A test that failed leaves its process, and the port.
afterEach(stop);

/** Starts the service as it is deployed, to die at a point if one is named. */
async function start(faultPoint?: string): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { ...around.env, ...(faultPoint !== undefined && { CHECKOUT_FAULT_POINT: faultPoint }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  checkout = child;
  await waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`checkout ended with ${child.exitCode}: is it built?`);
      return (await fetch(`${shopper.url}/health/live`)).ok;
    },
    // Compiling and connecting take seconds, and many when every core is busy.
    { timeoutMs: 60_000, what: 'checkout to live' },
  );
}

async function stop(): Promise<void> {
  if (!checkout || checkout.exitCode !== null || checkout.signalCode !== null) return;
  checkout.kill('SIGKILL');
  await once(checkout, 'exit');
}

/** Asks until there is an answer that is one: the caller of a service that dies tries again, with the same key. */
function insist(ask: () => Promise<Answer>): Promise<Answer> {
  return waitFor(
    async () => {
      const answer = await ask();
      return answer.body.code === 'IdempotencyKeyInUse' ? undefined : answer;
    },
    { timeoutMs: 60_000, everyMs: 200, what: 'an answer' },
  );
}

test.each<[FaultPointName, number, string]>([
  ['place.before-commit', 1, 'tok_approve'],
  ['place.after-commit', 1, 'tok_approve'],
  // Stock reserved is said by inventory's side; the first move this process makes itself is that of the payment.
  ['advance.before-commit', 1, 'tok_approve'],
  ['advance.after-commit', 1, 'tok_approve'],
  ['provider.before-call', 1, 'tok_approve'],
  ['provider.after-call', 1, 'tok_approve'],
  ['answer.before-store', 1, 'tok_approve'],
  // Charged without an answer: killed after having asked and been told.
  ['provider.after-call', 2, 'tok_timeout_charged'],
])(
  'killed at %s, passage %i, with %s: the retried order is one, confirmed, and charged once',
  async (point, passage, token) => {
    await start(`${point}@${passage}`);
    const killed = once(checkout as ChildProcess, 'exit');
    const [quote, key] = [await shopper.quote(), newId()];
    const first = shopper.order(quote, { key, token, wait: 2 }).catch(() => undefined);
    const [, signal] = (await killed) as [number | null, NodeJS.Signals | null];
    expect(signal).toBe('SIGKILL');
    const heard = await first;

    await start();
    const placed = await insist(() => shopper.order(quote, { key, token, wait: 5 }));
    // Whoever was answered before the death is answered alike after it.
    if (heard !== undefined) expect(placed.text).toBe(heard.text);
    const order = await waitFor(
      async () => {
        const { body } = await shopper.read(placed.body.id, placed.body.accessToken);
        return body.status === 'pending' ? undefined : body;
      },
      { timeoutMs: 60_000, what: 'the order to settle' },
    );
    expect(order.status).toBe('confirmed');
    expect(around.provider.moneyOf(order.id)).toEqual({ captured: [due], declined: 0, refunded: [], voided: 0 });
    const rows = await around.db.database.query<{ orders: number; said: string[] }>(
      `SELECT (SELECT count(*)::int FROM placed_order WHERE quote_id = $1) AS orders,
       (SELECT array_agg(envelope->>'type' ORDER BY id) FROM outbox WHERE key = $2) AS said`,
      [order.quoteId, order.id],
    );
    expect(rows).toEqual([
      { orders: 1, said: ['checkout.order.placed', 'checkout.order.confirmed', 'checkout.sale.recorded'] },
    ]);
  },
);

test('killed six times at any moment under load: every acknowledged order is there, ended once, and charged as it says', async () => {
  const tokens = ['tok_approve', 'tok_decline', 'tok_timeout_charged', 'tok_error_after_charge', 'tok_webhook_first'];
  const acknowledged: Answer[] = [];
  let shopping = true;
  const buyers = tokens.map(async (token) => {
    while (shopping) {
      const answer = await shopper.order(await shopper.quote(), { token, wait: 0 }).catch(() => undefined);
      if (answer?.status === 202 || answer?.status === 201) acknowledged.push(answer);
      await new Promise((resolve) => setTimeout(resolve, answer ? 50 : 100));
    }
  });
  for (let kill = 0; kill < 6; kill += 1) {
    await start();
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
    await stop();
  }
  shopping = false;
  await Promise.all(buyers);
  expect(acknowledged.length).toBeGreaterThan(10);

  await start();
  const { database } = around.db;
  await waitFor(
    async () => {
      const [open] = await database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM saga WHERE due_at IS NOT NULL`,
      );
      return open?.n === 0;
    },
    { timeoutMs: 90_000, everyMs: 200, what: 'every order to end' },
  );
  const orders = await database.query<{ id: string; state: string }>('SELECT order_id AS id, state FROM saga');
  const states = new Map(orders.map(({ id, state }) => [id, state]));
  expect(acknowledged.filter(({ body }) => !states.has(body.id))).toEqual([]);
  for (const { id, state } of orders) {
    const { captured, refunded } = around.provider.moneyOf(id);
    // A payment whose workers died too often is given up; if it had been charged by then, it was given back.
    const money = { confirmed: [[due], []], refunded: [[due], [due]] }[state] ?? [[], []];
    expect({ state, money: [captured, refunded] }).toEqual({ state, money });
  }
  // And the other way round: the provider knows of no charge for an order that is not there.
  const charged = around.provider.ledger().flatMap((line) => (line.kind === 'charge' ? [line.reference ?? ''] : []));
  expect(charged.filter((reference) => !states.has(reference))).toEqual([]);
  const sales = await database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbox WHERE topic = 'checkout.sale' GROUP BY key HAVING count(*) > 1`,
  );
  expect(sales).toEqual([]);
});
