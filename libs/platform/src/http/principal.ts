import type { Role } from '@reprise/contracts/http';

/** Who calls, as their token proves. Nobody in particular has the role `public` and the subject `anonymous`. */
export interface Principal {
  readonly role: Role;
  /** Seller id, operator id, or the order id a buyer's token opens. */
  readonly subject: string;
}

/** A caller who showed no token, or whose token this call does not ask for. */
export const anonymous: Principal = Object.freeze({ role: 'public', subject: 'anonymous' });
