import type { Outcome, Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';

/** Where a seller stands with the marketplace. Only an `active` one sells. */
export const sellerStates = ['applied', 'verified', 'active', 'suspended', 'closed'] as const;
export type SellerState = (typeof sellerStates)[number];

/** From where to where. A closed seller is closed for good: whoever comes back applies anew. */
export const sellerMoves: { readonly [From in SellerState]: readonly SellerState[] } = {
  applied: ['verified', 'closed'],
  verified: ['active', 'closed'],
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
};

/** Who a seller is: what a marketplace must know before it lets one sell (Regulation (EU) 2022/2065 art. 30) and report of one (Directive (EU) 2021/514). */
export interface SellerIdentity {
  readonly legalName: string;
  readonly address: {
    readonly line1: string;
    readonly postalCode: string;
    readonly city: string;
    readonly country: string;
  };
  readonly email: string;
  readonly phone: string;
  /** Number in the trade register, and which register. */
  readonly register?: { readonly name: string; readonly number: string } | undefined;
  readonly taxId?: string | undefined;
  readonly vatId?: string | undefined;
  /** Where payouts go: art. 30(1)(c). */
  readonly iban?: string | undefined;
  /** Art. 30(1)(e): undertakes to offer only what complies with the law of the Union. */
  readonly selfCertifiedAt?: string | undefined;
}

/** What is still missing of a seller before they may be verified, as paths of the identity. */
export function missingOf(identity: SellerIdentity | undefined): readonly string[] {
  if (identity === undefined) return ['identity'];
  const missing: string[] = [];
  if (identity.register === undefined) missing.push('identity.register');
  if (identity.taxId === undefined && identity.vatId === undefined) missing.push('identity.taxId');
  if (identity.iban === undefined) missing.push('identity.iban');
  if (identity.selfCertifiedAt === undefined) missing.push('identity.selfCertifiedAt');
  return missing;
}

export type MoveRejection = Rejection<'SellerTransitionNotAllowed' | 'SellerNotVerifiable'>;

/** Whether a seller may go from one state to another, and why not. */
export function moveSeller(
  from: SellerState,
  to: SellerState,
  identity: SellerIdentity | undefined,
): Outcome<SellerState, MoveRejection> {
  if (!sellerMoves[from].includes(to)) {
    const ways = sellerMoves[from].join(' or ');
    const message = `From ${from} a seller goes ${ways === '' ? 'nowhere' : `to ${ways}`}, not to ${to}.`;
    return reject('SellerTransitionNotAllowed', message, { field: 'body.to' });
  }
  const missing = to === 'verified' ? missingOf(identity) : [];
  if (missing.length > 0)
    return reject('SellerNotVerifiable', `Not known of this seller: ${missing.join(', ')}.`, {
      field: missing[0] ?? '',
    });
  return to;
}
