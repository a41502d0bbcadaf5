import type { CartId, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import type { HoldLine } from '../../apps/inventory/src/application/hold-line.ts';
import type { PlacedOrder } from '../../apps/inventory/src/application/allocate-orders.ts';
import type { Goods } from '../../apps/inventory/src/application/take-goods.ts';
import type { GoodsReturn } from '../../apps/checkout/src/domain/goods.ts';
import type { Message } from './broker.ts';
import { consume } from './consumer.ts';
import type { MemoryTx } from './memory-database.ts';
import { MemoryStockRoom } from './memory-stock.ts';
import { Relay } from './relay.ts';
import type { SimulatedShop } from './shop.ts';
import type { Life } from './world.ts';

const market = 'fr' as MarketCode;
const holdSeconds = 6;
const graceSeconds = 1;

/** Inventory in one of its lives: its use-cases on ports of the simulator, wired as its module does. */
export class InventoryProcess {
  readonly #shop: SimulatedShop;
  readonly #room: MemoryStockRoom;
  readonly #holdLine: HoldLine;

  constructor(shop: SimulatedShop, life: Life) {
    const { world, broker, databases, groups, services } = shop;
    this.#shop = shop;
    this.#room = new MemoryStockRoom(databases.inventory, life, services);
    this.#holdLine = new services.HoldLine(this.#room, holdSeconds);
    void new Relay(world, life, databases.inventory, broker).run();
    void this.#sweep(life);
    consume(life, {
      ...{ world, broker, database: databases.inventory, group: groups.inventory },
      topics: ['checkout.order', 'checkout.return'],
      setAside: shop.setAside('inventory'),
      hear: (facts, tx) => this.#hear(facts, tx),
    });
  }

  /** A buyer's cart with so much of one offer; undefined when there is not enough. */
  async fillCart(offerId: OfferId, quantity: number): Promise<CartId | undefined> {
    const cartId = newId<CartId>();
    await this.#room.transact((tx) => tx.insertCart(cartId, market, holdSeconds));
    const cart = await this.#holdLine.run({ market, cartId, offerId, quantity });
    return 'code' in cart ? undefined : cartId;
  }

  /** By kind of fact, each kind in order, as the consumer groups them. */
  async #hear(facts: readonly Message[], tx: MemoryTx): Promise<void> {
    const { AllocateOrders, EndOrders, TakeGoods } = this.#shop.services;
    const room = this.#room.txOf(tx);
    for (const run of runsOfOneType(facts)) {
      const ended = run.map(({ key }) => ({ orderId: key as OrderId, market }));
      switch (run[0]?.type) {
        case 'placed':
          await new AllocateOrders().run(
            room,
            run.map(({ data }) => data as PlacedOrder),
          );
          break;
        case 'confirmed':
        case 'cancelled':
          await new EndOrders().run(room, run[0].type, ended);
          break;
        case 'return':
          await new TakeGoods().run(
            room,
            run.flatMap(({ data }) => cancelledGoods(data as GoodsReturn)),
          );
      }
    }
  }

  async #sweep(life: Life): Promise<void> {
    const { world, services } = this.#shop;
    const expireCarts = new services.ExpireCarts(this.#room, 10, graceSeconds);
    for (;;) {
      await world.sleep(life, 1_000);
      await expireCarts.run().catch((error: unknown) => this.#shop.noteBug(error));
    }
  }
}

function runsOfOneType(facts: readonly Message[]): Message[][] {
  const runs: Message[][] = [];
  for (const fact of facts)
    if (runs.at(-1)?.[0]?.type === fact.type) runs.at(-1)?.push(fact);
    else runs.push([fact]);
  return runs;
}

function cancelledGoods({ id, kind, orderId, sellerId, lines }: GoodsReturn): Goods[] {
  if (kind !== 'cancellation') return [];
  const pieces = lines.map((line) => ({
    offerId: (line as unknown as { readonly offerId: OfferId }).offerId,
    quantity: line.quantity,
    devices: [],
  }));
  return [{ documentId: id, effect: 'cancelled', orderId, sellerId, lines: pieces }];
}
