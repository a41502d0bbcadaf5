import type { Currency } from '@reprise/kernel';
import { Money, systemClock, toIso } from '@reprise/kernel';
import type { ExceptionItem, ReconciliationRun } from '../../application/reconciliation/reconciliation-book.js';
import type { Break } from '../../domain/reconciliation/break.js';

const dayMs = 86_400_000;

/** A run as the API says it. */
export function runJson(run: ReconciliationRun) {
  const { runId, asOf, movements, lines, payouts, bankEntries, matched, breaks, requestedBy } = run;
  return {
    ...{ id: runId, asOf: toIso(asOf), movements, lines, payouts, bankEntries, matched, breaks, requestedBy },
    startedAt: toIso(run.startedAt),
    finishedAt: toIso(run.finishedAt),
  };
}

/** A break of a run. */
export function breakJson(found: Break) {
  return { key: found.key, ...differenceJson(found) };
}

/** A break with what became of it. */
export function exceptionJson(item: ExceptionItem) {
  const { exceptionId, state, firstRun, lastRun, openedAt, owner, resolution } = item;
  return {
    ...{ id: exceptionId, state, ...differenceJson(item), firstRun, lastRun, openedAt: toIso(openedAt) },
    ageDays: Math.max(0, Math.floor((systemClock.now() - item.occurredAt) / dayMs)),
    owner: owner ?? null,
    resolution:
      resolution === undefined
        ? null
        : {
            ...{ action: resolution.action, why: resolution.why, proposedBy: resolution.proposedBy },
            proposedAt: toIso(resolution.proposedAt),
            decidedBy: resolution.decidedBy ?? null,
            decidedAt: resolution.decidedAt === undefined ? null : toIso(resolution.decidedAt),
            entryId: resolution.entryId ?? null,
          },
  };
}

function differenceJson({
  type,
  side,
  account,
  reference,
  orderId,
  market,
  currency,
  occurredAt,
  reason,
  ...sums
}: Break) {
  return {
    ...{ type, side, account: account ?? null, reference, orderId: orderId ?? null, market: market ?? null },
    expected: moneyOrNull(sums.expectedMinor, currency),
    actual: moneyOrNull(sums.actualMinor, currency),
    ...{ occurredAt: toIso(occurredAt), reason },
  };
}

function moneyOrNull(minor: bigint | undefined, currency: Currency) {
  return minor === undefined ? null : Money.ofMinor(minor, currency).toJSON();
}
