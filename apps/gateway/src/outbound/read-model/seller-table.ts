import type { States } from '../../application/ports.js';
import { Rows } from './rows.js';

/** Sellers by row. A row may be known from an offer before its seller was heard. */
export class SellerTable {
  readonly rows = new Rows();
  private readonly states: (States['seller'] | undefined)[] = [];

  version(row: number): number {
    return this.states[row]?.version ?? 0;
  }

  find(row: number): States['seller'] | undefined {
    return this.states[row];
  }

  put(row: number, seller: States['seller'] | undefined): void {
    this.states[row] = seller;
  }
}
