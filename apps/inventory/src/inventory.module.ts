import type { DynamicModule } from '@nestjs/common';
import type { ServiceParts } from '@reprise/platform/service';
import { ExpireCarts } from './application/expire-carts.js';
import { HoldLine } from './application/hold-line.js';
import { OpenCart } from './application/open-cart.js';
import { ReadCart } from './application/read-cart.js';
import { CartsController } from './inbound/http/carts.controller.js';
import type { InventoryConfig } from './inventory.config.js';
import { PostgresStockRoom } from './outbound/postgres/postgres-stock-room.js';

/** Wires the use-cases of inventory to their doors. */
export class InventoryModule {
  static with({ config, database }: ServiceParts<InventoryConfig>): DynamicModule {
    const room = new PostgresStockRoom(database);
    const { holdSeconds, region, sweepBatchSize } = config;
    return {
      module: InventoryModule,
      controllers: [CartsController],
      providers: [
        { provide: OpenCart, useValue: new OpenCart(room, region, holdSeconds) },
        { provide: ReadCart, useValue: new ReadCart(room) },
        { provide: HoldLine, useValue: new HoldLine(room, holdSeconds) },
        { provide: ExpireCarts, useValue: new ExpireCarts(room, sweepBatchSize) },
      ],
    };
  }
}
