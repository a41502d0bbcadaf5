import { returnStatuses, shipmentStatuses } from './goods-words.js';
import type { ReturnStatus, ShipmentStatus } from './goods-words.js';
import fc from 'fast-check';
import type { GoodsDecision } from './goods-transitions.js';
import {
  isGoodsMove,
  returnEvents,
  returnTransitions,
  shipmentEvents,
  shipmentTransitions,
} from './goods-transitions.js';

test.each(shipmentStatuses.flatMap((status) => shipmentEvents.map((event) => [status, event] as const)))(
  'a parcel that is %s, when it %s: decided',
  (status, event) => {
    const decision = shipmentTransitions[status][event];
    if (isGoodsMove(decision)) expect(shipmentStatuses).toContain(decision.to);
    else expect(['late', 'refused']).toContain(decision);
  },
);

test('a parcel arrives or is lost, once, whatever is said of it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...shipmentEvents), { minLength: 1, maxLength: 8 }), (events) => {
      let status: ShipmentStatus = 'shipped';
      const effects: string[] = [];
      for (const event of events) {
        const decision: GoodsDecision<ShipmentStatus> = shipmentTransitions[status][event];
        if (!isGoodsMove(decision)) continue;
        status = decision.to;
        effects.push(...decision.effects);
      }
      expect(effects).toEqual([events[0] === 'arrived' ? 'noteDelivered' : 'openLoss']);
    }),
  );
});

test('goods are asked to be paid for once, and pieces are released only when nothing is paid', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ReturnStatus>('requested', 'approved'),
      fc.array(fc.constantFrom(...returnEvents), { maxLength: 12 }),
      (from, events) => {
        let status = from;
        const effects: string[] = [];
        for (const event of events) {
          const decision = returnTransitions[status][event];
          if (!isGoodsMove(decision)) continue;
          status = decision.to;
          effects.push(...decision.effects);
        }
        const count = (effect: string) => effects.filter((each) => each === effect).length;
        expect(count('requestRefund') + count('releasePieces')).toBeLessThanOrEqual(1);
        expect(count('releaseUnits')).toBe(count('requestRefund'));
        if (status === 'rejected' || status === 'closed') expect(count('requestRefund')).toBe(0);
      },
    ),
  );
});

test.each(['refunded', 'rejected', 'closed'] as const)('nothing leaves %s', (status) => {
  expect(returnEvents.filter((event) => isGoodsMove(returnTransitions[status][event]))).toEqual([]);
});

test('what a seller has approved it cannot reject any more', () => {
  for (const status of returnStatuses.filter((each) => each !== 'requested' && each !== 'rejected')) {
    expect(returnTransitions[status].rejected).toBe('refused');
  }
});
