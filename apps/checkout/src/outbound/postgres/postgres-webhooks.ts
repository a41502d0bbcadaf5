import { instantOfEpochMs } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type {
  AttemptVerdict,
  DeliveryState,
  DisabledBecause,
  DueWebhook,
  StatedWebhook,
  StoredWebhook,
  WebhookAttempt,
  WebhookQueue,
  Webhooks,
} from '../../application/webhook-ports.js';
import type { WebhookEventType, WebhookMessage, WebhookOwner } from '../../domain/webhook-message.js';

interface WebhookRow {
  readonly webhook_key: string;
  readonly owner: WebhookOwner;
  readonly webhook_id: string;
  readonly url: string;
  readonly event_types: WebhookEventType[];
  readonly market: string | null;
  readonly disabled_because: DisabledBecause | null;
  readonly failing_since: Date | null;
  readonly created_at: Date;
  readonly waiting: number;
}

const select = `
  SELECT w.webhook_key, owner, webhook_id, url, event_types, market, disabled_because, failing_since, created_at,
    (SELECT count(*)::int FROM webhook_delivery d WHERE d.webhook_key = w.webhook_key AND d.state = 'due') AS waiting
  FROM webhook_target w`;

/** Messages to one receiver at once: a slow one takes no more of the senders than this, and its own messages do not queue behind each other. */
const atOncePerWebhook = 4;

/** How long the secret before still signs. */
const rotationOverlap = "interval '24 hours'";

/** Webhooks in PostgreSQL. */
export class PostgresWebhooks implements Webhooks, WebhookQueue {
  constructor(private readonly database: Database) {}

  async all(owner: WebhookOwner): Promise<readonly StoredWebhook[]> {
    const rows = await this.database.query<WebhookRow>(`${select} WHERE owner = $1 ORDER BY webhook_id`, [owner]);
    return rows.map(webhookOf);
  }

  async find(owner: WebhookOwner, id: string): Promise<StoredWebhook | undefined> {
    const [row] = await this.database.query<WebhookRow>(`${select} WHERE owner = $1 AND webhook_id = $2`, [owner, id]);
    return row && webhookOf(row);
  }

  async save(
    owner: WebhookOwner,
    id: string,
    { url, eventTypes, market, enabled }: StatedWebhook,
    secret: string | undefined,
  ): Promise<'created' | 'updated'> {
    const params = [owner, id, url, eventTypes, market ?? null, enabled ? null : 'byOwner', secret ?? null];
    // What failed at another URL, or before it was enabled again, says nothing about now.
    const [row] = await this.database.query<{ created: boolean }>(
      `INSERT INTO webhook_target AS w (owner, webhook_id, url, event_types, market, disabled_because, secret)
       VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, ''))
       ON CONFLICT (owner, webhook_id) DO UPDATE SET
         url = $3, event_types = $4, market = $5, disabled_because = $6,
         failing_since = CASE WHEN w.url = $3 AND w.disabled_because IS NULL THEN w.failing_since END,
         secret = coalesce($7, w.secret),
         secret_before = CASE WHEN $7::text IS NULL THEN w.secret_before ELSE w.secret END,
         secret_before_until = CASE WHEN $7::text IS NULL THEN w.secret_before_until ELSE now() + ${rotationOverlap} END
       RETURNING xmax = 0 AS created`,
      params,
    );
    return row?.created === true ? 'created' : 'updated';
  }

