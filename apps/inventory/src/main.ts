import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { AllocateOrders } from './application/allocate-orders.js';
import { EndOrders } from './application/end-orders.js';
import { ExpireCarts } from './application/expire-carts.js';
import { TakeGoods } from './application/take-goods.js';
import { TakeOffers } from './application/take-offers.js';
import { sweepCarts } from './inbound/clock/sweep-carts.js';
import { problemOf } from './inbound/http/problem-of.js';
import { hearings } from './inbound/kafka/hearings.js';
import { inventoryConfig } from './inventory.config.js';
import { InventoryModule } from './inventory.module.js';
import { inventoryMigrations } from './outbound/postgres/migrations.js';
import { PostgresStockTx } from './outbound/postgres/postgres-stock-tx.js';

await runService({
  name: 'inventory',
  config: loadConfigOrExit(inventoryConfig),
  migrations: inventoryMigrations,
  module: (parts) => InventoryModule.with(parts),
  problemOf,
  hearings: () =>
    hearings({
      takeOffers: new TakeOffers(),
      allocateOrders: new AllocateOrders(),
      endOrders: new EndOrders(),
      takeGoods: new TakeGoods(),
      stockOf: (tx) => new PostgresStockTx(tx),
    }),
  background: (app, { config, logger }) => [sweepCarts(app.nest.get(ExpireCarts), config, logger)],
});
