import type { StockRoom } from './ports.js';

/** Gives back what overdue carts hold. Any number of processes may run it at once: each takes carts nobody else has. */
export class ExpireCarts {
  constructor(
    private readonly room: StockRoom,
    private readonly batchSize: number,
    /** An order placed in a cart's last second is heard a moment later, and shall still find what the cart held. */
    private readonly graceSeconds: number,
  ) {}

  /** Answers how many carts it closed; as many as the batch holds means there may be more. */
  run(): Promise<number> {
    return this.room.transact(async (tx) => {
      const carts = await tx.lockOverdueCarts(this.batchSize, this.graceSeconds);
      if (carts.length === 0) return 0;
      await tx.closeCarts(
        carts.map((cart) => cart.id),
        'expired',
      );
      const sheet = await tx.lockLevels(carts.flatMap((cart) => cart.lines.map((line) => line.offerId)));
      for (const { id, lines } of carts) {
        for (const { offerId, quantity } of lines) sheet.release(offerId, quantity, { cartId: id });
      }
      await tx.saveSheet(sheet);
      return carts.length;
    });
  }
}
