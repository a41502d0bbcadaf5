import fc from 'fast-check';
import { isRejection, Money } from '@reprise/kernel';
import type { Uuid } from '@reprise/kernel';
import { feesMinor, partsOfDelivery, partsOfLine, shareOf, taxMinor, totalMinor } from './money-parts.js';
import type { Order, OrderLine } from './order.js';
import type { RefundPart } from './plan-refund.js';
import { amountOf, planRefund, planRestRefund } from './plan-refund.js';

const usd = (minor: bigint) => Money.ofMinor(minor, 'USD' as Money['currency']);

interface LineFigures {
  readonly quantity: number;
  readonly net: bigint;
  readonly taxes: readonly bigint[];
  readonly fees: readonly bigint[];
}

function lineOf({ quantity, net, taxes, fees }: LineFigures, index: number): OrderLine {
  const tax = taxes.reduce((sum, minor) => sum + minor, 0n);
  return {
    id: `line-${index}` as Uuid,
    offerId: 'o',
    sellerId: 's',
    variantId: 'v',
    quantity,
    net: usd(net),
    tax: usd(tax),
    gross: usd(net + tax),
    shown: {
      taxLines: taxes.map((amount) => ({ taxable: usd(net).toJSON(), amount: usd(amount).toJSON() })),
      fees: fees.map((amount) => ({ id: 'f', amount: usd(amount).toJSON() })),
    },
  } as unknown as OrderLine;
}

function orderOf(figures: readonly LineFigures[], delivery: { price: bigint; tax: bigint; orderFee: bigint }): Order {
  const lines = figures.map(lineOf);
  const sum = (part: (line: OrderLine) => bigint) => lines.reduce((total, line) => total + part(line), 0n);
  const net = sum((line) => line.net.minor);
  const tax = sum((line) => line.tax.minor) + delivery.tax;
  const fees = sum((line) => feesMinor(partsOfLine(line))) + delivery.orderFee;
  return {
    lines,
    totals: {
      net: usd(net),
      tax: usd(tax),
      fees: usd(fees),
      shipping: usd(delivery.price),
      gross: usd(net + tax + fees + delivery.price),
    },
    shown: {
      shipping: { taxLines: [{ taxable: usd(delivery.price).toJSON(), amount: usd(delivery.tax).toJSON() }] },
    },
  } as unknown as Order;
}

const minor = (max: bigint) => fc.bigInt({ min: 0n, max });
const anyLine: fc.Arbitrary<LineFigures> = fc.record({
  quantity: fc.integer({ min: 1, max: 7 }),
  net: fc.bigInt({ min: 1n, max: 300_000n }),
  taxes: fc.array(minor(60_000n), { maxLength: 4 }),
  fees: fc.array(minor(1_500n), { maxLength: 2 }),
});
const anyOrder = fc
  .tuple(
    fc.array(anyLine, { minLength: 1, maxLength: 4 }),
    fc.record({ price: fc.bigInt({ min: 1n, max: 2_000n }), tax: minor(400n), orderFee: minor(50n) }),
  )
  .map(([lines, delivery]) => orderOf(lines, delivery));
/** A wish as anybody might make it: too much, of the wrong line, twice. */
const anyWish = fc.oneof(
  fc.record({ kind: fc.constant('pieces' as const), line: fc.nat(4), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('reduction' as const), line: fc.nat(4), amount: fc.bigInt({ min: 1n, max: 90_000n }) }),
  fc.record({ kind: fc.constant('delivery' as const) }),
);

function wishOf(wish: typeof anyWish extends fc.Arbitrary<infer Wish> ? Wish : never) {
  const lineId = `line-${'line' in wish ? wish.line : 0}` as Uuid;
  return {
    pieces: wish.kind === 'pieces' ? [{ lineId, quantity: wish.quantity }] : [],
    reductions: wish.kind === 'reduction' ? [{ lineId, amount: usd(wish.amount) }] : [],
    delivery: wish.kind === 'delivery' ? ('always' as const) : ('whenNothingIsKept' as const),
  };
}

/** Net, each tax and each fee of every line and of delivery, as one list of numbers. */
function everyPart(order: Order): bigint[] {
  return [...order.lines.map(partsOfLine), partsOfDelivery(order)].flatMap(numbersOf);
}

function numbersOf({ netMinor, taxes, feeMinors }: ReturnType<typeof partsOfLine>): bigint[] {
  return [netMinor, ...taxes.flatMap(({ taxableMinor, amountMinor }) => [taxableMinor, amountMinor]), ...feeMinors];
}

function given(order: Order, refunds: readonly RefundPart[]): bigint[] {
  const slots = [
    ...order.lines.map((line) => [line.id, partsOfLine(line)] as const),
    [undefined, partsOfDelivery(order)] as const,
  ];
  return slots.flatMap(([lineId, whole]) => {
    const of = refunds.filter((part) => part.lineId === lineId).map(({ parts }) => numbersOf(parts));
    return numbersOf(whole).map((_, i) => of.reduce((sum, numbers) => sum + (numbers[i] as bigint), 0n));
  });
}

