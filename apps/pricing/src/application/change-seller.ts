import type { Clock, Instant, Outcome, Rejection } from '@reprise/kernel';
import { canonicalJson, isRejection, reject, toIso } from '@reprise/kernel';
import type { GateOverride, GateScope } from '../domain/quality-gate.js';
import { moveSeller } from '../domain/seller-life.js';
import type { MoveRejection, SellerIdentity, SellerState } from '../domain/seller-life.js';
import type { Author } from './displayed-offers.js';
import type { MarketBook, Seller } from './ports.js';
import type { SellerDesk, SellerTx } from './seller-ports.js';

type Unknown = Rejection<'SellerNotFound'>;

/** What operations do with a seller that is registered: each is one transaction, and written down with who and why. */
export class ChangeSeller {
  constructor(
    private readonly sellers: SellerDesk,
    private readonly markets: MarketBook,
    private readonly clock: Clock,
  ) {}

  /** To another state. Going where the seller already is changes nothing. */
  move(sellerId: string, to: SellerState, author: Author): Promise<Outcome<Seller, MoveRejection | Unknown>> {
    return this.on(sellerId, async (tx, seller) => {
      if (seller.status === to) return seller;
      const moved = moveSeller(seller.status, to, await tx.identity(sellerId));
      if (isRejection(moved)) return moved;
      const next = { ...seller, status: moved, version: seller.version + 1 };
      await tx.saveSeller(next);
      const [before, after] = [{ status: seller.status }, { status: moved }];
      await tx.note(next, [{ action: 'moved', at: this.clock.now(), author, before, after }]);
      return next;
    });
  }

  /** Who the seller is. What of it changed is written down, the persons in it are not. */
  identify(sellerId: string, identity: SellerIdentity, author: Author): Promise<Outcome<SellerIdentity, Unknown>> {
    return this.on(sellerId, async (tx, seller) => {
      const before = await tx.identity(sellerId);
      if (before !== undefined && canonicalJson(before) === canonicalJson(identity)) return identity;
      const at = this.clock.now();
      await tx.saveIdentity(sellerId, identity, at, author.actor);
      // Invoices are issued in its name: whoever writes them hears how it is called now.
      await tx.saveSeller({ ...seller, version: seller.version + 1 });
      const after = { changed: changedFields(before, identity) };
      await tx.note(seller, [{ action: 'identityStated', at, author, before: null, after }]);
      return identity;
    });
  }

  /** Lets offers stand that a quality gate took down, or would take down, until a moment. */
  async override(
    sellerId: string,
    override: GateOverride,
    author: Author,
  ): Promise<Outcome<GateOverride, Unknown | Rejection<'MarketNotFound' | 'ValidationFailed'>>> {
    const now = this.clock.now();
    const refusal = refuseOverride(override, now);
    if (refusal !== undefined) return refusal;
    if (!(await this.markets.current()).has(override.market))
      return reject('MarketNotFound', `There is no market called ${override.market}.`, { field: 'body.market' });
    return this.on(sellerId, async (tx, seller) => {
      await tx.addOverride(sellerId, override);
      await tx.markDue(sellerId);
      const after = { ...scopeOf(override), until: toIso(override.until) };
      await tx.note(seller, [{ action: 'gateOverridden', at: now, author, before: null, after }]);
      return override;
    });
  }

  private on<T>(sellerId: string, work: (tx: SellerTx, seller: Seller) => Promise<T>): Promise<T | Unknown> {
    return this.sellers.inTransaction(async (tx) => {
      await tx.lockSeller(sellerId);
      const seller = await tx.seller(sellerId);
      return seller === undefined ? noSuchSeller(sellerId) : work(tx, seller);
    });
  }
}

export function noSuchSeller(sellerId: string): Unknown {
  return reject('SellerNotFound', `There is no seller ${sellerId} in this region.`, { field: 'path.sellerId' });
}

/** Long enough for a seller to show a quarter of sales; a rule that is set aside for longer should be changed. */
const overrideDaysMax = 180;

function refuseOverride({ until }: GateOverride, now: Instant): Rejection<'ValidationFailed'> | undefined {
  const field = 'body.until';
  if (until <= now) return reject('ValidationFailed', 'An override ends in the future.', { field });
  if (until - now <= overrideDaysMax * 86_400_000) return undefined;
  return reject('ValidationFailed', `An override ends within ${overrideDaysMax} days.`, { field });
}

function scopeOf({ market, category, grade }: GateScope): GateScope {
  return { market, category, grade };
}

function changedFields(before: SellerIdentity | undefined, after: SellerIdentity): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]) as Set<keyof SellerIdentity>;
  return [...names]
    .filter((name) => canonicalJson(before?.[name] ?? null) !== canonicalJson(after[name] ?? null))
    .sort();
}
