import { Bug, newId } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Ledger, PostedEntry } from '../../application/ledger/ports.js';
import type { Books } from '../../domain/ledger/books.js';
import { mustBeEntity } from '../../domain/ledger/books.js';
import type { NewEntry } from '../../domain/ledger/entry.js';
import type { Period } from '../../domain/ledger/period.js';
import { mustBePeriod, nextPeriod, periodAt } from '../../domain/ledger/period.js';
import { hashEntry } from './hash-entry.js';

/** The ledger as rows of the transaction that books. */
export class PostgresLedger implements Ledger {
  constructor(
    private readonly tx: Tx,
    private readonly books: Books,
  ) {}

  async append(entries: readonly NewEntry[]): Promise<PostedEntry[]> {
    if (entries.length === 0) return [];
    await this.takeTurns(entries);
    const known = await this.findBooked(entries);
    const chains = await MonthChains.open(this.tx);
    const places = new Map<string, PostedEntry>(known);
    const rows: { entry: NewEntry; posted: PostedEntry; previousHash: string }[] = [];
    for (const entry of entries) {
      const key = keyOf(entry);
      if (places.has(key)) continue;
      const { timeZone } = mustBeEntity(this.books, entry.entity);
      const placed = await chains.place(entry, periodAt(entry.occurredAt, timeZone));
      places.set(key, { ...placed.posted, repeated: true });
      rows.push({ entry, ...placed });
    }
    await this.insert(rows);
    await chains.save();
    const fresh = new Map(rows.map(({ entry, posted }) => [keyOf(entry), posted]));
    return entries.map((entry) => (fresh.get(keyOf(entry)) ?? places.get(keyOf(entry))) as PostedEntry);
  }

  /** One writer a company at a time: a chain has one end. Sorted, so that two who book for both companies wait and do not embrace. */
  private async takeTurns(entries: readonly NewEntry[]): Promise<void> {
    for (const entity of [...new Set(entries.map((entry) => entry.entity))].sort())
      await this.tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`ledger ${entity}`]);
  }

  private async findBooked(entries: readonly NewEntry[]): Promise<Map<string, PostedEntry>> {
    const rows = await this.tx.query<BookedRow>(
      `SELECT entry_id, entity, period, original_period, sequence, hash, source, source_id, kind,
         (SELECT jsonb_agg(jsonb_build_array(account, aux, currency, amount_minor::text) ORDER BY line_no)
          FROM ledger_posting p WHERE p.entry_id = e.entry_id) AS lines
       FROM ledger_entry e JOIN unnest($1::text[], $2::text[], $3::text[]) AS given (source, source_id, kind)
         USING (source, source_id, kind)`,
      [entries.map(({ source }) => source), entries.map(({ sourceId }) => sourceId), entries.map(({ kind }) => kind)],
    );
    const booked = new Map(rows.map((row) => [keyOf({ ...row, sourceId: row.source_id }), row]));
    for (const entry of entries) {
      const row = booked.get(keyOf(entry));
      const lines = entry.postings.map((each) => [
        each.account,
        each.aux,
        each.amount.currency,
        `${each.amount.minor}`,
      ]);
      if (row && (row.entity !== entry.entity || JSON.stringify(row.lines) !== JSON.stringify(lines)))
        throw new Bug(`${entry.kind} ${entry.sourceId} of ${entry.source} is booked already, with other amounts`);
    }
    return new Map([...booked].map(([key, row]) => [key, postedOf(row)]));
  }

  private async insert(rows: readonly { entry: NewEntry; posted: PostedEntry; previousHash: string }[]): Promise<void> {
    await insertMany(
      this.tx,
      'ledger_entry',
      entryColumns,
      rows.map(({ entry, posted, previousHash }) => ({
        entry_id: posted.entryId,
        entity: posted.entity,
        period: posted.period,
        sequence: posted.sequence,
        original_period: posted.originalPeriod ?? null,
        journal: entry.journal,
        source: entry.source,
        source_id: entry.sourceId,
        kind: entry.kind,
        text: entry.text,
        occurred_at: new Date(entry.occurredAt),
        fact_id: entry.factId ?? null,
        order_id: entry.orderId ?? null,
        document_kind: entry.document?.kind ?? null,
        document_ref: entry.document?.ref ?? null,
        corrects: entry.corrects ?? null,
        booked_by: entry.bookedBy ?? null,
        previous_hash: previousHash,
        hash: posted.hash,
      })),
    );
    await insertMany(
      this.tx,
      'ledger_posting',
      postingColumns,
      rows.flatMap(({ entry, posted }) =>
        entry.postings.map((posting, i) => ({
          entry_id: posted.entryId,
          line_no: i + 1,
          entity: posted.entity,
          period: posted.period,
          sequence: posted.sequence,
          account: posting.account,
          aux: posting.aux,
          currency: posting.amount.currency,
          amount_minor: posting.amount.minor,
          base_minor: posting.base.minor,
          order_id: posting.orderId ?? null,
          line_id: posting.lineId ?? null,
        })),
      ),
    );
  }
}

