import type { OrderId } from '@reprise/kernel';
import { Bug } from '@reprise/kernel';

/** What an order has of stock. Only `allocated` changes: into a sale (`committed`) or back (`released`). */
export type ClaimState = 'allocated' | 'committed' | 'released' | 'rejected' | 'barred';

/** What checkout says after it placed an order. */
export type OrderEnding = 'confirmed' | 'cancelled';

/** What an ending does to a claim. */
export type ClaimStep = 'commit' | 'release' | 'bar' | 'nothing';

/**
 * One table for endings, whatever comes first, twice or late. A cancellation that overtakes its order leaves a claim that bars it from
 * being allocated. A confirmation of what is not allocated would be a sale without stock: a Bug, and its fact is set aside for people.
 */
const steps: { readonly [ending in OrderEnding]: { readonly [state in ClaimState | 'unknown']: ClaimStep | 'bug' } } = {
  confirmed: {
    unknown: 'bug',
    allocated: 'commit',
    committed: 'nothing',
    released: 'bug',
    rejected: 'bug',
    barred: 'bug',
  },
  cancelled: {
    unknown: 'bar',
    allocated: 'release',
    committed: 'bug',
    released: 'nothing',
    rejected: 'nothing',
    barred: 'nothing',
  },
};

export function stepOf(orderId: OrderId, ending: OrderEnding, state: ClaimState | undefined): ClaimStep {
  const step = steps[ending][state ?? 'unknown'];
  if (step === 'bug') throw new Bug(`order ${orderId} is ${ending} but its stock is ${state ?? 'unknown'}`);
  return step;
}
