import { randomUUID } from 'node:crypto';
import type { FactContract } from '@reprise/contracts/events';
import { ensureTopics, FactFold, type FoldBatch } from '../src/messaging/index.js';
import { asKafkaAdmin, rawProduce, testBrokers, testTopics, waitFor } from '../src/testing/index.js';
import { thingChangedV1, thingTopic } from './things.js';

const brokers = testBrokers();

/** A read model as the gateway keeps one: state and offsets written together. */
class Model {
  readonly versions = new Map<string, number>();
  readonly offsets = new Map<string, string>();
  readonly unparsable: string[] = [];
  readonly resets: string[] = [];
  batches = 0;

  apply = ({ topic, partition, facts, nextOffset }: FoldBatch): void => {
    this.batches += 1;
    for (const fact of facts) {
      if (fact.kind === 'fact') this.versions.set(fact.key, fact.version);
      else if (fact.kind === 'tombstone') this.versions.delete(fact.key);
      else this.unparsable.push(fact.reason);
    }
    this.offsets.set(`${topic}:${partition}`, nextOffset);
  };
}

const folds: FactFold[] = [];

function startFold(
  model: Model,
  topics: readonly string[],
  more: Partial<ConstructorParameters<typeof FactFold>[0]> = {},
): FactFold {
  const fold = new FactFold({
    brokers,
    clientId: 'fold-spec',
    topics,
    offsets: new Map(model.offsets),
    contracts: [thingChangedV1] as unknown as readonly FactContract[],
    apply: model.apply,
    onReset: (topic, partition) => {
      model.resets.push(`${topic}:${partition}`);
      model.versions.clear();
    },
    ...more,
  });
  folds.push(fold);
  fold.start();
  return fold;
}

afterEach(async () => {
  await Promise.all(folds.splice(0).map((fold) => fold.stop()));
}, 20_000);

async function freshTopic(): Promise<string> {
  const { topics } = testTopics([thingTopic]);
  await ensureTopics(brokers, topics, { region: 'eu' });
  return topics[0]?.name as string;
}

function record(topic: string, key: string, version: number) {
  const data = { thingId: key, version, note: '' };
  const envelope = {
    id: randomUUID(),
    type: thingChangedV1.type,
    v: 1,
    occurredAt: '2026-01-01T00:00:00Z',
    region: 'eu',
    key,
    version,
    data,
  };
  return { topic, key, value: JSON.stringify(envelope) };
}

const many = (topic: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => record(topic, `key-${(from + i) % 40}`, from + i + 1));

test('an empty topic is caught up at once', async () => {
  const fold = startFold(new Model(), [await freshTopic()]);
  await fold.caughtUp;
  await waitFor(() => fold.health().joined);
});

test('caught up means every fact that was there at the start has been applied', async () => {
  const topic = await freshTopic();
  await rawProduce(brokers, many(topic, 0, 3_000));
  const model = new Model();
  const fold = startFold(model, [topic]);
  await fold.caughtUp;
  expect(Math.max(...model.versions.values())).toBe(3_000);
  expect([...model.versions.values()].every((version) => version > 2_960)).toBe(true);
  await waitFor(() => fold.lagSeconds() === 0);
});

test('a fold that starts again goes on from the stored offsets and sees only what is new', async () => {
  const topic = await freshTopic();
  await rawProduce(brokers, many(topic, 0, 200));
  const model = new Model();
  const first = startFold(model, [topic]);
  await first.caughtUp;
  await first.stop();
  await rawProduce(brokers, [record(topic, 'key-1', 900), { topic, key: 'key-2', value: null }]);
  const seen: string[] = [];
  const second = startFold(model, [topic], {
    apply: (batch) => {
      seen.push(...batch.facts.map((fact) => `${fact.kind} ${fact.key}`));
      model.apply(batch);
    },
  });
  await second.caughtUp;
  expect(seen.sort()).toEqual(['fact key-1', 'tombstone key-2']);
  expect(model.versions.get('key-1')).toBe(900);
  expect(model.versions.has('key-2')).toBe(false);
  expect(model.resets).toEqual([]);
});

test('a fact published while it runs arrives, poison between facts does not stop it', async () => {
  const topic = await freshTopic();
  const model = new Model();
  await startFold(model, [topic]).caughtUp;
  await rawProduce(brokers, [record(topic, 'a', 1), { topic, key: 'a', value: '{' }, record(topic, 'a', 2)]);
  await waitFor(() => model.versions.get('a') === 2);
  expect(model.unparsable).toEqual(['NotJson']);
});

test('offsets beyond the end of a recreated topic are dropped and the topic is read from its beginning', async () => {
  const topic = await freshTopic();
  await rawProduce(brokers, many(topic, 0, 200));
  const model = new Model();
  const first = startFold(model, [topic]);
  await first.caughtUp;
  await first.stop();
  await asKafkaAdmin(brokers, (admin) => admin.deleteTopics({ topics: [topic] }));
  await waitFor(async () => !(await asKafkaAdmin(brokers, (admin) => admin.listTopics())).includes(topic));
  await ensureTopics(brokers, [{ ...thingTopic, name: topic }], { region: 'eu' });
  await rawProduce(brokers, [record(topic, 'anew', 1)]);
  const second = startFold(model, [topic]);
  await second.caughtUp;
  expect([...model.versions]).toEqual([['anew', 1]]);
  expect(model.resets.length).toBe(3);
}, 30_000);

test('offsets of another cluster are not used', async () => {
  const topic = await freshTopic();
  await rawProduce(brokers, many(topic, 0, 100));
  const model = new Model();
  for (const partition of [0, 1, 2]) model.offsets.set(`${topic}:${partition}`, '20');
  const fold = startFold(model, [topic], { clusterId: 'another' });
  await fold.caughtUp;
  expect(model.versions.size).toBe(40);
  expect(model.resets.sort()).toEqual([0, 1, 2].map((partition) => `${topic}:${partition}`));
  expect(fold.clusterId).toMatch(/^[\w-]{22}$/);
});

test('a batch that cannot be applied is handed over again until it can, and none is skipped', async () => {
  const topic = await freshTopic();
  await rawProduce(brokers, many(topic, 0, 100));
  const model = new Model();
  let failures = 3;
  const fold = startFold(model, [topic], {
    apply: (batch) => {
      failures -= 1;
      if (failures >= 0) throw new Error('disk full');
      model.apply(batch);
    },
  });
  await fold.caughtUp;
  expect(Math.max(...model.versions.values())).toBe(100);
  expect(model.versions.size).toBe(40);
});

test('without Kafka a fold keeps trying, says so in its lag and stops when told to', async () => {
  const fold = startFold(new Model(), ['nowhere'], { brokers: ['127.0.0.1:1'] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(fold.lagSeconds()).toBe(Infinity);
  expect(fold.health().joined).toBe(false);
  const stopping = Date.now();
  await fold.stop();
  expect(Date.now() - stopping).toBeLessThan(5_000);
}, 20_000);