test('any refunds in any order, then the rest: exactly what was paid, each tax and fee included, and never beyond on the way', () => {
  fc.assert(
    fc.property(anyOrder, fc.array(anyWish, { maxLength: 12 }), (order, wishes) => {
      const paid = everyPart(order);
      let refunds: RefundPart[] = [];
      for (const wish of wishes) {
        const planned = planRefund(order, refunds, wishOf(wish));
        if (isRejection(planned)) continue;
        refunds = [...refunds, ...planned];
        for (const [i, minorUnits] of given(order, refunds).entries()) {
          expect(minorUnits >= 0n && minorUnits <= (paid[i] as bigint)).toBe(true);
        }
        expect(amountOf(order, refunds).compare(order.totals.gross)).toBeLessThanOrEqual(0);
      }
      const rest = planRestRefund(order, refunds);
      expect(given(order, [...refunds, ...rest])).toEqual(paid);
      expect(amountOf(order, [...refunds, ...rest])).toEqual(order.totals.gross);
    }),
    { numRuns: 300 },
  );
});

test('every part of a refund adds up: net, taxes and fees are its amount', () => {
  fc.assert(
    fc.property(anyOrder, fc.integer({ min: 1, max: 7 }), (order, quantity) => {
      const [line] = order.lines as [OrderLine];
      const planned = planRefund(order, [], {
        pieces: [{ lineId: line.id, quantity: Math.min(quantity, line.quantity) }],
        reductions: [],
        delivery: 'never',
      });
      if (isRejection(planned)) throw new Error(planned.message);
      const [{ parts }] = planned as [RefundPart];
      expect(parts.netMinor + taxMinor(parts) + feesMinor(parts)).toBe(totalMinor(parts));
    }),
  );
});

test('three pieces at 9.99 with 5.00 of VAT inside come back one by one at 9.99 each', () => {
  const order = orderOf([{ quantity: 3, net: 2_497n, taxes: [500n], fees: [] }], { price: 0n, tax: 0n, orderFee: 0n });
  const one = { pieces: [{ lineId: 'line-0' as Uuid, quantity: 1 }], reductions: [], delivery: 'never' as const };
  let refunds: RefundPart[] = [];
  const each: string[] = [];
  for (let piece = 0; piece < 3; piece += 1) {
    const planned = planRefund(order, refunds, one);
    if (isRejection(planned)) throw new Error(planned.message);
    refunds = [...refunds, ...planned];
    const [{ parts }] = planned as [RefundPart];
    each.push(`${totalMinor(parts)} ${parts.netMinor} ${taxMinor(parts)}`);
  }
  expect(each).toEqual(['999 832 167', '999 833 166', '999 832 167']);
  expect(planRefund(order, refunds, one)).toMatchObject({ code: 'QuantityNotLeft', details: { left: 0 } });
});

test('delivery goes back with the last piece of the last line, not before', () => {
  const order = orderOf(
    [
      { quantity: 2, net: 20_000n, taxes: [1_775n], fees: [300n] },
      { quantity: 1, net: 5_000n, taxes: [444n], fees: [] },
    ],
    { price: 500n, tax: 44n, orderFee: 28n },
  );
  const all = (line: number, quantity: number, before: readonly RefundPart[]) => {
    const lineId = `line-${line}` as Uuid;
    const wish = { pieces: [{ lineId, quantity }], reductions: [], delivery: 'whenNothingIsKept' as const };
    const planned = planRefund(order, before, wish);
    if (isRejection(planned)) throw new Error(planned.message);
    return planned;
  };
  const first = all(0, 2, []);
  expect(amountOf(order, first)).toEqual(usd(22_075n));
  const second = all(1, 1, first);
  expect(second.map(({ lineId }) => lineId)).toEqual(['line-1', undefined]);
  expect(amountOf(order, [...first, ...second])).toEqual(order.totals.gross);
});

test('a lowered price leaves less to give back when the piece comes after all', () => {
  const order = orderOf([{ quantity: 1, net: 41_583n, taxes: [8_317n], fees: [] }], {
    price: 0n,
    tax: 0n,
    orderFee: 0n,
  });
  const lineId = 'line-0' as Uuid;
  const lower = planRefund(order, [], { pieces: [], reductions: [{ lineId, amount: usd(5_000n) }], delivery: 'never' });
  if (isRejection(lower)) throw new Error(lower.message);
  expect(lower.map(({ parts }) => [parts.netMinor, taxMinor(parts)])).toEqual([[4_167n, 833n]]);
  const back = planRefund(order, lower, { pieces: [{ lineId, quantity: 1 }], reductions: [], delivery: 'never' });
  if (isRejection(back)) throw new Error(back.message);
  expect(amountOf(order, back)).toEqual(usd(44_900n));
  expect(
    planRefund(order, lower, { pieces: [], reductions: [{ lineId, amount: usd(44_901n) }], delivery: 'never' }),
  ).toMatchObject({ code: 'RefundExceedsPaid', details: { left: usd(44_900n).toJSON() } });
});

test('a share never rounds a part beyond what it has', () => {
  const left = { netMinor: 1n, taxes: [{ taxableMinor: 1n, amountMinor: 1n }], feeMinors: [1n] };
  expect(totalMinor(shareOf(left, 1n, 2n))).toBe(2n);
  expect(numbersOf(shareOf(left, 1n, 2n)).every((minorUnits) => minorUnits <= 1n)).toBe(true);
});
