import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultContext } from './fault.ts';

const heard = ['pricing.offer', 'inventory.stock', 'checkout.order', 'inventory.reservation', 'checkout.sale'];

async function messagesOf({ shop }: FaultContext, topic: string) {
  const { rawConsume } = await import('@reprise/platform/testing');
  const messages = await rawConsume(brokersOf(shop), topic);
  return messages.map(({ key, value, headers, partition }) => ({
    topic,
    key,
    value,
    partition,
    headers: Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()])),
  }));
}

function brokersOf(shop: FaultContext['shop']): string[] {
  return shop.cell.kafkaBrokers.split(',');
}

async function produce({ shop }: FaultContext, records: Awaited<ReturnType<typeof messagesOf>>): Promise<void> {
  const { rawProduce } = await import('@reprise/platform/testing');
  for (let from = 0; from < records.length; from += 500)
    await rawProduce(brokersOf(shop), records.slice(from, from + 500));
}

/** F10: everything that was ever said is said again. */
export const repeatFacts: Fault = {
  id: 'F10',
  title: 'every fact of five topics delivered again',
  run: async (context) => {
    for (let round = 0; round < Math.min(context.rounds, 3); round += 1)
      for (const topic of heard) {
        const records = await messagesOf(context, topic);
        await context.inject(() => produce(context, records));
        context.count(Math.max(0, records.length - 1));
      }
  },
};

/** F11: old versions arrive after new ones, in any order. */
export const shuffleFacts: Fault = {
  id: 'F11',
  title: 'old versions of state delivered late and shuffled',
  run: async (context) => {
    for (let round = 0; round < Math.min(context.rounds, 3); round += 1)
      for (const topic of ['pricing.offer', 'inventory.stock']) {
        const records = context.random.shuffled(await messagesOf(context, topic)).slice(0, 2_000);
        await context.inject(() => produce(context, records));
        context.count(Math.max(0, records.length - 1));
      }
  },
};

const poisons: readonly [string, Buffer | null][] = [
  ['truncated JSON', Buffer.from('{"id": "0199')],
  ['a first byte of zero', Buffer.from([0, 0, 0, 0, 42, 7])],
  ['no value', null],
  ['an empty value', Buffer.alloc(0)],
  ['200,000 nested brackets', Buffer.from('['.repeat(200_000))],
  ['900 KB of noise', Buffer.alloc(900_000, 'x')],
  ['an unknown type', Buffer.from(JSON.stringify({ id: randomUUID(), type: 'no.such.fact', v: 1, data: {} }))],
];

/** F12: bytes nobody can understand are set aside one by one, and healthy facts beside them go on. */
export const poisonTopics: Fault = {
  id: 'F12',
  title: 'poison on five topics: each is one dead letter, shoppers notice nothing',
  run: async (context) => {
    const { shop, inject, count, rounds, broken } = context;
    const { rawProduce } = await import('@reprise/platform/testing');
    for (let round = 0; round < Math.min(rounds, 5); round += 1)
      for (const topic of heard) {
        const records = poisons.map(([name, value]) => ({ topic, key: `poison-${name}-${randomUUID()}`, value }));
        // One by one: together some would be more than the broker takes in a batch.
        await inject(async () => {
          for (const record of records) await rawProduce(brokersOf(shop), [record]);
        });
        count(records.length - 1);
      }
    await dropDeadLetters(context, broken);
  },
};

/** Until a while after the last one: a service that is behind sets poison aside later than the others. */
async function dropDeadLetters({ shop }: FaultContext, broken: FaultContext['broken']): Promise<void> {
  const { askPatiently } = await import('../client.ts');
  const token = shop.system.credentials.ops;
  let found = 0;
  for (let quiet = 0; quiet < quietLooks; quiet += 1) {
    const { answer } = await askPatiently(`${shop.system.gatewayUrls['eu']}/v1/ops/dead-letters`, 'GET', { token });
    const groups = (answer?.body?.groups ?? []) as { service: string; stackHash: string; letters: number }[];
    for (const { service, stackHash } of groups)
      await askPatiently(`${shop.system.gatewayUrls['eu']}/v1/ops/dead-letters/${service}/drop`, 'POST', {
        token,
        body: JSON.stringify({ stackHash, why: 'a fault run put it there' }),
      });
    found += groups.length;
    if (groups.length > 0) quiet = 0;
    await sleep(500);
  }
  if (found === 0) broken('I7', 'poison was not set aside: no service has a dead letter');
}

/** Looks at half a second that find nothing, one after the other. */
const quietLooks = 20;
