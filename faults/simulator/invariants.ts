import { Money } from '@reprise/kernel';
import type { MoneyJson, OrderId } from '@reprise/kernel';
import { tables } from './checkout-tables.ts';
import { inbox } from './consumer.ts';
import { bookings } from './finance-process.ts';
import { outbox } from './memory-database.ts';
import { stockTables } from './memory-stock.ts';
import type { SimulatedShop } from './shop.ts';
import type { Attempt, SimulatedOffer } from './shoppers.ts';

type Fail = (invariant: string, what: string) => void;

/** What must hold at every moment, whatever is on its way: looked at after commits. */
export function watchAlways(shop: SimulatedShop): void {
  const { databases, services } = shop;
  const ended = new Map<OrderId, string>();
  databases.inventory.onCommit = () => {
    for (const level of databases.inventory.committed(stockTables.levels).values())
      if (level.reserved < 0 || level.allocated < 0 || services.promisedOf(level) > level.onHand)
        shop.fail('I1', `more is promised than there is: ${JSON.stringify(level)}`);
  };
  databases.checkout.onCommit = () => {
    for (const { orderId, state } of databases.checkout.committed(tables.sagas).values()) {
      const before = ended.get(orderId);
      if (before !== undefined && before !== state) shop.fail('I2', `order ${orderId} left ${before} for ${state}`);
      if (services.isTerminal(state)) ended.set(orderId, state);
    }
    checkMoneyBounds(shop);
  };
}

/** What must hold once everything that was begun is finished. */
export function checkSettled(
  shop: SimulatedShop,
  offers: readonly SimulatedOffer[],
  attempts: readonly Attempt[],
): void {
  const fail: Fail = (invariant, what) => shop.fail(invariant, what);
  checkStock(shop, offers, fail);
  checkOrders(shop, attempts, fail);
  checkPayments(shop, fail);
  checkFacts(shop, fail);
  checkRefundFacts(shop, fail);
  checkEffects(shop, fail);
  checkLogOrder(shop, fail);
}

/** I3 at every moment: charged once at most, and never more given back than was taken. */
function checkMoneyBounds(shop: SimulatedShop): void {
  for (const [orderId, { charges, refundedMinor, chargedMinor }] of moneyOf(shop)) {
    if (charges > 1) shop.fail('I3', `order ${orderId} was charged ${charges} times`);
    if (refundedMinor > chargedMinor)
      shop.fail('I3', `order ${orderId} was given back ${refundedMinor} of ${chargedMinor}`);
  }
}

/** I1: levels are the sum of their movements and of what orders and carts have; no more was sold than there ever was. */
function checkStock({ databases }: SimulatedShop, offers: readonly SimulatedOffer[], fail: Fail): void {
  const { inventory, checkout } = databases;
  const claims = [...inventory.committed(stockTables.claims).values()];
  const carts = [...inventory.committed(stockTables.carts).values()].filter(({ status }) => status === 'open');
  const movements = [...inventory.committed(stockTables.movements).values()];
  const progress = [...checkout.committed(tables.progress).values()];
  for (const { offerId, stock } of offers) {
    const level = inventory.committed(stockTables.levels).get(offerId);
    const pieces = (lists: readonly { readonly lines: readonly { offerId: string; quantity: number }[] }[]): number =>
      sum(
        lists.flatMap(({ lines }) => lines.filter((line) => line.offerId === offerId).map(({ quantity }) => quantity)),
      );
    const allocated = pieces(claims.filter(({ state }) => state === 'allocated'));
    const moved = movements.filter((movement) => movement.offerId === offerId);
    const expected = {
      onHand: sum(moved.map(({ onHand }) => onHand)),
      reserved: pieces(carts),
      allocated,
    };
    const { onHand, reserved } = level ?? { onHand: 0, reserved: 0 };
    if (onHand !== expected.onHand || reserved !== expected.reserved || level?.allocated !== allocated)
      fail('I1', `level ${onHand}/${reserved}/${level?.allocated} is not ${JSON.stringify(expected)}`);
    const lineIds = new Set(ordersOf(checkout, offerId).flatMap(({ lines }) => lines.map(({ id }) => id as string)));
    const sold = sum(
      progress.filter(({ lineId }) => lineIds.has(lineId)).map(({ quantity, cancelled }) => quantity - cancelled),
    );
    if (sold > stock) fail('I1', `${sold} sold of ${stock}`);
    if (sold + onHand !== stock) fail('I1', `${sold} sold and ${onHand} on hand of ${stock}`);
  }
}

