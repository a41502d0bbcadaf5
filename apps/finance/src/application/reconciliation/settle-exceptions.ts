import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import { adjustmentOf } from '../../domain/reconciliation/adjustment-of.js';
import type { ResolutionAction } from '../../domain/reconciliation/break.js';
import type { ProviderAccount, SettlementAccounts } from '../../domain/settlement/settlement-account.js';
import type { EntitySettlement } from '../ledger/post-settlements.js';
import type { ExceptionItem, ReconciliationBook } from './reconciliation-book.js';

export type SettleRejection = Rejection<
  'ExceptionNotFound' | 'ExceptionNotInThatState' | 'ExceptionNotAdjustable' | 'SecondPersonNeeded'
>;

/** The queue of differences: somebody looks after each, one person proposes how it is settled, and another one decides. */
export class SettleExceptions {
  constructor(
    private readonly book: ReconciliationBook,
    private readonly accounts: SettlementAccounts,
    private readonly clock: Clock,
  ) {}

  async assign(exceptionId: string, owner: string | undefined): Promise<Outcome<ExceptionItem, SettleRejection>> {
    await this.book.assign(exceptionId, owner);
    return this.find(exceptionId);
  }

  async propose(
    exceptionId: string,
    proposal: { readonly action: ResolutionAction; readonly why: string; readonly by: string },
  ): Promise<Outcome<ExceptionItem, SettleRejection>> {
    const before = await this.find(exceptionId);
    if (isRejection(before)) return before;
    if (proposal.action === 'adjust' && this.adjustment(before, proposal.by) === undefined)
      return reject('ExceptionNotAdjustable', 'No entry over an amount settles this: accept it, or claim it.', {
        field: 'body.action',
      });
    const done = await this.book.propose(exceptionId, { ...proposal, now: this.clock.now() });
    const found = await this.find(exceptionId);
    return done || isRejection(found) ? found : wrongState(found);
  }

  async decide(
    exceptionId: string,
    decision: { readonly approved: boolean; readonly by: string },
  ): Promise<Outcome<ExceptionItem, SettleRejection>> {
    const before = await this.find(exceptionId);
    if (isRejection(before)) return before;
    const adjusts = decision.approved && before.resolution?.action === 'adjust';
    const adjustment = adjusts ? this.adjustment(before, decision.by) : undefined;
    const done = await this.book.decide(exceptionId, { ...decision, now: this.clock.now(), adjustment });
    const found = await this.find(exceptionId);
    if (done || isRejection(found)) return found;
    if (found.state !== 'proposed') return wrongState(found);
    return reject('SecondPersonNeeded', 'You proposed it: another person decides.', { field: 'path.exceptionId' });
  }

  /** The entry that brings the books to what the other side says, on the clearing account of whoever the difference is with. */
  private adjustment(item: ExceptionItem, bookedBy: string): EntitySettlement | undefined {
    const amount = adjustmentOf(item);
    const account = this.accountOf(item);
    if (amount === undefined || account === undefined) return undefined;
    return {
      ...{ kind: 'adjustment', entity: account.entity, provider: account.calledInSales, amount, bookedBy },
      ...{ source: 'reconciliation', sourceId: item.exceptionId, occurredAt: this.clock.now() },
      ...(item.orderId !== undefined && { orderId: item.orderId }),
      document: { kind: 'reconciliation', ref: item.lastRun },
    };
  }

  /** What no provider reported is of the account that holds its currency. */
  private accountOf({ account, currency }: ExceptionItem): ProviderAccount | undefined {
    const { providers } = this.accounts;
    if (account !== undefined) return providers.find(({ id }) => id === account);
    return providers.find(({ currencies }) => currencies.has(currency));
  }

  private async find(exceptionId: string): Promise<Outcome<ExceptionItem, Rejection<'ExceptionNotFound'>>> {
    const found = await this.book.findException(exceptionId);
    return found ?? reject('ExceptionNotFound', `There is no exception ${exceptionId}.`, { field: 'path.exceptionId' });
  }
}

function wrongState({ state }: ExceptionItem): Rejection<'ExceptionNotInThatState'> {
  const how = {
    open: 'Nobody has proposed how to settle it yet.',
    proposed: 'A proposal waits for another person already.',
    resolved: 'It is settled.',
    cleared: 'The newest reconciliation does not find it any more.',
  }[state];
  return reject('ExceptionNotInThatState', how, { details: { state } });
}
