import fc from 'fast-check';
import { isSettled, statusOf } from './order-status.js';
import { isTerminal, sagaEvents, sagaStates, stepOf, terminalStates } from './saga-state.js';
import type { SagaEventKind, SagaState } from './saga-state.js';
import { decide, isMove, sagaTransitions } from './saga-transitions.js';
import { firstDelayMs } from './step-delay.js';

const everyPair = sagaStates.flatMap((state) => sagaEvents.map((event) => [state, event] as const));

/** Parts the price of an order is refunded in. */
const partsPaid = 3;

/** What happens to an order, as far as the table is asked about it: which refund settles is worked out from those on their way. */
type Happening = Exclude<SagaEventKind, 'refundSettled' | 'lastRefundSettled' | 'allRefunded'> | 'aRefundSettles';
const happenings: readonly Happening[] = [
  ...sagaEvents.filter((event): event is Exclude<Happening, 'aRefundSettles'> => !/Settled$|^allRefunded$/.test(event)),
  'aRefundSettles',
];

/** Where an order is after these happenings, and what was done on the way. */
function play(happened: readonly Happening[], from: SagaState = 'reserving') {
  let state = from;
  let [promised, onTheirWay] = [0, 0];
  const effects: string[] = [];
  for (const happening of happened) {
    if (happening === 'refundRequested' && promised === partsPaid) continue;
    if (happening === 'aRefundSettles' && onTheirWay === 0) continue;
    const event = happening === 'aRefundSettles' ? settledOf(onTheirWay, promised) : happening;
    const decision = decide(state, event);
    if (!isMove(decision)) continue;
    state = decision.to;
    effects.push(...decision.effects);
    for (const effect of decision.effects) {
      if (effect === 'openRefund') [promised, onTheirWay] = [promised + 1, onTheirWay + 1];
      if (effect === 'openReversal') [promised, onTheirWay] = [partsPaid, 1];
      if (effect === 'closeRefund') onTheirWay -= 1;
    }
  }
  return { state, effects, onTheirWay };
}

function settledOf(onTheirWay: number, promised: number): SagaEventKind {
  if (onTheirWay > 1) return 'refundSettled';
  return promised === partsPaid ? 'allRefunded' : 'lastRefundSettled';
}

test.each(everyPair)('in %s, what %s means is decided', (state, event) => {
  const decision = sagaTransitions[state][event];
  if (isMove(decision)) expect(sagaStates).toContain(decision.to);
  else expect(['late', 'refused', 'contradiction']).toContain(decision);
});

test.each(terminalStates)('nothing leaves %s', (state) => {
  expect(sagaEvents.filter((event) => isMove(decide(state, event)))).toEqual([]);
});

test.each(['confirmed', 'partlyRefunded'] as const)(
  'a %s order becomes nothing but one that is refunded more',
  (state) => {
    const ways = sagaEvents.flatMap((event) => {
      const decision = decide(state, event);
      return isMove(decision) ? [[event, decision.to]] : [];
    });
    expect(ways).toEqual([['refundRequested', 'refunding']]);
  },
);

test.each<[string, Happening[], SagaState]>([
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
    ['stockReserved', 'chargeUnanswered', 'overdue', 'chargeSucceeded', 'aRefundSettles'],
    'refunded',
  ],
  ['another amount was charged', ['stockReserved', 'chargeMismatched', 'aRefundSettles'], 'refunded'],
  ['webhook before the answer', ['stockReserved', 'chargeSucceeded', 'chargeSucceeded'], 'confirmed'],
  ['a late time-out after the webhook', ['stockReserved', 'chargeSucceeded', 'chargeUnanswered'], 'confirmed'],
  ['a part is given back', ['stockReserved', 'chargeSucceeded', 'refundRequested', 'aRefundSettles'], 'partlyRefunded'],
  [
    'two parts on their way, one arrives',
    ['stockReserved', 'chargeSucceeded', 'refundRequested', 'refundRequested', 'aRefundSettles'],
    'refunding',
  ],
  [
    'part after part until nothing stays paid',
    [
      ...(['stockReserved', 'chargeSucceeded', 'refundRequested', 'aRefundSettles'] as const),
      ...(['refundRequested', 'refundRequested', 'aRefundSettles', 'aRefundSettles'] as const),
    ],
    'refunded',
  ],
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
    fc.property(fc.array(fc.constantFrom(...happenings), { maxLength: 40 }), (happened) => {
      const { state, effects, onTheirWay } = play(happened);
      const count = (effect: string) => effects.filter((each) => each === effect).length;
      expect(count('saySale')).toBe(count('sayConfirmed'));
      expect(count('openConsignments')).toBe(count('sayConfirmed'));
      expect(count('sayConfirmed') + count('sayCancelled')).toBeLessThanOrEqual(1);
      expect(count('keepCharge') + count('dropCharge')).toBeLessThanOrEqual(1);
      expect(count('openReversal') + count('saySale')).toBe(count('keepCharge'));
      expect(count('openRefund')).toBeLessThanOrEqual(count('saySale') * partsPaid);
      expect(count('closeRefund') + onTheirWay).toBe(count('openRefund') + count('openReversal'));
      // Finance hears of each refund of a sale, and of no other.
      expect(count('sayRefund')).toBe(count('saySale') * count('closeRefund'));
      expect(onTheirWay > 0).toBe(stepOf[state] === 'refund');
      if (state === 'refunded') expect(count('openReversal') * partsPaid + count('openRefund')).toBe(partsPaid);
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
