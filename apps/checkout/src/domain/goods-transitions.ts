import type { ReturnStatus, ShipmentStatus } from './goods-words.js';

/** What can happen to a parcel. */
export const shipmentEvents = ['arrived', 'wentMissing'] as const;
export type ShipmentEvent = (typeof shipmentEvents)[number];

/** What can happen to a cancellation, withdrawal, return or claim after it was opened. */
export const returnEvents = [
  'approved',
  'rejected',
  'goodsReceived',
  /** A claim was met by a repair or a replacement. */
  'remedied',
  'paidBack',
] as const;
export type ReturnEvent = (typeof returnEvents)[number];

/** Besides the status, in the same transaction. */
export type GoodsEffect =
  /** Pieces are with the buyer: the withdrawal period may begin. */
  | 'noteDelivered'
  /** Opens a return of what was in the parcel, which is paid back at once. */
  | 'openLoss'
  /** Devices may be sold again. */
  | 'releaseUnits'
  /** Pieces stay with the buyer after all, and may be meant by another return. */
  | 'releasePieces'
  /** Asks the order's saga for the refund of exactly these pieces. */
  | 'requestRefund';

export interface GoodsMove<Status extends string> {
  readonly to: Status;
  readonly effects: readonly GoodsEffect[];
}

/** An event that changes nothing: `late` was heard before, `refused` asks for what cannot be had in this state. */
export type GoodsDecision<Status extends string> = GoodsMove<Status> | 'late' | 'refused';

type Table<Status extends string, Event extends string> = {
  readonly [status in Status]: { readonly [event in Event]: GoodsDecision<Status> };
};

const late = 'late';
const refused = 'refused';

/** A parcel: it arrives or is lost, once. */
export const shipmentTransitions: Table<ShipmentStatus, ShipmentEvent> = {
  shipped: {
    arrived: { to: 'delivered', effects: ['noteDelivered'] },
    wentMissing: { to: 'lost', effects: ['openLoss'] },
  },
  delivered: { arrived: late, wentMissing: refused },
  lost: { arrived: refused, wentMissing: late },
};

/**
 * Goods that do not stay with their buyer. What was asked for begins `requested`; what needs nobody's word (a withdrawal, a cancellation, a loss)
 * begins `approved`. A return ends `refunded` only by the provider's word that the money went back.
 */
export const returnTransitions: Table<ReturnStatus, ReturnEvent> = {
  requested: {
    approved: { to: 'approved', effects: [] },
    rejected: { to: 'rejected', effects: ['releasePieces'] },
    goodsReceived: refused,
    remedied: refused,
    paidBack: refused,
  },
  approved: {
    approved: late,
    rejected: refused,
    goodsReceived: { to: 'received', effects: ['releaseUnits', 'requestRefund'] },
    remedied: { to: 'closed', effects: ['releasePieces'] },
    // Nothing to wait for: it never left, or is lost.
    paidBack: { to: 'refunded', effects: [] },
  },
  received: {
    approved: late,
    rejected: refused,
    goodsReceived: late,
    remedied: refused,
    paidBack: { to: 'refunded', effects: [] },
  },
  refunded: { approved: late, rejected: refused, goodsReceived: late, remedied: refused, paidBack: late },
  rejected: { approved: refused, rejected: late, goodsReceived: refused, remedied: refused, paidBack: refused },
  closed: { approved: late, rejected: refused, goodsReceived: refused, remedied: late, paidBack: refused },
};

export function isGoodsMove<Status extends string>(decision: GoodsDecision<Status>): decision is GoodsMove<Status> {
  return typeof decision === 'object';
}
