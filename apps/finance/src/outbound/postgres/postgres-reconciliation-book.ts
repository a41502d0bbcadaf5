import { instantOfEpochMs, mustBeCurrency, toIso } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import { PostSettlements } from '../../application/ledger/post-settlements.js';
import type { Books } from '../../domain/ledger/books.js';
import { ReconciliationBook } from '../../application/reconciliation/reconciliation-book.js';
import type { ExceptionItem, ReconciliationRun } from '../../application/reconciliation/reconciliation-book.js';
import type {
  Break,
  BreakSide,
  BreakType,
  ExceptionState,
  ResolutionAction,
} from '../../domain/reconciliation/break.js';
import { PostgresPostingDesk } from './postgres-posting-desk.js';
import { compareSides } from './compare-sides.js';

interface RunRow {
  readonly run_id: string;
  readonly as_of: Date;
  readonly movements: string;
  readonly lines: string;
  readonly payouts: string;
  readonly bank_entries: string;
  readonly matched: string;
  readonly breaks: Readonly<Partial<Record<BreakType, number>>>;
  readonly requested_by: string;
  readonly started_at: Date;
  readonly finished_at: Date;
}

interface BreakRow {
  readonly break_key: string;
  readonly type: BreakType;
  readonly side: BreakSide;
  readonly account: string | null;
  readonly reference: string;
  readonly order_id: string | null;
  readonly market: string | null;
  readonly currency: string;
  readonly expected_minor: string | null;
  readonly actual_minor: string | null;
  readonly occurred_at: Date;
  readonly reason: string;
}

interface ExceptionRow extends BreakRow {
  readonly exception_id: string;
  readonly state: ExceptionState;
  readonly first_run: string;
  readonly last_run: string;
  readonly opened_at: Date;
  readonly opened_at_text: string;
  readonly owner: string | null;
  readonly action: ResolutionAction | null;
  readonly why: string | null;
  readonly proposed_by: string | null;
  readonly proposed_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly entry_id: string | null;
}

const exceptions = `
  SELECT e.*, to_char(e.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS opened_at_text, b.side, b.account, b.reference, b.order_id,
         b.market, b.currency, b.expected_minor, b.actual_minor, b.occurred_at, b.reason
  FROM reconciliation_exception e JOIN reconciliation_break b ON b.run_id = e.last_run AND b.break_key = e.break_key`;

/** Reconciliations in PostgreSQL. */
export class PostgresReconciliationBook extends ReconciliationBook {
  private readonly post: PostSettlements;

  constructor(
    private readonly database: Database,
    private readonly books: Books,
  ) {
    super();
    this.post = new PostSettlements(books);
  }

