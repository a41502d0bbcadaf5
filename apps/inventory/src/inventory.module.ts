import type { DynamicModule } from '@nestjs/common';
import { localDayAt, systemClock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { CountStockBy } from './application/count-stock-by.js';
import { ExpireCarts } from './application/expire-carts.js';
import { ExtendForPayment } from './application/extend-for-payment.js';
import { FeedStock } from './application/feed-stock.js';
import { HoldLine } from './application/hold-line.js';
import { ImportUnits } from './application/import-units.js';
import { KeepLocations } from './application/keep-locations.js';
import { MoveUnit } from './application/move-unit.js';
import { OpenCart } from './application/open-cart.js';
import { ReadCart } from './application/read-cart.js';
import { ReadDiscrepancies } from './application/read-discrepancies.js';
import { ReadUnits } from './application/read-units.js';
import { RegisterUnits } from './application/register-units.js';
import { CartsController } from './inbound/http/carts.controller.js';
import { LocationsController } from './inbound/http/locations.controller.js';
import { StockController } from './inbound/http/stock.controller.js';
import { UnitsController } from './inbound/http/units.controller.js';
import type { InventoryConfig } from './inventory.config.js';
import { PostgresStockRoom } from './outbound/postgres/postgres-stock-room.js';

/** Wires the use-cases of inventory to their doors. */
export class InventoryModule {
  static with({ config, database }: ServiceParts<InventoryConfig>): DynamicModule {
    const room = new PostgresStockRoom(database);
    const registerUnits = new RegisterUnits(room, latestDay);
    const { holdSeconds, paymentHoldSeconds, region, sweepBatchSize, sweepGraceSeconds } = config;
    return {
      module: InventoryModule,
      controllers: [CartsController, UnitsController, StockController, LocationsController],
      providers: [
        { provide: OpenCart, useValue: new OpenCart(room, region, holdSeconds) },
        { provide: ReadCart, useValue: new ReadCart(room) },
        { provide: HoldLine, useValue: new HoldLine(room, holdSeconds) },
        { provide: ExtendForPayment, useValue: new ExtendForPayment(room, paymentHoldSeconds) },
        { provide: RegisterUnits, useValue: registerUnits },
        { provide: ImportUnits, useValue: new ImportUnits(registerUnits) },
        { provide: MoveUnit, useValue: new MoveUnit(room) },
        { provide: CountStockBy, useValue: new CountStockBy(room) },
        { provide: ReadDiscrepancies, useValue: new ReadDiscrepancies(room) },
        { provide: KeepLocations, useValue: new KeepLocations(room) },
        { provide: FeedStock, useValue: new FeedStock(room) },
        { provide: ReadUnits, useValue: new ReadUnits(room) },
        { provide: ExpireCarts, useValue: new ExpireCarts(room, sweepBatchSize, sweepGraceSeconds) },
      ],
    };
  }
}

/** The latest day it is anywhere: where clocks are furthest ahead, fourteen hours before UTC. */
function latestDay() {
  return localDayAt(systemClock.now(), 'Pacific/Kiritimati');
}
