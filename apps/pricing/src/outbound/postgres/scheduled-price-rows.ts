import { instantOfEpochMs, Money, mustBeCurrency } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { StoredScheduledPrice } from '../../application/schedule-price.js';
import type { ScheduledPrice } from '../../domain/scheduled-price.js';

interface ScheduledRow {
  readonly offer_id: string;
  readonly schedule_id: string;
  readonly version: number;
  readonly market: string;
  readonly kind: ScheduledPrice['kind'];
  readonly currency: string;
  readonly amount_minor: string;
  readonly valid_from: Date;
  readonly valid_to: Date | null;
  readonly changed_at: Date;
  readonly actor: string;
  readonly actor_role: string;
  readonly why: string;
}

const newest = `SELECT DISTINCT ON (offer_id, schedule_id) * FROM scheduled_price_change`;

/** Everything stated ahead for one offer and not taken back, in order of when it begins. */
export async function readScheduled(from: Pick<Tx, 'query'>, offerId: string): Promise<StoredScheduledPrice[]> {
  const rows = await from.query<ScheduledRow>(
    `SELECT * FROM (${newest} WHERE offer_id = $1 ORDER BY offer_id, schedule_id, version DESC) n
     WHERE NOT withdrawn ORDER BY valid_from, schedule_id`,
    [offerId],
  );
  return rows.map((row) => ({
    price: scheduledOf(row),
    changedAt: instantOfEpochMs(row.changed_at.getTime()),
    author: { actor: row.actor, role: row.actor_role, why: row.why },
  }));
}

/**
 * Everything that is in force, lies ahead or ended of late. What ended a week before the newest change prices nothing any more, so that
 * reading does not grow with years of sales.
 */
export async function readScheduledOfLate(from: Pick<Tx, 'query'>): Promise<ScheduledPrice[]> {
  const rows = await from.query<ScheduledRow>(
    `SELECT * FROM (${newest} ORDER BY offer_id, schedule_id, version DESC) n
     WHERE NOT withdrawn AND (valid_to IS NULL
       OR valid_to > (SELECT max(changed_at) FROM scheduled_price_change) - interval '7 days')`,
    [],
  );
  return rows.map(scheduledOf);
}

function scheduledOf(row: ScheduledRow): ScheduledPrice {
  return {
    id: row.schedule_id,
    version: row.version,
    offerId: row.offer_id,
    market: row.market,
    kind: row.kind,
    price: Money.ofMinor(BigInt(row.amount_minor), mustBeCurrency(row.currency)),
    validFrom: instantOfEpochMs(row.valid_from.getTime()),
    ...(row.valid_to === null ? {} : { validTo: instantOfEpochMs(row.valid_to.getTime()) }),
  };
}
