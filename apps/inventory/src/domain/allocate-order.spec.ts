import type { CartId, OfferId, OrderId } from '@reprise/kernel';
import { allocateOrder } from './allocate-order.js';
import type { OfferQuantity } from './allocate-order.js';
import { availableOf } from './stock-level.js';
import type { StockLevel } from './stock-level.js';
import { StockSheet } from './stock-sheet.js';

const orderId = 'order' as OrderId;
const cartId = 'cart' as CartId;
const [phone, watch] = ['a-phone' as OfferId, 'b-watch' as OfferId];
const line = (offerId: OfferId, quantity: number): OfferQuantity => ({ offerId, quantity });
const level = (offerId: OfferId, onHand: number, reserved = 0): StockLevel => ({
  ...{
    offerId,
    onHand,
    reserved,
    allocated: 0,
    withdrawn: 0,
    safetyStock: 0,
    countedBy: 'offer',
    quantityVersion: 1,
    version: 1,
  },
});

test('two lines of the last unit are one demand for two: short, and nothing is taken', () => {
  const sheet = new StockSheet([level(phone, 1)]);
  const decision = allocateOrder(sheet, { orderId, lines: [line(phone, 1), line(phone, 1)] });
  expect(decision).toEqual({ kind: 'short', lines: [{ offerId: phone, requested: 2, available: 1 }] });
  expect(sheet.movements).toEqual([]);
});

test('two lines of one offer are allocated as their sum, by one movement', () => {
  const sheet = new StockSheet([level(phone, 3)]);
  const decision = allocateOrder(sheet, { orderId, lines: [line(phone, 1), line(phone, 2)] });
  expect(decision).toEqual({ kind: 'allocated', lines: [line(phone, 3)] });
  expect(sheet.movements).toEqual([
    { offerId: phone, kind: 'allocation', onHand: 0, reserved: 0, allocated: 3, orderId },
  ]);
});

test('one missing line leaves every other line of the order on sale', () => {
  const sheet = new StockSheet([level(phone, 5), level(watch, 0)]);
  const decision = allocateOrder(sheet, { orderId, lines: [line(phone, 1), line(watch, 1)] });
  expect(decision).toEqual({ kind: 'short', lines: [{ offerId: watch, requested: 1, available: 0 }] });
  expect(availableOf(sheet.levelOf(phone))).toBe(5);
});

test('an offer nobody stated a quantity of is out of stock', () => {
  const decision = allocateOrder(new StockSheet([]), { orderId, lines: [line(phone, 1)] });
  expect(decision).toEqual({ kind: 'short', lines: [{ offerId: phone, requested: 1, available: 0 }] });
});

test('the cart’s hold is used first, free units after, and what the cart held beyond the order goes back on sale', () => {
  const sheet = new StockSheet([level(phone, 4, 2), level(watch, 1, 1)]);
  const cart = { cartId, holds: [line(phone, 2), line(watch, 1)] };
  expect(allocateOrder(sheet, { orderId, lines: [line(phone, 3)] }, cart).kind).toBe('allocated');
  expect(sheet.levelOf(phone)).toMatchObject({ onHand: 4, reserved: 0, allocated: 3 });
  expect(sheet.levelOf(watch)).toMatchObject({ onHand: 1, reserved: 0, allocated: 0 });
});

test('an order smaller than its cart’s hold gives the rest back', () => {
  const sheet = new StockSheet([level(phone, 3, 3)]);
  allocateOrder(sheet, { orderId, lines: [line(phone, 1)] }, { cartId, holds: [line(phone, 3)] });
  expect(sheet.levelOf(phone)).toMatchObject({ reserved: 0, allocated: 1 });
});

test('a short order leaves its cart as it was', () => {
  const sheet = new StockSheet([level(phone, 1, 1)]);
  const decision = allocateOrder(sheet, { orderId, lines: [line(phone, 2)] }, { cartId, holds: [line(phone, 1)] });
  expect(decision).toEqual({ kind: 'short', lines: [{ offerId: phone, requested: 2, available: 1 }] });
  expect(sheet.movements).toEqual([]);
});