/** I2: every order is in one end, stock agrees, and each that was acknowledged is there. I11: one key, one answer. */
function checkOrders({ databases, services }: SimulatedShop, attempts: readonly Attempt[], fail: Fail): void {
  const sagas = databases.checkout.committed(tables.sagas);
  for (const { orderId, state } of sagas.values()) {
    if (services.stepOf[state] !== undefined) fail('I2', `order ${orderId} has not ended: ${state}`);
    const claim = databases.inventory.committed(stockTables.claims).get(orderId)?.state;
    const wasSold = eventsOf(databases.checkout, orderId).some((each) => each.state === 'confirmed');
    if (wasSold !== (claim === 'committed')) fail('I2', `order ${orderId} is ${state} and its stock ${claim}`);
  }
  for (const { answers, request } of attempts) {
    if (answers.size > 1) fail('I11', `key ${request.key} was answered ${[...answers].join(' and ')}`);
    for (const answer of answers) {
      const { id } = JSON.parse(answer.slice(4)) as { readonly id: string };
      if (!sagas.has(id)) fail('I2', `an acknowledged order is lost: ${id}`);
    }
  }
}

/** I3: the provider's ledger and the orders tell the same story. */
function checkPayments(shop: SimulatedShop, fail: Fail): void {
  checkMoneyBounds(shop);
  const { checkout } = shop.databases;
  const money = moneyOf(shop);
  for (const { id, totals } of checkout.committed(tables.orders).values()) {
    const state = checkout.committed(tables.sagas).get(id)?.state;
    const { chargedMinor, refundedMinor } = money.get(id) ?? { chargedMinor: 0n, refundedMinor: 0n };
    const left = chargedMinor - refundedMinor;
    const story = `order ${id} of ${totals.gross.minor} is ${state}: charged ${chargedMinor}, given back ${refundedMinor}`;
    const isRight =
      state === 'confirmed'
        ? chargedMinor === totals.gross.minor && refundedMinor === 0n
        : state === 'partlyRefunded'
          ? chargedMinor === totals.gross.minor && refundedMinor > 0n && left > 0n
          : left === 0n;
    if (!isRight) fail('I3', story);
  }
  for (const orderId of money.keys())
    if (!checkout.committed(tables.orders).has(orderId)) fail('I3', `charged for an order we do not have: ${orderId}`);
}

/** I5: for each change there is one fact on its topic, and for each fact a change. */
function checkFacts({ databases, broker }: SimulatedShop, fail: Fail): void {
  for (const database of Object.values(databases))
    for (const row of database.committed(outbox).values())
      if (!row.isPublished) fail('I5', `${row.type} of ${row.key} was not published`);
  const { checkout, inventory } = databases;
  const events = [...checkout.committed(tables.events).values()];
  const said = {
    reserving: 'placed',
    confirmed: 'confirmed',
    declined: 'cancelled',
    cancelled: 'cancelled',
    reversing: 'cancelled',
  };
  compare(
    'checkout.order',
    events.flatMap(({ orderId, version, state }) => {
      const type = said[state as keyof typeof said] as string | undefined;
      return type === undefined ? [] : [`${type} ${orderId} ${version}`];
    }),
  );
  compare(
    'checkout.sale',
    events.filter(({ state }) => state === 'confirmed').map(({ orderId, version }) => `sale ${orderId} ${version}`),
    'refund',
  );
  compare(
    'inventory.reservation',
    [...inventory.committed(stockTables.claims).values()].flatMap(({ orderId, state }) =>
      state === 'barred' ? [] : [`${state === 'rejected' ? 'rejected' : 'reserved'} ${orderId} 1`],
    ),
  );
  compare(
    'inventory.stock',
    [...inventory.committed(stockTables.levels).values()].flatMap(({ offerId, version }) =>
      Array.from({ length: version }, (_, i) => `level ${offerId} ${i + 1}`),
    ),
  );

  function compare(topic: string, expected: readonly string[], except?: string): void {
    const facts = broker.topic(topic).filter(({ type }) => type !== except);
    const ids = Map.groupBy(facts, ({ type, key, version }) => `${type} ${key} ${version}`);
    for (const name of expected) if (!ids.has(name)) fail('I5', `${topic} lacks ${name}`);
    for (const [name, facts] of ids) {
      if (!expected.includes(name)) fail('I5', `${topic} tells of what never was: ${name}`);
      if (new Set(facts.map(({ factId }) => factId)).size > 1) fail('I5', `${topic} has two facts of ${name}`);
    }
  }
}

