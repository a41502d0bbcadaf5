import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { canonicalJson, explainForbidden, findForbidden, isRejection, reject } from '@reprise/kernel';
import { moveSeller } from '../domain/seller-life.js';
import type { MoveRejection } from '../domain/seller-life.js';
import type { Author } from './displayed-offers.js';
import type { MarketBook, Seller } from './ports.js';
import type { SellerDesk, SellerEvent, SellerTx } from './seller-ports.js';

/** As an operator states it. Without a status a seller keeps the one it has, and a new one may sell at once. */
export interface SellerDetails extends Pick<Seller, 'name' | 'establishedIn' | 'demo' | 'markets' | 'handlingDays'> {
  readonly status?: 'applied' | 'active' | 'suspended' | undefined;
}

/** Registers, changes, suspends or reinstates a seller. The same details again change nothing. */
export class RegisterSeller {
  constructor(
    private readonly sellers: SellerDesk,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
  ) {}

  async run(
    sellerId: string,
    details: SellerDetails,
    by: Omit<Author, 'why'>,
  ): Promise<Outcome<Seller, MoveRejection | Rejection<'ContentForbidden'>>> {
    const forbidden = await this.refuseName(details);
    return this.sellers.inTransaction(async (tx) => {
      await tx.lockSeller(sellerId);
      const current = await tx.seller(sellerId);
      // A name given before a law spoke of it is not taken away by the next change of something else.
      if (forbidden !== undefined && current?.name !== details.name) return forbidden;
      const status = details.status ?? current?.status ?? 'active';
      if (current !== undefined && current.status !== status) {
        const moved = moveSeller(current.status, status, await tx.identity(sellerId));
        if (isRejection(moved)) return { ...moved, field: 'body.status' };
      }
      const next: Seller = { ...keptOf(current), ...details, sellerId, status, version: (current?.version ?? 0) + 1 };
      return this.save(tx, current, next, { ...by, why: 'Stated with the particulars of the seller.' });
    });
  }

  /** A name stands beside every offer of the seller, so it may not say what a market it sells in forbids. It is of no language: all rules read it. */
  private async refuseName({ name, markets }: SellerDetails): Promise<Rejection<'ContentForbidden'> | undefined> {
    for (const [code, { terms }] of await this.markets.current()) {
      if (markets !== undefined && !markets.includes(code)) continue;
      const found = findForbidden(name, undefined, terms.phraseRules);
      if (found !== undefined) return reject('ContentForbidden', explainForbidden(found), { field: 'body.name' });
    }
    return undefined;
  }

  private async save(tx: SellerTx, current: Seller | undefined, next: Seller, author: Author): Promise<Seller> {
    const before = current && particularsOf(current);
    const after = particularsOf(next);
    if (current !== undefined && canonicalJson(before) === canonicalJson(after)) return current;
    const action: SellerEvent['action'] =
      current === undefined ? 'registered' : current.status === next.status ? 'changed' : 'moved';
    await tx.saveSeller(next);
    await tx.note(next, [{ action, at: this.clock.now(), author, before: before ?? null, after }]);
    return next;
  }
}

/** What is measured of a seller, which nobody states. */
function keptOf(current: Seller | undefined): Pick<Seller, 'quality' | 'gates'> {
  return {
    ...(current?.quality !== undefined && { quality: current.quality }),
    ...(current?.gates !== undefined && { gates: current.gates }),
  };
}

function particularsOf({ name, establishedIn, status, demo, markets, handlingDays }: Seller) {
  return { name, establishedIn, status, demo, markets: markets ?? null, handlingDays: handlingDays ?? 1 };
}
