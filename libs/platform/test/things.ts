import { fact, type Topic } from '@reprise/contracts/events';
import { z } from 'zod';
import { platformMigrations, SqlMigration, type MigrationClass } from '../src/persistence/index.js';

/** A made-up domain for the specs of messaging: things with a state, and events that happen to them. */
export const thingTopic: Topic = {
  name: 'test.thing',
  key: 'thingId',
  producer: 'catalog',
  consumers: ['pricing'],
  partitions: 3,
  retention: { kind: 'state' },
  mirrored: [{ from: 'eu', to: 'us' }],
};

export const eventTopic: Topic = {
  name: 'test.event',
  key: 'thingId',
  producer: 'catalog',
  consumers: ['pricing'],
  partitions: 3,
  retention: { kind: 'event', retentionDays: 1 },
};

const thingSchema = z.object({ thingId: z.string().min(1), version: z.int().positive(), note: z.string() });
export type Thing = z.infer<typeof thingSchema>;
const example: Thing = { thingId: 'a', version: 1, note: '' };

export const thingChangedV1 = fact<Thing>({
  type: 'test.thing.changed',
  v: 1,
  topic: thingTopic,
  schema: thingSchema,
  keyOf: (data) => data.thingId,
  example,
});

export const thingStartedV1 = fact<Thing>({ ...thingChangedV1, type: 'test.thing.started', topic: eventTopic });
export const thingEndedV1 = fact<Thing>({ ...thingChangedV1, type: 'test.thing.ended', topic: eventTopic });

class CreateThings0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE thing (thing_id text PRIMARY KEY, version bigint NOT NULL, note text NOT NULL);
    CREATE TABLE heard (id bigserial PRIMARY KEY, key text NOT NULL, version bigint NOT NULL, type text NOT NULL, note text NOT NULL);
  `;
}

export const thingMigrations: readonly MigrationClass[] = [...platformMigrations, CreateThings0001];