/** A refund that went through is a fact, unless its order was never confirmed; and is told of with the amount the provider gave back. */
function checkRefundFacts({ databases, broker, provider }: SimulatedShop, fail: Fail): void {
  const { checkout } = databases;
  const facts = broker.topic('checkout.sale').filter(({ type }) => type === 'refund');
  const grossOf = new Map(
    facts.map(({ data }) => {
      const { saleId, totals } = data as { readonly saleId: string; readonly totals: { readonly gross: MoneyJson } };
      return [saleId, Money.fromJson(totals.gross).minor];
    }),
  );
  for (const { id, orderId, isSettled, amount } of checkout.committed(tables.refunds).values()) {
    const wasSold = eventsOf(checkout, orderId).some(({ state }) => state === 'confirmed');
    const said = grossOf.get(id);
    if (said !== (wasSold && isSettled ? amount.minor : undefined))
      fail('I5', `refund ${id} of ${amount.minor} of order ${orderId} is told of with ${said}`);
    grossOf.delete(id);
  }
  for (const id of grossOf.keys()) fail('I5', `a refund is told of that never was: ${id}`);
  const given = provider.ledger.filter(({ kind }) => kind === 'refund').length;
  const kept = [...checkout.committed(tables.refunds).values()].filter(({ isSettled }) => isSettled).length;
  if (given !== kept) fail('I3', `the provider gave back ${given} times, and ${kept} are known`);
}

/** I7: what was heard twice was done once, and what was published was heard. */
function checkEffects({ databases, broker }: SimulatedShop, fail: Fail): void {
  const { finance } = databases;
  const times = Map.groupBy([...finance.committed(bookings).values()], ({ factId }) => factId);
  for (const [factId, booked] of times)
    if (booked.length > 1) fail('I7', `${factId} was booked ${booked.length} times`);
  for (const { factId, type, key } of broker.topic('checkout.sale'))
    if (!times.has(factId) || !finance.committed(inbox).has(factId)) fail('I7', `${type} of ${key} was not booked`);
}

/** I8: of one key a version first seen is newer than all before it. */
function checkLogOrder({ broker }: SimulatedShop, fail: Fail): void {
  for (const [partition, log] of broker.logs) {
    const newest = new Map<string, number>();
    const seen = new Set<string>();
    for (const { key, version, factId } of log) {
      const before = newest.get(key) ?? 0;
      if (!seen.has(factId) && version < before) fail('I8', `${partition}: ${version} of ${key} came after ${before}`);
      seen.add(factId);
      newest.set(key, Math.max(before, version));
    }
  }
}

function moneyOf({ provider }: SimulatedShop) {
  const money = new Map<string, { charges: number; chargedMinor: bigint; refundedMinor: bigint }>();
  for (const { kind, orderId, amount } of provider.ledger) {
    const of = money.get(orderId) ?? { charges: 0, chargedMinor: 0n, refundedMinor: 0n };
    money.set(orderId, of);
    if (kind === 'refund') of.refundedMinor += amount.minor;
    else {
      of.charges += 1;
      of.chargedMinor += amount.minor;
    }
  }
  return money;
}

function eventsOf(checkout: SimulatedShop['databases']['checkout'], orderId: OrderId) {
  return [...checkout.committed(tables.events).values()].filter((event) => event.orderId === orderId);
}

function ordersOf(checkout: SimulatedShop['databases']['checkout'], offerId: string) {
  return [...checkout.committed(tables.orders).values()].filter(({ lines }) => lines[0]?.offerId === offerId);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
