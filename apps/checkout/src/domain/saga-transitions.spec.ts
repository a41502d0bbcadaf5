import fc from 'fast-check';
import { isSettled, statusOf } from './order-status.js';
import { isTerminal, sagaEvents, sagaStates, stepOf, terminalStates } from './saga-state.js';
import type { SagaEventKind, SagaState } from './saga-state.js';
import { decide, isMove, sagaTransitions } from './saga-transitions.js';
import { firstDelayMs } from './step-delay.js';

const everyPair = sagaStates.flatMap((state) => sagaEvents.map((event) => [state, event] as const));

/** Where an order is after these events, and what was done on the way. */
function play(events: readonly SagaEventKind[], from: SagaState = 'reserving') {
  let state = from;
  const effects: string[] = [];
  for (const event of events) {
    const decision = decide(state, event);
    if (!isMove(decision)) continue;
    state = decision.to;
    effects.push(...decision.effects);
  }
  return { state, effects };
}

test.each(everyPair)('in %s, what %s means is decided', (state, event) => {
  const decision = sagaTransitions[state][event];
  if (isMove(decision)) expect(sagaStates).toContain(decision.to);
  else expect(['late', 'refused', 'contradiction']).toContain(decision);
});

test.each(terminalStates)('nothing leaves %s', (state) => {
  expect(sagaEvents.filter((event) => isMove(decide(state, event)))).toEqual([]);
});

test('a confirmed order becomes nothing but a refunded one', () => {
  const ways = sagaEvents.flatMap((event) => {
    const decision = decide('confirmed', event);
    return isMove(decision) ? [[event, decision.to]] : [];
  });
  expect(ways).toEqual([['refundRequested', 'refunding']]);
});

test.each<[string, SagaEventKind[], SagaState]>([
  ['stock and money', ['stockReserved', 'chargeSucceeded'], 'confirmed'],
  ['no stock', ['stockRejected'], 'cancelled'],
  ['inventory silent', ['overdue'], 'cancelled'],
  ['card declined', ['stockReserved', 'chargeDeclined'], 'declined'],
  ['charged without an answer, found by asking', ['stockReserved', 'chargeUnanswered', 'chargeSucceeded'], 'confirmed'],
  [
    'never charged: asked, tried again with the same key, given up',
    ['stockReserved', 'chargeUnanswered', 'chargeNotFound', 'chargeUnanswered', 'overdue', 'chargeVoided'],
    'cancelled',
  ],
  [
    'the charge won against the closing of its key',
    ['stockReserved', 'chargeUnanswered', 'overdue', 'chargeSucceeded', 'refundSettled'],
    'refunded',
  ],
  ['another amount was charged', ['stockReserved', 'chargeMismatched', 'refundSettled'], 'refunded'],
  ['webhook before the answer', ['stockReserved', 'chargeSucceeded', 'chargeSucceeded'], 'confirmed'],
  ['a late time-out after the webhook', ['stockReserved', 'chargeSucceeded', 'chargeUnanswered'], 'confirmed'],
  ['refunded by an operator', ['stockReserved', 'chargeSucceeded', 'refundRequested', 'refundSettled'], 'refunded'],
  ['heard twice', ['stockReserved', 'stockReserved', 'chargeSucceeded', 'stockReserved'], 'confirmed'],
])('%s: the order ends %s', (_name, events, end) => {
  expect(play(events).state).toBe(end);
});

test('a time-out is never a refusal: no silence of the provider declines an order', () => {
  for (const state of sagaStates) {
    for (const event of ['chargeUnanswered', 'chargeNotFound', 'overdue'] as const) {
      const decision = decide(state, event);
      expect(isMove(decision) && decision.to === 'declined').toBe(false);
    }
  }
});

test('no order is cancelled while its payment may still be charged', () => {
  // From these the only ways to an end without a sale are the provider's own words: declined, or closed for ever.
  for (const state of ['paying', 'uncertain', 'abandoning'] as const) {
    const ways = sagaEvents.filter((event) => {
      const decision = decide(state, event);
      return isMove(decision) && isTerminal(decision.to);
    });
    expect(ways).toEqual(['chargeDeclined', 'chargeVoided']);
  }
});

test('whatever happens, in whatever order: one sale at most, stock told once, every captured charge sold or given back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sagaEvents), { maxLength: 30 }), (events) => {
      const { state, effects } = play(events);
      const count = (effect: string) => effects.filter((each) => each === effect).length;
      expect(count('saySale')).toBe(count('sayConfirmed'));
      expect(count('sayConfirmed') + count('sayCancelled')).toBeLessThanOrEqual(1);
      expect(count('keepCharge') + count('dropCharge')).toBeLessThanOrEqual(1);
      expect(count('openRefund')).toBeLessThanOrEqual(count('keepCharge'));
      expect(count('closeRefund')).toBeLessThanOrEqual(count('openRefund'));
      expect(count('sayRefund')).toBeLessThanOrEqual(count('saySale'));
      if (isTerminal(state)) expect(count('keepCharge')).toBe(count('closeRefund'));
      if (isSettled(state)) expect(count('sayConfirmed') + count('sayCancelled')).toBe(1);
    }),
    { numRuns: 2_000 },
  );
});

test.each(sagaStates)('%s has a step if and only if more must happen by itself', (state) => {
  expect(stepOf[state] !== undefined).toBe(!isSettled(state));
  expect(firstDelayMs(state, 0, 1_000) !== undefined).toBe(stepOf[state] !== undefined);
});

test('an order that is finished says so, and only that', () => {
  expect(sagaStates.filter((state) => statusOf[state] === 'pending')).toEqual([
    'reserving',
    'paying',
    'uncertain',
    'abandoning',
    'reversing',
  ]);
});
