import type { Instant } from '@reprise/kernel';
import type { Break, BreakType, ExceptionState, ResolutionAction } from '../../domain/reconciliation/break.js';
import type { EntitySettlement } from '../ledger/post-settlements.js';
import type { SettlementAccounts } from '../../domain/settlement/settlement-account.js';

/** One comparison of everything up to a moment. Stored as it was found, and never changed. */
export interface ReconciliationRun {
  readonly runId: string;
  readonly asOf: Instant;
  /** What was compared: movements of checkout, lines of providers, payouts, entries of banks. */
  readonly movements: number;
  readonly lines: number;
  readonly payouts: number;
  readonly bankEntries: number;
  readonly matched: number;
  readonly breaks: Readonly<Partial<Record<BreakType, number>>>;
  readonly requestedBy: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** A break with what became of it. */
export interface ExceptionItem extends Break {
  readonly exceptionId: string;
  readonly state: ExceptionState;
  readonly firstRun: string;
  readonly lastRun: string;
  readonly openedAt: Instant;
  readonly owner: string | undefined;
  readonly resolution: Resolution | undefined;
}

export interface Resolution {
  readonly action: ResolutionAction;
  readonly why: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Instant | undefined;
  /** The entry of the ledger that settled it. */
  readonly entryId: string | undefined;
}

export interface ExceptionFilter {
  readonly state: ExceptionState | undefined;
  readonly type: BreakType | undefined;
  readonly owner: string | undefined;
}

/** Runs and what they found. */
export abstract class ReconciliationBook {
  /** Compares everything up to `asOf` and stores what differs, all in one transaction. */
  abstract reconcile(of: {
    readonly runId: string;
    readonly asOf: Instant;
    readonly requestedBy: string;
    readonly accounts: SettlementAccounts;
    readonly now: Instant;
  }): Promise<void>;
  abstract findRun(runId: string): Promise<ReconciliationRun | undefined>;
  abstract listRuns(limit: number): Promise<ReconciliationRun[]>;
  /** Breaks of one run after `after`, by key. */
  abstract breaksOf(
    runId: string,
    page: { readonly type: BreakType | undefined; readonly after: string | undefined; readonly limit: number },
  ): Promise<Break[]>;
  /** Exceptions, oldest first. */
  abstract listExceptions(
    filter: ExceptionFilter,
    page: {
      readonly after: { readonly openedAt: string; readonly exceptionId: string } | undefined;
      readonly limit: number;
    },
  ): Promise<{
    readonly items: readonly ExceptionItem[];
    readonly last: { openedAt: string; exceptionId: string } | undefined;
  }>;
  abstract findException(exceptionId: string): Promise<ExceptionItem | undefined>;
  abstract assign(exceptionId: string, owner: string | undefined): Promise<boolean>;
  /** False when it is not `open` any more. */
  abstract propose(
    exceptionId: string,
    proposal: { readonly action: ResolutionAction; readonly why: string; readonly by: string; readonly now: Instant },
  ): Promise<boolean>;
  /**
   * False when it is not `proposed` any more, or was proposed by the same person. `adjustment` is booked in the same transaction, and its entry
   * kept with the exception.
   */
  abstract decide(
    exceptionId: string,
    decision: {
      readonly approved: boolean;
      readonly by: string;
      readonly now: Instant;
      readonly adjustment: EntitySettlement | undefined;
    },
  ): Promise<boolean>;
}
