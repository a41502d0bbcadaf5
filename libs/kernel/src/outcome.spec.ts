import type { Outcome, Rejection } from './outcome.js';
import { isRejection, reject } from './outcome.js';

type HoldRejection = Rejection<'outOfStock' | 'unknownOffer'>;

/** The shape every door has: one exhaustive table. A code without a status does not compile. */
const statusOf: { readonly [code in HoldRejection['code']]: number } = { outOfStock: 409, unknownOffer: 404 };

function hold(quantity: number): Outcome<{ readonly held: number }, HoldRejection> {
  return quantity > 2
    ? reject('outOfStock', 'only 2 left', { field: 'lines[0].quantity', details: { quantityAvailable: 2 } })
    : { held: quantity };
}

test('an outcome narrows to its value once the rejection is out of the way', () => {
  const outcome = hold(2);
  if (isRejection(outcome)) throw new Error(outcome.message);
  expect(outcome.held).toBe(2);
});

test('a rejection carries its code, field and details as plain data', () => {
  const outcome = hold(3);
  expect(outcome).toEqual({
    kind: 'rejection',
    code: 'outOfStock',
    message: 'only 2 left',
    field: 'lines[0].quantity',
    details: { quantityAvailable: 2 },
  });
  expect(isRejection(outcome) && statusOf[outcome.code]).toBe(409);
  expect(isRejection(JSON.parse(JSON.stringify(outcome)))).toBe(true);
});

test.each([null, undefined, 0, 'rejection', {}, { kind: 'rejection' }, { code: 'x' }, [], new Error('x')])(
  '%p is no rejection',
  (value) => {
    expect(isRejection(value)).toBe(false);
  },
);
