import type { SellerId, Uuid } from '@reprise/kernel';
import type { StockRoom } from './ports.js';
import type { Discrepancy } from './unit-ports.js';

/** Lists where goods and ledger disagree, of one seller or of all. */
export class ReadDiscrepancies {
  constructor(private readonly room: StockRoom) {}

  page(
    sellerId: SellerId | undefined,
    { limit, cursor }: { readonly limit: number; readonly cursor?: Uuid | undefined },
  ): Promise<{ readonly items: (Discrepancy & { readonly at: Date })[]; readonly nextCursor: Uuid | null }> {
    return this.room.transact(async (tx) => {
      const found = await tx.units.listDiscrepancies(sellerId, limit + 1, cursor);
      const items = found.slice(0, limit);
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}
