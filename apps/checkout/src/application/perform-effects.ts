import type { OrderId } from '@reprise/kernel';
import { invariant, newId } from '@reprise/kernel';
import type { Saga } from '../domain/order.js';
import type { SagaEffect, SagaMove } from '../domain/saga-transitions.js';
import type { SagaEvent } from './advance-order.js';
import { endPaidBack } from './end-paid-back.js';
import type { DeskTx, SagaMoveRecord } from './ports.js';

/** A move of one order: what it is after it, and what the move does besides. */
export interface Move {
  readonly saga: Saga;
  readonly event: SagaEvent;
  readonly effects: SagaMove['effects'];
  readonly record: SagaMoveRecord;
}

/** Effects in the order in which those of one move follow each other: money first, then goods, then who is told. */
const performers: { readonly [effect in SagaEffect]: (tx: DeskTx, moves: readonly Move[]) => Promise<void> } = {
  keepCharge: (tx, moves) => tx.keepCharges(moves.map((move) => ({ orderId: move.saga.orderId, ...captureOf(move) }))),
  dropCharge: (tx, moves) => tx.dropCharges(moves.map(({ saga }) => saga.orderId)),
  openReversal: one((tx, { saga }) => tx.openReversal(saga.orderId, newId())),
  openRefund: one((tx, { saga, event }) => {
    invariant(event.refund, `${event.kind} carries what to give back`);
    return tx.openRefund(saga.orderId, event.refund);
  }),
  closeRefund: one((tx, move) => closeRefund(tx, move.saga.orderId, settledOf(move))),
  openConsignments: async (tx, moves) => {
    const orderIds = moves.map(({ saga }) => saga.orderId);
    await tx.goods.openConsignments(orderIds);
    await tx.documents.noteDue(
      ...orderIds.map((orderId) => ({ orderId, about: 'order' as const, subjectId: orderId })),
    );
  },
  sayConfirmed: (tx, moves) => tx.sayConfirmed(moves.map(({ saga }) => saga)),
  sayCancelled: (tx, moves) =>
    tx.sayCancelled(
      moves.map(({ saga: { orderId, version, reason } }) => {
        invariant(reason, 'an order that ends without a sale has a reason');
        return { orderId, version, reason };
      }),
    ),
  saySale: (tx, moves) =>
    tx.saySales(
      moves.map((move) => ({
        ...{ orderId: move.saga.orderId, version: move.saga.version },
        reference: captureOf(move).reference,
      })),
    ),
  sayRefund: one((tx, move) => tx.sayRefund(move.saga.orderId, settledOf(move).refundId, move.saga.version)),
};

/** Does what these moves do besides changing the state: one kind of effect after the other, each for all that have it. */
export async function performEffects(tx: DeskTx, moves: readonly Move[]): Promise<void> {
  for (const [effect, perform] of Object.entries(performers)) {
    const having = moves.filter(({ effects }) => effects.includes(effect as SagaEffect));
    if (having.length > 0) await perform(tx, having);
  }
}

/** What is rare is done one by one. */
function one(perform: (tx: DeskTx, move: Move) => Promise<void>) {
  return async (tx: DeskTx, moves: readonly Move[]): Promise<void> => {
    for (const move of moves) await perform(tx, move);
  };
}

function captureOf({ event }: Move): NonNullable<SagaEvent['capture']> {
  invariant(event.capture, `${event.kind} carries what was captured`);
  return event.capture;
}

function settledOf({ event }: Move): NonNullable<SagaEvent['settled']> {
  invariant(event.settled, `${event.kind} carries the refund and its reference`);
  return event.settled;
}

/** Notes that the provider gave the money back, and ends the return it was for. */
async function closeRefund(
  tx: DeskTx,
  orderId: OrderId,
  { refundId, reference }: NonNullable<SagaEvent['settled']>,
): Promise<void> {
  await tx.closeRefund(refundId, reference);
  await tx.documents.noteDue({ orderId, about: 'refund', subjectId: refundId });
  const refund = await tx.findRefund(refundId);
  const goodsReturn = refund?.returnId === undefined ? undefined : await tx.goods.findReturn(refund.returnId);
  if (goodsReturn) await endPaidBack(tx, goodsReturn);
}
