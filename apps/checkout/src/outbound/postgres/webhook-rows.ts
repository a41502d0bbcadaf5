import { newId } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { WebhooksTx } from '../../application/webhook-ports.js';
import type { WebhookNews, WebhookOwner } from '../../domain/webhook-message.js';

/** What is to be told, written in the transaction of whoever heard of it. */
export class PostgresWebhooksTx implements WebhooksTx {
  constructor(private readonly tx: Pick<Tx, 'query'>) {}

  async listening(owners: readonly WebhookOwner[]): Promise<ReadonlySet<WebhookOwner>> {
    const rows = await this.tx.query<{ owner: WebhookOwner }>(
      'SELECT DISTINCT owner FROM webhook_target WHERE owner = ANY ($1::text[])',
      [owners],
    );
    return new Set(rows.map(({ owner }) => owner));
  }

  async note(news: readonly WebhookNews[]): Promise<void> {
    const known = await this.tx.query<{ message_id: string }>(
      `INSERT INTO webhook_message (message_id, owner, news_key, type, market, happened_at, body)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[])
       ON CONFLICT (owner, news_key) DO NOTHING RETURNING message_id`,
      [
        news.map(() => newId()),
        news.map(({ owner }) => owner),
        news.map(({ key }) => key),
        news.map(({ type }) => type),
        news.map(({ market }) => market ?? null),
        news.map(({ happenedAt }) => happenedAt),
        news.map(({ type, happenedAt, data }) => JSON.stringify({ type, timestamp: happenedAt, data })),
      ],
    );
    // What a disabled one misses is kept as a message and can be replayed.
    await this.tx.query(
      `INSERT INTO webhook_delivery (webhook_key, message_id)
       SELECT w.webhook_key, m.message_id FROM webhook_message m JOIN webhook_target w USING (owner)
       WHERE m.message_id = ANY ($1::uuid[]) AND w.disabled_because IS NULL AND m.type = ANY (w.event_types)
         AND (w.market IS NULL OR m.market IS NULL OR w.market = m.market)`,
      [known.map(({ message_id }) => message_id)],
    );
  }

  async moveSellers<Seller extends { readonly sellerId: string; readonly version: number; readonly status: string }>(
    sellers: readonly Seller[],
  ): Promise<readonly Seller[]> {
    const moved: Seller[] = [];
    for (const seller of sellers) {
      // The first time a seller is heard of it has not moved; an older version has been left behind.
      const [before] = await this.tx.query<{ status: string; version: string }>(
        'SELECT status, version FROM webhook_seller WHERE seller_id = $1 FOR UPDATE',
        [seller.sellerId],
      );
      if (before !== undefined && Number(before.version) >= seller.version) continue;
      await this.tx.query(
        `INSERT INTO webhook_seller (seller_id, version, status) VALUES ($1, $2, $3)
         ON CONFLICT (seller_id) DO UPDATE SET version = $2, status = $3`,
        [seller.sellerId, seller.version, seller.status],
      );
      const hasMoved = before === undefined ? seller.status !== 'active' : before.status !== seller.status;
      if (hasMoved) moved.push(seller);
    }
    return moved;
  }
}
