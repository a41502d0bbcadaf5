import { Bug } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { StockRoom, StockTx } from '../../application/ports.js';
import { PostgresStockTx } from './postgres-stock-tx.js';

/** Inventory's transactions on its own database. */
export class PostgresStockRoom implements StockRoom {
  constructor(private readonly database: Database) {}

  transact<T>(work: (tx: StockTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresStockTx(tx)));
  }

  async rehearse<T>(work: (tx: StockTx) => Promise<T>): Promise<T> {
    let outcome: { readonly value: T } | undefined;
    try {
      await this.transact(async (tx) => {
        outcome = { value: await work(tx) };
        throw new RehearsalOver();
      });
    } catch (error) {
      if (error instanceof RehearsalOver && outcome) return outcome.value;
      throw error;
    }
    throw new Bug('a rehearsal ends by being undone');
  }
}

/** Thrown to roll back; nothing is wrong. */
class RehearsalOver extends Error {}
