import type { ReturnReason } from '../domain/goods-words.js';
import type { Clock, MarketCode, Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn, LinePieces } from '../domain/goods.js';
import { returnablePieces, takePieces } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { OpenReturns } from './open-returns.js';
import type { DeskTx } from './ports.js';
import { refuseUnpaid } from './refuse-unpaid.js';

/** What a buyer asks to send back, and why. */
export interface ReturnRequest {
  readonly market: MarketCode;
  readonly kind: 'return' | 'warrantyClaim';
  readonly reason: ReturnReason;
  readonly lines: readonly LinePieces[];
}

/** Takes a buyer's wish to send goods back, or a claim under the guarantee: each seller decides about its own. */
export class RequestReturn {
  constructor(
    private readonly clock: Clock,
    private readonly openReturns: OpenReturns,
  ) {}

  async run(tx: DeskTx, record: OrderRecord, request: ReturnRequest): Promise<Outcome<GoodsReturn[], OrderRejection>> {
    const { market, kind, reason, lines } = request;
    const refused = refuseUnpaid(record, market);
    if (refused) return refused;
    const pieces = takePieces(record.progress, lines, returnablePieces);
    if (isRejection(pieces)) return pieces;
    const cause = { kind, reason, status: 'requested', requestedBy: 'buyer' } as const;
    return this.openReturns.run(tx, record, pieces, cause, this.clock.now());
  }
}
