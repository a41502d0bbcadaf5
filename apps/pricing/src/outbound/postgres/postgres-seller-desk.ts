import type { Instant, LocalDay } from '@reprise/kernel';
import { instantOfEpochMs } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { Seller } from '../../application/ports.js';
import type {
  RecordedSellerEvent,
  SellerDesk,
  SellerEvent,
  SellerSummary,
  SellerTx,
} from '../../application/seller-ports.js';
import type { GateOverride } from '../../domain/quality-gate.js';
import type { SellerIdentity } from '../../domain/seller-life.js';
import { markReviewsDue } from './count-quality.js';
import { readQualityDays } from './quality-rows.js';
import { lockSeller, readSeller, saveSeller, sellerColumns, sellerOfRow, readIdentity } from './seller-rows.js';
import type { SellerRow } from './seller-rows.js';

/** Sellers in PostgreSQL. */
export class PostgresSellerDesk implements SellerDesk {
  constructor(private readonly database: Database) {}

  inTransaction<T>(work: (tx: SellerTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresSellerTx(tx)));
  }

  seller(sellerId: string): Promise<Seller | undefined> {
    return readSeller(this.database, sellerId);
  }

  identity(sellerId: string): Promise<SellerIdentity | undefined> {
    return readIdentity(this.database, sellerId);
  }

  async events(sellerId: string, limit: number): Promise<readonly RecordedSellerEvent[]> {
    const rows = await this.database.query<EventRow>(
      'SELECT * FROM seller_event WHERE seller_id = $1 ORDER BY event_id DESC LIMIT $2',
      [sellerId, limit],
    );
    return rows.map((row) => ({
      eventId: row.event_id,
      sellerVersion: Number(row.seller_version),
      action: row.action,
      at: instantOfEpochMs(row.happened_at.getTime()),
      author: { actor: row.actor, role: row.actor_role, why: row.why },
      before: row.before,
      after: row.after,
    }));
  }

  async page({ status, sort, after, limit }: Parameters<SellerDesk['page']>[0]): Promise<readonly SellerSummary[]> {
    const params: unknown[] = [limit];
    // The unmeasured sort last: below every rate.
    const key = sort === 'name' ? 's.name' : '-coalesce(r.failure_ppm, -1)';
    const conditions = [
      ...(status === undefined ? [] : [`s.status = $${params.push(status)}`]),
      ...(after === undefined
        ? []
        : [
            `(${key}, s.seller_id) > ($${params.push(after.key)}::${sort === 'name' ? 'text' : 'integer'}, $${params.push(after.id)}::uuid)`,
          ]),
    ];
    const columns = sellerColumns.split(', ').map((column) => `s.${column}`);
    const rows = await this.database.query<SellerRow & { failure_ppm: number | null; shipped: number | null }>(
      `SELECT ${columns.join(', ')}, r.failure_ppm, r.shipped FROM seller s LEFT JOIN quality_review r USING (seller_id)
       ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY ${key}, s.seller_id LIMIT $1`,
      params,
    );
    return rows.map((row) => ({ ...sellerOfRow(row), failurePpm: row.failure_ppm, shipped: row.shipped ?? 0 }));
  }

  qualityDays(sellerId: string, since: LocalDay): ReturnType<SellerDesk['qualityDays']> {
    return readQualityDays({ query: (sql, params) => this.database.query(sql, params) }, sellerId, since);
  }

  async qualityByVariant(
    sellerId: string,
    { from, to }: { readonly from: LocalDay; readonly to: LocalDay },
    limit: number,
  ): ReturnType<SellerDesk['qualityByVariant']> {
    const rows = await this.database.query<{ variant_id: string; grade: string; shipped: string; failed90: string }>(
      `SELECT variant_id, grade, sum(shipped) AS shipped, sum(failed90) AS failed90 FROM quality_day
       WHERE seller_id = $1 AND day >= $2::date AND day < $3::date
       GROUP BY 1, 2 HAVING sum(shipped) > 0 ORDER BY 3 DESC, 1, 2 LIMIT $4`,
      [sellerId, from, to, limit],
    );
    return rows.map(({ variant_id, grade, shipped, failed90 }) => ({
      ...{ variantId: variant_id, grade },
      shipped: Number(shipped),
      failed90: Number(failed90),
    }));
  }

  overrides(sellerId: string, now: Instant): Promise<readonly GateOverride[]> {
    return readOverrides(this.database, sellerId, now);
  }

  async nextDue(now: Instant): Promise<string | undefined> {
    const [row] = await this.database.query<{ seller_id: string }>(
      'SELECT seller_id FROM quality_review WHERE due_at <= $1 ORDER BY due_at, seller_id LIMIT 1',
      [new Date(now)],
    );
    return row?.seller_id;
  }
}