  async reconcile(of: Parameters<ReconciliationBook['reconcile']>[0]): Promise<void> {
    const { runId, asOf, requestedBy, now } = of;
    // One picture of all sides: a file that begins to count meanwhile is the next run's.
    await this.database.inTransaction(
      async (tx) => {
        await tx.query(`SET LOCAL statement_timeout = '15min'`);
        // Big sides are hashed and sorted in memory rather than on disk.
        await tx.query(`SET LOCAL work_mem = '128MB'`);
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['reconciliation']);
        await tx.query(
          'INSERT INTO reconciliation_run (run_id, as_of, requested_by, started_at) VALUES ($1, $2, $3, $4)',
          [runId, toIso(asOf), requestedBy, toIso(now)],
        );
        await compareSides(tx, of);
        await keepQueue(tx, runId, asOf);
        await countSides(tx, of);
      },
      { isolation: 'repeatable read' },
    );
  }

  async findRun(runId: string): Promise<ReconciliationRun | undefined> {
    const [row] = await this.database.query<RunRow>('SELECT * FROM reconciliation_run WHERE run_id = $1', [runId]);
    return row && runOf(row);
  }

  async listRuns(limit: number): Promise<ReconciliationRun[]> {
    const rows = await this.database.query<RunRow>(
      'SELECT * FROM reconciliation_run ORDER BY started_at DESC, run_id LIMIT $1',
      [limit],
    );
    return rows.map(runOf);
  }

  async breaksOf(
    runId: string,
    { type, after, limit }: Parameters<ReconciliationBook['breaksOf']>[1],
  ): Promise<Break[]> {
    const rows = await this.database.query<BreakRow>(
      `SELECT * FROM reconciliation_break
       WHERE run_id = $1 AND ($2::text IS NULL OR type = $2) AND ($3::text IS NULL OR break_key > $3) ORDER BY break_key LIMIT $4`,
      [runId, type ?? null, after ?? null, limit],
    );
    return rows.map(breakOf);
  }

  async listExceptions(
    { state, type, owner }: Parameters<ReconciliationBook['listExceptions']>[0],
    { after, limit }: Parameters<ReconciliationBook['listExceptions']>[1],
  ): ReturnType<ReconciliationBook['listExceptions']> {
    const rows = await this.database.query<ExceptionRow>(
      `${exceptions}
       WHERE ($1::text IS NULL OR e.state = $1) AND ($2::text IS NULL OR e.type = $2) AND ($3::text IS NULL OR e.owner = $3)
         AND ($4::timestamptz IS NULL OR (e.opened_at, e.exception_id) > ($4, $5::uuid))
       ORDER BY e.opened_at, e.exception_id LIMIT $6`,
      [state ?? null, type ?? null, owner ?? null, after?.openedAt ?? null, after?.exceptionId ?? null, limit],
    );
    const last = rows.at(-1);
    return {
      items: rows.map(exceptionOf),
      last: last && { openedAt: last.opened_at_text, exceptionId: last.exception_id },
    };
  }

  async findException(exceptionId: string): Promise<ExceptionItem | undefined> {
    const [row] = await this.database.query<ExceptionRow>(`${exceptions} WHERE e.exception_id = $1`, [exceptionId]);
    return row && exceptionOf(row);
  }

  assign(exceptionId: string, owner: string | undefined): Promise<boolean> {
    return this.changed('UPDATE reconciliation_exception SET owner = $2 WHERE exception_id = $1', [
      ...[exceptionId, owner ?? null],
    ]);
  }

  propose(exceptionId: string, proposal: Parameters<ReconciliationBook['propose']>[1]): Promise<boolean> {
    const { action, why, by, now } = proposal;
    return this.changed(
      `UPDATE reconciliation_exception SET state = 'proposed', action = $2, why = $3, proposed_by = $4, proposed_at = $5
       WHERE exception_id = $1 AND state = 'open'`,
      [exceptionId, action, why, by, toIso(now)],
    );
  }

  async decide(exceptionId: string, decision: Parameters<ReconciliationBook['decide']>[1]): Promise<boolean> {
    const { approved, by, now, adjustment } = decision;
    if (!approved)
      return this.changed(
        `UPDATE reconciliation_exception SET state = 'open', action = NULL, why = NULL, proposed_by = NULL, proposed_at = NULL
         WHERE exception_id = $1 AND state = 'proposed' AND proposed_by <> $2`,
        [exceptionId, by],
      );
    return this.database.inTransaction(async (tx) => {
      const decided = await tx.query(
        `UPDATE reconciliation_exception SET state = 'resolved', decided_by = $2, decided_at = $3
         WHERE exception_id = $1 AND state = 'proposed' AND proposed_by <> $2 RETURNING 1`,
        [exceptionId, by, toIso(now)],
      );
      if (decided.length === 0) return false;
      if (adjustment === undefined) return true;
      const [entry] = await this.post.run(new PostgresPostingDesk(tx, this.books), [adjustment]);
      await tx.query('UPDATE reconciliation_exception SET entry_id = $2 WHERE exception_id = $1', [
        ...[exceptionId, entry?.entryId],
      ]);
      return true;
    });
  }

  private async changed(sql: string, params: readonly unknown[]): Promise<boolean> {
    return (await this.database.query(`${sql} RETURNING 1`, params)).length > 0;
  }
}

