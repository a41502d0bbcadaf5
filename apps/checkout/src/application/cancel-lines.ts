import type { ReturnReason } from '../domain/goods-words.js';
import type { Clock, MarketCode, Outcome, SellerId } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn, LinePieces } from '../domain/goods.js';
import { takePieces, unsentPieces } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { OpenReturns } from './open-returns.js';
import type { DeskTx } from './ports.js';
import { progressOfSeller, refuseUnpaid } from './refuse-unpaid.js';

/** What to call off: by the buyer, in its market, or by a seller, of its own lines. */
export interface Cancelling {
  readonly by: { readonly market: MarketCode } | { readonly sellerId: SellerId };
  readonly lines: readonly LinePieces[];
  readonly reason: ReturnReason;
  readonly message?: string | undefined;
}

/** Calls off what was not sent: its units are on sale again, its price goes back at once. */
export class CancelLines {
  constructor(
    private readonly clock: Clock,
    private readonly openReturns: OpenReturns,
  ) {}

  async run(tx: DeskTx, record: OrderRecord, cancelling: Cancelling): Promise<Outcome<GoodsReturn[], OrderRejection>> {
    const { by, lines, reason, message } = cancelling;
    const refused = refuseUnpaid(record, 'market' in by ? by.market : undefined);
    if (refused) return refused;
    const progress = 'sellerId' in by ? progressOfSeller(record, by.sellerId) : record.progress;
    if (isRejection(progress)) return progress;
    const pieces = takePieces(progress, lines, unsentPieces);
    if (isRejection(pieces)) return pieces;
    const requestedBy = 'sellerId' in by ? by.sellerId : 'buyer';
    const cause = { kind: 'cancellation', reason, status: 'approved', requestedBy, message } as const;
    return this.openReturns.run(tx, record, pieces, cause, this.clock.now());
  }
}
