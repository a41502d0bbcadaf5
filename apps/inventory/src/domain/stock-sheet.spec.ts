import type { CartId, OfferId, OrderId } from '@reprise/kernel';
import { Bug } from '@reprise/kernel';
import fc from 'fast-check';
import { availableOf, emptyLevel, promisedOf } from './stock-level.js';
import type { CountedBy, StockLevel } from './stock-level.js';
import { StockSheet } from './stock-sheet.js';

const offerId = 'offer' as OfferId;

/**
 * The model keeps what people would: the seller's last word on how many there are, less what was sold since, and who was promised what.
 * It knows nothing of `withdrawn`.
 */
interface Model {
  stated: number;
  readonly carts: Map<string, number>;
  readonly orders: Map<string, number>;
  statements: number;
  countedBy: CountedBy;
}

/** The stock a sequence of transactions works on: each takes a sheet, and what it leaves is what the next finds. */
interface Real {
  level: StockLevel;
  readonly sums: { onHand: number; reserved: number; allocated: number };
}

const sum = (held: ReadonlyMap<string, number>) => [...held.values()].reduce((total, units) => total + units, 0);

function transact(real: Real, work: (sheet: StockSheet) => void): void {
  const sheet = new StockSheet([real.level]);
  work(sheet);
  for (const { onHand, reserved, allocated } of sheet.movements) {
    real.sums.onHand += onHand;
    real.sums.reserved += reserved;
    real.sums.allocated += allocated;
  }
  const [changed] = sheet.changedLevels();
  if (changed) {
    expect(changed.version).toBe(real.level.version + 1);
    real.level = changed;
  }
}

function check(model: Model, { level, sums }: Real): void {
  expect(level.reserved).toBe(sum(model.carts));
  expect(level.allocated).toBe(sum(model.orders));
  // What was promised stays until it falls away; beyond that the seller's word counts.
  expect(level.onHand).toBe(Math.max(model.stated, promisedOf(level)));
  expect(availableOf(level)).toBeGreaterThanOrEqual(0);
  expect(sums).toEqual({ onHand: level.onHand, reserved: level.reserved, allocated: level.allocated });
}

type Command = fc.Command<Model, Real>;
const command = (
  name: string,
  canRun: (model: Model) => boolean,
  act: (model: Model, real: Real) => void,
): Command => ({
  check: canRun,
  run: (model, real) => {
    act(model, real);
    check(model, real);
  },
  toString: () => name,
});
const first = (held: ReadonlyMap<string, number>) => [...held][0] as [string, number];
let ids = 0;

const declare = (quantity: number): Command =>
  command(
    `declare ${quantity}`,
    () => true,
    (model, real) => {
      model.statements += 1;
      // What an offer states counts only where the offer counts.
      if (model.countedBy === 'offer') model.stated = quantity;
      transact(real, (sheet) =>
        expect(sheet.declare(offerId, quantity, model.statements)).toBe(model.countedBy === 'offer'),
      );
    },
  );

const declareOld = (quantity: number): Command =>
  command(
    `declare ${quantity}, late`,
    (model) => model.statements > 0,
    (model, real) => transact(real, (sheet) => expect(sheet.declare(offerId, quantity, model.statements)).toBe(false)),
  );

const reserve = (quantity: number): Command =>
  command(
    `reserve ${quantity}`,
    () => true,
    (model, real) => {
      const cartId = `cart-${++ids}` as CartId;
      const free = availableOf(real.level);
      transact(real, (sheet) => {
        const got = sheet.reserve(offerId, quantity, { cartId });
        expect(got).toBe(quantity <= free);
        if (got) model.carts.set(cartId, quantity);
      });
    },
  );

const release: Command = command(
  'release',
  (model) => model.carts.size > 0,
  (model, real) => {
    const [cartId, quantity] = first(model.carts);
    model.carts.delete(cartId);
    transact(real, (sheet) => sheet.release(offerId, quantity, { cartId: cartId as CartId }));
  },
);

