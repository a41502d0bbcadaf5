import type { SellerId, Uuid } from '@reprise/kernel';
import type { LineProgress } from './goods.js';
import { bySeller, consignmentStatusOf, returnablePieces, takePieces, unsentPieces } from './line-progress.js';

const line = (changed: Partial<LineProgress> = {}): LineProgress => ({
  lineId: 'a' as Uuid,
  sellerId: 's' as SellerId,
  quantity: 3,
  cancelled: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  ...changed,
});

test.each<[Partial<LineProgress>[], string]>([
  [[{}], 'awaitingShipment'],
  [[{ cancelled: 1 }], 'awaitingShipment'],
  [[{ cancelled: 3 }], 'cancelled'],
  [[{ cancelled: 3 }, {}], 'awaitingShipment'],
  [[{ shipped: 1 }], 'partlyShipped'],
  [[{ shipped: 3 }, {}], 'partlyShipped'],
  [[{ shipped: 2, cancelled: 1 }], 'shipped'],
  [[{ shipped: 3, delivered: 2 }], 'shipped'],
  [[{ shipped: 3, delivered: 3 }, { cancelled: 3 }], 'delivered'],
  [[{ shipped: 3, delivered: 3, returned: 3 }], 'delivered'],
])('%j is %s', (lines, status) => {
  expect(consignmentStatusOf(lines.map(line))).toBe(status);
});

test('what can be sent, called off or sent back is what is left of a line, two mentions of it added', () => {
  const progress = [line({ shipped: 2, returned: 1 })];
  const pieces = (quantity: number) => ({ lineId: 'a' as Uuid, quantity });
  expect(takePieces(progress, [pieces(1)], unsentPieces)).toEqual([pieces(1)]);
  expect(takePieces(progress, [pieces(1), pieces(1)], unsentPieces)).toMatchObject({
    code: 'QuantityNotLeft',
    details: { lineId: 'a', left: 1 },
  });
  expect(takePieces(progress, [pieces(2)], returnablePieces)).toMatchObject({ details: { left: 1 } });
  expect(takePieces(progress, [{ lineId: 'b' as Uuid, quantity: 1 }], unsentPieces)).toMatchObject({
    code: 'LineNotFound',
    field: 'lines',
  });
});

test('pieces of two sellers are two parcels, two returns', () => {
  const progress = [line(), line({ lineId: 'b' as Uuid, sellerId: 't' as SellerId })];
  const pieces = progress.map(({ lineId }) => ({ lineId, quantity: 1 }));
  expect([...bySeller(progress, pieces)]).toEqual([
    ['s', [pieces[0]]],
    ['t', [pieces[1]]],
  ]);
});
