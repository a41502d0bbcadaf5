import { newId } from '@reprise/kernel';
import type { CartId, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import { Database, migrate } from '@reprise/platform/persistence';
import pg from 'pg';
import type * as AllocateOrdersModule from '../apps/inventory/src/application/allocate-orders.ts';
import type * as HoldLineModule from '../apps/inventory/src/application/hold-line.ts';
import type { StockRoom } from '../apps/inventory/src/application/ports.ts';
import type * as TakeOffersModule from '../apps/inventory/src/application/take-offers.ts';
import type * as MigrationsModule from '../apps/inventory/src/outbound/postgres/migrations.ts';
import type * as StockRoomModule from '../apps/inventory/src/outbound/postgres/postgres-stock-room.ts';
import type { Bench, Contestant } from './bench.ts';
import { loadBuilt } from './load-built.ts';
import type { Stage } from './stage.ts';

/** Buyers at once, and clients of the floor. */
const buyers = 32;
/** As many facts as a consumer takes at a time under load. */
const ordersABatch = 200;
const roundMs = 600;
const market = 'fr' as MarketCode;

export const bench: Bench = {
  about:
    'Units of one hot offer promised a second, with holds, movements and facts, beside clients that each commit a bare UPDATE of one row.',
  async prepare(stage) {
    const { room, pool } = await openInventory(stage);
    const offerId = await stockOf(room, 5_000_000);
    const { HoldLine } = await loadBuilt<typeof HoldLineModule>('apps/inventory', 'application/hold-line');
    const { AllocateOrders } = await loadBuilt<typeof AllocateOrdersModule>(
      'apps/inventory',
      'application/allocate-orders',
    );
    const holdLine = new HoldLine(room, 900);
    const floor = await bareUpdates(pool);
    return [
      {
        label: `${buyers} buyers put it into carts`,
        unit: 'units/s',
        better: 'higher',
        target: { ratio: 0.3 },
        ours: { what: 'HoldLine', round: () => holdFor(holdLine, pool, offerId) },
        floor,
      },
      {
        label: `orders, heard ${ordersABatch} at a time`,
        unit: 'units/s',
        better: 'higher',
        target: { ratio: 1 },
        ours: {
          what: 'AllocateOrders',
          round: () =>
            during(async () => {
              const orders = Array.from({ length: ordersABatch }, () => ({
                ...{ orderId: newId<OrderId>(), market },
                lines: [{ offerId, quantity: 1 }],
              }));
              await room.transact((tx) => new AllocateOrders().run(tx, orders));
              return ordersABatch;
            }),
        },
        floor,
      },
    ];
  },
};

async function openInventory(stage: Stage): Promise<{ readonly room: StockRoom; readonly pool: pg.Pool }> {
  const { urlOf } = await stage.postgres();
  const url = urlOf('inventory');
  const { inventoryMigrations } = await loadBuilt<typeof MigrationsModule>(
    'apps/inventory',
    'outbound/postgres/migrations',
  );
  const { PostgresStockRoom } = await loadBuilt<typeof StockRoomModule>(
    'apps/inventory',
    'outbound/postgres/postgres-stock-room',
  );
  const database = await Database.connect({ url, applicationName: 'bench' });
  await migrate(database, inventoryMigrations);
  const pool = new pg.Pool({ connectionString: url, max: buyers });
  pool.on('error', () => undefined); // The cluster may be gone before an idle session is.
  stage.onClose(async () => {
    await pool.end();
    await database.close();
  });
  return { room: new PostgresStockRoom(database), pool };
}

async function stockOf(room: StockRoom, quantity: number): Promise<OfferId> {
  const { TakeOffers } = await loadBuilt<typeof TakeOffersModule>('apps/inventory', 'application/take-offers');
  const offerId = newId<OfferId>();
  await room.transact(async (tx) => {
    await tx.saveMarkets([{ code: market, version: 1, status: 'live', region: 'eu', quantityMax: 100 }]);
    await new TakeOffers().run(tx, [
      {
        ...{ offerId, sellerId: newId(), sku: 'HOT', variantId: newId(), grade: 'GOOD', vatScheme: 'REGULAR' },
        ...{ version: 1, status: 'active', markets: [market], quantity, quantityVersion: 1 },
      },
    ]);
  });
  return offerId;
}

/** Every buyer has a cart of their own and takes one unit. */
async function holdFor(holdLine: HoldLineModule.HoldLine, pool: pg.Pool, offerId: OfferId): Promise<number> {
  const carts = Array.from({ length: 5_000 }, () => newId<CartId>());
  await pool.query(
    `INSERT INTO cart (id, market, status, expires_at) SELECT id, $2, 'open', now() + interval '1 hour' FROM unnest($1::uuid[]) AS made (id)`,
    [carts, market],
  );
  return atOnce(async () => {
    const cartId = carts.pop();
    if (cartId === undefined) throw new Error('more buyers than carts: raise their number');
    const cart = await holdLine.run({ market, cartId, offerId, quantity: 1 });
    if ('code' in cart) throw new Error(`${cart.code}: ${cart.message}`);
  });
}

/** What pgbench would do: each client updates the one row under the same condition, and commits. */
async function bareUpdates(pool: pg.Pool): Promise<Contestant> {
  await pool.query('CREATE TABLE bare (id int PRIMARY KEY, on_hand int NOT NULL, reserved int NOT NULL)');
  await pool.query('INSERT INTO bare VALUES (1, 2000000000, 0)');
  return {
    what: `${buyers} clients, one UPDATE of one row and one commit each`,
    round: () =>
      atOnce(async () => {
        await pool.query('UPDATE bare SET reserved = reserved + 1 WHERE id = 1 AND on_hand - reserved >= 1');
      }),
  };
}

/** `buyers` of them, each doing it again and again; how often a second in all. */
async function atOnce(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - startedAt < roundMs) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: buyers }, one));
  return (done * 1_000) / (performance.now() - startedAt);
}

async function during(work: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  do done += await work();
  while (performance.now() - startedAt < roundMs);
  return (done * 1_000) / (performance.now() - startedAt);
}