const order: Command = command(
  'order from a cart',
  (model) => model.carts.size > 0,
  (model, real) => {
    const [cartId, quantity] = first(model.carts);
    model.carts.delete(cartId);
    const orderId = `order-${++ids}` as OrderId;
    model.orders.set(orderId, quantity);
    transact(real, (sheet) => sheet.allocate(offerId, quantity, quantity, { orderId }));
  },
);

const cancel: Command = command(
  'cancel',
  (model) => model.orders.size > 0,
  (model, real) => {
    const [orderId, quantity] = first(model.orders);
    model.orders.delete(orderId);
    transact(real, (sheet) => sheet.deallocate(offerId, quantity, { orderId: orderId as OrderId }));
  },
);

const sell: Command = command(
  'sell',
  (model) => model.orders.size > 0,
  (model, real) => {
    const [orderId, quantity] = first(model.orders);
    model.orders.delete(orderId);
    model.stated = Math.max(0, model.stated - quantity);
    transact(real, (sheet) => sheet.sell(offerId, quantity, { orderId: orderId as OrderId }));
  },
);

const cancelSold = (quantity: number): Command =>
  command(
    `${quantity} cancelled after the sale`,
    () => true,
    (model, real) => {
      model.stated += quantity;
      transact(real, (sheet) => sheet.restore(offerId, quantity, { orderId: `order-${++ids}` as OrderId }));
    },
  );

const countBy = (countedBy: CountedBy, stated: number): Command =>
  command(
    `counted by ${countedBy}: ${stated}`,
    () => true,
    (model, real) => {
      Object.assign(model, { countedBy, stated });
      transact(real, (sheet) => sheet.countBy(offerId, countedBy, stated));
    },
  );

const count = (listed: number): Command =>
  command(
    `${listed} counted`,
    (model) => model.countedBy === 'units',
    (model, real) => {
      model.stated = listed;
      transact(real, (sheet) => sheet.count(offerId, listed));
    },
  );

test('whatever sellers state, carts hold and orders do: nothing is promised that is not there, and movements sum to the level', () => {
  const units = fc.integer({ min: 0, max: 6 });
  const some = fc.integer({ min: 1, max: 4 });
  const commands = fc.commands(
    [
      units.map(declare),
      units.map(declareOld),
      some.map(reserve),
      some.map(reserve),
      fc.constant(release),
      fc.constant(order),
      fc.constant(cancel),
      fc.constant(sell),
      some.map(cancelSold),
      fc.tuple(fc.constantFrom('offer' as const, 'units' as const), units).map(([by, stated]) => countBy(by, stated)),
      units.map(count),
    ],
    { maxCommands: 60 },
  );
  fc.assert(
    fc.property(commands, (each) => {
      const setup = () => ({
        model: { stated: 0, carts: new Map(), orders: new Map(), statements: 0, countedBy: 'offer' as const },
        real: {
          level: emptyLevel(offerId),
          sums: { onHand: 0, reserved: 0, allocated: 0 },
        },
      });
      fc.modelRun(setup, each);
    }),
    { numRuns: 500 },
  );
});

test('giving back more than was promised is a Bug, not a bigger stock', () => {
  const sheet = new StockSheet([
    {
      offerId,
      onHand: 5,
      reserved: 1,
      allocated: 0,
      withdrawn: 0,
      safetyStock: 0,
      countedBy: 'offer',
      quantityVersion: 1,
      version: 1,
    },
  ]);
  expect(() => sheet.release(offerId, 2, {})).toThrow(Bug);
});

test('one transaction is one version, however much it moves', () => {
  const sheet = new StockSheet([]);
  sheet.declare(offerId, 5, 1);
  sheet.reserve(offerId, 1, {});
  sheet.reserve(offerId, 1, {});
  expect(sheet.changedLevels()).toEqual([
    {
      offerId,
      onHand: 5,
      reserved: 2,
      allocated: 0,
      withdrawn: 0,
      safetyStock: 0,
      countedBy: 'offer',
      quantityVersion: 1,
      version: 1,
    },
  ]);
});
