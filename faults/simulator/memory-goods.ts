import { invariant } from '@reprise/kernel';
import type { OrderId, Uuid, VariantId } from '@reprise/kernel';
import type { GoodsTx, SellerOrder, SentUnit, Withdrawal } from '../../apps/checkout/src/application/goods-ports.ts';
import type { GoodsReturn, LinePieces } from '../../apps/checkout/src/domain/goods.ts';
import type { Category } from '../../apps/checkout/src/domain/goods-words.ts';
import { tables } from './checkout-tables.ts';
import type { MemoryTx } from './memory-database.ts';

/** What follows a paid order, as far as the simulator lets anything follow: pieces called off before they were sent. */
export class MemoryGoods implements GoodsTx {
  readonly #tx: MemoryTx;

  constructor(tx: MemoryTx) {
    this.#tx = tx;
  }

  async openConsignments(orderIds: readonly OrderId[]): Promise<void> {
    await this.#tx.statement('opens consignments');
    const none = { cancelled: 0, shipped: 0, delivered: 0, returned: 0 };
    for (const orderId of orderIds) {
      const order = this.#tx.get(tables.orders, orderId);
      invariant(order, `order ${orderId} exists`);
      for (const { id: lineId, sellerId, quantity } of order.lines)
        await this.#tx.put(tables.progress, lineId, { orderId, lineId, sellerId, quantity, ...none });
    }
  }

  async notePieces(
    _orderId: OrderId,
    pieces: readonly LinePieces[],
    became: 'cancelled' | 'shipped' | 'delivered' | 'returned',
    sign: 1 | -1 = 1,
  ): Promise<void> {
    await this.#tx.statement(`notes pieces ${became}`);
    for (const { lineId, quantity } of pieces) {
      await this.#tx.lock(tables.progress, lineId);
      const line = this.#tx.get(tables.progress, lineId);
      invariant(line, `line ${lineId} was paid`);
      const next = { ...line, [became]: line[became] + sign * quantity };
      // The table's own constraint.
      invariant(next.cancelled + next.shipped <= next.quantity, `line ${lineId} has no such pieces left`);
      await this.#tx.put(tables.progress, lineId, next);
    }
  }

  async insertReturn(goodsReturn: GoodsReturn): Promise<void> {
    await this.#tx.statement('inserts a return');
    await this.#tx.put(tables.returns, goodsReturn.id, goodsReturn);
  }

  async saveReturn(goodsReturn: GoodsReturn): Promise<void> {
    await this.#tx.statement('saves a return');
    await this.#tx.put(tables.returns, goodsReturn.id, goodsReturn);
  }

  async findReturn(returnId: Uuid): Promise<GoodsReturn | undefined> {
    await this.#tx.statement('reads a return');
    return this.#tx.get(tables.returns, returnId);
  }

  async sayReturn(goodsReturn: GoodsReturn): Promise<void> {
    await this.#tx.statement('says a return');
    const { id, version } = goodsReturn;
    const order = this.#tx.get(tables.orders, goodsReturn.orderId);
    const lines = goodsReturn.lines.map((line) => ({
      ...line,
      offerId: order?.lines.find(({ id: lineId }) => lineId === line.lineId)?.offerId,
    }));
    this.#tx.say({ topic: 'checkout.return', key: id, type: 'return', version, data: { ...goodsReturn, lines } });
  }

  saveVariants(): Promise<void> {
    return Promise.resolve();
  }

  categoriesOf(): Promise<ReadonlyMap<VariantId, Category>> {
    return Promise.resolve(new Map());
  }

  insertShipment(): Promise<boolean> {
    return notSimulated('a shipment');
  }

  saveShipment(): Promise<void> {
    return notSimulated('a shipment');
  }

  unitsWithBuyer(): Promise<SentUnit[]> {
    return notSimulated('a device');
  }

  releaseUnits(): Promise<void> {
    return notSimulated('a device');
  }

  insertWithdrawal(): Promise<void> {
    return notSimulated('a withdrawal');
  }

  findWithdrawal(): Promise<Withdrawal | undefined> {
    return notSimulated('a withdrawal');
  }

  saveAcknowledgement(): Promise<void> {
    return notSimulated('a withdrawal');
  }

  sayShipment(): Promise<void> {
    return notSimulated('a shipment');
  }

  findSellerOrder(): Promise<SellerOrder | undefined> {
    return notSimulated('a seller');
  }

  listSellerOrders(): Promise<SellerOrder[]> {
    return notSimulated('a seller');
  }
}

/** Nobody in the simulator leads here; whoever does learns it at once instead of being told something untrue. */
function notSimulated(what: string): never {
  throw new Error(`${what} is not part of the simulator`);
}
