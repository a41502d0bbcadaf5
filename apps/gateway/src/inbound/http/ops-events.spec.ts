import type { OpsEvent } from '@reprise/contracts/http';
import fc from 'fast-check';
import { OpsEvents } from './ops-events.js';
import type { NumberedEvent } from './ops-events.js';

const moved = (version: number): OpsEvent => ({ type: 'market', market: 'fr', status: 'live', version });
const letters = (dead: number): OpsEvent => ({ type: 'deadLetters', dead, parked: 0, unreachable: [] });

function listenTo(events: OpsEvents, lastId?: string, ...topics: ('market' | 'seller' | 'deadLetters')[]) {
  const told: NumberedEvent[] = [];
  const stop = events.listen(
    { topics: topics.length > 0 ? new Set(topics) : undefined, tell: (each) => told.push(each) },
    lastId,
  );
  return { told, stop, events: () => told.map(({ event }) => event) };
}

test('everybody who listens is told, in order, until they stop', () => {
  const events = new OpsEvents('a');
  events.publish(moved(1));
  const one = listenTo(events);
  events.publish(moved(2));
  const two = listenTo(events);
  events.publish(moved(3));
  one.stop();
  events.publish(moved(4));
  expect(one.events()).toEqual([moved(2), moved(3)]);
  expect(two.events()).toEqual([moved(3), moved(4)]);
});

test('only what was asked for by name is told', () => {
  const events = new OpsEvents('a');
  const { events: told } = listenTo(events, undefined, 'deadLetters');
  events.publish(moved(1));
  events.publish(letters(3));
  expect(told()).toEqual([letters(3)]);
});

test('whoever comes back is told each event once, wherever the connection broke', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (heard, missed) => {
      const events = new OpsEvents('a');
      const before = listenTo(events);
      for (let i = 1; i <= heard; i++) events.publish(moved(i));
      before.stop();
      for (let i = heard + 1; i <= heard + missed; i++) events.publish(moved(i));
      const after = listenTo(events, before.told.at(-1)?.id);
      expect([...before.events(), ...after.events()]).toEqual(
        Array.from({ length: heard + missed }, (_, i) => moved(i + 1)),
      );
    }),
  );
});

test.each(['b-1', 'a-9', 'a-', 'nonsense', 'a-1e3'])(
  '%s, which this run never said, is answered with a reset',
  (id) => {
    const events = new OpsEvents('a');
    events.publish(moved(1));
    const { told } = listenTo(events, id);
    expect(told).toEqual([{ id: 'a-1', event: { type: 'reset' } }]);
    // And from there on nothing is missed.
    events.publish(moved(2));
    expect(told.at(-1)).toEqual({ id: 'a-2', event: moved(2) });
  },
);

test('what was too long ago is a reset, and memory does not grow with what was told', () => {
  const events = new OpsEvents('a');
  for (let i = 1; i <= 2_000; i++) events.publish(moved(i));
  expect(listenTo(events, 'a-1').events()).toEqual([{ type: 'reset' }]);
  expect(listenTo(events, 'a-1500').events()).toHaveLength(500);
  expect(listenTo(events, 'a-1499').events()).toEqual([{ type: 'reset' }]);
});
