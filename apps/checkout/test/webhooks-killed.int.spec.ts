import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { newId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { newWebhookSecret } from '../src/outbound/webhooks/standard-webhooks.js';
import { PostgresWebhooks } from '../src/outbound/postgres/postgres-webhooks.js';
import { PostgresWebhooksTx } from '../src/outbound/postgres/webhook-rows.js';
import { HostileReceiver } from './hostile-receiver.js';
import { surroundings } from './shop.js';
import type { Surroundings } from './shop.js';

// The message of a dead sender is taken up when its lease runs out.
jest.setTimeout(120_000);

const main = join(import.meta.dirname, '../dist/main.js');

let around: Surroundings;
let receiver: HostileReceiver;
let checkout: ChildProcess | undefined;

beforeAll(async () => {
  [around, receiver] = await Promise.all([surroundings(), HostileReceiver.open()]);
}, 60_000);
afterAll(async () => {
  if (checkout?.exitCode === null && checkout.signalCode === null) {
    checkout.kill('SIGKILL');
    await once(checkout, 'exit');
  }
  receiver.close();
  await around.close();
}, 30_000);

/** Starts the service as it is deployed, to die at a point if one is named. */
function start(faultPoint?: string): ChildProcess {
  const env = {
    ...around.env,
    CHECKOUT_WEBHOOK_TIMEOUT_MS: '500',
    ...(faultPoint === undefined ? {} : { CHECKOUT_FAULT_POINT: faultPoint }),
  };
  checkout = spawn(process.execPath, ['--no-warnings', main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return checkout;
}

test('killed between telling and noting it, checkout tells again under the same id, and notes that', async () => {
  const { database } = around.db;
  const webhooks = new PostgresWebhooks(database);
  const stated = { url: receiver.url('ok'), eventTypes: ['order.confirmed'], enabled: true } as const;
  await webhooks.save('ops', 'shop', stated, newWebhookSecret());
  const news = { type: 'order.confirmed', key: `order.confirmed:${newId()}`, data: { orderId: newId() } } as const;
  const happenedAt = '2026-11-24T10:00:00.000Z';
  await database.inTransaction((tx) => new PostgresWebhooksTx(tx).note([{ owner: 'ops', happenedAt, ...news }]));

  const [code, signal] = (await once(start('webhooks.after-send@1'), 'exit')) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  expect(receiver.at('/ok')).toHaveLength(1);

  start();
  const webhook = await webhooks.find('ops', 'shop');
  const [told] = await waitFor(
    async () => {
      const found = webhook === undefined ? [] : await webhooks.deliveries(webhook, { state: 'delivered', limit: 2 });
      return found.length > 0 ? found : undefined;
    },
    { timeoutMs: 60_000, what: 'the message to be told again' },
  );
  const ids = receiver.at('/ok').map(({ headers }) => headers['webhook-id']);
  expect(ids).toEqual([told?.messageId, told?.messageId]);
  // The first attempt died with its process; it is counted among the tries all the same.
  expect(told?.attempts).toMatchObject([{ status: 204 }]);
});