/** The queue follows the newest picture only: a run over the past finds what was settled since. */
async function keepQueue(tx: Tx, runId: string, asOf: Instant): Promise<void> {
  const [later] = await tx.query('SELECT 1 FROM reconciliation_run WHERE as_of > $1 AND run_id <> $2 LIMIT 1', [
    ...[toIso(asOf), runId],
  ]);
  if (later !== undefined) return;
  await tx.query(
    `INSERT INTO reconciliation_exception (break_key, first_run, last_run, type, opened_at)
     SELECT break_key, run_id, run_id, type, clock_timestamp() FROM reconciliation_break WHERE run_id = $1
     ON CONFLICT (break_key) DO UPDATE SET last_run = excluded.last_run,
       state = CASE reconciliation_exception.state WHEN 'cleared' THEN 'open' ELSE reconciliation_exception.state END`,
    [runId],
  );
  await tx.query(
    `UPDATE reconciliation_exception SET state = 'cleared', action = NULL, why = NULL, proposed_by = NULL, proposed_at = NULL
     WHERE state IN ('open', 'proposed') AND last_run <> $1`,
    [runId],
  );
}

async function countSides(
  tx: Tx,
  { runId, asOf, accounts }: Pick<Parameters<ReconciliationBook['reconcile']>[0], 'runId' | 'asOf' | 'accounts'>,
): Promise<void> {
  const regions = [...new Set(accounts.providers.flatMap((account) => account.regions))];
  await tx.query(
    `UPDATE reconciliation_run SET finished_at = clock_timestamp(), movements = side.movements, lines = side.lines, payouts = side.payouts,
       bank_entries = side.bank_entries, matched = side.movements - side.unmatched, breaks = side.breaks
     FROM (
       SELECT (SELECT count(*) FROM sale WHERE occurred_at < $2 AND region = ANY ($3)) AS movements,
              (SELECT count(*) FROM settlement_line WHERE occurred_at < $2) AS lines,
              (SELECT count(*) FROM carried) AS payouts,
              (SELECT count(*) FROM bank_entry WHERE booked_on <= $2::timestamptz::date) AS bank_entries,
              (SELECT count(*) FROM reconciliation_break WHERE run_id = $1 AND side IN ('charge', 'refund') AND type NOT IN ('fee', 'fx')
                 AND expected_minor IS NOT NULL) AS unmatched,
              (SELECT coalesce(jsonb_object_agg(type, breaks), '{}') FROM
                 (SELECT type, count(*) AS breaks FROM reconciliation_break WHERE run_id = $1 GROUP BY type) each) AS breaks
     ) side WHERE run_id = $1`,
    [runId, toIso(asOf), regions],
  );
}

function runOf(row: RunRow): ReconciliationRun {
  return {
    runId: row.run_id,
    asOf: instantOf(row.as_of),
    movements: Number(row.movements),
    lines: Number(row.lines),
    payouts: Number(row.payouts),
    bankEntries: Number(row.bank_entries),
    matched: Number(row.matched),
    breaks: row.breaks,
    requestedBy: row.requested_by,
    startedAt: instantOf(row.started_at),
    finishedAt: instantOf(row.finished_at),
  };
}

function breakOf(row: BreakRow): Break {
  const {
    break_key: key,
    type,
    side,
    account,
    reference,
    order_id,
    market,
    expected_minor,
    actual_minor,
    reason,
  } = row;
  return {
    ...{ key, type, side, reference, reason },
    account: account ?? undefined,
    orderId: order_id ?? undefined,
    market: market ?? undefined,
    currency: mustBeCurrency(row.currency),
    expectedMinor: expected_minor === null ? undefined : BigInt(expected_minor),
    actualMinor: actual_minor === null ? undefined : BigInt(actual_minor),
    occurredAt: instantOf(row.occurred_at),
  };
}

function exceptionOf(row: ExceptionRow): ExceptionItem {
  const { action, why, proposed_by: proposedBy, proposed_at: proposedAt } = row;
  return {
    ...breakOf(row),
    ...{ exceptionId: row.exception_id, state: row.state, firstRun: row.first_run, lastRun: row.last_run },
    openedAt: instantOf(row.opened_at),
    owner: row.owner ?? undefined,
    resolution:
      action === null || why === null || proposedBy === null || proposedAt === null
        ? undefined
        : {
            ...{ action, why, proposedBy, proposedAt: instantOf(proposedAt) },
            decidedBy: row.decided_by ?? undefined,
            decidedAt: row.decided_at === null ? undefined : instantOf(row.decided_at),
            entryId: row.entry_id ?? undefined,
          },
  };
}

function instantOf(date: Date): Instant {
  return instantOfEpochMs(date.getTime());
}
