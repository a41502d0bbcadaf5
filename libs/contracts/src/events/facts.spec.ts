import { facts } from './facts.js';
import { envelopeSchema } from './envelope.js';
import { topicNamesHeardIn, topics } from './topics.js';

describe('every fact', () => {
  test.each(facts.map((fact) => [`${fact.type} v${fact.v}`, fact] as const))(
    '%s has an example its own schema accepts unchanged',
    (_name, fact) => {
      const parsed = fact.schema.parse(fact.example);
      expect(parsed).toEqual(fact.example);
    },
  );

  test.each(facts.map((fact) => [fact.type, fact] as const))(
    '%s is keyed by the field its topic names',
    (_name, fact) => {
      const key = fact.keyOf(fact.example);
      expect(key).toBe((fact.example as Record<string, unknown>)[fact.topic.key]);
      expect(key.length).toBeGreaterThan(0);
    },
  );

  test.each(facts.map((fact) => [fact.type, fact] as const))(
    '%s is named after its topic, so one service says it',
    (_name, fact) => {
      expect(fact.type.startsWith(`${fact.topic.producer}.`)).toBe(true);
    },
  );

  test.each(facts.map((fact) => [fact.type, fact] as const))('%s survives the JSON a broker carries', (_name, fact) => {
    const sent = JSON.parse(JSON.stringify(fact.example)) as unknown;
    expect(fact.schema.parse(sent)).toEqual(fact.example);
  });

  test('no two share a type and version', () => {
    const names = facts.map((fact) => `${fact.type}@${fact.v}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the fact graph', () => {
  test('has one producer a topic, and no topic twice', () => {
    expect(new Set(topics.map((topic) => topic.name)).size).toBe(topics.length);
    for (const topic of topics) expect(topic.name.split('.')[0]).toBe(topic.producer);
  });

  test('has a fact, hence an example and a schema, for every topic, and a topic for every fact', () => {
    expect(new Set(facts.map((fact) => fact.topic.name))).toEqual(new Set(topics.map((topic) => topic.name)));
  });

  test('has a reader for every topic but the one whose first reader is still being built', () => {
    const unread = topics.filter((topic) => topic.consumers.length === 0).map((topic) => topic.name);
    expect(unread.filter((name) => name !== 'inventory.unit')).toEqual([]);
  });

  test('keeps orders, reservations, carts and stock inside their region', () => {
    const leaving = topics.filter((topic) => topic.mirrored).map((topic) => topic.name);
    expect(leaving.sort()).toEqual(['catalog.market', 'catalog.product', 'checkout.sale', 'checkout.sale-tally']);
  });

  test('has no mirrored cycle: no topic flows both ways between two regions', () => {
    for (const topic of topics) {
      const flows = (topic.mirrored ?? []).map((flow) => `${flow.from}>${flow.to}`);
      for (const flow of topic.mirrored ?? []) expect(flows).not.toContain(`${flow.to}>${flow.from}`);
    }
  });

  test('names a mirrored topic after where it comes from', () => {
    const product = topics.find((topic) => topic.name === 'catalog.product');
    if (!product) throw new Error('catalog.product is gone');
    expect(topicNamesHeardIn('us', product)).toEqual(['catalog.product', 'eu.catalog.product']);
    expect(topicNamesHeardIn('eu', product)).toEqual(['catalog.product']);
  });
});

test('the envelope refuses a fact without an id, key or version', () => {
  const whole = {
    id: '0199d3a0-0000-7000-8000-000000000099',
    type: 'pricing.offer.changed',
    v: 1,
    occurredAt: '2026-11-24T08:00:00.000Z',
    region: 'eu',
    key: 'k',
    version: 1,
    data: {},
  };
  expect(envelopeSchema.safeParse(whole).success).toBe(true);
  for (const field of ['id', 'key', 'version', 'type', 'v', 'occurredAt', 'region'] as const) {
    const { [field]: _left, ...rest } = whole;
    expect(envelopeSchema.safeParse(rest).success).toBe(false);
  }
});

/** Keys of every object inside a value, at any depth. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

test('no fact that leaves its region has a field for a person', () => {
  const personal = [
    'email',
    'customer',
    'line1',
    'line2',
    'postalCode',
    'phone',
    'city',
    'firstName',
    'lastName',
    'vatId',
  ];
  for (const fact of facts.filter((each) => each.topic.producer === 'checkout')) {
    expect(keysOf(fact.example).filter((key) => personal.includes(key))).toEqual([]);
  }
});
