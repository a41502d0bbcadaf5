import type { Database } from '@reprise/platform/persistence';
import type { StockRoom, StockTx } from '../../application/ports.js';
import { PostgresStockTx } from './postgres-stock-tx.js';

/** Inventory's transactions on its own database. */
export class PostgresStockRoom implements StockRoom {
  constructor(private readonly database: Database) {}

  transact<T>(work: (tx: StockTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresStockTx(tx)));
  }
}
