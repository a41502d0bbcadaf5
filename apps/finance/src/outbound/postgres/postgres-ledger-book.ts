import { Money, mustBeCurrency } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { LedgerBook } from '../../application/ledger/ports.js';
import type {
  AccountSums,
  LedgerFilter,
  LedgerLine,
  LedgerPosition,
  TrialBalanceQuery,
} from '../../application/ledger/ports.js';

/** The ledger as finance reads it. */
export class PostgresLedgerBook extends LedgerBook {
  constructor(private readonly database: Database) {
    super();
  }

  async lines(query: { filter: LedgerFilter; after?: LedgerPosition; limit: number }): Promise<LedgerLine[]> {
    const { filter, after, limit } = query;
    const params: unknown[] = [filter.entity];
    const conditions = ['p.entity = $1'];
    const add = (text: (placeholder: string) => string, value: unknown): void => {
      if (value !== undefined) conditions.push(text(`$${params.push(value)}`));
    };
    add((at) => `p.account = ${at}`, filter.account);
    add((at) => `p.aux = ${at}`, filter.aux);
    add((at) => `p.period = ${at}`, filter.period);
    add((at) => `e.order_id = ${at}`, filter.orderId);
    add((at) => `e.kind = ${at}`, filter.kind);
    if (after) {
      const at = [after.period, after.sequence, after.lineNo].map((value) => `$${params.push(value)}`);
      conditions.push(`(p.period, p.sequence, p.line_no) > (${at.join(', ')})`);
    }
    const rows = await this.database.query<LineRow>(
      `SELECT p.line_no, p.account, p.aux, p.currency, p.amount_minor, p.base_minor, p.line_id, e.*
       FROM ledger_posting p JOIN ledger_entry e USING (entry_id)
       WHERE ${conditions.join(' AND ')} ORDER BY p.period, p.sequence, p.line_no LIMIT ${limit}`,
      params,
    );
    return rows.map(lineOf);
  }

  trialBalance(query: TrialBalanceQuery): Promise<{ sums: AccountSums[]; due: number }> {
    const { entity, period, asOf, view, byAux } = query;
    const aux = byAux ? 'p.aux' : `''`;
    const month = view === 'asOfNow' ? 'coalesce(e.original_period, p.period)' : 'p.period';
    return this.database.inTransaction(
      async (tx) => {
        const rows = await tx.query<SumsRow>(
          `SELECT p.account, ${aux} AS aux, p.currency,
             coalesce(sum(p.amount_minor) FILTER (WHERE ${month} < $2), 0) AS opening,
             coalesce(sum(p.amount_minor) FILTER (WHERE ${month} >= $2 AND p.amount_minor > 0), 0) AS debit,
             coalesce(-sum(p.amount_minor) FILTER (WHERE ${month} >= $2 AND p.amount_minor < 0), 0) AS credit,
             coalesce(sum(p.base_minor) FILTER (WHERE ${month} < $2), 0) AS opening_base,
             coalesce(sum(p.base_minor) FILTER (WHERE ${month} >= $2 AND p.base_minor > 0), 0) AS debit_base,
             coalesce(-sum(p.base_minor) FILTER (WHERE ${month} >= $2 AND p.base_minor < 0), 0) AS credit_base
           FROM ledger_posting p JOIN ledger_entry e USING (entry_id)
           WHERE p.entity = $1 AND ${month} <= $3 AND ($4::timestamptz IS NULL OR e.posted_at <= $4)
           GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
          [entity, period ?? '', period ?? '9999-12', asOf === undefined ? null : new Date(asOf)],
        );
        const [due] = await tx.query<{ count: string }>('SELECT count(*) FROM posting_due');
        return { sums: rows.map(sumsOf), due: Number(due?.count ?? 0) };
      },
      { isolation: 'repeatable read' },
    );
  }
}

interface LineRow {
  readonly entry_id: string;
  readonly entity: string;
  readonly period: string;
  readonly original_period: string | null;
  readonly sequence: string;
  readonly line_no: number;
  readonly journal: string;
  readonly source: string;
  readonly source_id: string;
  readonly kind: string;
  readonly text: string;
  readonly occurred_at: Date;
  readonly posted_at: Date;
  readonly fact_id: string | null;
  readonly order_id: string | null;
  readonly line_id: string | null;
  readonly document_kind: string | null;
  readonly document_ref: string | null;
  readonly corrects: string | null;
  readonly booked_by: string | null;
  readonly account: string;
  readonly aux: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly base_minor: string;
  readonly hash: string;
}

function lineOf(row: LineRow): LedgerLine {
  return {
    entryId: row.entry_id,
    entity: row.entity,
    period: row.period,
    sequence: Number(row.sequence),
    lineNo: row.line_no,
    journal: row.journal,
    source: row.source,
    sourceId: row.source_id,
    kind: row.kind,
    text: row.text,
    occurredAt: row.occurred_at,
    postedAt: row.posted_at,
    account: row.account,
    aux: row.aux,
    amount: Money.ofMinor(BigInt(row.amount_minor), mustBeCurrency(row.currency)),
    baseMinor: BigInt(row.base_minor),
    hash: row.hash,
    ...(row.original_period !== null && { originalPeriod: row.original_period }),
    ...(row.fact_id !== null && { factId: row.fact_id }),
    ...(row.order_id !== null && { orderId: row.order_id }),
    ...(row.line_id !== null && { lineId: row.line_id }),
    ...(row.document_kind !== null && { document: { kind: row.document_kind, ref: row.document_ref ?? '' } }),
    ...(row.corrects !== null && { corrects: row.corrects }),
    ...(row.booked_by !== null && { bookedBy: row.booked_by }),
  };
}

interface SumsRow {
  readonly account: string;
  readonly aux: string;
  readonly currency: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly opening_base: string;
  readonly debit_base: string;
  readonly credit_base: string;
}

function sumsOf(row: SumsRow): AccountSums {
  return {
    account: row.account,
    aux: row.aux,
    currency: mustBeCurrency(row.currency),
    openingMinor: BigInt(row.opening),
    debitMinor: BigInt(row.debit),
    creditMinor: BigInt(row.credit),
    openingBaseMinor: BigInt(row.opening_base),
    debitBaseMinor: BigInt(row.debit_base),
    creditBaseMinor: BigInt(row.credit_base),
  };
}
