import type { Clock, Instant, MarketCode, Outcome } from '@reprise/kernel';
import { isRejection, Money, newId, plusMs, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { LinePieces, LineProgress } from '../domain/goods.js';
import { returnablePieces, takePieces, unsentPieces } from '../domain/line-progress.js';
import { lastDeliveredAt } from '../domain/order-record.js';
import type { OrderRecord } from '../domain/order-record.js';
import { amountOf, planRefund } from '../domain/plan-refund.js';
import type { RefundPart } from '../domain/plan-refund.js';
import { lastMomentOf, withdrawalPeriodOf } from '../domain/withdrawal-period.js';
import type { Withdrawal } from './goods-ports.js';
import type { DeskTx } from './ports.js';
import { refuseUnpaid } from './refuse-unpaid.js';

/** How long a statement can be confirmed. Later the buyer makes another. */
const statementMs = 86_400_000;

/** A fresh secret and its hash: only the hash is kept. */
export interface SecretMint {
  mint(): { readonly secret: string; readonly sha256: string };
  hash(secret: string): string;
}

/** What would follow from a withdrawal, before anything is binding. */
export interface WithdrawalPreview {
  readonly withdrawal: Withdrawal;
  readonly confirmationToken: string;
  readonly refund: Money;
  readonly goodsToSendBack: boolean;
  readonly until?: Instant;
}

/** The first of the two steps of the withdrawal function: takes the statement and says what would follow. */
export class StateWithdrawal {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: SecretMint,
  ) {}

  async run(
    tx: DeskTx,
    record: OrderRecord,
    { market, lines }: { readonly market: MarketCode; readonly lines?: readonly LinePieces[] | undefined },
  ): Promise<Outcome<WithdrawalPreview, OrderRejection>> {
    const now = this.clock.now();
    const pieces = withdrawablePieces(record, market, lines, now);
    if (isRejection(pieces)) return pieces;
    const refund = previewOf(record, pieces);
    if (isRejection(refund)) return refund;
    const { secret, sha256 } = this.secrets.mint();
    const withdrawal: Withdrawal = {
      id: newId(),
      orderId: record.order.id,
      tokenSha256: sha256,
      expiresAt: plusMs(now, statementMs),
      lines: pieces,
    };
    await tx.goods.insertWithdrawal(withdrawal);
    const until = lastMomentOf(withdrawalPeriodOf(record.terms, lastDeliveredAt(record), now));
    return {
      withdrawal,
      confirmationToken: secret,
      refund,
      goodsToSendBack: splitSent(record.progress, pieces).sent.length > 0,
      ...(until !== undefined && { until }),
    };
  }
}

/** The pieces a buyer may withdraw from now: those named, or all that are left. */
export function withdrawablePieces(
  record: OrderRecord,
  market: MarketCode,
  lines: readonly LinePieces[] | undefined,
  now: Instant,
): Outcome<readonly LinePieces[], OrderRejection> {
  const refused = refuseUnpaid(record, market);
  if (refused) return refused;
  if (!withdrawalPeriodOf(record.terms, lastDeliveredAt(record), now).open) return periodOver;
  const left = (line: LineProgress): number => unsentPieces(line) + returnablePieces(line);
  const all = record.progress
    .map((line) => ({ lineId: line.lineId, quantity: left(line) }))
    .filter(({ quantity }) => quantity > 0);
  if (all.length === 0) return nothingLeft;
  return takePieces(record.progress, lines ?? all, left);
}

/** Pieces by what must happen to them: what was not sent is called off first, the rest is sent back. */
export function splitSent(
  progress: readonly LineProgress[],
  pieces: readonly LinePieces[],
): { readonly unsent: LinePieces[]; readonly sent: LinePieces[] } {
  const unsent: LinePieces[] = [];
  const sent: LinePieces[] = [];
  for (const { lineId, quantity } of pieces) {
    const line = progress.find((each) => each.lineId === lineId);
    const early = Math.min(quantity, line ? unsentPieces(line) : 0);
    if (early > 0) unsent.push({ lineId, quantity: early });
    if (quantity > early) sent.push({ lineId, quantity: quantity - early });
  }
  return { unsent, sent };
}

/** What these pieces will be paid back, when those of returns under way are too. */
function previewOf(
  { order, refunds, returns }: OrderRecord,
  pieces: readonly LinePieces[],
): Outcome<Money, OrderRejection> {
  const paid = new Set(refunds.flatMap(({ returnId }) => returnId ?? []));
  const underWay = returns.filter(
    ({ id, status }) => (status === 'approved' || status === 'received') && !paid.has(id),
  );
  const before: RefundPart[] = refunds.flatMap(({ parts }) => parts);
  for (const lines of [...underWay.map((each) => each.lines), pieces]) {
    const planned = planRefund(order, before, { pieces: lines, reductions: [], delivery: 'whenNothingIsKept' });
    if (isRejection(planned)) return planned;
    if (lines === pieces) return amountOf(order, planned);
    before.push(...planned);
  }
  return Money.zero(order.totals.gross.currency);
}

const periodOver: OrderRejection = reject(
  'WithdrawalPeriodOver',
  'The period to withdraw without a reason is over. A defect can still be claimed.',
);

const nothingLeft: OrderRejection = reject('QuantityNotLeft', 'Nothing of the order is left to withdraw from.', {
  field: 'lines',
  details: { left: 0 },
});
