import { z } from 'zod';

/** Where a seller stands with the marketplace. Only an `active` one sells; a `closed` one never comes back. */
export const sellerStates = ['applied', 'verified', 'active', 'suspended', 'closed'] as const;
export const sellerStateSchema = z.enum(sellerStates).meta({ id: 'SellerState' });
export type SellerState = (typeof sellerStates)[number];
