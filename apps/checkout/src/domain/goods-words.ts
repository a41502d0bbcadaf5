/** How goods or money come back: without a reason, for one, under the guarantee, or before anything was sent. */
export type ReturnKind = 'withdrawal' | 'return' | 'warrantyClaim' | 'cancellation';

/** Why. */
export type ReturnReason =
  | 'changedMind'
  | 'defect'
  | 'deadOnArrival'
  | 'wrongGrade'
  | 'wrongItem'
  | 'damagedInTransit'
  | 'lost'
  | 'cannotSupply'
  | 'other';

/** Where a return stands. `requested` waits for the seller's word, `approved` for the goods, `received` for the money; the others are ends. */
export const returnStatuses = ['requested', 'approved', 'received', 'refunded', 'rejected', 'closed'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** Where a parcel is. */
export const shipmentStatuses = ['shipped', 'delivered', 'lost'] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** What kind of thing a variant is, as far as its pieces have names. */
export type Category = 'smartphone' | 'tablet' | 'laptop' | 'desktop' | 'wearable' | 'tv' | 'console' | 'other';
