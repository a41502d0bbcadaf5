import type { Instant } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { Author } from '../../application/displayed-offers.js';
import type { PriceSchedules, ScheduleTx, StoredScheduledPrice } from '../../application/schedule-price.js';
import type { ScheduledPrice } from '../../domain/scheduled-price.js';
import type { PostgresPriceLists } from './postgres-price-lists.js';
import { planOffer, unplan } from './repricing-rows.js';
import { readScheduled } from './scheduled-price-rows.js';

/** Prices stated ahead in PostgreSQL: append-only, changed under the lock of price lists because both decide one price. */
export class PostgresPriceSchedules implements PriceSchedules {
  constructor(
    private readonly database: Database,
    private readonly lists: Pick<PostgresPriceLists, 'holdAlone'>,
  ) {}

  ofOffer(offerId: string): Promise<readonly StoredScheduledPrice[]> {
    return readScheduled(this.database, offerId);
  }

  change<T>(work: (tx: ScheduleTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      await this.lists.holdAlone(tx);
      return work(new PostgresScheduleTx(tx));
    });
  }
}

class PostgresScheduleTx implements ScheduleTx {
  constructor(private readonly tx: Tx) {}

  ofOffer(offerId: string): Promise<readonly StoredScheduledPrice[]> {
    return readScheduled(this.tx, offerId);
  }

  async newestVersion(offerId: string, id: string): Promise<number> {
    const [row] = await this.tx.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM scheduled_price_change WHERE offer_id = $1 AND schedule_id = $2',
      [offerId, id],
    );
    return row?.version ?? 0;
  }

  async append(
    { offerId, id, version, market, kind, price, validFrom, validTo }: ScheduledPrice,
    { at, author, withdrawn }: Parameters<ScheduleTx['append']>[1],
  ): Promise<void> {
    await this.tx.query(
      `INSERT INTO scheduled_price_change (offer_id, schedule_id, version, withdrawn, market, kind, currency, amount_minor,
         valid_from, valid_to, changed_at, actor, actor_role, why)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[offerId, id, version, withdrawn, market, kind, price.currency, price.minor],
        ...[new Date(validFrom), validTo === undefined ? null : new Date(validTo)],
        ...[new Date(at), author.actor, author.role, author.why],
      ],
    );
  }

  async replan(price: ScheduledPrice, moments: readonly Instant[], now: Instant, author: Author): Promise<void> {
    const id = `scheduled:${price.offerId}:${price.id}`;
    await unplan(this.tx, id, now);
    await planOffer(this.tx, { id, market: price.market, offerId: price.offerId }, moments, author);
  }
}