/** The ends of the months' chains, as this transaction moves them on. */
class MonthChains {
  private readonly months = new Map<string, Month>();

  private constructor(
    private readonly tx: Tx,
    private readonly closed: ReadonlyMap<string, Period>,
  ) {}

  static async open(tx: Tx): Promise<MonthChains> {
    const rows = await tx.query<{ entity: string; period: string }>(
      `SELECT entity, max(period) AS period FROM ledger_period WHERE status = 'closed' GROUP BY entity`,
    );
    return new MonthChains(tx, new Map(rows.map(({ entity, period }) => [entity, mustBePeriod(period)])));
  }

  async place(entry: NewEntry, happenedIn: Period): Promise<{ posted: PostedEntry; previousHash: string }> {
    const period = await this.openMonth(entry.entity, happenedIn);
    const month = await this.month(entry.entity, period);
    const originalPeriod = period === happenedIn ? undefined : happenedIn;
    const sequence = month.sequence + 1;
    const previousHash = month.hash;
    const hash = hashEntry(entry, { period, originalPeriod, sequence, previousHash });
    this.months.set(`${entry.entity} ${period}`, { ...month, sequence, hash, moved: true });
    const posted: PostedEntry = {
      entryId: newId(),
      entity: entry.entity,
      ...{ period, sequence, hash },
      ...(originalPeriod !== undefined && { originalPeriod }),
      repeated: false,
    };
    return { posted, previousHash };
  }

  async save(): Promise<void> {
    for (const { entity, period, sequence, hash, moved } of this.months.values())
      if (moved)
        await this.tx.query(
          'UPDATE ledger_period SET last_sequence = $3, last_hash = $4 WHERE entity = $1 AND period = $2',
          [entity, period, sequence, hash],
        );
  }

  /** The month itself, or the first after it that is not closed. One before the last closed is closed as well, unless it was opened again. */
  private async openMonth(entity: string, happenedIn: Period): Promise<Period> {
    const closedUpTo = this.closed.get(entity);
    let period = happenedIn;
    while (closedUpTo !== undefined && period <= closedUpTo && !(await this.isOpenAgain(entity, period)))
      period = nextPeriod(period);
    return period;
  }

  private async isOpenAgain(entity: string, period: Period): Promise<boolean> {
    const key = `${entity} ${period}`;
    if (this.months.has(key)) return true;
    const [row] = await this.tx.query<{ status: string }>(
      'SELECT status FROM ledger_period WHERE entity = $1 AND period = $2',
      [entity, period],
    );
    return row?.status === 'open';
  }

  private async month(entity: string, period: Period): Promise<Month> {
    const known = this.months.get(`${entity} ${period}`);
    if (known) return known;
    await this.tx.query('INSERT INTO ledger_period (entity, period) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      entity,
      period,
    ]);
    const [row] = await this.tx.query<{ last_sequence: string; last_hash: string }>(
      'SELECT last_sequence, last_hash FROM ledger_period WHERE entity = $1 AND period = $2 FOR UPDATE',
      [entity, period],
    );
    if (row === undefined) throw new Bug(`the month ${period} of ${entity} was just made`);
    return { entity, period, sequence: Number(row.last_sequence), hash: row.last_hash, moved: false };
  }
}

interface Month {
  readonly entity: string;
  readonly period: Period;
  readonly sequence: number;
  readonly hash: string;
  readonly moved: boolean;
}

interface BookedRow {
  readonly entry_id: string;
  readonly entity: string;
  readonly period: string;
  readonly original_period: string | null;
  readonly sequence: string;
  readonly hash: string;
  readonly source: string;
  readonly source_id: string;
  readonly kind: string;
  readonly lines: unknown;
}

function postedOf(row: BookedRow): PostedEntry {
  return {
    entryId: row.entry_id,
    entity: row.entity,
    period: mustBePeriod(row.period),
    sequence: Number(row.sequence),
    ...(row.original_period !== null && { originalPeriod: mustBePeriod(row.original_period) }),
    hash: row.hash,
    repeated: true,
  };
}

function keyOf({ source, sourceId, kind }: Pick<NewEntry, 'source' | 'sourceId' | 'kind'>): string {
  return JSON.stringify([source, sourceId, kind]);
}

const entryColumns = {
  entry_id: 'uuid',
  entity: 'text',
  period: 'text',
  sequence: 'bigint',
  original_period: 'text',
  journal: 'text',
  source: 'text',
  source_id: 'text',
  kind: 'text',
  text: 'text',
  occurred_at: 'timestamptz',
  fact_id: 'uuid',
  order_id: 'uuid',
  document_kind: 'text',
  document_ref: 'text',
  corrects: 'uuid',
  booked_by: 'text',
  previous_hash: 'text',
  hash: 'text',
} as const;

const postingColumns = {
  entry_id: 'uuid',
  line_no: 'smallint',
  entity: 'text',
  period: 'text',
  sequence: 'bigint',
  account: 'text',
  aux: 'text',
  currency: 'text',
  amount_minor: 'bigint',
  base_minor: 'bigint',
  order_id: 'uuid',
  line_id: 'uuid',
} as const;
