import type { Clock, Instant } from '@reprise/kernel';
import { Bug, newId } from '@reprise/kernel';
import type { SettlementAccounts } from '../../domain/settlement/settlement-account.js';
import type { ReconciliationBook, ReconciliationRun } from './reconciliation-book.js';

/** Compares orders, payment providers, payouts and banks, and keeps what differs. */
export class Reconcile {
  constructor(
    private readonly book: ReconciliationBook,
    private readonly accounts: SettlementAccounts,
    private readonly clock: Clock,
  ) {}

  /** The run as it was stored. A moment that has not come counts as now: nothing of it is known. */
  async run(request: { readonly asOf: Instant | undefined; readonly requestedBy: string }): Promise<ReconciliationRun> {
    const now = this.clock.now();
    const asOf = request.asOf === undefined || request.asOf > now ? now : request.asOf;
    const runId = newId();
    await this.book.reconcile({ runId, asOf, requestedBy: request.requestedBy, accounts: this.accounts, now });
    const run = await this.book.findRun(runId);
    if (run === undefined) throw new Bug(`the reconciliation ${runId} is gone`);
    return run;
  }
}