  async delete(owner: WebhookOwner, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM webhook_target WHERE owner = $1 AND webhook_id = $2 RETURNING webhook_key',
      [owner, id],
    );
    return rows.length > 0;
  }

  async replay(
    { key, owner, eventTypes, market }: StoredWebhook,
    { ids, from, to }: Parameters<Webhooks['replay']>[1],
  ): Promise<number> {
    const rows = await this.database.query(
      `INSERT INTO webhook_delivery AS d (webhook_key, message_id)
       SELECT $1, message_id FROM webhook_message m
       WHERE owner = $2 AND type = ANY ($3::text[]) AND ($4::text IS NULL OR m.market IS NULL OR m.market = $4)
         AND ($5::uuid[] IS NULL OR message_id = ANY ($5)) AND ($6::timestamptz IS NULL OR happened_at >= $6)
         AND ($7::timestamptz IS NULL OR happened_at < $7)
       ON CONFLICT (webhook_key, message_id) DO UPDATE SET state = 'due', tries = 0, due_at = now()
         WHERE d.leased_until IS NULL OR d.leased_until < now()
       RETURNING delivery_id`,
      [key, owner, eventTypes, market ?? null, ids ?? null, from ?? null, to ?? null],
    );
    return rows.length;
  }

  async deliveries(
    { key }: StoredWebhook,
    { state, before, limit }: Parameters<Webhooks['deliveries']>[1],
  ): Promise<readonly DeliveryState[]> {
    const rows = await this.database.query<DeliveryRow>(
      `SELECT d.delivery_id, d.message_id, d.state, d.due_at, m.body, coalesce(a.attempts, '[]') AS attempts
       FROM webhook_delivery d JOIN webhook_message m USING (message_id)
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object(
           'at', extract(epoch FROM attempted_at) * 1000, 'tookMs', took_ms, 'status', status, 'error', error
         ) ORDER BY attempt_id) AS attempts
         FROM webhook_attempt WHERE delivery_id = d.delivery_id
       ) a ON true
       WHERE d.webhook_key = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3::bigint IS NULL OR d.delivery_id < $3)
       ORDER BY d.delivery_id DESC LIMIT $4`,
      [key, state ?? null, before ?? null, limit],
    );
    return rows.map(deliveryOf);
  }

  async take(leaseMs: number): Promise<DueWebhook | undefined> {
    const [row] = await this.database.query<DueRow>(
      `UPDATE webhook_delivery d SET tries = d.tries + 1, leased_until = now() + $1::double precision * interval '1 millisecond'
       FROM (
         SELECT c.delivery_id, w.url, w.secret, m.body,
           CASE WHEN w.secret_before_until > now() THEN w.secret_before END AS secret_before
         FROM webhook_delivery c JOIN webhook_target w USING (webhook_key) JOIN webhook_message m USING (message_id)
         WHERE c.state = 'due' AND c.due_at <= now() AND (c.leased_until IS NULL OR c.leased_until < now())
           AND w.disabled_because IS NULL
           AND (SELECT count(*) FROM webhook_delivery b
                WHERE b.webhook_key = c.webhook_key AND b.state = 'due' AND b.leased_until > now()) < ${atOncePerWebhook}
         ORDER BY c.due_at, c.delivery_id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
       ) n
       WHERE d.delivery_id = n.delivery_id
       RETURNING d.delivery_id, d.webhook_key, d.message_id, d.tries, n.url, n.secret, n.secret_before, n.body`,
      [leaseMs],
    );
    if (row === undefined) return undefined;
    return {
      deliveryId: row.delivery_id,
      webhookKey: row.webhook_key,
      messageId: row.message_id,
      url: row.url,
      body: row.body,
      secrets: [row.secret, ...(row.secret_before === null ? [] : [row.secret_before])],
      tries: row.tries,
    };
  }

  async settle(
    { deliveryId, webhookKey }: DueWebhook,
    { status, error, tookMs }: WebhookAttempt,
    verdict: AttemptVerdict,
    disableAfterMs: number,
  ): Promise<void> {
    const state = { delivered: 'delivered', later: 'due', givenUp: 'failed', gone: 'failed' }[verdict.kind];
    await this.database.inTransaction(async (tx) => {
      await tx.query(
        // One that was deleted meanwhile has nothing to write down.
        `INSERT INTO webhook_attempt (delivery_id, took_ms, status, error)
         SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT FROM webhook_delivery WHERE delivery_id = $1)`,
        [deliveryId, tookMs, status ?? null, error ?? null],
      );
      await tx.query(
        `UPDATE webhook_delivery SET state = $2, leased_until = NULL,
           due_at = CASE WHEN $3::double precision IS NULL THEN due_at ELSE now() + $3 * interval '1 millisecond' END
         WHERE delivery_id = $1`,
        [deliveryId, state, verdict.kind === 'later' ? verdict.delayMs : null],
      );
      if (verdict.kind === 'delivered')
        await tx.query(
          'UPDATE webhook_target SET failing_since = NULL WHERE webhook_key = $1 AND failing_since IS NOT NULL',
          [webhookKey],
        );
      else
        await tx.query(
          `UPDATE webhook_target SET failing_since = coalesce(failing_since, now()),
             disabled_because = CASE WHEN $2 THEN 'gone'
               WHEN failing_since < now() - $3::double precision * interval '1 millisecond' THEN 'failing' ELSE disabled_because END
           WHERE webhook_key = $1`,
          [webhookKey, verdict.kind === 'gone', disableAfterMs],
        );
    });
  }

  async forget(keptMs: number): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM webhook_message WHERE message_id IN (
         SELECT message_id FROM webhook_message WHERE noted_at < now() - $1::double precision * interval '1 millisecond' LIMIT 5000
       ) RETURNING message_id`,
      [keptMs],
    );
    return rows.length;
  }
}

interface DueRow {
  readonly delivery_id: string;
  readonly webhook_key: string;
  readonly message_id: string;
  readonly tries: number;
  readonly url: string;
  readonly secret: string;
  readonly secret_before: string | null;
  readonly body: string;
}

interface DeliveryRow {
  readonly delivery_id: string;
  readonly message_id: string;
  readonly state: DeliveryState['state'];
  readonly due_at: Date;
  readonly body: string;
  readonly attempts: readonly {
    readonly at: number;
    readonly tookMs: number;
    readonly status: number | null;
    readonly error: string | null;
  }[];
}

function webhookOf(row: WebhookRow): StoredWebhook {
  return {
    key: row.webhook_key,
    owner: row.owner,
    id: row.webhook_id,
    url: row.url,
    eventTypes: row.event_types,
    market: row.market ?? undefined,
    enabled: row.disabled_because === null,
    disabledBecause: row.disabled_because ?? undefined,
    failingSince: row.failing_since === null ? undefined : instantOfEpochMs(row.failing_since.getTime()),
    waiting: row.waiting,
    createdAt: instantOfEpochMs(row.created_at.getTime()),
  };
}

function deliveryOf({ delivery_id, message_id, state, due_at, body, attempts }: DeliveryRow): DeliveryState {
  return {
    deliveryId: delivery_id,
    messageId: message_id,
    message: JSON.parse(body) as WebhookMessage,
    state,
    dueAt: state === 'due' ? instantOfEpochMs(due_at.getTime()) : undefined,
    attempts: attempts.map(({ at, tookMs, status, error }) => ({
      at: instantOfEpochMs(Math.round(Number(at))),
      tookMs,
      ...(status === null ? {} : { status }),
      ...(error === null ? {} : { error }),
    })),
  };
}
