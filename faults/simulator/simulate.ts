import { newId } from '@reprise/kernel';
import type { OfferId, SellerId } from '@reprise/kernel';
import type { StatedOffer } from '../../apps/inventory/src/application/take-offers.ts';
import type { Violation } from '../checks/violation.ts';
import type { Bugs } from './bugs.ts';
import { tables } from './checkout-tables.ts';
import { checkSettled, watchAlways } from './invariants.ts';
import { outbox } from './memory-database.ts';
import { MemoryStockRoom } from './memory-stock.ts';
import type { Services } from './services.ts';
import { SimulatedShop } from './shop.ts';
import { Shoppers } from './shoppers.ts';
import type { SimulatedOffer } from './shoppers.ts';
import { Life } from './world.ts';

/** What one seed came to. */
export interface Simulated {
  readonly seed: number;
  readonly steps: number;
  /** How many orders ended how. */
  readonly orders: Readonly<Record<string, number>>;
  readonly deaths: number;
  readonly violations: readonly Violation[];
  /** The last things that happened, for whoever looks into a violation. */
  readonly trace: readonly string[];
}

/** No run is longer: what has not ended by then never will. */
const mostSteps = 50_000;
const stormMs = 12_000;

/** Runs the shop with the mishaps this seed brings, then lets it finish in calm weather, and checks every promise. */
export async function simulate(seed: number, services: Services, bugs: Bugs = {}): Promise<Simulated> {
  const shop = new SimulatedShop(seed, services, bugs);
  const { world } = shop;
  const offers = await stateOffers(shop);
  watchAlways(shop);
  shop.start();
  const shoppers = new Shoppers(shop, offers);
  shoppers.arrive(world.random.between(2, 9));
  const calmAtMs = world.nowMs + stormMs;
  await world.run(
    () => world.nowMs > calmAtMs,
    mostSteps,
    () => shop.storm(),
  );
  world.stormy = false;
  const isOver = await world.run(() => shoppers.areDone && isSettled(shop), mostSteps);
  if (!isOver) shop.fail('I2', `not everything ended: ${whatIsLeft(shop, shoppers)}`);
  else {
    await replay(shop, shoppers);
    // Time went on meanwhile: a cart may have been swept.
    await world.run(() => isSettled(shop), mostSteps);
  }
  checkSettled(shop, offers, shoppers.attempts);
  const states = [...shop.databases.checkout.committed(tables.sagas).values()].map(({ state }) => state);
  const orders = Object.fromEntries(
    [...Map.groupBy(states, (state) => state)].map(([state, of]) => [state, of.length]),
  );
  return { seed, steps: world.steps, orders, deaths: shop.deaths, violations: shop.broken, trace: world.trace };
}

async function stateOffers(shop: SimulatedShop): Promise<SimulatedOffer[]> {
  const { random } = shop.world;
  const offers = Array.from({ length: random.between(1, 3) }, (_, i): StatedOffer & SimulatedOffer => {
    const stock = random.between(1, 6);
    return {
      ...{ offerId: newId<OfferId>(), sellerId: newId<SellerId>(), sku: `SKU ${i}`, variantId: newId() },
      ...{ grade: 'GOOD', vatScheme: 'REGULAR', version: 1, status: 'active', markets: ['fr'] },
      ...{ stock, quantity: stock, quantityVersion: 1 },
    };
  });
  shop.world.stormy = false;
  const room = new MemoryStockRoom(shop.databases.inventory, new Life('seller'), shop.services);
  const stated = room.transact((tx) => new shop.services.TakeOffers().run(tx, offers));
  let isStated = false;
  void stated.then(() => (isStated = true));
  await shop.world.run(() => isStated, mostSteps);
  await stated;
  shop.world.stormy = true;
  return offers;
}

/** I11: whoever asks again is told the same, byte for byte. */
async function replay(shop: SimulatedShop, shoppers: Shoppers): Promise<void> {
  for (const attempt of shoppers.attempts.filter(({ answers }) => answers.size > 0)) {
    let isAnswered = false;
    void shoppers.again(attempt).then((text) => {
      isAnswered = true;
      const [first] = attempt.answers;
      if (text !== first) shop.fail('I11', `key ${attempt.request.key} was answered ${first}, and then ${text}`);
    });
    await shop.world.run(() => isAnswered, mostSteps);
  }
}

/** Nothing is on its way any more. */
function isSettled({ databases, groups, broker, services }: SimulatedShop): boolean {
  for (const { state } of databases.checkout.committed(tables.sagas).values())
    if (services.stepOf[state] !== undefined) return false;
  for (const database of Object.values(databases))
    for (const { isPublished } of database.committed(outbox).values()) if (!isPublished) return false;
  return Object.entries(heardBy).every(([name, topics]) =>
    topics.every((topic) =>
      broker
        .partitionsOf(topic)
        .every((each) => (groups[name as keyof typeof heardBy].offsets.get(each) ?? 0) === broker.log(each).length),
    ),
  );
}

const heardBy = {
  checkout: ['inventory.reservation'],
  inventory: ['checkout.order', 'checkout.return'],
  finance: ['checkout.sale'],
} as const;

function whatIsLeft({ databases }: SimulatedShop, shoppers: Shoppers): string {
  const open = [...databases.checkout.committed(tables.sagas).values()].filter(({ dueAtMs }) => dueAtMs !== undefined);
  const unsaid = Object.values(databases).flatMap((database) =>
    [...database.committed(outbox).values()].filter(({ isPublished }) => !isPublished),
  );
  const orders = open.map(({ orderId, state, tries }) => `${orderId} ${state} after ${tries} tries`).join(', ');
  return `orders: ${orders}; ${unsaid.length} facts unsaid; shoppers ${shoppers.areDone ? 'gone' : 'waiting'}`;
}
