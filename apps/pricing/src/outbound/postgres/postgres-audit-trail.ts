import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { AuditEntry, AuditTrail } from '../../application/price-history.js';

interface AuditRow {
  readonly change_id: string;
  readonly entity: string;
  readonly action: AuditEntry['action'];
  readonly market: string;
  readonly changed_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
  readonly before: PriceState | object | null;
  readonly after: PriceState | object | null;
}

interface ScheduledState {
  readonly schedule_id: string;
  readonly kind: string;
  readonly amount_minor: number;
  readonly currency: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

interface PriceState {
  readonly minor: string;
  readonly currency: string;
  readonly source: string;
}

/** A displayed price and the one it replaced. */
const priceEntries = `
  SELECT c.change_id, 'offer:' || c.offer_id AS entity, 'priceChanged' AS action, c.market, c.changed_at,
    coalesce(c.recorded_at, c.changed_at) AS recorded_at, coalesce(c.actor, o.seller_id::text) AS actor,
    coalesce(c.actor_role, 'seller') AS actor_role, coalesce(c.why, 'Stated by the seller.') AS why,
    before.state AS before,
    CASE WHEN c.amount_minor IS NULL THEN NULL
      ELSE jsonb_build_object('minor', c.amount_minor::text, 'currency', c.currency, 'source', c.source) END AS after
  FROM price_change c
  JOIN offer o ON o.offer_id = c.offer_id
  LEFT JOIN LATERAL (
    SELECT CASE WHEN b.amount_minor IS NULL THEN NULL
      ELSE jsonb_build_object('minor', b.amount_minor::text, 'currency', b.currency, 'source', b.source) END AS state
    FROM price_change b
    WHERE b.offer_id = c.offer_id AND b.market = c.market AND (b.changed_at, b.change_id) < (c.changed_at, c.change_id)
    ORDER BY b.changed_at DESC, b.change_id DESC LIMIT 1
  ) before ON true`;

/** A price a seller changed while a list decided what was shown. */
const statedEntries = `
  SELECT c.change_id, 'offer:' || c.offer_id AS entity, 'statedPriceChanged' AS action, c.market, c.changed_at, c.recorded_at,
    o.seller_id::text AS actor, 'seller' AS actor_role, 'Stated by the seller, behind a price list.' AS why,
    CASE WHEN c.from_minor IS NULL THEN NULL
      ELSE jsonb_build_object('minor', c.from_minor::text, 'currency', c.currency, 'source', 'offer') END AS before,
    CASE WHEN c.to_minor IS NULL THEN NULL
      ELSE jsonb_build_object('minor', c.to_minor::text, 'currency', c.currency, 'source', 'offer') END AS after
  FROM stated_price_change c
  JOIN offer o ON o.offer_id = c.offer_id`;

/** A version of a list and the one before it. */
const listEntries = `
  SELECT c.change_id, 'priceList:' || c.list_id AS entity,
    CASE WHEN c.content IS NULL THEN 'listDeleted' WHEN before.content IS NULL THEN 'listCreated' ELSE 'listUpdated' END AS action,
    c.market, c.changed_at, c.recorded_at, c.actor, c.actor_role, c.why,
    before.content -> 'stated' AS before, c.content -> 'stated' AS after
  FROM price_list_change c
  LEFT JOIN price_list_change before ON before.list_id = c.list_id AND before.version = c.version - 1`;

/** A version of a price stated ahead and the one before it. */
const scheduledEntries = `
  SELECT c.change_id, 'offer:' || c.offer_id AS entity,
    CASE WHEN c.withdrawn THEN 'scheduleWithdrawn' WHEN before IS NULL OR before.withdrawn THEN 'scheduleCreated'
      ELSE 'scheduleUpdated' END AS action,
    c.market, c.changed_at, c.recorded_at, c.actor, c.actor_role, c.why,
    CASE WHEN before IS NULL OR before.withdrawn THEN NULL ELSE to_jsonb(before) END AS before,
    CASE WHEN c.withdrawn THEN NULL ELSE to_jsonb(c) END AS after
  FROM scheduled_price_change c
  LEFT JOIN scheduled_price_change before
    ON before.offer_id = c.offer_id AND before.schedule_id = c.schedule_id AND before.version = c.version - 1`;

/** The audit in PostgreSQL: all kinds of change are numbered by one sequence, so a page is a merge of index scans. */
export class PostgresAuditTrail implements AuditTrail {
  constructor(private readonly database: Database) {}

  async page({ entity, from, before, limit }: Parameters<AuditTrail['page']>[0]): Promise<readonly AuditEntry[]> {
    const [kind, id] = entity === undefined ? [] : (entity.split(/:(.*)/) as ['offer' | 'priceList', string]);
    const params: unknown[] = [limit];
    const conditions = [
      ...(before === undefined ? [] : [`c.change_id < $${params.push(before)}`]),
      ...(from === undefined ? [] : [`c.recorded_at >= $${params.push(new Date(from))}`]),
    ];
    const branch = (select: string, wanted: string, own: string): string[] => {
      if (kind !== undefined && kind !== wanted) return [];
      const all = [...conditions, ...(id === undefined ? [] : [`${own} = $${params.push(id)}`])];
      const where = all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
      return [`(${select} ${where} ORDER BY c.change_id DESC LIMIT $1)`];
    };
    const branches = [
      ...branch(priceEntries, 'offer', 'c.offer_id'),
      ...branch(statedEntries, 'offer', 'c.offer_id'),
      ...branch(scheduledEntries, 'offer', 'c.offer_id'),
      ...branch(listEntries, 'priceList', 'c.list_id'),
    ];
    const rows = await this.database.query<AuditRow>(
      `SELECT * FROM (${branches.join(' UNION ALL ')}) entries ORDER BY change_id DESC LIMIT $1`,
      params,
    );
    return rows.map(entryOf);
  }
}

function entryOf(row: AuditRow): AuditEntry {
  return {
    changeId: row.change_id,
    entity: row.entity,
    action: row.action,
    market: row.market,
    at: instantOfEpochMs(row.changed_at.getTime()),
    recordedAt: instantOfEpochMs(row.recorded_at.getTime()),
    author: { actor: row.actor, role: row.actor_role, why: row.why },
    from: stateOf(row, row.before),
    to: stateOf(row, row.after),
  };
}

function stateOf({ action }: AuditRow, state: AuditRow['before']): unknown {
  if (state === null || action.startsWith('list')) return state;
  if (action.startsWith('schedule')) return scheduledState(state as ScheduledState);
  const { minor, currency, source } = state as PriceState;
  return { price: Money.ofMinor(BigInt(minor), mustBeCurrency(currency)).toJSON(), source };
}

function scheduledState({ schedule_id, kind, amount_minor, currency, valid_from, valid_to }: ScheduledState): unknown {
  return {
    id: schedule_id,
    kind,
    price: Money.ofMinor(BigInt(amount_minor), mustBeCurrency(currency)).toJSON(),
    validFrom: new Date(valid_from).toISOString(),
    ...(valid_to === null ? {} : { validTo: new Date(valid_to).toISOString() }),
  };
}