interface EventRow {
  readonly event_id: string;
  readonly seller_version: string;
  readonly action: SellerEvent['action'];
  readonly happened_at: Date;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
  readonly before: unknown;
  readonly after: unknown;
}

class PostgresSellerTx implements SellerTx {
  constructor(private readonly tx: Tx) {}

  lockSeller(sellerId: string): Promise<void> {
    return lockSeller(this.tx, sellerId);
  }

  seller(sellerId: string): Promise<Seller | undefined> {
    return readSeller(this.tx, sellerId, 'FOR UPDATE');
  }

  saveSeller(seller: Seller): Promise<void> {
    return saveSeller(this.tx, seller);
  }

  async note(
    { sellerId, version }: Pick<Seller, 'sellerId' | 'version'>,
    events: readonly SellerEvent[],
  ): Promise<void> {
    for (const { action, at, author, before, after } of events)
      await this.tx.query(
        `INSERT INTO seller_event (seller_id, seller_version, action, happened_at, actor, actor_role, why, before, after)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[sellerId, version, action, new Date(at), author.actor, author.role, author.why],
          ...[before, after].map((state) => (state === null ? null : JSON.stringify(state))),
        ],
      );
  }

  identity(sellerId: string): Promise<SellerIdentity | undefined> {
    return readIdentity(this.tx, sellerId);
  }

  async saveIdentity(sellerId: string, identity: SellerIdentity, at: Instant, by: string): Promise<void> {
    await this.tx.query(
      `INSERT INTO seller_identity (seller_id, identity, stated_at, stated_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (seller_id) DO UPDATE SET identity = excluded.identity, stated_at = excluded.stated_at, stated_by = excluded.stated_by`,
      [sellerId, JSON.stringify(identity), new Date(at), by],
    );
  }

  qualityDays(sellerId: string, since: LocalDay): ReturnType<SellerTx['qualityDays']> {
    return readQualityDays({ query: (sql, params) => this.tx.query(sql, params) }, sellerId, since);
  }

  overrides(sellerId: string, now: Instant): Promise<readonly GateOverride[]> {
    return readOverrides(this.tx, sellerId, now);
  }

  async addOverride(sellerId: string, { market, category, grade, until }: GateOverride): Promise<void> {
    await this.tx.query(
      'INSERT INTO quality_override (seller_id, market, category, grade, until) VALUES ($1, $2, $3, $4, $5)',
      [sellerId, market, category, grade, new Date(until)],
    );
  }

  markDue(sellerId: string): Promise<void> {
    return markReviewsDue(this.tx, [sellerId]);
  }

  async holdReview(sellerId: string, now: Instant): Promise<boolean> {
    const rows = await this.tx.query('SELECT 1 FROM quality_review WHERE seller_id = $1 AND due_at <= $2 FOR UPDATE', [
      sellerId,
      new Date(now),
    ]);
    return rows.length > 0;
  }

  async reviewed(
    sellerId: string,
    { at, nextAt, failure, shipped }: Parameters<SellerTx['reviewed']>[1],
  ): Promise<void> {
    await this.tx.query(
      `UPDATE quality_review SET due_at = coalesce($2::timestamptz, 'infinity'), reviewed_at = $3, failure_ppm = $4, shipped = $5
       WHERE seller_id = $1`,
      [
        ...[sellerId, nextAt === undefined ? null : new Date(nextAt), new Date(at)],
        ...[failure.enough ? failure.ratePpm : null, shipped],
      ],
    );
  }
}

async function readOverrides(
  from: Pick<Tx, 'query'>,
  sellerId: string,
  now: Instant,
): Promise<readonly GateOverride[]> {
  const rows = await from.query<{ market: string; category: string | null; grade: string | null; until: Date }>(
    'SELECT market, category, grade, until FROM quality_override WHERE seller_id = $1 AND until > $2 ORDER BY until',
    [sellerId, new Date(now)],
  );
  return rows.map(({ until, ...scope }) => ({ ...scope, until: instantOfEpochMs(until.getTime()) }));
}
