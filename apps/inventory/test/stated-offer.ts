import type { StatedOffer } from '../src/application/take-offers.js';
import { mustBeId, newId } from '@reprise/kernel';

/** A seller of specs that do not care which. */
export const anySeller = mustBeId<StatedOffer['sellerId']>('0199d3a0-0000-7000-8000-000000000001');

/** An offer as pricing's fact states it, with what the spec is about filled in. */
export function statedOffer(about: Partial<StatedOffer> & Pick<StatedOffer, 'offerId'>): StatedOffer {
  return {
    sellerId: anySeller,
    sku: `SKU-${about.offerId}`,
    variantId: newId(),
    grade: 'EXCELLENT',
    vatScheme: 'REGULAR',
    version: 1,
    status: 'active',
    markets: ['fr'],
    quantity: 1,
    quantityVersion: 1,
    ...about,
  };
}
