import type { States } from '../../application/ports.js';
import type { Candidate } from '../../domain/rank-offers.js';
import { penaltyPpmOf } from '../../domain/seller-quality.js';
import { Rows } from './rows.js';

/** Sellers by row. A row may be known from an offer before its seller was heard. */
export class SellerTable {
  readonly rows = new Rows();
  private readonly states: (States['seller'] | undefined)[] = [];

  private readonly penaltiesPpm: number[] = [];
  private readonly unmeasuredPpm = penaltyPpmOf();

  version(row: number): number {
    return this.states[row]?.version ?? 0;
  }

  find(row: number): States['seller'] | undefined {
    return this.states[row];
  }

  /** How much dearer the seller's offers count, see `penaltyPpmOf`. */
  penaltyPpm(row: number): number {
    return this.penaltiesPpm[row] ?? this.unmeasuredPpm;
  }

  /** What keeps the seller from selling such goods in a market, though it may sell. */
  gate(row: number, market: string, category: string | undefined, grade: string): Candidate['sellerGate'] {
    const seller = this.states[row];
    if (seller?.markets !== undefined && !seller.markets.includes(market)) return 'marketNotServed';
    const closed = seller?.qualityGates?.some(
      (gate) =>
        gate.market === market &&
        (gate.category === undefined || gate.category === category) &&
        (gate.grade === undefined || gate.grade === grade),
    );
    return closed === true ? 'qualityGate' : undefined;
  }

  put(row: number, seller: States['seller'] | undefined): void {
    this.states[row] = seller;
    this.penaltiesPpm[row] = penaltyPpmOf(seller?.quality);
  }
}
